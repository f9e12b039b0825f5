import math

import pytest

from geo.map.sphere import bearing, beside, great_circle, plane, position

MOSCOW, HAVANA = (37.6, 55.8), (-82.4, 23.1)


def test_a_great_circle_begins_and_ends_where_it_should():
    way = list(great_circle(MOSCOW, HAVANA))
    assert way[0] == pytest.approx(MOSCOW)
    assert way[-1] == pytest.approx(HAVANA)


def test_the_shortest_way_from_moscow_to_havana_passes_north_of_both():
    assert max(latitude for _, latitude in great_circle(MOSCOW, HAVANA)) > 60


def test_a_place_has_no_way_to_itself():
    assert list(great_circle(MOSCOW, MOSCOW)) == [MOSCOW, MOSCOW]


def test_the_plane_and_back():
    assert position(*plane(HAVANA)) == pytest.approx(HAVANA)


def test_east_along_the_equator_is_a_quarter_turn_from_north():
    assert bearing((0, 0), (10, 0)) == pytest.approx(math.pi / 2)


def test_to_the_right_of_the_way_east_is_south():
    longitude, latitude = beside((0, 0), (10, 0), 0.01)
    assert longitude == pytest.approx(0)
    assert latitude < 0
