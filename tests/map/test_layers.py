"""The map as it goes to the browser."""

import json

import pytest

from geo.map import Flow, Focus, Scene, Spot, scale, world
from geo.map.colours import DARK, LIGHT, rgba
from geo.map.plane import point
from geo.map.points import named

FLOWS = [Flow("RUS", "CUB", "cooperation", 9), Flow("CUB", "RUS", "cooperation", 4), Flow("USA", "RUS", "conflict", 1)]
SPOTS = [Spot("Sochi", (39.7, 43.6), 4)]
STATES = ["RUS", "USA", "CHN", "FRA", "DEU", "GBR", "IND", "BRA", "CUB", "IRN", "JPN"]
HUNDRED = [Flow(a, b, "conflict", 3) for a in STATES for b in STATES if a != b][:100]


def spec(flows=FLOWS, spots=SPOTS, palette=LIGHT, focus=None, unit="acts"):
    scene = Scene(flows, spots, scale(flows, unit, 100))
    return json.loads(world(scene, palette, (900, 480), focus or Focus()).to_json())


def layer(name, **known):
    return next(found for found in spec(**known)["layers"] if found["id"].split("-")[0] == name)


def colours(drawn, accessor="getColor"):
    """The colours of a layer's rows: the browser evaluates `k==0?[r,g,b,a]:k==1?…`."""
    choices = dict(choice.split("?") for choice in drawn[accessor].removeprefix("@@=").split(":")[:-1])
    return [json.loads(choices[f"k=={row['k']}"]) for row in drawn["data"]]


def tips(name, **known):
    return [row["tip"] for row in layer(name, **known)["data"]]


def written(**known):
    found = [drawn for drawn in spec(**known)["layers"] if drawn["id"].startswith("names")]
    return {row["n"] for drawn in found for row in drawn["data"]}


def test_no_map_style_is_given_for_streamlit_would_then_ask_an_outside_host():
    assert spec()["mapStyle"] == "__MAP_STYLE__"  # by which Streamlit knows that none was given
    assert spec().get("mapProvider") is None


def test_an_arc_ends_at_the_capital():
    assert layer("arcs")["data"][0]["c"][6:] == pytest.approx(point((-82.4, 23.1)), abs=0.02)


def test_an_arc_says_who_acts_towards_whom_and_how_often():
    assert tips("pick")[0] == "Russia → Cuba\n9 acts of cooperation"
    assert tips("pick")[2] == "United States → Russia\n1 act of conflict"


def test_arcs_take_the_colour_of_their_kind():
    kinds = ["cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds"]
    flows = [Flow("RUS", "CUB", kind, 9 - number) for number, kind in enumerate(kinds)]
    drawn = colours(layer("arcs", flows=flows))
    assert [colour[:3] for colour in drawn] == [rgba(LIGHT.of(kind))[:3] for kind in kinds]


def test_arcs_fade_in_from_their_source():
    assert layer("arcs")["@@type"] == "TripsLayer"
    assert layer("arcs")["fadeTrail"] is True


def test_each_arc_has_an_arrowhead_at_its_target_that_points_the_way_it_comes():
    head = layer("heads", flows=[Flow("CUB", "RUS", "cooperation", 4)])["data"][0]
    assert head["c"] == pytest.approx(point((37.6, 55.75)), abs=0.02)
    assert -90 < head["a"] < 0  # counterclockwise from north: Havana's arc comes in from the south-west


def test_dark_pages_have_lighter_arcs():
    assert colours(layer("arcs", palette=DARK))[0][:3] == rgba(DARK.cooperation)[:3]


def test_more_acts_make_a_wider_arc_within_bounds():
    flows = [Flow("RUS", "CUB", "conflict", acts) for acts in (500, 9, 1)]
    widths = [row["w"] for row in layer("arcs", flows=flows)["data"]]
    assert widths == sorted(widths, reverse=True)
    assert 1 < widths[-1] < widths[0] <= 8


def test_arcs_may_be_as_wide_as_there_are_stories():
    flows = [Flow("RUS", "CUB", "conflict", acts=9, stories=1), Flow("USA", "CUB", "conflict", acts=2, stories=8)]
    by_acts, by_stories = (layer("pick", flows=flows, unit=unit)["data"] for unit in ("acts", "stories"))
    assert [row["ends"][0] for row in by_acts] == ["RUS", "USA"]
    assert [row["ends"][0] for row in by_stories] == ["USA", "RUS"]


def test_a_share_of_coverage_is_as_wide_in_a_week_as_in_a_year():
    week = [Flow("RUS", "CUB", "conflict", acts=9, stories=5)]
    year = [Flow("RUS", "CUB", "conflict", acts=900, stories=500)]
    assert scale(week, "share", 100).width(0.05) == scale(year, "share", 10_000).width(0.05)
    assert scale(year, "share", 10_000).amount(year[0]) == scale(week, "share", 100).amount(week[0])


def test_the_selected_dyad_stands_out_in_a_casing_and_the_others_step_back():
    focus = Focus("CUB-RUS")
    assert len(layer("chosen", focus=focus)["data"]) == len(layer("casing", focus=focus)["data"]) == 1
    assert colours(layer("chosen", focus=focus))[0][3] == 255
    assert all(alpha < 100 for *_, alpha in colours(layer("arcs", focus=focus)))


def test_layers_take_another_id_when_the_selection_changes_so_that_streamlit_forgets_its_own():
    assert layer("pick")["id"] != layer("pick", focus=Focus("CUB-RUS"))["id"]
    assert layer("land")["id"] == layer("land", focus=Focus("CUB-RUS"))["id"]


def test_arcs_never_light_up_under_the_pointer_for_that_loses_clicks():
    assert not any(found.get("autoHighlight") for found in spec()["layers"])


@pytest.mark.parametrize("tilted", [False, True])
def test_every_layer_that_can_be_hovered_has_a_tip(tilted):
    for found in spec(focus=Focus(tilted=tilted))["layers"]:
        if found.get("pickable"):
            assert all(row["tip"] for row in found["data"]), found["id"]


def test_places_lie_at_their_own_coordinates_say_how_often_they_are_named_and_can_be_clicked():
    place, = layer("places")["data"]
    assert place["p"] == pytest.approx(point((39.7, 43.6)))
    assert place["tip"] == "Sochi\nnamed 4 times"
    assert named(place) == "Sochi"


def test_the_chosen_place_has_a_ring():
    assert len(layer("ring", focus=Focus(place="Sochi"))["data"]) == 1


def test_ends_of_arcs_are_named_and_places_when_one_comes_nearer():
    assert written() == {"Russia", "Cuba", "United States", "Sochi"}
    first = [row["n"] for row in layer("names0")["data"]]
    assert "Sochi" not in first


def test_names_may_be_in_any_script():
    assert layer("names0")["characterSet"] == "auto"


def test_names_of_a_nearer_zoom_lie_beneath_a_cover_that_is_not_seen():
    order = [drawn["id"].split("-")[0] for drawn in spec()["layers"]]
    assert order.index("names0") < order.index("cover1") < order.index("names1")
    assert layer("cover1")["getFillColor"][3] == 0


def test_whom_one_asks_for_is_shown_without_any_arc():
    assert written(flows=[], spots=[], focus=Focus(actors=("NIC",))) == {"Nicaragua"}


def test_organisations_have_a_place_on_the_map():
    assert tips("pick", flows=[Flow("org:NATO", "RUS", "conflict", 2)]) == ["NATO → Russia\n2 acts of conflict"]


def test_a_country_alone_shades_its_partners_and_cases_its_arcs():
    alone = spec(focus=Focus(actors=("CUB",), centre="CUB"))["layers"]
    assert "edges" in {drawn["id"].split("-")[0] for drawn in alone}
    assert layer("land", focus=Focus(actors=("CUB",), centre="CUB")) != layer("land")


def test_the_tilted_map_shows_the_same_arcs_with_the_same_picks_and_colours():
    flat, tilted = layer("pick"), layer("pick", focus=Focus(tilted=True))
    assert tilted["@@type"] == "ArcLayer"
    assert [row["ends"] for row in flat["data"]] == [row["ends"] for row in tilted["data"]]
    assert [row["tip"] for row in flat["data"]] == [row["tip"] for row in tilted["data"]]
    risen = colours(layer("arcs", focus=Focus(tilted=True)), "getTargetColor")
    assert [colour[:3] for colour in risen] == [colour[:3] for colour in colours(layer("arcs"))]
    assert spec(focus=Focus(tilted=True))["initialViewState"]["pitch"] > 30


def test_on_the_tilted_map_there_and_back_lean_to_different_sides():
    rows = layer("arcs", flows=FLOWS[:2], focus=Focus(tilted=True))["data"]
    assert all(row["lean"] > 0 for row in rows)  # each to its own right


def test_asking_for_the_first_view_again_sends_another_view_of_the_same_layers():
    once, again = spec(focus=Focus(refits=1)), spec(focus=Focus(refits=2))
    assert once["layers"] == again["layers"]
    for key in ("longitude", "latitude", "zoom"):
        assert once["initialViewState"][key] != again["initialViewState"][key]
        assert once["initialViewState"][key] == pytest.approx(again["initialViewState"][key], abs=1e-5)


@pytest.mark.parametrize("focus", [Focus(), Focus("RUS-USA"), Focus(tilted=True), Focus(centre="RUS")], ids=str)
def test_a_hundred_arcs_and_as_many_places_stay_small_enough_to_send_at_each_change(focus):
    spots = [Spot(f"Town of number {number}", (number - 100, number / 3), number) for number in range(150)]
    scene = Scene(HUNDRED, spots, scale(HUNDRED, "acts", 100))
    assert len(world(scene, LIGHT, (900, 480), focus).to_json().encode()) < 65_000
