"""The pages Table and About the data, and readers' marks, without a browser."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from geo.store import Filters, open_store
from geo.store.marks import read_marks


@pytest.fixture
def opened(dashboard, monkeypatch):
    """Opens a page of the app on a store, with the parameters of an address."""

    def open_it(store, page="", **parameters):
        monkeypatch.setenv("ENTENTE_STORE", str(store.folder))
        return visit(dashboard, page, parameters)

    return open_it


@pytest.fixture
def seeds(dashboard, monkeypatch, seed_store):
    """Opens a page of the app as a visitor of the demonstration does."""

    def open_it(page="", **parameters):
        monkeypatch.delenv("ENTENTE_STORE", raising=False)
        monkeypatch.setenv("XDG_CACHE_HOME", str(seed_store.folder.parents[1]))
        return visit(dashboard, page, parameters)

    return open_it


@pytest.fixture
def own_store(harbour_store, tmp_path):
    """A store of one's own that a test may write to."""
    return open_store(shutil.copytree(harbour_store.folder, tmp_path / "own"))


def visit(dashboard, page, parameters):
    """The app as a visitor opens it on a page, with the parameters of an address."""
    app = AppTest.from_file(str(dashboard), default_timeout=60)
    for key, value in parameters.items():
        app.query_params[key] = value
    return on(app, page)


def on(app, page):
    """The app after a reader went to a page; AppTest itself can only go to pages that are files."""
    app._page_hash = calc_hash(page)  # noqa: SLF001
    app.run()
    assert not app.exception
    return app


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def words(app):
    return "\n".join(element.value for element in app.markdown)


def marks_of(app):
    return [pills for pills in app.get("button_group") if (pills.key or "").startswith("mark-")]


def mark(app, verdict):
    """The first act of the evidence is marked."""
    marks_of(app)[0].set_value(verdict).run()
    assert not app.exception
    return app


def test_the_table_has_every_dyad_with_counts_by_sign_and_kind(opened, harbour_store):
    dyads = opened(harbour_store, "table").dataframe[0].value
    assert dyads.columns.tolist() == [
        "who", "whom", "acts", "cooperation", "quad_1", "quad_2", "conflict", "quad_3", "quad_4", "stories", "first",
        "last",
    ]
    assert [list(row)[:-2] for row in dyads.itertuples(index=False)] == [
        ["Peru", "Chile", 2, 1, 1, 0, 1, 0, 1, 2], ["Chile", "Peru", 1, 0, 0, 0, 1, 1, 0, 1],
    ]
    assert dyads["first"].dt.year.tolist() == [2021, 2022]


def test_the_table_can_be_sorted_without_a_mouse(opened, harbour_store):
    app = opened(harbour_store, "table")
    app.get_by_key("dyads-order").set_value("by who acts").run()
    assert app.dataframe[0].value["who"].tolist() == ["Chile", "Peru"]


def test_the_acts_themselves_are_listed_in_words(opened, harbour_store):
    acts = opened(harbour_store, "table").dataframe[1].value
    assert acts.iloc[0][["Who", "Whom", "Act", "Status", "Confidence", "Sentence", "Outlet"]].tolist() == [
        "Peru", "Chile", "Sanction", "told as a fact", "high confidence (90%)", "Peru sanctioned Chile.",
        "Harbour Post",
    ]


def test_the_table_honours_the_address(opened, harbour_store):
    app = opened(harbour_store, "table", quad="3", dyad="CHL-PER")
    assert app.dataframe[0].value["who"].tolist() == ["Chile"]
    assert "<h2>Chile → Peru</h2>" in html(app)


def test_a_table_of_nothing_offers_ways_back(opened, harbour_store):
    app = opened(harbour_store, "table", **{"from": "1990-01-01", "to": "1990-12-31"})
    assert "Ways back" in html(app)
    assert not app.dataframe


def test_what_was_chosen_goes_along_to_another_page(opened, harbour_store):
    app = opened(harbour_store, quad="3", dyad="CHL-PER", ref="letter")
    app.query_params.clear()  # as the browser does when a reader opens another page
    on(app, "table")
    assert app.dataframe[0].value["who"].tolist() == ["Chile"]
    assert "<h2>Chile → Peru</h2>" in html(app)
    assert app.query_params["ref"] == "letter"


def test_evidence_stands_story_by_story_with_every_act_below_its_sentence(opened, harbour_store):
    page = html(opened(harbour_store, "table", dyad="PER-CHL"))
    assert page.index("<b>Tariffs</b>") < page.index("Sanction</span>") < page.index("<b>Harbour</b>")


def test_an_act_marked_wrong_leaves_counts_and_map_and_can_be_taken_back(opened, own_store):
    app = mark(opened(own_store, dyad="CHL-PER"), "wrong")
    assert "Every act here is marked wrong." in html(app)
    assert "2 acts in" in html(app)
    assert "Not counted" in html(app)
    mark(app, None)
    assert "3 acts in" in html(app)


def test_a_store_of_ones_own_keeps_marks_for_everybody(opened, own_store):
    mark(opened(own_store, dyad="CHL-PER"), "wrong")
    relation = own_store.evidence(Filters(), "CHL", "PER")["relation_id"].item()
    assert {name: made.verdict for name, made in read_marks(own_store.folder).items()} == {relation: "wrong"}
    assert opened(own_store, "table").dataframe[0].value["who"].tolist() == ["Peru"]


def test_marks_on_the_demonstration_stay_with_the_visitor(seeds, seed_store):
    app = mark(seeds("table", dyad="RUS-CUB"), "wrong")
    assert "Not counted" in html(app)
    assert "Not counted" not in html(seeds("table", dyad="RUS-CUB"))
    assert read_marks(seed_store.folder) == {}


def test_marks_that_can_not_be_kept_or_read_are_told(opened, own_store):
    app = opened(own_store, dyad="CHL-PER")
    (own_store.folder / "marks.jsonl").mkdir()
    mark(app, "right")
    assert "marks can&#x27;t be read" in html(app)


def test_the_about_page_tells_the_share_of_right_ones_among_the_marked(opened, own_store):
    assert "Nothing yet" in words(opened(own_store, "about"))
    mark(opened(own_store, dyad="CHL-PER"), "wrong")
    mark(opened(own_store, dyad="PER-CHL"), "right")
    assert "**50% right** of 2 acts" in words(opened(own_store, "about"))


def test_the_about_page_counts_sources_and_languages(opened, harbour_store):
    outlets, languages = (table.value for table in opened(harbour_store, "about").dataframe)
    assert outlets[["Outlet", "Articles"]].to_numpy().tolist() == [["Harbour Post", 3]]
    assert languages.to_numpy().tolist() == [["English", 3, 0]]


def test_the_about_page_takes_its_figures_from_the_card(opened, harbour_store):
    from geo.views.card import paragraphs

    assert paragraphs("How well it reads.") in words(opened(harbour_store, "about"))


def test_a_place_of_the_address_shows_the_articles_that_name_it(opened, harbour_store):
    page = html(opened(harbour_store, place="Peru"))
    assert "3 articles name it" in page
    assert '<span class="mention">Peru</span> sanctioned Chile.' in page
    assert "No article of this time names it" in html(opened(harbour_store, place="<b>Nowhere"))


@pytest.mark.parametrize("page", ["", "table", "about"])
def test_no_page_takes_an_articles_text_for_anything_but_text(opened, hostile_store, page):
    app = opened(hostile_store, page, dyad="PER-CHL", place="Peru")
    for markup in ("<img", "<script", "<b>Ink", "href='javascript", 'href="javascript'):
        assert markup not in html(app)
    assert not [element for element in app.markdown if "thanked" in element.value or "salt" in element.value]
    assert all("javascript:" not in str(table.value.get("Source", "")) for table in app.dataframe)
