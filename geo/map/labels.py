"""Names beside the dots of actors, placed so that they cover neither one another nor the arcs.

Greedy point-feature labelling (Christensen, Marks & Shieber 1995): the name with most acts first, each at the best
of eight places around its dot; a name for which there is no room is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pydeck as pdk

from geo.map.colours import Palette, rgba
from geo.map.frame import Frame
from geo.map.sphere import Position

FONT = "Libre Franklin, Arial, sans-serif"

_LETTER = 0.57  # of the size: mean width of a letter in Libre Franklin semibold
_COVERING_INK = 0.5  # cost of each arc pixel beneath a name, where the worst of the eight places costs 4

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor to be named on the map.

    Attributes:
        code: of the actor.
        name: what to write.
        place: longitude and latitude of the dot, degrees.
        radius: of the dot, pixels.
        acts: by or towards the actor; the more, the sooner its name finds room.
        strong: whether the name stands out, before all others.
    """

    code: str
    name: str
    place: Position
    radius: float
    acts: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place: `offset` pixels right of and below the dot, from the name's `anchor`."""

    dot: Dot
    offset: tuple[float, float]
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and self.right > other.left
            and self.top < other.bottom and self.bottom > other.top
        )

    def inside(self, width: float, height: float) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


def place(dots: Sequence[Dot], ink: Sequence[Position], frame: Frame, size: int) -> list[Label]:
    """Names with room for them.

    Args:
        dots: actors to be named.
        ink: positions better left uncovered, such as those along the arcs.
        frame: the view in which the names must fit.
        size: of the letters, pixels.
    """
    ink_pixels = np.array([frame.pixel(spot) for spot in ink]).reshape(-1, 2)
    discs = {dot: _disc(dot, frame) for dot in dots}
    taken: list[_Box] = []
    labels = []
    for dot in sorted(dots, key=lambda dot: (not dot.strong, -dot.acts)):
        others = taken + [disc for other, disc in discs.items() if other is not dot]
        found = _best(dot, others, ink_pixels, frame, size)
        if found:
            label, box = found
            labels.append(label)
            taken.append(box)
    return labels


def _disc(dot: Dot, frame: Frame) -> _Box:
    x, y = frame.pixel(dot.place)
    return _Box(x - dot.radius, y - dot.radius, x + dot.radius, y + dot.radius)


def _best(
    dot: Dot, taken: Sequence[_Box], ink: np.ndarray, frame: Frame, size: int,
) -> tuple[Label, _Box] | None:
    best: tuple[float, Label, _Box] | None = None
    for rank, label in enumerate(_candidates(dot)):
        box = _box(label, frame, size)
        if not box.inside(frame.width, frame.height) or any(box.meets(other) for other in taken):
            continue
        cost = rank / 2 + _COVERING_INK * _ink_under(box, ink)
        if best is None or cost < best[0]:
            best = cost, label, box
    return best and best[1:]


def _candidates(dot: Dot) -> list[Label]:
    """The eight places, the best first (Imhof 1975): right, left, the corners, below, above."""
    gap = dot.radius + 4
    near = gap - 2
    return [
        Label(dot, (gap, 0), "start"), Label(dot, (-gap, 0), "end"),
        Label(dot, (near, -9), "start"), Label(dot, (near, 9), "start"),
        Label(dot, (-near, -9), "end"), Label(dot, (-near, 9), "end"),
        Label(dot, (0, gap + 7), "middle"), Label(dot, (0, -gap - 7), "middle"),
    ]


def _box(label: Label, frame: Frame, size: int) -> _Box:
    width = len(label.dot.name) * size * _LETTER * (1.15 if label.dot.strong else 1)
    x, y = (pixel + offset for pixel, offset in zip(frame.pixel(label.dot.place), label.offset, strict=True))
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return _Box(left - 2, y - size / 2 - 2, left + width + 2, y + size / 2 + 2)


def _ink_under(box: _Box, ink: np.ndarray) -> int:
    x, y = ink[:, 0], ink[:, 1]
    return int(((x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)).sum())


def layers(labels: Sequence[Label], palette: Palette, size: int, key: str) -> list[pdk.Layer]:
    """A halo in the colour of paper, and the letters above it.

    Two layers, because letters drawn from a distance field, which alone can have an outline, look thin.

    Args:
        labels: what `place` gave.
        palette: colours.
        size: of the letters, pixels.
        key: ending of the layers' ids.
    """
    rows = [
        {"position": label.dot.place, "name": label.dot.name, "offset": label.offset,
         "anchor": label.anchor, "size": size + 2 * label.dot.strong}
        for label in labels
    ]
    shared = {
        "data": rows, "get_position": "position", "get_text": "name", "get_size": "size",
        "size_units": pdk.types.String("pixels"), "get_text_anchor": "anchor", "get_pixel_offset": "offset",
        "font_family": pdk.types.String(FONT), "font_weight": 600, "character_set": pdk.types.String("auto"),
    }
    field = {"sdf": True, "fontSize": 48, "buffer": 10, "radius": 14}
    return [
        pdk.Layer(
            "TextLayer", id=f"halo-{key}", get_color=rgba(palette.paper), font_settings=field,
            outline_width=7, outline_color=rgba(palette.paper, 225), **shared,
        ),
        pdk.Layer(
            "TextLayer", id=f"names-{key}", get_color=rgba(palette.ink),
            font_settings={"fontSize": 26}, **shared,
        ),
    ]
