import pytest

from geo.map.frame import fit

MOSCOW, HAVANA, TOKYO, WASHINGTON, CARACAS = (37.6, 55.8), (-82.4, 23.1), (139.7, 35.7), (-77.0, 38.9), (-66.9, 10.5)


def inside(frame, place):
    x, y = frame.pixel(place)
    return 0 < x < frame.width and 0 < y < frame.height


@pytest.mark.parametrize("size", [(940, 500), (350, 217)])
def test_all_that_is_shown_lies_in_the_frame(size):
    frame = fit([MOSCOW, HAVANA, CARACAS], *size)
    assert all(inside(frame, place) for place in (MOSCOW, HAVANA, CARACAS))


def test_across_the_pacific_the_frame_takes_the_short_way():
    frame = fit([TOKYO, WASHINGTON], 940, 500)
    assert 140 < frame.longitude % 360 < 283
    assert inside(frame, TOKYO)
    assert inside(frame, WASHINGTON)


def test_one_place_is_shown_with_its_surroundings():
    frame = fit([HAVANA], 940, 500)
    assert inside(frame, (-74.1, 4.7))


def test_nothing_to_show_gives_the_whole_world():
    frame = fit([], 940, 480)
    assert all(inside(frame, place) for place in (MOSCOW, HAVANA, TOKYO, (-70.9, -53.1), (147.3, -42.9)))


def test_what_spans_the_world_is_shown_with_the_whole_world():
    assert fit([TOKYO, WASHINGTON, MOSCOW, (-21.9, 64.1), (-157.8, 21.3), (77.2, 28.6)], 940, 480) == fit([], 940, 480)
