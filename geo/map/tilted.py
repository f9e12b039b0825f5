"""Arcs on the tilted map: pydeck's `ArcLayer`, which rises above the ground; colours and picks as on the flat map."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from geo.map.arcs import Arc, tip
from geo.map.colours import ARC_KINDS, Palette, of_kind, rgba

_LEAN = 12  # degrees: each direction leans to its own side, so that A → B and B → A part
_NEXT = 14  # degrees more for each further arc of the same dyad
_HEIGHT = 0.42  # of a half circle
_GRASP = 9  # pixels by which an arc is easier to hit than to see
_CASING = 4  # pixels of paper around an arc that stands out
_PALE, _SOLID = 75, 245  # alpha at source and target
_DIMMED = 0.2  # of the strength of an arc, beside one that is selected


def layers(drawn: Sequence[Arc], palette: Palette, key: str, *, cased: bool) -> list[pdk.Layer]:
    """The arcs, and a wide invisible twin of each that takes hover and click.

    Args:
        drawn: what `arcs` gave.
        palette: colours.
        key: ending of the layers' ids.
        cased: whether all arcs get a casing; else only those selected.
    """
    chosen = any(arc.selected for arc in drawn)
    edged = [arc for arc in drawn if arc.selected or (cased and not chosen)]
    paper = {"get_source_color": rgba(palette.paper, 190), "get_target_color": rgba(palette.paper, 190)}
    unseen = {"get_source_color": [0, 0, 0, 1], "get_target_color": [0, 0, 0, 1]}
    return [
        *([_layer(f"casing-{key}", _ways(edged), _CASING, **paper)] if edged else []),
        *_coloured([arc for arc in drawn if not arc.selected], palette, _DIMMED if chosen else 1, f"arcs-{key}"),
        *_coloured([arc for arc in drawn if arc.selected], palette, 1, f"chosen-{key}"),
        _layer(f"pick-{key}", _picked(drawn), _GRASP, pickable=True, **unseen),
    ]


def _layer(name: str, rows: list[dict[str, Any]], wider: int, **settings: Any) -> pdk.Layer:
    return pdk.Layer(
        "ArcLayer", id=name, data=rows, get_source_position="s", get_target_position="t", get_width=f"w+{wider}",
        width_units=pdk.types.String("pixels"), get_height=_HEIGHT, get_tilt="lean", num_segments=40, **settings,
    )


def _ways(drawn: Sequence[Arc]) -> list[dict[str, Any]]:
    lanes: Counter[str] = Counter()
    rows = []
    for arc in drawn:
        lean = _LEAN + _NEXT * lanes[arc.flow.dyad]
        lanes[arc.flow.dyad] += 1
        rows.append({"s": arc.curve[0], "t": arc.curve[3], "w": arc.width, "lean": lean})
    return rows


def _coloured(drawn: Sequence[Arc], palette: Palette, strength: float, name: str) -> list[pdk.Layer]:
    kinds = [{"k": ARC_KINDS.index(arc.flow.kind)} for arc in drawn]
    rows = [way | kind for way, kind in zip(_ways(drawn), kinds, strict=True)]
    pale, solid = (of_kind(palette, round(alpha * strength)) for alpha in (_PALE, _SOLID))
    return [_layer(name, rows, 0, get_source_color=pale, get_target_color=solid)] if rows else []


def _picked(drawn: Sequence[Arc]) -> list[dict[str, Any]]:
    return [
        way | {"ends": (arc.flow.source, arc.flow.target), "tip": tip(arc.flow)}
        for arc, way in zip(drawn, _ways(drawn), strict=True)
    ]
