"""What each part of the filters asks: widgets that are filled from the address and write to it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from geo.map.names import short_name
from geo.store.counts import Counts
from geo.store.filters import Filters
from geo.views import address
from geo.views.address import Address
from geo.views.words import CONTEXTS, EVENT_TYPES, KINDS, STATUSES, capitalised

_SIDES = {"all": (), "cooperation": (1, 2), "conflict": (3, 4)}
_DEFAULT = {"least": Filters().least, "confidence": Filters().confidence}


def who(chosen: Address, offered: Mapping[str, Counts]) -> None:
    """Whose acts and towards whom."""
    labels = {"countries": "By or towards", "sources": "By", "targets": "Towards", "between": "Between"}
    for field, label in labels.items():
        _choose(label, field, chosen, offered[field], short_name)


def when(chosen: Address, offered: Mapping[str, Counts]) -> None:
    """In which days."""
    years = sorted(offered["start"].items())
    whole = next((year for year, _ in years if (chosen.start, chosen.end) == _year(year)), None)
    st.session_state["year"], st.session_state["start"], st.session_state["end"] = whole, chosen.start, chosen.end
    st.selectbox(
        "A whole year", [year for year, _ in years], key="year", placeholder="Any",
        format_func=lambda year: f"{year} · {offered['start'].get(year, 0):,}", on_change=_take_year,
    )
    days = [day for year, _ in years for day in _year(year)] + [day for day in (chosen.start, chosen.end) if day]
    for label, field in (("First day", "start"), ("Last day", "end")):
        st.date_input(
            label, value=None, key=field, on_change=_to_address(field, field),
            min_value=min(days, default=None), max_value=max(days, default=None),
        )


def _year(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _take_year() -> None:
    start, end = _year(st.session_state["year"]) if st.session_state["year"] else (None, None)
    address.go(start=start, end=end)


def what(chosen: Address, offered: Mapping[str, Counts]) -> None:
    """Acts of which kind."""
    side = next((side for side, quads in _SIDES.items() if quads == tuple(sorted(chosen.quads))), None)
    st.session_state["side"] = side
    st.segmented_control(
        "Kind", list(_SIDES), key="side",
        format_func=lambda side: _with_count(
            capitalised(side), sum(acts for quad, acts in offered["quads"].items() if quad in (_SIDES[side] or KINDS))
        ),
        on_change=_to_address("side", "quads", lambda side: _SIDES.get(side, ())),
    )
    _pick("In detail", "quads", chosen, {quad: offered["quads"].get(quad, 0) for quad in KINDS}, KINDS)
    _pick("Type of act", "types", chosen, {name: offered["types"].get(name, 0) for name in EVENT_TYPES}, EVENT_TYPES)


def subject(chosen: Address, offered: Mapping[str, Counts]) -> None:
    """Acts on which subjects."""
    _pick("Subject", "contexts", chosen, offered["contexts"], CONTEXTS)


def more(chosen: Address, offered: Mapping[str, Counts]) -> None:
    """What the text says of the act, who published it, its words, and how sure and how often told."""
    _pick("What the text says of the act", "statuses", chosen, offered["statuses"], STATUSES)
    _choose("Outlet", "outlets", chosen, offered["outlets"])
    st.session_state["words"] = chosen.words
    st.text_input(
        "Words in the evidence", key="words", placeholder="debt, warship", max_chars=200,
        on_change=_to_address("words", "words", str.strip),
    )
    _pick_one("Acts of a pair, at least", "least", chosen, offered["least"], "{:,}".format)
    _pick_one("Confidence, at least", "confidence", chosen, offered["confidence"], "{:.0%}".format)


def _choose(label: str, field: str, chosen: Address, acts: Counts, name: Callable[[str], str] = str) -> None:
    """Some of many options, by typing."""
    st.session_state[field] = list(getattr(chosen, field))
    st.multiselect(
        label, list(acts), key=field, placeholder="Type a name", on_change=_to_address(field, field, tuple),
        format_func=lambda option: f"{name(option)} · {acts.get(option, 0):,}",
    )


def _pick(label: str, field: str, chosen: Address, acts: Counts, names: Mapping[Any, str]) -> None:
    """Some of a few options, by sight."""
    st.session_state[field] = list(getattr(chosen, field))
    st.pills(
        label, list(acts), key=field, selection_mode="multi", on_change=_to_address(field, field, _in_order(names)),
        format_func=lambda option: _with_count(capitalised(names[option]), acts.get(option, 0)),
    )


def _pick_one(label: str, field: str, chosen: Address, acts: Counts, name: Callable[[Any], str]) -> None:
    st.session_state[field] = getattr(chosen, field)
    st.pills(
        label, list(acts), key=field, on_change=_to_address(field, field, lambda value: value or _DEFAULT[field]),
        format_func=lambda option: _with_count(name(option) if option != _DEFAULT[field] else "Any", acts[option]),
    )


def _with_count(name: str, acts: int) -> str:
    return f"{name} :gray[{acts:,}]"


def _in_order(names: Mapping[Any, str]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    return lambda picked: tuple(name for name in names if name in picked)


def _to_address(widget: str, field: str, form: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    """A callback that writes what a widget holds to a field of the address."""
    return lambda: address.go(**{field: form(st.session_state[widget])})
