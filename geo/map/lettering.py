"""Names as layers: a halo of paper and the letters above it, for each zoom those that have room there.

deck.gl can't hide a name by zoom: its collision filter looks only at the spot that a name is anchored to, and Streamlit
tells Python nothing of zooming. So before the names of a nearer zoom a cover is drawn that one can't see but that hides
what is drawn after it: an empty disc in the air, which the camera passes through when it has come near enough.
"""

import math
from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from geo.map.colours import Palette, rgba
from geo.map.frame import Frame
from geo.map.labels import Label, size

FONT = "Libre Franklin, Arial, sans-serif"

_AROUND = 40_030_000  # metres around deck.gl's globe
_CAMERA, _NEAREST = 1.5, 0.1  # heights of the map: from the camera to the ground, and to what it sees at the nearest
_EARLY = 0.03  # of a zoom step: the names are there when the step is done


def layers(labels: Sequence[Label], frames: Sequence[Frame], palette: Palette, key: str) -> list[pdk.Layer]:
    """All names, those of the widest frame first.

    Args:
        labels: what `labels.place` gave.
        frames: from which on they are written.
        palette: colours.
        key: ending of the layers' ids.
    """
    drawn: list[pdk.Layer] = []
    for level, frame in enumerate(frames):
        rows = [_row(label, frame.letters) for label in labels if label.level == level]
        if rows:
            drawn += [_cover(frame, f"cover{level}-{key}")] if level else []
            drawn += _names(rows, palette, f"{level}-{key}")
    return drawn


def _row(label: Label, letters: int) -> dict[str, Any]:
    return {
        "p": label.dot.point, "n": label.dot.name, "o": label.offset, "a": label.anchor,
        "s": size(label.dot, letters), "m": int(label.dot.minor),
    }


def _cover(frame: Frame, name: str) -> pdk.Layer:
    """An unseen disc, so high that the camera is beneath it from this frame's zoom on."""
    above = _CAMERA * math.cos(math.radians(frame.pitch)) - _NEAREST
    metres = above * frame.height * _AROUND / (512 * 2 ** (frame.zoom - _EARLY))
    return pdk.Layer(
        "ScatterplotLayer", id=name, data=[{"p": [frame.east, frame.north, round(metres)]}], get_position="p",
        get_radius=1e5, radius_units=pdk.types.String("pixels"), get_fill_color=[0, 0, 0, 0],
        parameters={"depthWriteEnabled": True},
    )


def _names(rows: list[dict[str, Any]], palette: Palette, key: str) -> list[pdk.Layer]:
    """Two layers, because letters drawn from a distance field, which alone can have an outline, look thin."""
    shared = {
        "data": rows, "get_position": "p", "get_text": "n", "get_size": "s",
        "size_units": pdk.types.String("pixels"), "get_text_anchor": "a", "get_pixel_offset": "o",
        "font_family": pdk.types.String(FONT), "font_weight": 600, "character_set": pdk.types.String("auto"),
    }
    field = {"sdf": True, "fontSize": 48, "buffer": 10, "radius": 14}
    return [
        pdk.Layer(
            "TextLayer", id=f"halo{key}", get_color=rgba(palette.paper), font_settings=field,
            outline_width=7, outline_color=rgba(palette.paper, 225), **shared,
        ),
        pdk.Layer(
            "TextLayer", id=f"names{key}", get_color=f"m ? {rgba(palette.muted)} : {rgba(palette.ink)}",
            font_settings={"fontSize": 26}, **shared,
        ),
    ]
