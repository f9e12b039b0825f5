import pytest

from geo.map.frame import fit
from geo.map.plane import point

PLACES = {"Moscow": (37.6, 55.8), "Havana": (-82.4, 23.1), "Caracas": (-66.9, 10.5), "Bogotá": (-74.1, 4.7)}
MOSCOW, HAVANA, CARACAS, BOGOTA = (point(place) for place in PLACES.values())
FAR_APART = [point(place) for place in [(139.7, 35.7), (-77.0, 38.9), (37.6, 55.8), (-99.1, 19.4), (77.2, 28.6)]]
WIDE, PHONE = (940, 470), (350, 231)


def inside(frame, place):
    x, y = frame.pixel(place)
    return 0 < x < frame.width and 0 < y < frame.height


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_all_that_is_shown_lies_in_the_frame(size):
    frame = fit([MOSCOW, HAVANA, CARACAS], *size)
    assert all(inside(frame, place) for place in (MOSCOW, HAVANA, CARACAS))


def test_what_lies_near_together_is_shown_from_near():
    assert fit([HAVANA, CARACAS], *WIDE).zoom > fit([HAVANA, MOSCOW], *WIDE).zoom


def test_one_place_is_shown_with_its_surroundings():
    assert inside(fit([HAVANA], *WIDE), BOGOTA)


def test_nothing_to_show_gives_the_whole_world():
    frame = fit([], *WIDE)
    ends = [(-118.2, 34.1), (-58.4, -34.6), (147.3, -42.9), (177.5, 64.7)]
    assert all(inside(frame, point(place)) for place in ends)


def test_what_spans_most_of_the_world_is_shown_with_the_whole_world():
    assert fit(FAR_APART, *WIDE) == fit([], *WIDE)


def test_the_whole_world_reaches_as_far_as_what_is_shown():
    fiji = point((178.4, -18.1))
    assert not inside(fit([], *WIDE), fiji)
    assert inside(fit([*FAR_APART, fiji], *WIDE), fiji)


def test_a_phone_leaves_out_the_pacific():
    assert fit([], *PHONE).scale > fit([], *WIDE).scale * PHONE[0] / WIDE[0]


def test_each_zoom_step_doubles_the_scale():
    frame = fit([HAVANA], *WIDE)
    assert frame.nearer(2).zoom == pytest.approx(frame.zoom + 1)


def test_a_tilted_map_is_foreshortened_from_north_to_south_alone():
    flat = fit([], *WIDE)
    tilted = flat.tilted(40)

    def apart(frame, axis):
        return abs(frame.pixel(MOSCOW)[axis] - frame.pixel(CARACAS)[axis])

    assert apart(tilted, 0) == pytest.approx(apart(flat, 0))
    assert apart(tilted, 1) < 0.8 * apart(flat, 1)
