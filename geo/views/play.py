"""Play: a stretch of time that moves over the map, or grows, until the reader stops it.

While it runs, the session holds the stretch, not the address, lest the browser's history fill with frames; a pause
writes it there. Nothing moves by itself where the reader's system asks for less motion; the steps to and fro stay.
"""

from collections.abc import Sequence

import streamlit as st

from geo.views import address
from geo.views.address import Address
from geo.views.periods import Period, chosen_days, frames, shifted, whole

SPEEDS = {"Slow": 3.0, "Normal": 1.5, "Fast": 0.75}
"""Seconds that a frame stays: never so short that it flashes."""

_WAYS = {"moves": "Move a window", "grows": "Accumulate"}
_WINDOW = {"day": 7, "week": 4, "month": 12, "year": 1}  # steps, where no days are chosen

_STILL = """
export default function ({ setStateValue, data }) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  if (still !== data.still) setStateValue("still", still)
}
"""


def seconds() -> float | None:
    """How long the present frame stays; None where nothing runs."""
    return SPEEDS.get(st.session_state.get("speed", "Normal")) if "frame" in st.session_state else None


def frame(all_frames: Sequence[Period]) -> Period | None:
    """The stretch to show now, None where nothing runs; each call shows the next, and after the last it ends."""
    if "frame" not in st.session_state:
        return None
    number = int(st.session_state["frame"])
    if number >= len(all_frames):
        del st.session_state["frame"]
        return None
    st.session_state["frame"] = number + 1
    return all_frames[number]


def film(chosen: Address, all_days: Period, step: str) -> list[Period]:
    """All frames, from the days chosen on; from the first day, where those are the last or none are chosen.

    Args:
        chosen: what the address asks for.
        all_days: first and last day that there are acts of.
        step: of the histogram.
    """
    grows = st.session_state.get("way") == "grows"
    start, end = window(chosen, all_days, step, grows=grows)
    found = frames((start, end), all_days, step, grows=grows)
    if len(found) > 1:
        return found
    first = whole(*all_days, step)[0]
    again = (first, shifted(first, step, 1)) if grows else (first, shifted(first, "day", (end - start).days))
    return frames(again, all_days, step, grows=grows)


def window(chosen: Address, all_days: Period, step: str, *, grows: bool = False) -> Period:
    """The chosen days; where none are chosen the first so many steps."""
    if days := chosen_days(chosen.start, chosen.end, all_days):
        return days
    first = whole(*all_days, step)[0]
    return first, shifted(shifted(first, step, 1 if grows else _WINDOW[step]), "day", -1)


def controls(chosen: Address, all_days: Period, step: str, shown: Period | None) -> None:
    """Back, play or pause, forward, and how it plays.

    Args:
        chosen: what the address asks for.
        all_days: first and last day that there are acts of.
        step: of the histogram.
        shown: the frame that is on the map, None where nothing runs.
    """
    _step_button("Earlier", ":material/skip_previous:", chosen, all_days, (step, -1))
    if shown:
        st.button("Pause", icon=":material/pause:", type="tertiary", key="play", on_click=_pause, args=(shown,))
    else:
        still = st.session_state.get("less-motion", False)
        st.button(
            "Play", icon=":material/play_arrow:", type="tertiary", key="play", on_click=_play, disabled=still,
            help="Your system asks for less motion: step with Earlier and Later." if still else None,
        )
    _step_button("Later", ":material/skip_next:", chosen, all_days, (step, 1))


def settings() -> None:
    """How it plays, for a popover."""
    st.segmented_control(
        "Play", list(_WAYS), format_func=_WAYS.__getitem__, default="moves", key="way", required=True,
    )
    st.segmented_control("Speed", list(SPEEDS), default="Normal", key="speed", required=True)


def _step_button(label: str, icon: str, chosen: Address, all_days: Period, by: tuple[str, int]) -> None:
    step, count = by
    start, end = whole(*window(chosen, all_days, step), step)
    if chosen.start or chosen.end:
        morrow = shifted(end, "day", 1)
        start, end = shifted(start, step, count), shifted(shifted(morrow, step, count), "day", -1)
    nothing_there = end < all_days[0] or start > all_days[1]
    st.button(
        label, icon=icon, type="tertiary", key=f"play-{label.lower()}", help=f"{label} by one {step}",
        on_click=address.go, kwargs={"start": start, "end": end}, disabled=nothing_there,
    )


def _play() -> None:
    st.session_state["frame"] = 0


def _pause(shown: Period) -> None:
    st.session_state.pop("frame", None)
    address.go(start=shown[0], end=shown[1])


def ask_for_stillness() -> None:
    """Ask the browser whether the reader's system wants less motion; `controls` heeds the answer."""
    known = bool(st.session_state.get("less-motion", False))
    component = st.components.v2.component("still", js=_STILL)
    answer = component(key="still", data={"still": known}, height=1, on_still_change=lambda: None).still
    if answer is not None and bool(answer) != known:
        st.session_state["less-motion"] = bool(answer)
        st.rerun()
