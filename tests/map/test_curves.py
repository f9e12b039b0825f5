"""How arcs find their way."""

import math

import pytest

from geo.map.curves import Way, along, curves, fan, heading
from geo.map.frame import fit
from geo.map.plane import point

MOSCOW, HAVANA, MANAGUA = (point(place) for place in [(37.6, 55.8), (-82.4, 23.1), (-86.3, 12.1)])
FRAME = fit([MOSCOW, HAVANA], 940, 470)


def curve(*ways):
    return curves([Way(start, end, 3.0) for start, end in ways], FRAME)


def pixels(line):
    return [FRAME.pixel(spot) for spot in along(line, 60)]


def apart(one, other):
    """How near two curves come, pixels, away from the ends that they share."""
    return [min(math.dist(a, b) for b in pixels(other)) for a in pixels(one)]


def test_a_curve_begins_at_its_source_and_ends_at_its_target():
    line, = curve((MOSCOW, HAVANA))
    assert along(line)[0] == MOSCOW
    assert along(line)[-1] == pytest.approx(HAVANA)


def test_a_curve_bows_to_the_right_of_whoever_travels_it():
    line, = curve((MOSCOW, HAVANA))
    middle = along(line, 2)[1]
    turn = heading(MOSCOW, middle) - heading(MOSCOW, HAVANA)
    assert math.sin(turn) < 0


def test_there_and_back_part():
    there, back = curve((MOSCOW, HAVANA), (HAVANA, MOSCOW))
    assert max(apart(there, back)) > 40


def test_cooperation_and_conflict_of_one_dyad_have_a_way_each():
    first, second = curves([Way(MOSCOW, HAVANA, 3.0, 0), Way(MOSCOW, HAVANA, 3.0, 1)], FRAME)
    assert max(apart(first, second)) > 10


def test_moscow_to_havana_is_not_hidden_beneath_moscow_to_managua():
    havana, managua = curves([Way(MOSCOW, HAVANA, 4.0), Way(MOSCOW, MANAGUA, 8.0)], FRAME)
    a_little_way_out = [gap for spot, gap in zip(pixels(havana), apart(havana, managua), strict=True)
                        if math.dist(spot, FRAME.pixel(MOSCOW)) > 50]
    assert min(a_little_way_out) > (4 + 8) / 2


def test_a_short_curve_bows_more_for_its_length_than_a_long_one():
    def bow(end):
        line, = curve((MOSCOW, end))
        return abs(math.remainder(heading(MOSCOW, line[1]) - heading(MOSCOW, end), math.tau))

    assert bow((MOSCOW[0] + 1, MOSCOW[1])) > bow(HAVANA)


def test_ends_that_have_room_keep_the_heading_that_they_want():
    assert fan([(0.0, 3.0), (2.0, 3.0), (-2.0, 3.0)]) == pytest.approx([0.0, 2.0, -2.0])


def test_ends_that_crowd_are_spread_around_what_they_want():
    crowded = fan([(0.5, 4.0), (0.5, 4.0), (0.5, 4.0)])
    assert sum(crowded) / 3 == pytest.approx(0.5)
    gaps = [after - before for before, after in zip(sorted(crowded), sorted(crowded)[1:], strict=False)]
    assert min(gaps) > 0.1


def test_spreading_keeps_the_order_around_the_circle():
    wanted = [0.1, 0.12, 0.14, 3.0, 3.01]
    spread = fan([(angle, 5.0) for angle in wanted])
    assert spread[0] < spread[1] < spread[2] < spread[3] < spread[4]


def test_no_end_is_turned_far_however_many_meet():
    wanted = [1.0 + number / 500 for number in range(80)]
    assert max(abs(got - angle) for got, angle in zip(fan([(a, 8.0) for a in wanted]), wanted, strict=True)) < 0.7
