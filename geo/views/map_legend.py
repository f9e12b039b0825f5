"""What colours, widths and dots of the map mean, and a choice of what they shall mean."""

import math
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from geo.map import Flow, Scale
from geo.map.colours import Palette
from geo.map.names import short_name
from geo.views import address
from geo.views.address import Address
from geo.views.words import KINDS, capitalised

_COLOURS = {"sign": "Cooperation and conflict", "quad": "Words and deeds of each"}
_CHANGES = {"growth": "more acts than before", "decline": "fewer acts than before"}
_WIDTHS = {"acts": "Acts", "stories": "Stories", "share": "Share of coverage"}


def legend(acts: Mapping[str, int], shown: Sequence[Flow], widths: Scale, chosen: Address, palette: Palette) -> None:
    """The legend, and at its end the button for what colours and widths mean.

    Args:
        acts: of each kind, also of arcs that are not drawn.
        shown: those drawn, for the widths.
        widths: how wide they are.
        chosen: how the map is drawn.
        palette: colours.
    """
    parts = [*_kinds(acts, chosen, palette), _widths(shown, widths)]
    centred = len(chosen.countries) == 1 and not chosen.changes
    parts += _partners(chosen, palette) if centred else ["<i class='place'></i>Place in the news"]
    spans = "".join(f"<span>{part}</span>" for part in parts)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="legend"):
        st.html(f"<div class='entente'><div class='legend'>{spans}</div></div>", width="stretch")
        with st.popover("Style", icon=":material/tune:", help="What colours and widths mean", type="tertiary"):
            _choice("Colour", "colour", _COLOURS, chosen.colour)
            _choice("Width", "width", _WIDTHS, chosen.width)


def _kinds(acts: Mapping[str, int], chosen: Address, palette: Palette) -> list[str]:
    kinds = list(KINDS.values()) if chosen.colour == "quad" else ["cooperation", "conflict"]
    if chosen.changes:
        kinds = list(_CHANGES)
    return [
        f"<i class='arrow' style='--kind:{palette.of(kind)}'></i>{capitalised(_CHANGES.get(kind, kind))} "
        f"<b>{acts.get(kind, 0):,}</b>"
        for kind in kinds
    ]


def _widths(shown: Sequence[Flow], widths: Scale) -> str:
    """Three samples: one, a third, and the most that is drawn."""
    most = max((widths.amount(flow) for flow in shown), default=1)
    if widths.unit == "share":
        samples = [most / 9, most / 3, most]
        written = [f"{share:.2g}" if share >= 10 else f"{share:.1f}" for share in (100 * sample for sample in samples)]
        written = [f"{number}&nbsp;%" for number in written]
    else:
        samples = sorted({1, math.ceil(most / 3), most})
        written = [f"{round(number):,}" for number in samples]
    drawn = "".join(
        f"<i class='width' style='height:{widths.width(sample)}px'></i>{number}"
        for sample, number in zip(samples, written, strict=True)
    )
    return f"{_WIDTHS[widths.unit]} {drawn}"


def _partners(chosen: Address, palette: Palette) -> list[str]:
    box = "<i style='width:12px;height:12px;border-radius:2px;background:{}'></i>{}"
    return [
        f"Partners of {escape(short_name(chosen.countries[0]))}, deeper with more acts:",
        box.format(palette.cooperation, "mostly cooperation"), box.format(palette.conflict, "mostly conflict"),
    ]


def _choice(label: str, field: str, options: dict[str, str], current: str) -> None:
    """A choice that is written to the address."""
    key = f"drawn_{field}"
    st.session_state[key] = current

    def take() -> None:
        address.go(**{field: st.session_state[key] or current})

    st.segmented_control(label, list(options), format_func=options.__getitem__, key=key, on_change=take, required=True)
