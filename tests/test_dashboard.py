"""The app as a whole, without a browser: what it tells the map to draw, and what it says."""

import datetime as dt
import json

import pytest
from streamlit.testing.v1 import AppTest

from geo.store import Filters


@pytest.fixture
def opened(dashboard, monkeypatch):
    """Opens the app on a store, with the parameters of an address."""

    def open_it(store, **parameters):
        monkeypatch.setenv("ENTENTE_STORE", str(store.folder))
        app = AppTest.from_file(str(dashboard), default_timeout=60)
        for key, value in parameters.items():
            app.query_params[key.removesuffix("_")] = value
        app.run()
        assert not app.exception
        return app

    return open_it


def spec(app):
    return json.loads(app.get("deck_gl_json_chart")[0].proto.json)


def arcs(app):
    """Ends of the arcs that the map draws."""
    pick = next(layer for layer in spec(app)["layers"] if layer["id"].startswith("pick-"))
    return {"-".join(row["ends"]) for row in pick["data"]}


def asked(app, key):
    """Values of one parameter of the address."""
    values = app.query_params.get(key, [])
    return [values] if isinstance(values, str) else list(values)


def page(app):
    """All that stands on the page as HTML."""
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_seed_shows_arcs_from_russia_to_three_countries_and_with_the_united_states(opened, seed_store):
    assert {"RUS-CUB", "RUS-VEN", "RUS-NIC", "USA-RUS"} <= arcs(opened(seed_store))


def test_the_seed_shows_places_that_it_names(opened, seed_store):
    places = next(layer for layer in spec(opened(seed_store))["layers"] if layer["id"].startswith("places-"))
    assert places["data"]


def test_the_map_asks_for_nothing_from_outside(opened, harbour_store):
    shown = spec(opened(harbour_store))
    assert shown["mapStyle"] == "__MAP_STYLE__"
    assert "http" not in json.dumps(shown).replace("http://www.w3.org/2000/svg", "")


def test_without_filters_all_is_shown(opened, harbour_store):
    app = opened(harbour_store)
    assert arcs(app) == {"PER-CHL", "CHL-PER"}
    shown = page(app).replace("Chile with Peru", "Peru with Chile")
    assert "<h1>Peru with Chile, 2021–2022: 3 acts in 3 articles</h1>" in shown
    assert "Pick an arc, a row or a point" in shown


def test_an_address_filters_by_kind(opened, harbour_store):
    assert arcs(opened(harbour_store, quad="3")) == {"CHL-PER"}
    assert arcs(opened(harbour_store, quad=["1", "4"])) == {"PER-CHL"}


def test_an_address_filters_by_days(opened, harbour_store):
    assert arcs(opened(harbour_store, from_="2022-08-01", to="2022-08-31")) == {"CHL-PER"}


def test_an_address_filters_by_country(opened, seed_store):
    assert {arc for arc in arcs(opened(seed_store, country="VEN")) if "VEN" not in arc} == set()


def test_a_filter_goes_to_the_map_and_to_the_address(opened, harbour_store):
    app = opened(harbour_store)
    app.get_by_key("side").set_value("conflict").run()
    assert asked(app, "quad") == ["3", "4"]
    app.get_by_key("start").set_value(dt.date(2022, 8, 20)).run()
    assert asked(app, "from") == ["2022-08-20"]
    assert arcs(app) == {"PER-CHL"}


def test_countries_chosen_by_name_stand_in_the_address_by_code(opened, harbour_store):
    app = opened(harbour_store)
    app.get_by_key("countries").set_value(["PER"]).run()
    assert asked(app, "country") == ["PER"]


def test_clearing_the_filters_leaves_what_others_put_into_the_address(opened, harbour_store):
    app = opened(harbour_store, quad="3", ref="letter")
    next(button for button in app.button if button.label == "Clear all").click().run()
    assert "quad" not in app.query_params
    assert asked(app, "ref") == ["letter"]


def test_a_selected_dyad_stands_out_and_has_its_evidence(opened, harbour_store):
    app = opened(harbour_store, dyad="CHL-PER")
    layers = {layer["id"].split("-")[0]: layer for layer in spec(app)["layers"]}
    assert len(layers["chosen"]["data"]) == 1
    assert len(layers["arcs"]["data"]) == 2
    assert "<h2>Chile → Peru</h2>" in page(app)
    assert "1 act in 1 article on 9 August 2022: 1 of conflict" in page(app)
    assert (
        '<span class="source">Chile</span> <span class="act">accused</span> <span class="target">Peru</span> '
        "of poaching."
    ) in page(app).replace(' title="who acts"', "").replace(' title="the act"', "").replace(' title="towards whom"', "")


def test_the_other_way_is_one_click_away(opened, harbour_store):
    app = opened(harbour_store, dyad="CHL-PER")
    app.get_by_key("other-way").click().run()
    assert asked(app, "dyad") == ["PER-CHL"]
    assert "2 acts in 2 articles" in page(app)


def test_evidence_can_be_closed(opened, harbour_store):
    app = opened(harbour_store, dyad="CHL-PER")
    app.get_by_key("close-dyad").click().run()
    assert "dyad" not in app.query_params


def test_evidence_leads_to_the_whole_article(opened, harbour_store):
    app = opened(harbour_store, dyad="CHL-PER")
    next(button for button in app.button if button.label == "Read the whole article").click().run()
    assert '<span class="mention" title="Chile">Chile</span> accused' in page(app)
    assert "Harbour Post" in page(app)


def test_an_address_can_open_an_article(opened, harbour_store):
    article = harbour_store.evidence(Filters(), "CHL", "PER")["article_id"].iloc[0]
    assert "<h2>Fishing</h2>" in page(opened(harbour_store, article=article))


@pytest.mark.parametrize(
    ("key", "value"),
    [("from", "soon"), ("country", "Narnia"), ("quad", "7"), ("dyad", "PER"), ("article", "none"), ("to", "<b>")],
)
def test_a_bad_value_is_noted_and_the_rest_is_shown(opened, harbour_store, key, value):
    app = opened(harbour_store, **{key: value})
    assert f"{key}={value} is left out".replace("<", "&lt;").replace(">", "&gt;") in page(app)
    assert arcs(app) == {"PER-CHL", "CHL-PER"}


def test_a_dyad_without_acts_says_so(opened, harbour_store):
    assert "No act of Cuba towards the United States in this view" in page(opened(harbour_store, dyad="CUB-USA"))


def test_when_nothing_fits_the_ways_back_tell_what_they_bring(opened, harbour_store):
    app = opened(harbour_store, from_="2021-01-01", to="2021-12-31", quad="3")
    assert "<h1>No acts of conflict in words in 2021</h1>" in page(app)
    ways = {button.label: button for button in app.button if button.key and button.key.startswith("way-")}
    assert set(ways) == {"At any time :gray[1]", "Any kind of act :gray[1]", "Clear all filters :gray[3]"}
    ways["At any time :gray[1]"].click().run()
    assert arcs(app) == {"CHL-PER"}
    assert asked(app, "quad") == ["3"]


def test_text_of_articles_is_never_more_than_text(opened, hostile_store):
    app = opened(hostile_store, dyad="PER-CHL")
    next(button for button in app.button if button.label == "Read the whole article").click().run()
    for markup in ("<img", "<script", "<b>Ink", "href='javascript", 'href="javascript'):
        assert markup not in page(app)
    assert "&lt;img src=x onerror=" in page(app)
    assert not [element for element in app.markdown if "Peru" in element.value or "salt" in element.value]


def test_a_store_that_is_not_there_is_named(dashboard, monkeypatch, tmp_path):
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path / "nowhere"))
    app = AppTest.from_file(str(dashboard), default_timeout=60).run()
    assert not app.exception
    assert "nowhere" in page(app)


def test_the_page_says_that_the_seeds_are_a_demonstration_and_says_it_of_no_other_store(
    dashboard, opened, harbour_store, seed_store, monkeypatch
):
    def footers(app):
        return " ".join(caption.value for caption in app.caption)

    assert "demonstration" not in footers(opened(harbour_store))
    monkeypatch.delenv("ENTENTE_STORE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(seed_store.folder.parents[1]))
    app = AppTest.from_file(str(dashboard), default_timeout=60).run()
    assert "briefs written for this project" in footers(app)


def test_every_filter_offers_its_options_with_the_acts_that_each_would_keep(opened, harbour_store):
    app = opened(harbour_store, quad="3")
    labels = [pill.content for pill in app.get_by_key("quads").proto.options]
    assert labels == [
        "Cooperation in words :gray[1]", "Cooperation in deeds :gray[0]", "Conflict in words :gray[1]",
        "Conflict in deeds :gray[1]",
    ]
    assert app.get_by_key("countries").options == ["Chile · 1", "Peru · 1"]


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("sources", ["PER"], ("source", ["PER"])), ("targets", ["PER"], ("target", ["PER"])),
        ("between", ["PER", "CHL"], ("between", ["PER", "CHL"])), ("types", ["ACCUSE"], ("type", ["ACCUSE"])),
        ("statuses", ["asserted"], ("status", ["asserted"])), ("words", " poaching ", ("words", ["poaching"])),
        ("least", 2, ("least", ["2"])), ("confidence", 0.5, ("confidence", ["0.5"])),
        ("year", 2022, ("to", ["2022-12-31"])),
    ],
)
def test_what_is_chosen_in_a_filter_stands_in_the_address(opened, harbour_store, key, value, written):
    app = opened(harbour_store)
    app.get_by_key(key).set_value(value).run()
    parameter, values = written
    assert asked(app, parameter) == values


def test_each_filter_has_a_way_back(opened, harbour_store):
    app = opened(harbour_store, quad="3", words="poaching")
    app.get_by_key("clear-statuses").click().run()
    assert "words" not in app.query_params
    assert asked(app, "quad") == ["3"]
    assert app.get_by_key("clear-statuses").disabled


def test_what_an_address_asks_for_is_never_markup_in_a_label(opened, harbour_store):
    app = opened(harbour_store, outlet="![x](http://evil.example/x.png)")
    labels = [popover.proto.popover.label for popover in app.get("popover")]
    assert any(r"\!\[x\]\(http\:\/\/evil\.example" in label for label in labels)
    assert not any("![x](" in label for label in labels)


def test_a_step_forward_goes_to_the_address_once(opened, harbour_store):
    app = opened(harbour_store, step="month", from_="2022-08-01", to="2022-08-31")
    app.get_by_key("play-later").click().run()
    assert (asked(app, "from"), asked(app, "to")) == (["2022-09-01"], ["2022-09-30"])
    assert arcs(app) == {"PER-CHL"}


def test_play_moves_over_the_map_and_leaves_the_address_alone_until_it_is_paused(opened, harbour_store):
    app = opened(harbour_store, step="month", from_="2022-08-01", to="2022-08-31")
    app.get_by_key("play").click().run()
    assert asked(app, "from") == ["2022-08-01"]
    assert "August 2022" in page(app)
    assert arcs(app) == {"CHL-PER"}
    app.get_by_key("play").click().run()
    assert app.get_by_key("play").label == "Play"
    assert asked(app, "to") in (["2022-08-31"], ["2022-09-30"])


def test_play_ends_by_itself_after_the_last_days(opened, harbour_store):
    app = opened(harbour_store, step="month", from_="2022-08-01", to="2022-08-31")
    app.get_by_key("play").click().run()
    for _ in range(4):
        app.run()
    assert app.get_by_key("play").label == "Play"
    assert asked(app, "from") == ["2022-08-01"]


def test_nothing_plays_where_the_system_asks_for_less_motion(opened, harbour_store):
    app = opened(harbour_store)
    app.session_state["less-motion"] = True
    app.run()
    assert app.get_by_key("play").disabled
    assert not app.get_by_key("play-later").disabled


def test_what_changed_is_told_drawn_and_listed(opened, harbour_store):
    app = opened(harbour_store, changes="yes", from_="2022-09-01", to="2022-09-30")
    assert "<h1>More from Peru to Chile, less from Chile to Peru</h1>" in page(app)
    assert "1 act in September 2022, 1 in August 2022. Pairs: 1 new and 1 gone." in page(app)
    assert arcs(app) == {"PER-CHL", "CHL-PER"}
    assert [option.content for option in app.get_by_key("group").proto.options] == [
        "New :gray[1]", "Vanished :gray[1]",
    ]


def test_what_changed_is_a_button_that_goes_to_the_address_and_back(opened, harbour_store):
    app = opened(harbour_store)
    app.get_by_key("changes").click().run()
    assert asked(app, "changes") == ["yes"]
    app.get_by_key("changes").click().run()
    assert "changes" not in app.query_params


@pytest.mark.parametrize(("from_", "to"), [("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")])
def test_days_at_the_ends_of_the_calendar_are_days_like_others(opened, harbour_store, from_, to):
    app = opened(harbour_store, from_=from_, to=to, changes="yes")
    app.get_by_key("play").click().run()
    assert not app.exception


def test_where_no_single_way_back_is_enough_two_filters_can_be_given_up_at_once(opened, harbour_store):
    app = opened(harbour_store, from_="2022-08-01", to="2022-08-31", quad="4", words="poaching")
    ways = {button.label for button in app.button if button.key and button.key.startswith("way-")}
    assert "Any kind of act :gray[1]" in ways
    assert "At any time, any words :gray[1]" in ways
    assert "Clear all filters :gray[3]" in ways
