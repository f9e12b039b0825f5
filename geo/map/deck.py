"""The whole map, ready for `st.pydeck_chart`."""

import json
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from geo.map import flat, labels, land, lettering, points, tilted
from geo.map.arcs import Arc, Flow, Scale, arcs, seat
from geo.map.colours import Palette
from geo.map.curves import along
from geo.map.frame import Frame, fit
from geo.map.labels import Dot, Label
from geo.map.names import short_name
from geo.map.plane import point
from geo.map.points import Spot

_PITCH = 40.0  # degrees by which the map is tilted when it is
_STEPS = (1, 2, 4, 8)  # times nearer: from each on, more names have room
_NAMED_PLACES = 40
_FARTHEST = 4.4  # zoom steps that one can come nearer
_BOUNDS = [[-17, -8.5], [17, 8.5]]  # degrees of the plane; beyond is nothing to be seen
_NUDGE = 1e-6  # of a zoom step: unseen, and enough to make the browser take up the view anew


@dataclass(frozen=True, slots=True)
class Focus:
    """What the reader asked for.

    Attributes:
        dyad: `RUS-CUB`, whose arcs stand out, if any.
        actors: codes of actors that are shown and named even where no arc reaches them.
        around: codes of actors that must be in view.
        centre: code of the one country whose partners are shaded, if any.
        place: name of the selected place, if any.
        tilted: whether the map is tilted and its arcs rise.
        refits: how often the reader has asked for the first view again.
    """

    dyad: str | None = None
    actors: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    centre: str | None = None
    place: str | None = None
    tilted: bool = False
    refits: int = 0


class Deck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON; without the blanks a quarter is left to be sent at each rerun."""

    def to_json(self) -> str:
        """The specification of the map for deck.gl."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to draw.

    Attributes:
        flows: arcs.
        spots: places.
        widths: how wide the arcs are.
    """

    flows: Sequence[Flow]
    spots: Sequence[Spot]
    widths: Scale


def world(scene: Scene, palette: Palette, size: tuple[int, int], focus: Focus) -> Deck:
    """A world map of arcs and places.

    Args:
        scene: what there is to draw.
        palette: colours.
        size: width and height, pixels: what is shown is fitted, and names are placed, for it.
        focus: what the reader asked for.
    """
    frame = _frame(scene.flows, focus, size)
    drawn = arcs(scene.flows, scene.widths, frame, focus.dyad)
    dots = _dots(scene.flows, focus)
    frames = [frame.nearer(times) for times in _STEPS]
    # Streamlit remembers what was clicked by layer id and row number, and dims the rest. Ids that change with
    # the rows make it forget, so that what stands out is always what `focus` says.
    key = f"{zlib.crc32(repr((drawn, scene.spots, palette, replace(focus, refits=0))).encode()):08x}"
    draw = tilted.layers if focus.tilted else flat.layers
    layers = [
        land.layer(_shades(scene.flows, dots, focus, palette), palette),
        *points.places(scene.spots, palette, key, focus.place),
        *draw(drawn, palette, key, cased=bool(focus.centre)),
        *points.nodes(dots, palette, key),
        *lettering.layers(_names(scene.spots, drawn, dots, frames), frames, palette, key),
    ]
    return _deck(layers, frame, palette, focus.refits)


def _frame(flows: Sequence[Flow], focus: Focus, size: tuple[int, int]) -> Frame:
    """Around the ends of all arcs, and around whoever must be in view."""
    codes = {code for flow in flows for code in (flow.source, flow.target)} | {*focus.actors, *focus.around}
    frame = fit(map(seat, codes), *size)
    return frame.tilted(_PITCH) if focus.tilted else frame


def _shades(flows: Sequence[Flow], dots: Sequence[Dot], focus: Focus, palette: Palette) -> dict[str, str]:
    if focus.centre:
        return land.partners(focus.centre, flows, palette)
    return land.in_view([dot.code for dot in dots], palette)


def _dots(flows: Sequence[Flow], focus: Focus) -> list[Dot]:
    acts: Counter[str] = Counter(dict.fromkeys(focus.actors, 0))
    for flow in flows:
        acts.update({flow.source: flow.acts, flow.target: flow.acts})
    most = max(acts.values(), default=0)
    ends = {end for flow in flows if flow.dyad == focus.dyad for end in (flow.source, flow.target)}
    return [
        Dot(
            code, short_name(code), seat(code), radius=round(2.4 + 3.6 * (count / max(most, 300)) ** 0.5, 1),
            acts=count, strong=code in ends,
        )
        for code, count in acts.most_common()
    ]


def _names(spots: Sequence[Spot], drawn: Sequence[Arc], dots: Sequence[Dot], frames: Sequence[Frame]) -> list[Label]:
    """The actors' names, and those of the places named most often where one has come nearer."""
    seats = {dot.name for dot in dots}
    towns = [Dot("", spot.name, point(spot.place), 3, spot.mentions) for spot in spots[:_NAMED_PLACES]]
    ink = [spot for arc in drawn for spot in along(arc.curve)]
    return labels.place([*dots, *(town for town in towns if town.name not in seats)], ink, frames)


def _deck(layers: list[pdk.Layer], frame: Frame, palette: Palette, refits: int) -> Deck:
    hand = not frame.narrow
    view = pdk.View(
        "MapView", id="map", repeat=False,
        controller={
            "dragPan": hand, "scrollZoom": hand, "dragRotate": frame.pitch > 0, "touchRotate": False,
            "maxBounds": _BOUNDS,
        },
    )
    tooltip = {
        "text": "{tip}",
        "style": {
            "backgroundColor": palette.ink, "color": palette.paper, "fontFamily": lettering.FONT,
            "fontSize": "13px", "lineHeight": "1.35", "padding": "7px 10px", "borderRadius": "4px",
        },
    }
    # No map_style, not even None: with any, Streamlit asks an outside host for a basemap.
    # Later layers lie on earlier ones, however a tilted map's ground and arcs run in depth.
    depth = {"depthWriteEnabled": False}
    deck = Deck(layers=layers, map_provider=None, views=[view], tooltip=tooltip, parameters=depth)
    nudge = refits * _NUDGE
    deck.initial_view_state = pdk.ViewState(
        longitude=frame.east + nudge, latitude=frame.north + nudge, zoom=frame.zoom + nudge,
        pitch=frame.pitch + nudge, bearing=nudge,
        min_zoom=round(frame.zoom - 1, 3), max_zoom=round(frame.zoom + _FARTHEST, 3),
    )
    return deck
