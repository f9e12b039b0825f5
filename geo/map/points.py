"""Dots of the map: places where the news happens, and the seats of the actors that the arcs join."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from geo.map.colours import Palette, rgba
from geo.map.labels import Dot
from geo.map.plane import Position, point


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that articles name.

    Attributes:
        name: of the place.
        place: longitude and latitude, degrees WGS 84.
        mentions: how often it is named.
    """

    name: str
    place: Position
    mentions: int


def radius(mentions: int, most: int) -> float:
    """Pixels: the disc's area grows with the mentions, as a share of what is named most where that is often."""
    return round(1.6 + 1.1 * math.sqrt(mentions * min(1, _OFTEN / max(most, 1))), 1)


_OFTEN = 60  # mentions; from here on discs grow no more


def places(spots: Sequence[Spot], palette: Palette, key: str, chosen: str | None) -> list[pdk.Layer]:
    """A disc for each place, sized by its mentions, the large ones below the small ones; a ring around the chosen one.

    A clicked row's `tip` begins with the place's name: `named` reads it.

    Args:
        spots: places to draw.
        palette: colours.
        key: ending of the layers' ids.
        chosen: name of the place that is selected.
    """
    most = max((spot.mentions for spot in spots), default=1)
    rows = [
        {"p": point(spot.place), "r": radius(spot.mentions, most), "tip": _tip(spot)}
        for spot in sorted(spots, key=lambda spot: -spot.mentions)
    ]
    rings = [row for row in rows if named(row) == chosen]
    return [
        _discs(f"places-{key}", rows, get_radius="r", radius_min_pixels=3, get_fill_color=rgba(palette.place, 120),
               pickable=True),
        *([_discs(f"ring-{key}", rings, get_radius="r+3", filled=False, stroked=True,
                  get_line_color=rgba(palette.ink), get_line_width=2)] if rings else []),
    ]


def named(row: Mapping[str, Any]) -> str:
    """The place that a row of the layer is about."""
    return str(row["tip"]).split("\n", maxsplit=1)[0]


def nodes(dots: Sequence[Dot], palette: Palette, key: str) -> list[pdk.Layer]:
    """A solid dot with a rim of paper at each actor's seat, and a larger invisible one that takes the pointer.

    A clicked row carries the actor's `code`.
    """
    rows = [{"p": dot.point, "r": dot.radius, "code": dot.code, "tip": _node_tip(dot)} for dot in dots]
    return [
        _discs(f"dots-{key}", [{"p": row["p"], "r": row["r"]} for row in rows], get_radius="r",
               get_fill_color=rgba(palette.ink), stroked=True, get_line_color=rgba(palette.paper), get_line_width=1.2),
        _discs(f"nodes-{key}", rows, get_radius="r+5", get_fill_color=[0, 0, 0, 1], pickable=True),
    ]


def _discs(name: str, rows: list[dict[str, Any]], **settings: Any) -> pdk.Layer:
    pixels = pdk.types.String("pixels")
    return pdk.Layer(
        "ScatterplotLayer", id=name, data=rows, get_position="p", radius_units=pixels, line_width_units=pixels,
        **settings,
    )


def _tip(spot: Spot) -> str:
    return f"{spot.name}\nnamed {'once' if spot.mentions == 1 else f'{spot.mentions:,} times'}"


def _node_tip(dot: Dot) -> str:
    return f"{dot.name}\n{dot.acts:,} {'act' if dot.acts == 1 else 'acts'} by or towards it\nClick: only these"
