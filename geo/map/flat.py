"""Arcs on the flat map: curves, pale at their source and solid at their target, with an arrowhead."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import pydeck as pdk

from geo.map.arcs import Arc, tip
from geo.map.colours import Palette, rgba
from geo.map.curves import heading, weights

_STEPS = 24
_GRASP = 9  # pixels by which an arc is easier to hit than to see
_CASING = 4  # pixels of paper around an arc that stands out
_SOLID, _DIMMED = 240, 44  # alpha at the target

_HEAD = (
    "data:image/svg+xml;charset=utf-8,"
    "%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='96'%3E"
    "%3Cpath d='M40 28 L74 92 L40 80 L6 92Z' fill='%23fff'/%3E%3C/svg%3E"
)
# The tip is at y = 28, the anchor above it: the head stops short of the dot that it points at.
_HEAD_BOX = {"x": 0, "y": 0, "width": 80, "height": 96, "anchorX": 40, "anchorY": 2, "mask": True}


def _bezier() -> str:
    """The path of a row as an expression that the browser evaluates, so that an arc sends four points."""
    points = []
    for row in weights(_STEPS).tolist():
        parts = [(place, weight) for place, weight in enumerate(row) if weight]
        sums = ["+".join(f"c[{2 * place + axis}]*{weight:.3f}" for place, weight in parts) for axis in (0, 1)]
        points.append(f"[{','.join(sums)}]")
    return f"[{','.join(points)}]"


_PATH = {
    "get_path": _bezier(), "width_units": pdk.types.String("pixels"), "cap_rounded": True, "joint_rounded": True,
}
# A trail of a journey that has just arrived: the longer ago, the paler, from a fifth of the colour on.
_TRAIL = {
    "get_timestamps": f"[{','.join(f'{100 * step / _STEPS:.0f}' for step in range(_STEPS + 1))}]",
    "current_time": 100, "trail_length": 128, "fade_trail": True,
}


def layers(drawn: Sequence[Arc], palette: Palette, key: str, *, cased: bool) -> list[pdk.Layer]:
    """The arcs, their heads, and a wide invisible twin of each arc that takes hover and click.

    A clicked row carries `ends` (source and target), for the whole row travels back to Python.

    Args:
        drawn: what `arcs` gave.
        palette: colours.
        key: ending of the layers' ids.
        cased: whether all arcs get a casing, for land as colourful as they; else only those selected.
    """
    chosen = any(arc.selected for arc in drawn)
    others = [_row(arc, palette, _DIMMED if chosen else _SOLID) for arc in drawn if not arc.selected]
    selected = [_row(arc, palette, 255) for arc in drawn if arc.selected]
    return [
        *([_casing(others, palette, f"edges-{key}")] if cased and not chosen else []),
        *_trails(others, f"arcs-{key}"),
        *([_casing(selected, palette, f"casing-{key}")] if selected else []),
        *_trails(selected, f"chosen-{key}"),
        pdk.Layer(
            "IconLayer", id=f"heads-{key}", data=[_head(arc, palette, chosen=chosen) for arc in drawn],
            get_position="c", get_size="size", get_angle="angle", get_color="k",
            size_units=pdk.types.String("pixels"), get_icon=pdk.types.String("@@='head'"),
            icon_atlas=pdk.types.String(_HEAD), icon_mapping={"head": _HEAD_BOX},
        ),
        pdk.Layer(
            "PathLayer", id=f"pick-{key}", data=[_pick(arc) for arc in drawn], get_color=[0, 0, 0, 1],
            get_width=f"w+{_GRASP}", pickable=True, **_PATH,
        ),
    ]


def _casing(rows: list[dict[str, Any]], palette: Palette, name: str) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer", id=name, data=_only(rows, "c", "w"), get_color=rgba(palette.paper, 200),
        get_width=f"w+{_CASING}", **_PATH,
    )


def _trails(rows: list[dict[str, Any]], name: str) -> list[pdk.Layer]:
    """No layer for no rows: each is an expression of two thousand letters to send."""
    if not rows:
        return []
    return [pdk.Layer("TripsLayer", id=name, data=rows, get_color="k", get_width="w", **_TRAIL, **_PATH)]


def _row(arc: Arc, palette: Palette, alpha: int) -> dict[str, Any]:
    return {"c": _coordinates(arc), "w": arc.width, "k": rgba(palette.of(arc.flow.kind), alpha)}


def _head(arc: Arc, palette: Palette, *, chosen: bool) -> dict[str, Any]:
    alpha = 255 if arc.selected else 70 if chosen else 255
    *_, handle, end = arc.curve
    return {
        "c": end, "size": round(9 + 1.9 * arc.width, 1), "k": rgba(palette.of(arc.flow.kind), alpha),
        "angle": round(math.degrees(heading(handle, end)) - 90, 1),
    }


def _pick(arc: Arc) -> dict[str, Any]:
    return {
        "c": _coordinates(arc), "w": arc.width, "ends": (arc.flow.source, arc.flow.target), "tip": tip(arc.flow),
    }


def _coordinates(arc: Arc) -> list[float]:
    return [round(degrees, 3) for point in arc.curve for degrees in point]


def _only(rows: Iterable[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    return [{key: row[key] for key in keys} for row in rows]
