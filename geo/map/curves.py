"""The ways of the arcs: curves that bow to the right of whoever travels them, and part where many meet.

Curved arcs, apart from one another at their ends, are what readers of flow maps follow best (Jenny et al. 2018). Since
both directions bow to their own right, A → B and B → A part; where many arcs meet, as in Moscow, their ends are spread
like a fan, so that each can be followed out of the bundle.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.map.frame import Frame
from geo.map.plane import Point

_BOW = math.radians(19)  # between an arc's end and the straight line
_NEXT = math.radians(10)  # more for each further arc of the same dyad
_SHORT = 130  # pixels: short arcs bow more, lest they vanish between their ends
_HANDLE = 0.36  # of the length: how far the ends reach into the curve
_REACH = 42  # pixels from the end, where neighbours shall lie side by side
_SPACE = 2.0  # pixels between them there
_FAN = math.radians(200)  # what the ends of one bundle may be spread over
_TURN = math.radians(38)  # the most that an end is turned


@dataclass(frozen=True, slots=True)
class Way:
    """What an arc needs to find its way: both ends, its width in pixels, and how many of its dyad come before it."""

    start: Point
    end: Point
    width: float
    lane: int = 0


Curve = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve: start, its handle, the end's handle, end."""


def curves(ways: Sequence[Way], frame: Frame) -> list[Curve]:
    """One curve for each way.

    Args:
        ways: what is drawn, in any order.
        frame: the view, for distances on the screen.
    """
    lengths = [math.dist(way.start, way.end) for way in ways]
    bows = [_bow(way, length * frame.scale) for way, length in zip(ways, lengths, strict=True)]
    leaving, arriving = _spread(ways, bows)
    return [
        _curve(way, length, out, back)
        for way, length, out, back in zip(ways, lengths, leaving, arriving, strict=True)
    ]


def along(curve: Curve, steps: int = 24) -> list[Point]:
    """Points of the curve, both ends included."""
    return [(east, north) for east, north in (weights(steps) @ np.array(curve)).tolist()]


@cache
def weights(steps: int) -> NDArray[np.float64]:
    """What each of a curve's four points counts at each step along it: Bernstein's polynomials, a row for each step."""
    far = np.linspace(0, 1, steps + 1)
    near = 1 - far
    return np.column_stack([near**3, 3 * near**2 * far, 3 * near * far**2, far**3])


def heading(start: Point, end: Point) -> float:
    """Direction from one point to another: radians, counterclockwise from east."""
    return math.atan2(end[1] - start[1], end[0] - start[0])


def _bow(way: Way, pixels: float) -> float:
    return (_BOW + _NEXT * way.lane) * (1.5 if pixels < _SHORT else 1)


def _spread(ways: Sequence[Way], bows: Sequence[float]) -> tuple[list[float], list[float]]:
    """The headings in which each arc leaves its start and, looking back, its end."""
    ends: defaultdict[Point, list[tuple[float, float, int, bool]]] = defaultdict(list)
    for number, (way, bow) in enumerate(zip(ways, bows, strict=True)):
        ends[way.start].append((heading(way.start, way.end) - bow, way.width, number, True))
        ends[way.end].append((heading(way.end, way.start) + bow, way.width, number, False))
    leaving, arriving = [0.0] * len(ways), [0.0] * len(ways)
    for bundle in ends.values():
        wanted = [(angle, width) for angle, width, _, _ in bundle]
        for (_, _, number, leaves), angle in zip(bundle, fan(wanted), strict=True):
            (leaving if leaves else arriving)[number] = angle
    return leaving, arriving


def fan(ends: Sequence[tuple[float, float]]) -> list[float]:
    """Headings near to those wanted, so far apart that lines of their widths lie side by side a little way out.

    Isotonic regression by pooling adjacent violators, on the circle cut open at its widest gap.

    Args:
        ends: heading wanted (radians) and width (pixels) of each line that meets here.
    """
    order = _from_the_widest_gap([angle for angle, _ in ends])
    angles, widths = [angle for _, angle in order], [ends[number][1] for number, _ in order]
    gaps = [((a + b) / 2 + _SPACE) / _REACH for a, b in pairwise(widths)]
    shrink = min(1.0, _FAN / sum(gaps)) if gaps else 1.0
    places = [0.0]
    for gap in gaps:
        places.append(places[-1] + gap * shrink)
    level = _increasing([angle - place for angle, place in zip(angles, places, strict=True)])
    found = [0.0] * len(ends)
    for (number, angle), place, base in zip(order, places, level, strict=True):
        found[number] = ends[number][0] + max(-_TURN, min(_TURN, base + place - angle))
    return found


def _from_the_widest_gap(angles: Sequence[float]) -> list[tuple[int, float]]:
    """Numbers and angles in their order around the circle from its widest gap on, each above the one before."""
    turned = sorted((angle % math.tau, number) for number, angle in enumerate(angles))
    following = [*turned[1:], (turned[0][0] + math.tau, turned[0][1])]
    first = max(range(len(turned)), key=lambda place: following[place][0] - turned[place][0]) + 1
    beyond = [(angle + math.tau, number) for angle, number in turned[:first]]
    return [(number, angle) for angle, number in turned[first:] + beyond]


def _increasing(values: Sequence[float]) -> list[float]:
    """The nearest values (least squares) of which none is below the one before it."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, size = pools.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def _curve(way: Way, length: float, leaving: float, arriving: float) -> Curve:
    return way.start, _from(way.start, leaving, length), _from(way.end, arriving, length), way.end


def _from(point: Point, angle: float, length: float) -> Point:
    reach = _HANDLE * length
    return round(point[0] + reach * math.cos(angle), 3), round(point[1] + reach * math.sin(angle), 3)
