"""Which part of the world the map shows, and where on the screen a position comes to lie."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from geo.map.sphere import Position, plane, position

TILE = 512
"""Pixels that the whole world is wide at zoom 0."""

_NEAREST = 0.16  # of the world's width: nearer, and one loses sight of where one is
_WIDEST = 0.7  # of the world's width: what spans more is shown with the whole world
_ROOM = 0.76  # of the frame, for what is shown: names need the rest
_WHOLE_HEIGHT = 0.51  # of the world's width, from 75° north to 56° south
_WHOLE: Position = (11.0, 24.0)  # from here only the tip of Siberia falls off the edge


@dataclass(frozen=True, slots=True)
class Frame:
    """A map view.

    Attributes:
        longitude: of the centre, degrees.
        latitude: of the centre, degrees.
        zoom: deck.gl's: the world is 512 · 2**zoom pixels wide.
        width: pixels.
        height: pixels.
    """

    longitude: float
    latitude: float
    zoom: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels that the whole world is wide."""
        return float(TILE * 2**self.zoom)

    @property
    def pen(self) -> float:
        """How wide lines are, as a share of their width on a large map."""
        return max(0.6, min(1.0, self.width / 900))

    def pixel(self, place: Position) -> tuple[float, float]:
        """Pixels from the left and from the top; a place across the antimeridian comes in on the near side."""
        x, y = plane(place)
        centre_x, centre_y = plane((self.longitude, self.latitude))
        right = (x - centre_x + 0.5) % 1 - 0.5
        return self.width / 2 + right * self.scale, self.height / 2 + (y - centre_y) * self.scale


def fit(places: Iterable[Position], width: int, height: int) -> Frame:
    """The frame around some places, at least a sixth of the world wide; the whole world where there are none.

    Args:
        places: longitude and latitude, degrees.
        width: of the map, pixels.
        height: of the map, pixels.
    """
    points = [plane(place) for place in places]
    left, across = _span([x for x, _ in points])
    if not points or across > _WIDEST:
        return _frame(_WHOLE, max(width, height / _WHOLE_HEIGHT), width, height)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    wide = _ROOM * width / max(across, _NEAREST)
    high = _ROOM * height / max(bottom - top, _NEAREST / 2)
    centre = position(left + across / 2, (top + bottom) / 2)
    return _frame(centre, max(min(wide, high), width), width, height)


def _frame(centre: Position, scale: float, width: int, height: int) -> Frame:
    return Frame(round(centre[0], 3), round(centre[1], 3), round(math.log2(scale / TILE), 3), width, height)


def _span(xs: list[float]) -> tuple[float, float]:
    """Left end and width of the shortest stretch of the round world that holds all of them."""
    if not xs:
        return 0.0, 0.0
    ordered = sorted(x % 1 for x in xs)
    following = [*ordered[1:], ordered[0] + 1]
    gap, left = max((after - before, after) for before, after in zip(ordered, following, strict=True))
    return left, 1 - gap
