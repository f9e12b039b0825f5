"""Names beside the dots, placed so that they cover neither one another nor the arcs, however near one zooms.

Greedy point-feature labelling (Christensen, Marks & Shieber 1995): the name with most acts first, each at the best
of eight places around its dot; a name for which there is no room waits for a nearer zoom, where there is more. Names
keep their place once they are written: what is free of others at one zoom is made sure of for all nearer ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from geo.map.frame import Frame
from geo.map.plane import Point

_LETTER = 0.57  # of the size: mean width of a letter in Libre Franklin semibold
_COVERING_INK = 0.5  # cost of each arc pixel beneath a name, where the worst of the eight places costs 4
_SMALLER = 1  # pixels by which a minor name is smaller

Boxes = NDArray[np.float64]
Flags = NDArray[np.bool_]
Anchor = Literal["start", "middle", "end"]
_LEFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Dot:
    """Something to be named on the map.

    Attributes:
        code: of the actor; empty for a place.
        name: what to write.
        point: of the dot, on the plane.
        radius: of the dot, pixels.
        acts: by or towards the actor, or mentions of the place; the more, the sooner its name finds room.
        strong: whether the name stands out, before all others.
    """

    code: str
    name: str
    point: Point
    radius: float
    acts: int
    strong: bool = False

    @property
    def minor(self) -> bool:
        """Whether it is a place, which is named when one has come nearer."""
        return not self.code


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place: `offset` pixels right of and below the dot, from the name's `anchor`.

    Attributes:
        dot: what is named.
        offset: pixels.
        anchor: which end of the name lies there.
        level: the number of the frame from which on it is written.
    """

    dot: Dot
    offset: tuple[float, float]
    anchor: Anchor
    level: int


def size(dot: Dot, letters: int) -> int:
    """Pixels of a name's letters, where those of other names have so many."""
    return letters + 2 * dot.strong - _SMALLER * dot.minor


def place(dots: Sequence[Dot], ink: Sequence[Point], frames: Sequence[Frame]) -> list[Label]:
    """Names with room for them, each with the first frame that has it.

    Args:
        dots: what is to be named.
        ink: points better left uncovered, such as those along the arcs.
        frames: the same view, each nearer than the one before; the first one must hold its names.
    """
    waiting = sorted(dots, key=lambda dot: (dot.minor, not dot.strong, -dot.acts))
    board = _Board(waiting, ink, frames)
    labels: list[Label] = []
    for level in range(len(frames)):
        ready = [dot for dot in waiting if level or not dot.minor]
        found = [label for dot in ready if (label := board.write(dot, level))]
        written = {label.dot for label in found}
        waiting = [dot for dot in waiting if dot not in written]
        labels += found
    return labels


class _Board:
    """What the frames hold so far; boxes are rows of left, top, right, bottom."""

    def __init__(self, dots: Sequence[Dot], ink: Sequence[Point], frames: Sequence[Frame]) -> None:
        self._frames, self._letters = frames, frames[0].letters
        self._number = {dot: number for number, dot in enumerate(dots)}
        centres = [frame.pixels([dot.point for dot in dots]) for frame in frames]
        radius = np.array([[dot.radius] for dot in dots]).reshape(-1, 1)
        self._centres = [np.hstack([centre, centre]) for centre in centres]
        self._discs = [np.hstack([centre - radius, centre + radius]) for centre in centres]
        self._ink = [frame.pixels(ink) for frame in frames]
        self._taken = [np.empty((0, 4)) for _ in frames]

    def write(self, dot: Dot, level: int) -> Label | None:
        """Write a name at its best place of this level, if it has one that stays free at all nearer ones."""
        places = _places(dot.radius)
        boxes = self._boxes(dot, places)
        free = self._inside(boxes, dot, level) if not level else np.ones(len(places), dtype=bool)
        for near in range(level, len(self._frames)):
            free &= self._free(boxes + self._at(dot, near), dot, near)
            if not free.any():
                return None
        cost = np.arange(len(places)) / 2 + _COVERING_INK * self._covered(boxes + self._at(dot, level), level)
        best = int(np.where(free, cost, np.inf).argmin())
        for near in range(level, len(self._frames)):
            self._taken[near] = np.vstack([self._taken[near], boxes[best] + self._at(dot, near)])
        anchor, right, down = places[best]
        return Label(dot, (right, down), anchor, level)

    def _at(self, dot: Dot, level: int) -> Boxes:
        centre: Boxes = self._centres[level][self._number[dot]]
        return centre

    def _boxes(self, dot: Dot, places: Sequence[tuple[Anchor, float, float]]) -> Boxes:
        """The name's box at each place, from the middle of its dot."""
        letters = size(dot, self._letters)
        width = len(dot.name) * letters * _LETTER
        lefts = np.array([right - width * _LEFT[anchor] for anchor, right, _ in places])
        middles = np.array([down for _, _, down in places])
        half = letters / 2 + 2
        return np.column_stack([lefts - 2, middles - half, lefts + width + 2, middles + half])

    def _inside(self, boxes: Boxes, dot: Dot, level: int) -> Flags:
        frame, here = self._frames[level], boxes + self._at(dot, level)
        inside = (here >= 0) & (here <= [frame.width, frame.height] * 2)
        return _flags(inside.all(axis=1))

    def _free(self, here: Boxes, dot: Dot, level: int) -> Flags:
        covers = _overlaps(here, self._discs[level])
        covers[:, self._number[dot]] = False  # a name may lie on its own dot
        return ~(covers.any(axis=1) | _flags(_overlaps(here, self._taken[level]).any(axis=1)))

    def _covered(self, here: Boxes, level: int) -> Boxes:
        """How many ink points lie beneath each box."""
        points = np.hstack([self._ink[level]] * 2)
        return np.asarray(_overlaps(here, points).sum(axis=1), dtype=np.float64)


def _flags(values: Any) -> Flags:
    return np.asarray(values, dtype=np.bool_)


def _overlaps(boxes: Boxes, others: Boxes) -> Flags:
    """Which box (row) meets which other (column)."""
    left, top, right, bottom = (boxes[:, [side]] for side in range(4))
    beside = (left < others[:, 2]) & (right > others[:, 0])
    return _flags(beside & (top < others[:, 3]) & (bottom > others[:, 1]))


def _places(radius: float) -> list[tuple[Anchor, float, float]]:
    """The eight places, the best first (Imhof 1975): right, left, corners, below, above; with pixels right and down."""
    gap = round(radius + 4, 1)
    near = round(gap - 2, 1)
    return [
        ("start", gap, 0), ("end", -gap, 0), ("start", near, -9), ("start", near, 9), ("end", -near, -9),
        ("end", -near, 9), ("middle", 0, round(gap + 7, 1)), ("middle", 0, round(-gap - 7, 1)),
    ]
