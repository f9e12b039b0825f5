"""What the peaks of the histogram are about: who had most to do with whom, and in what."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import streamlit as st

from geo.map.names import short_name
from geo.store.counts import counts
from geo.store.filters import Filters
from geo.store.query import Store
from geo.views.histogram import History, peaks
from geo.views.periods import Period, shifted

Named = list[tuple[dt.date, str]]
"""First day of a bar, and its name."""


def named_peaks(store: Store, filters: Filters, step: str, history: History, all_days: Period) -> Named:
    """The bars that stand out, each with a name; kept in the session, for they change with the other filters alone.

    Args:
        store: what is asked.
        filters: without days.
        step: of the bars.
        history: acts by step and quad class.
        all_days: first and last day of the chart.
    """
    asked = (filters, step, store.summary(filters))
    known = st.session_state.get("peaks")
    if known is None or known[0] != asked:
        starts = peaks(history, all_days)
        filters = replace(filters, least=1)  # what a dyad has at least counts over all days, not within a bar's
        known = asked, [(start, name(store, replace(filters, start=start, end=_last(start, step)))) for start in starts]
        st.session_state["peaks"] = known
    named: Named = known[1]
    return named


def name(store: Store, filters: Filters) -> str:
    """`Russia–Cuba, military`: the two with most acts, and the commonest subject between them."""
    pairs = store.pairs(filters)
    acts: Counter[tuple[str, ...]] = Counter()
    for source, target, count in zip(*(pairs[column].tolist() for column in ("source", "target", "acts")), strict=True):
        acts[(source, target) if source < target else (target, source)] += count
    ends, _ = acts.most_common(1)[0]
    contexts = counts(store, replace(filters, between=ends), ["context"])["context"]
    subject = next((context for context in contexts if context != "other"), None)
    pair = "–".join(short_name(end) for end in ends)
    return f"{pair}, {subject}" if subject else pair


def _last(start: dt.date, step: str) -> dt.date:
    return shifted(shifted(start, step, 1), "day", -1)
