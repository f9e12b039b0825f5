"""Colours that everyone can tell apart, on paper and on land."""

import itertools

import pytest

from geo.map.colours import DARK, LIGHT, mixed, rgba

KINDS = ["cooperation", "conflict"]
QUADS = [f"{kind} in {how}" for kind in KINDS for how in ("words", "deeds")]


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in rgba(colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [*KINDS, *QUADS])
def test_arcs_stand_out_from_paper_and_land(palette, kind):
    for ground in (palette.paper, palette.land, palette.land_in_view):
        assert contrast(palette.of(kind), ground) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_deeds_differ_in_lightness_which_every_eye_sees(palette):
    for kind in KINDS:
        assert contrast(palette.of(f"{kind} in words"), palette.of(f"{kind} in deeds")) >= 2


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_paper(palette):
    for colour in (palette.ink, palette.muted, palette.cooperation_text, palette.conflict_text):
        assert contrast(colour, palette.paper) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_blue_and_orange_stay_apart_for_those_who_see_no_red_or_no_green(palette):
    # Both kinds of red-green blindness leave the difference of blue against yellow (here: the mean of red and green).
    def yellow_to_blue(colour):
        red, green, blue, _ = rgba(colour)
        return blue - (red + green) / 2

    for cooperation, conflict in itertools.product(QUADS[:2], QUADS[2:]):
        assert yellow_to_blue(palette.of(cooperation)) - yellow_to_blue(palette.of(conflict)) > 60


def test_a_colour_half_way_lies_between():
    assert mixed("#000000", "#FF8000", 0.5) == "#804000"
    assert mixed("#123456", "#FFFFFF", 0) == "#123456"
