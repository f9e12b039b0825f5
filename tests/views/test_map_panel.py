"""The map's panel: legend, how many arcs one sees, and what a screen reader is told."""

import json

import pytest
from pandas import DataFrame
from streamlit.testing.v1 import AppTest

from geo.gazetteer.actors import actors
from geo.map import Flow, scale

STATES = [code for code in actors() if not code.startswith("org:")]


def script(dyads, chosen):
    import pandas as pd

    from geo.store.answers import Summary
    from geo.views.map_panel import map_panel

    places = pd.DataFrame({
        "place": ["Sochi", "Russia"], "country": ["RUS", "RUS"], "latitude": [43.6, 55.7], "longitude": [39.7, 37.6],
        "mentions": [4, 90],
    })
    summary = Summary(
        articles=9, stories=9, acts=9, cooperation=6, conflict=3, telling=9, first=None, last=None, passed_over={}
    )
    map_panel(dyads, places, summary, chosen)


def panel(dyads, **wishes):
    from geo.views.address import Address

    app = AppTest.from_function(script, kwargs={"dyads": DataFrame(dyads), "chosen": Address(**wishes)}).run()
    assert not app.exception
    return app


def rows(*ends, **columns):
    sources, targets = zip(*ends, strict=True)
    told = {"acts": range(len(ends), 0, -1), "stories": 1, "conflict": False} | columns
    return {"source": sources, "target": targets, "dyad": "-".join(ends[0])} | told


def caption(app):
    return app.caption[0].value


def element(app):
    return app.get("deck_gl_json_chart")[0].proto


def layer(app, name):
    found = json.loads(element(app).json)["layers"]
    return next(drawn for drawn in found if drawn["id"].startswith(name))


def legend(app):
    return app.get("html")[0].proto.body


MANY = rows(*[("RUS", code) for code in STATES if code != "RUS"][:130])


def test_the_hundred_arcs_with_most_acts_are_drawn_and_the_rest_is_counted():
    app = panel(MANY)
    assert len(layer(app, "pick")["data"]) == 100
    assert caption(app) == "Showing 100 of 130 arcs: those with most acts."


def test_where_all_are_drawn_it_says_so():
    assert caption(panel(rows(("RUS", "CUB")))) == "Showing 1 of 1 arc."


def test_the_selected_pair_is_drawn_whatever_its_rank():
    last = MANY["target"][-1]
    app = panel(MANY | {"dyad": [f"RUS-{code}" for code in MANY["target"]]}, dyad=("RUS", last))
    assert ["RUS", last] in [row["ends"] for row in layer(app, "pick")["data"]]
    assert caption(app) == "Showing 101 of 130 arcs: those with most acts, and the selected pair's."


def test_an_actor_that_the_map_does_not_know_is_counted_in_a_note():
    app = panel(rows(("RUS", "CUB"), ("RUS", "org:Atlantis")))
    assert len(layer(app, "pick")["data"]) == 1
    assert caption(app).startswith("Showing 1 of 1 arc. 1 more arc can't be drawn")


def test_a_screen_reader_is_told_the_arcs_with_most_acts_and_where_the_others_are():
    alt = element(panel(rows(("RUS", "CUB"), ("CUB", "RUS")))).alt
    assert "2 arcs" in alt
    assert "Russia → Cuba, 2 acts of cooperation" in alt
    assert "table" in alt


def test_the_legend_counts_the_acts_of_each_kind():
    words = legend(panel(rows(("RUS", "CUB"), ("USA", "CUB"), conflict=[False, True])))
    assert "Cooperation <b>2</b>" in words
    assert "Conflict <b>1</b>" in words


def test_the_legend_follows_the_colours():
    quads = rows(("RUS", "CUB"), ("USA", "CUB"), quad=[1, 4])
    del quads["conflict"]
    words = legend(panel(quads, colour="quad"))
    assert "Cooperation in words <b>2</b>" in words
    assert "Conflict in deeds <b>1</b>" in words


@pytest.mark.parametrize(("width", "unit"), [("acts", "Acts"), ("stories", "Stories"), ("share", "Share of coverage")])
def test_the_legend_follows_the_widths(width, unit):
    assert unit in legend(panel(rows(("RUS", "CUB")), width=width))


def test_one_country_alone_is_shown_among_its_partners():
    assert "Partners of Cuba" in legend(panel(rows(("RUS", "CUB")), countries=("CUB",)))


def test_a_country_that_is_only_named_as_a_whole_is_no_point_on_the_map():
    tips = [row["tip"] for row in layer(panel(rows(("RUS", "CUB"))), "places")["data"]]
    assert tips == ["Sochi\nnamed 4 times"]


def test_an_address_with_view_3d_tilts_the_map():
    flat, tilted = (json.loads(element(panel(rows(("RUS", "CUB")), view=view)).json) for view in ("flat", "3d"))
    assert flat["initialViewState"]["pitch"] == 0
    assert tilted["initialViewState"]["pitch"] > 30


def test_a_share_is_of_all_stories_of_the_period():
    flow = Flow("RUS", "CUB", "cooperation", acts=5, stories=3)
    assert scale([flow], "share", 12).amount(flow) == 0.25
