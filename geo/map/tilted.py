"""Arcs on the tilted map: pydeck's `ArcLayer`, which rises above the ground; colours and picks as on the flat map."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from geo.map.arcs import Arc, tip
from geo.map.colours import Palette, rgba

_LEAN = 12  # degrees: each direction leans to its own side, so that A → B and B → A part
_NEXT = 14  # degrees more for each further arc of the same dyad
_HEIGHT = 0.42  # of a half circle
_GRASP = 9  # pixels by which an arc is easier to hit than to see
_CASING = 4  # pixels of paper around an arc that stands out
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
        _layer(
            f"arcs-{key}", _coloured(drawn, palette, chosen=chosen), 0,
            get_source_color="pale", get_target_color="solid",
        ),
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


def _coloured(drawn: Sequence[Arc], palette: Palette, *, chosen: bool) -> list[dict[str, Any]]:
    rows = []
    for arc, way in zip(drawn, _ways(drawn), strict=True):
        colour, strength = palette.of(arc.flow.kind), 1.0 if arc.selected or not chosen else _DIMMED
        pale, solid = rgba(colour, round(75 * strength)), rgba(colour, round(245 * strength))
        rows.append(way | {"pale": pale, "solid": solid})
    return rows


def _picked(drawn: Sequence[Arc]) -> list[dict[str, Any]]:
    return [
        way | {"ends": (arc.flow.source, arc.flow.target), "tip": tip(arc.flow)}
        for arc, way in zip(drawn, _ways(drawn), strict=True)
    ]
