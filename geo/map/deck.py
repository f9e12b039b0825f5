"""The whole map, ready for `st.pydeck_chart`."""

import json
import zlib
from collections import Counter
from collections.abc import Sequence

import pydeck as pdk

from geo.gazetteer.actors import actors
from geo.map import arcs, labels, land, points
from geo.map.arcs import Flow
from geo.map.colours import Palette
from geo.map.frame import Frame, fit
from geo.map.labels import Dot
from geo.map.points import Spot
from geo.map.sphere import great_circle

PHONE = 560
"""Pixels of width below which the page, not the map, must answer a finger that swipes."""


class Deck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON; without the blanks a quarter is left to be sent at each rerun."""

    def to_json(self) -> str:
        """The specification of the map for deck.gl."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))


def world(
    flows: Sequence[Flow], spots: Sequence[Spot], palette: Palette, size: tuple[int, int], selected: str | None,
) -> Deck:
    """A world map of arcs and places.

    Args:
        flows: arcs to draw.
        spots: places to draw.
        palette: colours.
        size: width and height, pixels: what is shown is fitted, and names are placed, for it.
        selected: the dyad whose arcs stand out, if any.
    """
    frame = _frame(flows, spots, size)
    drawn = arcs.arcs(flows, frame, selected)
    dots = _dots(flows, selected)
    letters = 11 if size[0] < PHONE else 12
    named = labels.place(dots, arcs.ink(drawn), frame, letters)
    # Streamlit remembers what was clicked by layer id and row number, and dims the rest. Ids that change with
    # the rows make it forget, so that what stands out is always what `selected` says.
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


def _frame(flows: Sequence[Flow], spots: Sequence[Spot], size: tuple[int, int]) -> Frame:
    """Around all arcs, which rise far north of their ends; around the places where there is no arc."""
    ways = [spot for flow in flows for spot in great_circle(arcs.seat(flow.source), arcs.seat(flow.target))]
    return fit(ways or [spot.place for spot in spots], *size)


def _dots(flows: Sequence[Flow], selected: str | None) -> list[Dot]:
    acts: Counter[str] = Counter()
    for flow in flows:
        acts.update({flow.source: flow.acts, flow.target: flow.acts})
    ends = {end for flow in flows if flow.dyad == selected for end in (flow.source, flow.target)}
    return [
        Dot(
            code, actors()[code].name, arcs.seat(code), radius=round(min(2.4 + 0.2 * count**0.5, 6), 1),
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
        longitude=frame.longitude, latitude=frame.latitude, zoom=frame.zoom, min_zoom=frame.zoom - 1, max_zoom=6,
    )
    return deck
