"""Dots of the map: places where the news happens, and the seats of the actors that the arcs join."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pydeck as pdk

from geo.map.colours import Palette, rgba
from geo.map.labels import Dot
from geo.map.sphere import Position


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that articles name.

    Attributes:
        name: of the place.
        place: longitude and latitude, degrees.
        mentions: how often it is named.
    """

    name: str
    place: Position
    mentions: int


def radius(mentions: int) -> float:
    """Pixels: the disc's area grows with the mentions."""
    return round(1.6 + 1.1 * math.sqrt(mentions), 1)


def places(spots: Sequence[Spot], palette: Palette, key: str) -> pdk.Layer:
    """A disc for each place, sized by its mentions, the large ones below the small ones.

    Args:
        spots: places to draw.
        palette: colours.
        key: ending of the layer's id.
    """
    rows = [
        {"position": spot.place, "radius": radius(spot.mentions), "tip": _tip(spot)}
        for spot in sorted(spots, key=lambda spot: -spot.mentions)
    ]
    return pdk.Layer(
        "ScatterplotLayer", id=f"places-{key}", data=rows, get_position="position", get_radius="radius",
        radius_units=pdk.types.String("pixels"), get_fill_color=rgba(palette.place, 120), pickable=True,
    )


def nodes(dots: Sequence[Dot], palette: Palette, key: str) -> list[pdk.Layer]:
    """A solid dot with a rim of paper at each actor's seat, and a larger invisible one that takes the pointer.

    A clicked row carries the actor's `code`.
    """
    rows = [
        {"position": dot.place, "radius": dot.radius, "code": dot.code, "tip": _node_tip(dot)} for dot in dots
    ]
    shared = {"data": rows, "get_position": "position", "radius_units": pdk.types.String("pixels")}
    return [
        pdk.Layer(
            "ScatterplotLayer", id=f"dots-{key}", get_radius="radius", get_fill_color=rgba(palette.ink),
            stroked=True, get_line_color=rgba(palette.paper), line_width_units=pdk.types.String("pixels"),
            get_line_width=1.2, **shared,
        ),
        pdk.Layer(
            "ScatterplotLayer", id=f"nodes-{key}", get_radius="radius+5", get_fill_color=[0, 0, 0, 1],
            pickable=True, **shared,
        ),
    ]


def _tip(spot: Spot) -> str:
    return f"{spot.name}\nnamed {'once' if spot.mentions == 1 else f'{spot.mentions:,} times'}"


def _node_tip(dot: Dot) -> str:
    return f"{dot.name}\n{dot.acts:,} {'act' if dot.acts == 1 else 'acts'} by or towards it\nClick: only these"
