"""The whole map, ready for `st.pydeck_chart`."""

import json
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pydeck as pdk

from geo.map import arcs, labels, land, points
from geo.map.arcs import Flow
from geo.map.colours import Palette
from geo.map.frame import Frame, fit
from geo.map.labels import Dot
from geo.map.names import short_name
from geo.map.points import Spot
from geo.map.sphere import great_circle

PHONE = 560
"""Pixels of width below which the page, not the map, must answer a finger that swipes."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What the reader asked for.

    Attributes:
        dyad: `RUS-CUB`, whose arcs stand out, if any.
        actors: codes of actors that are shown and named even where no arc reaches them.
    """

    dyad: str | None = None
    actors: tuple[str, ...] = ()


class Deck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON; without the blanks a quarter is left to be sent at each rerun."""

    def to_json(self) -> str:
        """The specification of the map for deck.gl."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))


def world(
    flows: Sequence[Flow],
    spots: Sequence[Spot],
    palette: Palette,
    size: tuple[int, int],
    focus: Focus,
) -> Deck:
    """A world map of arcs and places.

    Args:
        flows: arcs to draw.
        spots: places to draw.
        palette: colours.
        size: width and height, pixels: what is shown is fitted, and names are placed, for it.
        focus: what the reader asked for.
    """
    frame = _frame(flows, focus, size)
    drawn = arcs.arcs(flows, frame, focus.dyad)
    dots = _dots(flows, focus)
    letters = 11 if size[0] < PHONE else 12
    # A place that a name would cover counts like some of an arc.
    ink = arcs.ink(drawn) + 3 * [spot.place for spot in spots]
    named = labels.place(dots, ink, frame, letters)
    # Streamlit remembers what was clicked by layer id and row number, and dims the rest. Ids that change with
    # the rows make it forget, so that what stands out is always what `focus` says.
    key = f"{zlib.crc32(repr((drawn, spots, palette)).encode()):08x}"
    return _deck(
        [
            land.layer({dot.code for dot in dots}, palette),
            points.places(spots, palette, key),
            *arcs.layers(drawn, palette, key),
            *points.nodes(dots, palette, key),
            *labels.layers(named, palette, letters, key),
        ],
        frame,
        palette,
    )


def _frame(flows: Sequence[Flow], focus: Focus, size: tuple[int, int]) -> Frame:
    """Around all arcs, which rise far north of their ends, and around whom one has asked for."""
    ways = [spot for flow in flows for spot in great_circle(arcs.seat(flow.source), arcs.seat(flow.target))]
    return fit([*ways, *map(arcs.seat, focus.actors)], *size)


def _dots(flows: Sequence[Flow], focus: Focus) -> list[Dot]:
    acts: Counter[str] = Counter(dict.fromkeys(focus.actors, 0))
    for flow in flows:
        acts.update({flow.source: flow.acts, flow.target: flow.acts})
    ends = {end for flow in flows if flow.dyad == focus.dyad for end in (flow.source, flow.target)}
    return [
        Dot(
            code, short_name(code), arcs.seat(code), radius=round(min(2.4 + 0.2 * count**0.5, 6), 1),
            acts=count, strong=code in ends,
        )
        for code, count in acts.most_common()
    ]


def _deck(layers: list[pdk.Layer], frame: Frame, palette: Palette) -> Deck:
    hand = frame.width >= PHONE
    view = pdk.View(
        "MapView", id="map", repeat=True,
        controller={"dragPan": hand, "scrollZoom": hand, "dragRotate": False, "touchRotate": False},
    )
    tooltip = {
        "text": "{tip}",
        "style": {
            "backgroundColor": palette.ink, "color": palette.paper, "fontFamily": labels.FONT,
            "fontSize": "13px", "lineHeight": "1.35", "padding": "7px 10px", "borderRadius": "4px",
        },
    }
    # No map_style, not even None: with any, Streamlit asks an outside host for a basemap.
    deck = Deck(layers=layers, map_provider=None, views=[view], tooltip=tooltip)
    deck.initial_view_state = pdk.ViewState(
        longitude=frame.longitude, latitude=frame.latitude, zoom=frame.zoom,
        min_zoom=round(frame.zoom - 1, 3), max_zoom=6,
    )
    return deck
