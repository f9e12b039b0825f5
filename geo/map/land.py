"""The countries beneath everything: polygons that the browser fetches once from Streamlit's own static folder.

What is sent with each change of the map is only the file's name and the shades of the countries that stand out.
"""

import math
from collections.abc import Mapping, Sequence

import pydeck as pdk

from geo.map.arcs import Flow
from geo.map.colours import Palette, mixed, rgba

# Relative, so that it also holds where the dashboard is served below a path.
_WORLD = "app/static/world.json"

_FAINTEST, _DEEPEST = 0.16, 0.62  # of the hue, in the shade of a partner


def in_view(codes: Sequence[str], palette: Palette) -> dict[str, str]:
    """A shade deeper for the countries that act or are acted upon.

    Args:
        codes: of actors; organisations have no land.
        palette: colours.
    """
    return {code: palette.land_in_view for code in codes if _country(code)}


def partners(centre: str, flows: Sequence[Flow], palette: Palette) -> dict[str, str]:
    """A country's partners: the hue says whether cooperation or conflict prevails, the depth how many acts there are.

    Args:
        centre: the country's code.
        flows: acts by or towards it; others don't count.
        palette: colours.
    """
    acts: dict[str, int] = {}
    conflict: dict[str, int] = {}
    for flow in flows:
        if centre in (flow.source, flow.target):
            other = flow.target if flow.source == centre else flow.source
            acts[other] = acts.get(other, 0) + flow.acts
            conflict[other] = conflict.get(other, 0) + (flow.acts if flow.kind.startswith("conflict") else 0)
    most = max(acts.values(), default=1)
    shades = {centre: mixed(palette.land_in_view, palette.ink, 0.42)}
    for code in filter(_country, acts):
        hue = palette.conflict if 2 * conflict[code] > acts[code] else palette.cooperation
        depth = _FAINTEST + (_DEEPEST - _FAINTEST) * math.sqrt(acts[code] / most)
        shades[code] = mixed(palette.land, hue, depth)
    return shades


def _country(code: str) -> bool:
    return len(code) == 3 and code.isalpha()


def layer(shades: Mapping[str, str], palette: Palette) -> pdk.Layer:
    """Country polygons.

    Args:
        shades: ISO 3166-1 alpha-3 code to colour, for the countries that stand out.
        palette: colours.
    """
    groups: dict[str, list[str]] = {}
    for code in sorted(shades):
        groups.setdefault(shades[code], []).append(code)
    fill = str(rgba(palette.land))
    for colour, codes in groups.items():
        these = " || ".join(f"properties.a3 == '{code}'" for code in codes)
        fill = f"({these}) ? {rgba(colour)} : {fill}"
    return pdk.Layer(
        "GeoJsonLayer", id="land", data=_WORLD, filled=True, stroked=True, get_fill_color=fill,
        get_line_color=rgba(palette.border), line_width_units=pdk.types.String("pixels"), get_line_width=0.7,
        # deck.gl calls an accessor again only when it is told that its answers have changed.
        update_triggers={"getFillColor": fill, "getLineColor": palette.border},
    )
