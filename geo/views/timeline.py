"""Acts over time below the map: drag over the bars to choose a period."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from geo.store.filters import Filters
from geo.store.query import Store
from geo.views import address, histogram, measure, play, style
from geo.views.address import Address
from geo.views.histogram import BRUSH, History
from geo.views.parameters import STEPS
from geo.views.peaks import named_peaks
from geo.views.periods import Period, chosen_days, fitting_step, floor, shifted
from geo.views.words import capitalised, period

_HINT = "cooperation up, conflict down, deeds bolder; drag to choose a period"


class Timeline:
    """The acts that the other filters keep, over all days.

    Attributes:
        filters: what was asked, without days.
        step: of the bars.
        history: acts by step and quad class.
        all_days: first and last day of any act in the store.
    """

    def __init__(self, store: Store, chosen: Address) -> None:
        """Ask the store; where the other filters keep nothing, for all it has."""
        self.filters = replace(chosen.filters, start=None, end=None)
        if store.summary(self.filters).first is None:
            self.filters = Filters()
        held = store.summary(Filters(statuses=()))
        self.all_days: Period = held.first or dt.date.min, held.last or dt.date.min
        self.step = chosen.step or fitting_step(*self.all_days)
        self.history: History = histogram.by_step(store.timeline(self.filters, self.step), self.step)


def timeline_panel(store: Store, timeline: Timeline, chosen: Address, shown: Period | None) -> None:
    """Title, controls and bars.

    Args:
        store: asked what the peaks are about.
        timeline: what to draw.
        chosen: what the address asks for.
        shown: the frame of an animation that runs, None where none does.
    """
    if not timeline.history:
        return
    with st.container(gap=None, key="timeline"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="timeline-head"):
            _title(timeline, chosen, shown)
            _changes_button(chosen)
            play.controls(chosen, timeline.all_days, timeline.step, shown)
            _settings(timeline.step)
        _chart(store, timeline, chosen, shown)


def snapped(milliseconds: tuple[float, float], step: str) -> Period:
    """The steps between two moments, each end moved to the nearest bound of a step.

    Args:
        milliseconds: since 1970, in either order.
        step: `day`, `week`, `month` or `year`.
    """
    start, end = sorted(_nearest(moment, step) for moment in milliseconds)
    if start == end:
        start = floor(_moment(min(milliseconds)).date(), step)
        end = shifted(start, step, 1)
    return start, shifted(end, "day", -1)


def _title(timeline: Timeline, chosen: Address, shown: Period | None) -> None:
    told = capitalised(period(*shown)) if shown else "" if measure.is_phone() else _HINT
    where = "" if timeline.filters == replace(chosen.filters, start=None, end=None) else " in the whole store"
    st.html(
        f"<div class='entente'><b>Acts per {timeline.step}{where}</b> <span class='muted hint'>{told}</span></div>",
        width="stretch",
    )


def _changes_button(chosen: Address) -> None:
    st.button(
        "What changed", icon=":material/compare_arrows:", type="primary" if chosen.changes else "tertiary",
        key="changes", on_click=address.go, kwargs={"changes": not chosen.changes},
        help="The days chosen, held against as many days before",
    )


def _settings(step: str) -> None:
    with st.popover("Time settings", icon=":material/tune:", type="tertiary", key="timeline-settings"):
        st.session_state["step"] = step
        st.segmented_control(
            "One bar for each", STEPS, key="step", format_func=capitalised, required=True,
            on_change=lambda: address.go(step=st.session_state["step"]),
        )
        play.settings()


def _chart(store: Store, timeline: Timeline, chosen: Address, shown: Period | None) -> None:
    asked = chosen_days(chosen.start, chosen.end, timeline.all_days)
    days = shown or asked
    phone = measure.is_phone()
    rows = histogram.bars(timeline.history, timeline.step, days)
    if not phone:
        named = named_peaks(store, timeline.filters, timeline.step, timeline.history, timeline.all_days)
        rows = pd.concat([rows, histogram.names(named, timeline.step)], ignore_index=True)
    rows = pd.concat([rows, histogram.ground(timeline.all_days, timeline.step, days)], ignore_index=True)
    key = "bars-playing" if shown else _key(asked)
    st.vega_lite_chart(
        rows, histogram.spec(style.palette(), phone=phone), theme=None, key=key, width="stretch",
        on_select=_taker(key, timeline.step), selection_mode=BRUSH,
        alt=f"Acts per {timeline.step}: cooperation upwards, conflict downwards. The filter of days chooses the same.",
    )


def _key(days: Period | None) -> str:
    """A name for the chart: where the reader drew the brush, the chart stays.

    The brush lives in the browser; where the days come from elsewhere, only a new chart is rid of an old one.
    """
    kept = st.session_state.get("brush")
    if kept is None or kept["days"] != days:
        number = kept["number"] + 1 if kept else 0
        kept = st.session_state["brush"] = {"days": days, "number": number}
    return f"bars-{kept['number']}"


def _taker(key: str, step: str) -> Callable[[], None]:
    """Write the brushed days to the address."""

    def take() -> None:
        drawn = st.session_state[key].selection.get(BRUSH, {}).get("start")
        days = snapped((drawn[0], drawn[1]), step) if drawn else None
        if "brush" in st.session_state and st.session_state["brush"]["days"] != days:
            st.session_state["brush"]["days"] = days
            start, end = days or (None, None)
            address.go(start=start, end=end)

    return take


def _moment(milliseconds: float) -> dt.datetime:
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=milliseconds)


def _nearest(milliseconds: float, step: str) -> dt.date:
    moment = _moment(milliseconds)
    start = floor(moment.date(), step)
    end = shifted(start, step, 1)
    passed = (moment.date() - start).days + moment.hour / 24
    return start if passed < (end - start).days / 2 else end
