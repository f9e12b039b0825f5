"""Great circles, and the Web Mercator plane on which deck.gl draws them.

The plane is the unit square: x from 0 (180° W) to 1 (180° E), y from 0 (85° N) to 1 (85° S). Mercator keeps
angles, so a bearing on the globe is the same direction on the map.
"""

import math
from collections.abc import Iterator

Position = tuple[float, float]
"""Longitude, latitude: degrees WGS 84, in deck.gl's order."""

_POLE = 85.0  # Mercator has no place for the poles


def plane(position: Position) -> tuple[float, float]:
    """Where a position lies in the unit square."""
    longitude, latitude = position
    latitude = math.radians(max(-_POLE, min(_POLE, latitude)))
    return longitude / 360 + 0.5, 0.5 - math.asinh(math.tan(latitude)) / (2 * math.pi)


def position(x: float, y: float) -> Position:
    """The position at a point of the unit square; longitudes past the edge come in on the other side."""
    latitude = math.degrees(math.atan(math.sinh((0.5 - y) * 2 * math.pi)))
    return (x % 1 - 0.5) * 360, latitude


def bearing(start: Position, end: Position) -> float:
    """Direction in which a great circle leaves `start` for `end`: radians, clockwise from north."""
    turn, here, there = math.radians(end[0] - start[0]), math.radians(start[1]), math.radians(end[1])
    east = math.sin(turn) * math.cos(there)
    north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(turn)
    return math.atan2(east, north)


def beside(here: Position, towards: Position, distance: float) -> Position:
    """The position at `distance` (of the unit square) to the right of whoever leaves `here` for `towards`."""
    x, y = plane(here)
    angle = bearing(here, towards)
    return position(x + distance * math.cos(angle), y + distance * math.sin(angle))


def great_circle(start: Position, end: Position, steps: int = 24) -> Iterator[Position]:
    """Positions along the shortest way, both ends included."""
    first, last = _vector(start), _vector(end)
    cosine = sum(a * b for a, b in zip(first, last, strict=True))
    angle = math.acos(max(-1.0, min(1.0, cosine)))
    if angle < 1e-9 or math.pi - angle < 1e-9:  # the same place, or no single shortest way
        yield from (start, end)
        return
    for step in range(steps + 1):
        before, after = math.sin(angle * (1 - step / steps)), math.sin(angle * step / steps)
        x, y, z = (before * a + after * b for a, b in zip(first, last, strict=True))
        yield math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _vector(position: Position) -> tuple[float, float, float]:
    longitude, latitude = map(math.radians, position)
    return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)
