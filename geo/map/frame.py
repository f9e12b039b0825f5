"""Which part of the plane the map shows, and where on the screen a point of it comes to lie."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geo.map.plane import Point

PHONE = 560
"""Pixels of width below which the page, not the map, must answer a finger that swipes."""

_TILE = 512 / 360  # pixels that a degree of deck.gl's is wide at zoom 0
_MARGIN = 2.2  # degrees of the plane around what is shown: names and the bow of the arcs need room
_LEAST = 7.0  # degrees: nearer, and one loses sight of where one is
_EDGE = 0.8  # degrees between what is shown and the edge, where the whole world is shown
_HORIZON = 0.08  # of the height
_WIDEST = 17.0  # degrees: what spans more is shown with the whole world

# West, south, east, north. Little happens on the ice, and a narrow screen leaves out the Pacific, too.
_WORLD = (-12.1, -5.1, 14.0, 7.9)
_NARROW_WORLD = (-10.4, -5.1, 10.2, 7.6)


@dataclass(frozen=True, slots=True)
class Frame:
    """A map view.

    Attributes:
        east: of the centre, degrees of the plane.
        north: of the centre.
        scale: pixels for a degree of the plane.
        width: pixels.
        height: pixels.
        pitch: degrees by which the map is tilted.
    """

    east: float
    north: float
    scale: float
    width: int
    height: int
    pitch: float = 0.0

    @property
    def zoom(self) -> float:
        """deck.gl's: each step doubles the scale."""
        return round(math.log2(self.scale / _TILE), 3)

    @property
    def narrow(self) -> bool:
        """Whether it is a phone's."""
        return self.width < PHONE

    @property
    def letters(self) -> int:
        """Pixels of the names' letters."""
        return 11 if self.narrow else 12

    @property
    def pen(self) -> float:
        """How wide lines are, as a share of their width on a large map."""
        return max(0.6, min(1.0, self.width / 900))

    def pixel(self, point: Point) -> tuple[float, float]:
        """Pixels from the left and from the top; on a tilted map as far as foreshortening goes, without perspective."""
        (left, top), = self.pixels([point])
        return float(left), float(top)

    def pixels(self, points: Sequence[Point]) -> NDArray[np.float64]:
        """The same for many points, a row for each."""
        upright = self.scale * math.cos(math.radians(self.pitch))
        apart = np.asarray(points, dtype=np.float64).reshape(-1, 2) - [self.east, self.north]
        return apart * [self.scale, -upright] + [self.width / 2, self.height / 2]

    def nearer(self, times: float) -> "Frame":
        """The same after zooming in."""
        return replace(self, scale=self.scale * times)

    def tilted(self, pitch: float) -> "Frame":
        """The same tilted by so many degrees, and a little higher up, for the arcs need room above the horizon."""
        return replace(self, pitch=pitch, north=round(self.north - _HORIZON * self.height / self.scale, 3))


def fit(points: Iterable[Point], width: int, height: int) -> Frame:
    """The frame around some points; the whole world where there are none, or where they span most of it.

    Args:
        points: on the plane.
        width: of the map, pixels.
        height: of the map, pixels.
    """
    known = list(points)
    easts, norths = [east for east, _ in known], [north for _, north in known]
    if not known or max(easts) - min(easts) > _WIDEST:
        west, south, east, north = _NARROW_WORLD if width < PHONE else _WORLD
        easts, norths = [west + _EDGE, *easts, east - _EDGE], [south + _EDGE, *norths, north - _EDGE]
        return _around(_box(easts, norths, _EDGE), width, height)
    return _around(_box(easts, norths, _MARGIN), width, height)


def _box(easts: list[float], norths: list[float], edge: float) -> tuple[float, float, float, float]:
    """West, south, east and north of what lies around all of these."""
    return min(easts) - edge, min(norths) - edge, max(easts) + edge, max(norths) + edge


def _around(box: tuple[float, float, float, float], width: int, height: int) -> Frame:
    west, south, east, north = box
    scale = min(width / max(east - west, _LEAST), height / max(north - south, _LEAST / 2))
    return Frame(round((west + east) / 2, 3), round((south + north) / 2, 3), scale, width, height)
