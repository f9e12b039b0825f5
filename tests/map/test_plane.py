"""The plane of the map: the Equal Earth projection."""

import numpy as np
import pytest

from geo.map.plane import CUT, point, project


def test_the_middle_of_the_map_lies_on_the_equator_eleven_degrees_east():
    assert point((11.0, 0.0)) == (0.0, 0.0)


def test_positions_agree_with_the_published_formulas():
    # The corner of the map, from the paper: x = 2.70663, y = 1.31737 for a globe of radius 1; here one of 6.
    assert point((CUT, 0.0))[0] == pytest.approx(-6 * 2.70663, abs=1e-3)
    assert point((11.0, 90.0))[1] == pytest.approx(6 * 1.31737, abs=1e-3)


def test_areas_keep_their_share_of_the_globe():
    def area(south):
        west_east = project([(20, south), (21, south), (21, south + 1), (20, south + 1)])
        x, y = west_east.T
        return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2

    def on_the_globe(south):
        return np.sin(np.radians(south + 1)) - np.sin(np.radians(south))

    assert area(70) / area(0) == pytest.approx(on_the_globe(70) / on_the_globe(0), rel=1e-3)


def test_siberia_lies_east_of_moscow_on_both_sides_of_the_antimeridian():
    moscow, anadyr, uelen = (point(place)[0] for place in [(37.6, 55.8), (177.5, 64.7), (-169.8, 66.2)])
    assert moscow < anadyr < uelen


def test_the_plane_lies_so_near_to_the_equator_that_mercator_draws_it_as_it_is():
    _, north = point((11.0, 90.0))
    drawn = np.degrees(np.arcsinh(np.tan(np.radians(north))))
    assert drawn / north == pytest.approx(1, abs=0.01)
