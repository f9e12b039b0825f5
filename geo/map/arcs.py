"""Arcs of the map: who acts towards whom, how often, and whether it is cooperation or conflict.

An arc follows the great circle, flat on the map, pale at its source and solid at its target, with an
arrowhead. Two arcs between the same two actors would lie on one another, so each starts a little to the right
of its way, like a car in its lane, and ends at the capital itself.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from geo.gazetteer.actors import actors
from geo.map.colours import Palette, rgba
from geo.map.frame import Frame
from geo.map.names import short_name
from geo.map.sphere import Position, bearing, beside, great_circle

_LANE = 7.0  # pixels between two arcs of the same pair
_SEGMENTS = 60
_GRASP = 10  # pixels by which an arc is easier to hit than to see

_HEAD = (
    "data:image/svg+xml;charset=utf-8,"
    "%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='96'%3E"
    "%3Cpath d='M40 28 L74 92 L40 80 L6 92Z' fill='%23fff'/%3E%3C/svg%3E"
)
# The tip is at y = 28, the anchor above it: the head stops short of the dot that it points at.
_HEAD_BOX = {"x": 0, "y": 0, "width": 80, "height": 96, "anchorX": 40, "anchorY": 2, "mask": True}


@dataclass(frozen=True, slots=True)
class Flow:
    """What one arc sums up.

    Attributes:
        source: code of the actor that acts.
        target: code of the actor acted towards.
        kind: `cooperation` or `conflict`.
        acts: how many.
    """

    source: str
    target: str
    kind: str
    acts: int

    @property
    def dyad(self) -> str:
        """`RUS-CUB`: the ordered pair, as the address writes it."""
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Arc:
    """A flow as it is drawn: from `start` (beside the source) to `end` (the target), `width` pixels wide."""

    flow: Flow
    start: Position
    end: Position
    width: float
    selected: bool


def seat(code: str) -> Position:
    """Longitude and latitude of an actor's capital or headquarters."""
    actor = actors()[code]
    return actor.longitude, actor.latitude


def arcs(flows: Sequence[Flow], frame: Frame, selected: str | None) -> list[Arc]:
    """One arc for each flow, the widest first and the selected dyad's last, so that these lie on top.

    Args:
        flows: what to draw; both actors must be known to the gazetteer.
        frame: the view, for the distance between lanes.
        selected: the dyad that stands out, if any.
    """
    lanes: defaultdict[str, int] = defaultdict(int)
    drawn = []
    for flow in sorted(flows, key=lambda flow: (-flow.acts, flow.dyad, flow.kind)):
        lanes[flow.dyad] += 1
        start, end = seat(flow.source), seat(flow.target)
        lane = min(_LANE * lanes[flow.dyad], _length(start, end, frame) / 5) / frame.scale
        chosen = flow.dyad == selected
        drawn.append(Arc(flow, beside(start, end, lane), end, _drawn_width(flow, frame) + chosen, chosen))
    return sorted(drawn, key=lambda arc: arc.selected)


def ink(drawn: Iterable[Arc]) -> list[Position]:
    """Positions all along the arcs."""
    return [spot for arc in drawn for spot in great_circle(arc.start, arc.end)]


def _length(start: Position, end: Position, frame: Frame) -> float:
    return math.dist(frame.pixel(start), frame.pixel(end))


def width(acts: int) -> float:
    """How wide an arc is on a large map, pixels: by the square root, so that a hundred acts cover little."""
    return round(min(1.1 + 0.85 * math.sqrt(acts), 8.0), 1)


def _drawn_width(flow: Flow, frame: Frame) -> float:
    return round(width(flow.acts) * frame.pen, 1)


def layers(drawn: Sequence[Arc], palette: Palette, key: str) -> list[pdk.Layer]:
    """The arcs, their heads, and a wide invisible twin of each arc that takes hover and click.

    A clicked row carries `ends` (source and target), for the whole row travels back to Python.

    Args:
        drawn: what `arcs` gave.
        palette: colours.
        key: ending of the layers' ids.
    """
    dimmed = any(arc.selected for arc in drawn)
    rows = [_row(arc, palette, dimmed=dimmed and not arc.selected) for arc in drawn]
    way = {
        "get_source_position": "start", "get_target_position": "end", "great_circle": True, "get_height": 0,
        "num_segments": _SEGMENTS, "width_units": pdk.types.String("pixels"),
    }
    return [
        pdk.Layer(
            "ArcLayer", id=f"arcs-{key}", data=_only(rows, "start", "end", "width", "pale", "solid"),
            get_source_color="pale", get_target_color="solid", get_width="width", **way,
        ),
        pdk.Layer(
            "IconLayer", id=f"heads-{key}", data=_only(rows, "end", "size", "angle", "solid"),
            get_position="end", get_size="size", get_angle="angle", get_color="solid",
            size_units=pdk.types.String("pixels"), get_icon=pdk.types.String("@@='head'"),
            icon_atlas=pdk.types.String(_HEAD), icon_mapping={"head": _HEAD_BOX},
        ),
        pdk.Layer(
            "ArcLayer", id=f"pick-{key}", data=_only(rows, "start", "end", "width", "ends", "tip"),
            get_source_color=[0, 0, 0, 1], get_target_color=[0, 0, 0, 1], get_width=f"width+{_GRASP}",
            pickable=True, **way,
        ),
    ]


def _row(arc: Arc, palette: Palette, *, dimmed: bool) -> dict[str, Any]:
    colour = palette.of(arc.flow.kind)
    fade = 0.22 if dimmed else 1.0
    return {
        "start": arc.start, "end": arc.end, "width": arc.width,
        "pale": rgba(colour, round((150 if arc.selected else 80) * fade)),
        "solid": rgba(colour, round((255 if arc.selected else 225) * fade)),
        "size": round(8 + 2.2 * arc.width, 1), "angle": _arrival(arc),
        "ends": (arc.flow.source, arc.flow.target), "tip": _tip(arc.flow),
    }


def _arrival(arc: Arc) -> float:
    """Degrees, counterclockwise from up, that the arrowhead is turned."""
    return round(180 - math.degrees(bearing(arc.end, arc.start)), 1)


def _tip(flow: Flow) -> str:
    source, target = (short_name(code) for code in (flow.source, flow.target))
    return f"{source} → {target}\n{flow.acts:,} {'act' if flow.acts == 1 else 'acts'} of {flow.kind}"


def _only(rows: list[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    return [{key: row[key] for key in keys} for row in rows]
