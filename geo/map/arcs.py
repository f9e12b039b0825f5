"""Arcs: who acts towards whom, how often, and in which kind; what both the flat and the tilted map draw."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.gazetteer.actors import actors
from geo.map.curves import Curve, Way, curves
from geo.map.frame import Frame
from geo.map.names import short_name
from geo.map.plane import Point, point

_THINNEST, _WIDEST = 1.0, 8.0  # pixels on a large map
_SEVERAL = 60  # acts or stories that make an arc as wide as arcs get, where no arc has more
_MUCH = 0.2  # of the coverage: makes an arc as wide as arcs get, on any day, so that two periods can be compared
_STOUT = 0.055  # of its length: a short arc is no wider


@dataclass(frozen=True, slots=True)
class Flow:
    """What one arc sums up.

    Attributes:
        source: code of the actor that acts.
        target: code of the actor acted towards.
        kind: `cooperation` or `conflict`, or one of them `in words` or `in deeds`; `growth` or `decline`.
        acts: how many; how many more or fewer than before.
        stories: how many stories tell of them.
    """

    source: str
    target: str
    kind: str
    acts: int
    stories: int = 1

    @property
    def dyad(self) -> str:
        """`RUS-CUB`: the ordered pair, as the address writes it."""
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Scale:
    """How wide an arc is for what it stands for.

    Attributes:
        unit: what counts: `acts`, `stories`, or the `share` of all stories that tell of them.
        full: how much of it makes an arc as wide as arcs get.
        coverage: all stories of the period, of which a share is one.
    """

    unit: str
    full: float
    coverage: int = 0

    def amount(self, flow: Flow) -> float:
        """What counts of a flow: acts, stories, or their share of the coverage."""
        if self.unit == "share":
            return flow.stories / max(self.coverage, 1)
        return flow.acts if self.unit == "acts" else flow.stories

    def width(self, amount: float) -> float:
        """Pixels on a large map: by the square root, so that a hundred acts cover little."""
        return round(_THINNEST + (_WIDEST - _THINNEST) * math.sqrt(min(amount / self.full, 1)), 1)


@dataclass(frozen=True, slots=True)
class Arc:
    """A flow as it is drawn: along `curve`, `width` pixels wide."""

    flow: Flow
    curve: Curve
    width: float
    selected: bool


def scale(flows: Sequence[Flow], unit: str, coverage: int) -> Scale:
    """The scale for the arcs of one map.

    Args:
        flows: what is drawn.
        unit: what the width stands for.
        coverage: all stories of the period.
    """
    if unit == "share":
        return Scale(unit, _MUCH, coverage)
    most = max((flow.acts if unit == "acts" else flow.stories for flow in flows), default=0)
    return Scale(unit, max(most, _SEVERAL))


@cache
def seat(code: str) -> Point:
    """Where an actor's capital or headquarters lies on the plane."""
    actor = actors()[code]
    return point((actor.longitude, actor.latitude))


def arcs(flows: Sequence[Flow], widths: Scale, frame: Frame, selected: str | None) -> list[Arc]:
    """One arc for each flow, the widest first and the selected dyad's last, so that these lie on top.

    Args:
        flows: what to draw; both actors must be known to the gazetteer.
        widths: how wide each is.
        frame: the view, for distances on the screen.
        selected: the dyad that stands out, if any.
    """
    ordered = sorted(flows, key=lambda flow: (-widths.amount(flow), flow.dyad, flow.kind))
    ways = _ways(ordered, widths, frame)
    drawn = [
        Arc(flow, curve, way.width, flow.dyad == selected)
        for flow, way, curve in zip(ordered, ways, curves(ways, frame), strict=True)
    ]
    return sorted(drawn, key=lambda arc: arc.selected)


def _ways(flows: Sequence[Flow], widths: Scale, frame: Frame) -> list[Way]:
    lanes: Counter[str] = Counter()
    ways = []
    for flow in flows:
        start, end = seat(flow.source), seat(flow.target)
        stout = max(1.2, _STOUT * math.dist(start, end) * frame.scale)
        width = min(widths.width(widths.amount(flow)) * frame.pen, stout)
        ways.append(Way(start, end, round(width, 1), lanes[flow.dyad]))
        lanes[flow.dyad] += 1
    return ways


def tip(flow: Flow) -> str:
    """What a pointer over the arc is told."""
    source, target = (short_name(code) for code in (flow.source, flow.target))
    told = {"growth": "more than before", "decline": "fewer than before"}.get(flow.kind, f"of {flow.kind}")
    return f"{source} → {target}\n{flow.acts:,} {'act' if flow.acts == 1 else 'acts'} {told}"
