"""Arcs on the flat map: curves, pale at their source and solid at their target, with an arrowhead."""

import math
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from geo.map.arcs import Arc, tip
from geo.map.colours import ARC_KINDS, Palette, of_kind, rgba
from geo.map.curves import heading, weights

_STEPS = 24
_GRASP = 9  # pixels by which an arc is easier to hit than to see
_CASING = 4  # pixels of paper around an arc that stands out
_SOLID, _DIMMED, _DIMMED_HEAD = 240, 44, 70  # alpha at the target

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
    others, selected = ([arc for arc in drawn if arc.selected == chosen] for chosen in (False, True))
    dimmed = bool(selected)
    return [
        *([_casing(others, palette, f"edges-{key}")] if cased and not dimmed else []),
        *_trails(others, palette, _DIMMED if dimmed else _SOLID, f"arcs-{key}"),
        *([_casing(selected, palette, f"casing-{key}")] if selected else []),
        *_trails(selected, palette, 255, f"chosen-{key}"),
        *_heads(others, palette, _DIMMED_HEAD if dimmed else 255, f"heads-{key}"),
        *_heads(selected, palette, 255, f"points-{key}"),
        pdk.Layer(
            "PathLayer", id=f"pick-{key}", data=[_pick(arc) for arc in drawn], get_color=[0, 0, 0, 1],
            get_width=f"w+{_GRASP}", pickable=True, **_PATH,
        ),
    ]


def _casing(drawn: Sequence[Arc], palette: Palette, name: str) -> pdk.Layer:
    rows = [{"c": _coordinates(arc), "w": arc.width} for arc in drawn]
    return pdk.Layer(
        "PathLayer", id=name, data=rows, get_color=rgba(palette.paper, 200), get_width=f"w+{_CASING}", **_PATH,
    )


def _trails(drawn: Sequence[Arc], palette: Palette, alpha: int, name: str) -> list[pdk.Layer]:
    """No layer for no rows: each is an expression of two thousand letters to send."""
    rows = [{"c": _coordinates(arc), "w": arc.width, "k": ARC_KINDS.index(arc.flow.kind)} for arc in drawn]
    colours = of_kind(palette, alpha)
    trails = pdk.Layer("TripsLayer", id=name, data=rows, get_color=colours, get_width="w", **_TRAIL, **_PATH)
    return [trails] if rows else []


def _heads(drawn: Sequence[Arc], palette: Palette, alpha: int, name: str) -> list[pdk.Layer]:
    rows = []
    for arc in drawn:
        *_, handle, end = arc.curve
        angle = round(math.degrees(heading(handle, end)) - 90)
        rows.append({"c": end, "s": round(9 + 1.9 * arc.width), "a": angle, "k": ARC_KINDS.index(arc.flow.kind)})
    heads = pdk.Layer(
        "IconLayer", id=name, data=rows, get_position="c", get_size="s", get_angle="a",
        get_color=of_kind(palette, alpha), size_units=pdk.types.String("pixels"),
        get_icon=pdk.types.String("@@='head'"), icon_atlas=pdk.types.String(_HEAD), icon_mapping={"head": _HEAD_BOX},
    )
    return [heads] if rows else []


def _pick(arc: Arc) -> dict[str, Any]:
    return {
        "c": _coordinates(arc), "w": arc.width, "ends": (arc.flow.source, arc.flow.target), "tip": tip(arc.flow),
    }


def _coordinates(arc: Arc) -> list[float]:
    return [degrees for point in arc.curve for degrees in point]
