"""The countries beneath the arcs."""

import json

from geo.map import Flow, land
from geo.map.colours import DARK, LIGHT, rgba

FLOWS = [
    Flow("RUS", "CUB", "cooperation", 16), Flow("CUB", "USA", "conflict", 4), Flow("USA", "CUB", "cooperation", 1),
    Flow("VEN", "CUB", "cooperation in words", 1), Flow("org:UN", "CUB", "conflict", 9),
]


def blueness(colour):
    red, _, blue, _ = rgba(colour)
    return blue - red


def test_the_browser_fetches_the_land_itself_so_that_it_is_never_sent_again():
    drawn = json.loads(land.layer({"CUB": LIGHT.land_in_view}, LIGHT).to_json())
    assert drawn["data"] == "app/static/world.json"
    assert len(json.dumps(drawn)) < 1000


def test_countries_in_view_are_a_shade_deeper_and_organisations_have_no_land():
    assert land.in_view(["CUB", "org:NATO"], LIGHT) == {"CUB": LIGHT.land_in_view}


def test_partners_take_the_hue_of_what_prevails():
    shades = land.partners("CUB", FLOWS, LIGHT)
    assert blueness(shades["RUS"]) > 0 > blueness(shades["USA"])


def test_a_partner_of_many_acts_is_deeper_than_one_of_few():
    shades = land.partners("CUB", FLOWS, LIGHT)
    assert blueness(shades["RUS"]) > blueness(shades["VEN"])


def test_the_country_itself_stands_out_and_is_neither():
    for palette in (LIGHT, DARK):
        shades = land.partners("CUB", FLOWS, palette)
        assert shades["CUB"] not in {palette.land, palette.land_in_view, *(shades[code] for code in ("RUS", "USA"))}


def test_only_countries_are_shaded():
    assert set(land.partners("CUB", FLOWS, LIGHT)) == {"CUB", "RUS", "USA", "VEN"}
