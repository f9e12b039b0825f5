"""The countries beneath everything: polygons that the browser fetches from Streamlit's own static folder."""

from collections.abc import Collection

import pydeck as pdk

from geo.map.colours import Palette, rgba

# Relative, so that it also holds where the dashboard is served below a path.
_WORLD = "app/static/world.json"


def layer(in_view: Collection[str], palette: Palette) -> pdk.Layer:
    """Country polygons; those that act or are acted upon a shade deeper.

    Args:
        in_view: their ISO 3166-1 alpha-3 codes; other codes do no harm.
        palette: colours.
    """
    codes = sorted(code for code in in_view if len(code) == 3 and code.isalpha())
    deeper = " || ".join(f"properties.a3 == '{code}'" for code in codes) or "false"
    fill = f"({deeper}) ? {rgba(palette.land_in_view)} : {rgba(palette.land)}"
    return pdk.Layer(
        "GeoJsonLayer", id="land", data=_WORLD, filled=True, stroked=True, get_fill_color=fill,
        get_line_color=rgba(palette.border), line_width_units=pdk.types.String("pixels"), get_line_width=0.7,
        # deck.gl calls an accessor again only when it is told that its answers have changed.
        update_triggers={"getFillColor": fill, "getLineColor": palette.border},
    )
