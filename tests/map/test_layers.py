import json

import pytest

from geo.map import Flow, Focus, Spot, world
from geo.map.colours import DARK, LIGHT, rgba

FLOWS = [Flow("RUS", "CUB", "cooperation", 9), Flow("CUB", "RUS", "cooperation", 4), Flow("USA", "RUS", "conflict", 1)]
SPOTS = [Spot("Sochi", (39.7, 43.6), 4)]


def spec(flows=FLOWS, spots=SPOTS, palette=LIGHT, focus=None):
    return json.loads(world(flows, spots, palette, (900, 480), focus or Focus()).to_json())


def layer(name, **known):
    return next(found for found in spec(**known)["layers"] if found["id"].split("-")[0] == name)


def tips(name, **known):
    return [row["tip"] for row in layer(name, **known)["data"]]


def test_no_map_style_is_given_for_streamlit_would_then_ask_an_outside_host():
    assert spec()["mapStyle"] == "__MAP_STYLE__"  # by which Streamlit knows that none was given
    assert spec().get("mapProvider") is None


def test_the_land_is_a_file_of_our_own():
    assert layer("land")["data"] == "app/static/world.json"


def test_arcs_are_flat_great_circles_to_the_capital():
    arcs = layer("arcs")
    assert arcs["@@type"] == "ArcLayer"
    assert arcs["greatCircle"] is True
    assert arcs["getHeight"] == 0
    assert arcs["data"][0]["end"] == pytest.approx([-82.4, 23.1], abs=0.2)


def test_an_arc_says_who_acts_towards_whom_and_how_often():
    assert tips("pick")[0] == "Russia → Cuba\n9 acts of cooperation"
    assert tips("pick")[2] == "United States → Russia\n1 act of conflict"


def test_arcs_grow_solid_towards_their_target_in_the_colour_of_their_kind():
    for row, colour in zip(layer("arcs")["data"], ["cooperation", "cooperation", "conflict"], strict=True):
        assert row["pale"][:3] == row["solid"][:3] == rgba(LIGHT.of(colour))[:3]
        assert row["pale"][3] < row["solid"][3]


def test_dark_pages_have_lighter_arcs():
    assert layer("arcs", palette=DARK)["data"][0]["solid"][:3] == rgba(DARK.cooperation)[:3]


def test_more_acts_make_a_wider_arc_within_bounds():
    flows = [Flow("RUS", "CUB", "conflict", acts) for acts in (500, 9, 1)]
    widths = [row["width"] for row in layer("arcs", flows=flows)["data"]]
    assert widths == sorted(widths, reverse=True)
    assert 1 < widths[-1] < widths[0] <= 8


def test_there_and_back_do_not_hide_one_another():
    there, back = layer("arcs")["data"][:2]
    assert there["start"] != back["end"]
    assert back["start"] != there["end"]


def test_cooperation_and_conflict_of_one_dyad_have_a_lane_each():
    both = [Flow("RUS", "USA", "cooperation", 2), Flow("RUS", "USA", "conflict", 2)]
    first, second = layer("arcs", flows=both)["data"]
    assert first["start"] != second["start"]


def test_the_selected_dyad_stands_out_and_is_drawn_last():
    plain = {row["width"] for row in layer("arcs")["data"]}
    rows = layer("arcs", focus=Focus("CUB-RUS"))["data"]
    assert rows[-1]["solid"][3] == 255
    assert rows[-1]["width"] not in plain
    assert all(row["solid"][3] < 100 for row in rows[:-1])


def test_layers_take_another_id_when_the_selection_changes_so_that_streamlit_forgets_its_own():
    assert layer("pick")["id"] != layer("pick", focus=Focus("CUB-RUS"))["id"]
    assert layer("land")["id"] == layer("land", focus=Focus("CUB-RUS"))["id"]


def test_arcs_never_light_up_under_the_pointer_for_that_loses_clicks():
    assert not any(found.get("autoHighlight") for found in spec()["layers"])


def test_every_layer_that_can_be_hovered_has_a_tip():
    for found in spec()["layers"]:
        if found.get("pickable"):
            assert all(row["tip"] for row in found["data"]), found["id"]


def test_places_lie_at_their_own_coordinates_and_say_how_often_they_are_named():
    assert layer("places")["data"][0]["position"] == [39.7, 43.6]
    assert tips("places") == ["Sochi\nnamed 4 times"]


def test_ends_of_arcs_are_named():
    assert {row["name"] for row in layer("names")["data"]} == {"Russia", "Cuba", "United States"}


def test_names_may_be_in_any_script():
    assert layer("names")["characterSet"] == "auto"


def test_whom_one_asks_for_is_shown_without_any_arc():
    assert [row["name"] for row in layer("names", flows=[], focus=Focus(actors=("NIC",)))["data"]] == ["Nicaragua"]


def test_organisations_have_a_place_on_the_map():
    assert tips("pick", flows=[Flow("org:NATO", "RUS", "conflict", 2)]) == ["NATO → Russia\n2 acts of conflict"]


def test_a_hundred_arcs_stay_small_enough_to_send_at_each_click():
    names = ["RUS", "USA", "CHN", "FRA", "DEU", "GBR", "IND", "BRA", "CUB", "IRN", "JPN"]
    flows = [Flow(a, b, "conflict", 3) for a in names for b in names if a != b][:100]
    assert len(world(flows, SPOTS, LIGHT, (900, 480), Focus()).to_json()) < 100_000
