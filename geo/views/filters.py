"""The filters, as a sentence whose parts open: acts by or towards whom, from when, of what kind."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from geo.map.names import short_name
from geo.store.filters import Filters
from geo.store.query import Store
from geo.views import address
from geo.views.address import Address
from geo.views.words import KINDS, capitalised, counted, kinds, period

_SIDES = {"all": (), "cooperation": (1, 2), "conflict": (3, 4)}


def filters(store: Store, chosen: Address) -> None:
    """The sentence; what is chosen in it goes to the address.

    Args:
        store: says which actors there are, and how many acts without any filter.
        chosen: what the address asks for now.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filters"):
        _word("Acts by or towards")
        with _part(_who(chosen.countries), changed=bool(chosen.countries), key="who"):
            _countries(store, chosen)
        when = period(chosen.start, chosen.end)
        with _part(when or "at any time", changed=bool(when), key="when"):
            _days(store, chosen)
        _word("of")
        with _part(kinds(chosen.quads), changed=bool(chosen.quads), key="what"):
            _kinds(chosen)
        if when or chosen.countries or chosen.quads:
            _left_out(store, chosen)


def _word(words: str) -> None:
    if words:
        st.html(f"<span class='entente muted'>{words}</span>", width="content")


def _part(label: str, *, changed: bool, key: str) -> Any:
    return st.popover(label, type="primary" if changed else "secondary", key=f"part-{key}")


def _who(countries: tuple[str, ...]) -> str:
    names = [short_name(code) for code in countries[:2]]
    more = len(countries) - len(names)
    return " or ".join(names) + (f" or {more} more" if more else "") or "any country"


def _countries(store: Store, chosen: Address) -> None:
    options = dict.fromkeys([*store.actors()["actor"], *chosen.countries])
    st.session_state["countries"] = list(chosen.countries)
    st.multiselect(
        "Countries and organisations", list(options), format_func=short_name, key="countries",
        placeholder="Type a name", on_change=_to_address("countries", "countries", tuple),
    )


def _days(store: Store, chosen: Address) -> None:
    held = store.summary(Filters(statuses=()))
    st.session_state["start"], st.session_state["end"] = chosen.start, chosen.end
    bounds = [day for day in (held.first, held.last, chosen.start, chosen.end) if day]
    for label, field in (("First day", "start"), ("Last day", "end")):
        st.date_input(
            label, value=None, key=field, on_change=_to_address(field, field),
            min_value=min(bounds, default=None), max_value=max(bounds, default=None),
        )
    if held.first and held.last:
        st.caption(f"The store holds acts {period(held.first, held.last)}.")


def _kinds(chosen: Address) -> None:
    side = next((side for side, quads in _SIDES.items() if quads == tuple(sorted(chosen.quads))), None)
    st.session_state["side"], st.session_state["quads"] = side, list(chosen.quads)
    st.segmented_control(
        "Kind", list(_SIDES), format_func=capitalised, key="side",
        on_change=_to_address("side", "quads", lambda side: _SIDES.get(side, ())),
    )
    st.pills(
        "In detail", list(KINDS), format_func=lambda quad: capitalised(KINDS[quad]), key="quads",
        selection_mode="multi", on_change=_to_address("quads", "quads", lambda quads: tuple(sorted(quads))),
    )


def _to_address(widget: str, field: str, form: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    """A callback that writes what a widget holds to a field of the address."""
    return lambda: address.go(**{field: form(st.session_state[widget])})


def _left_out(store: Store, chosen: Address) -> None:
    whole, kept = store.summary().acts, store.summary(chosen.filters).acts
    st.space("stretch")
    if kept < whole:
        _word(f"Leaves out {whole - kept:,} of {counted(whole, 'act')}")
    st.button("Clear all", type="tertiary", icon=":material/close:", on_click=clear)


def clear() -> None:
    """Take every filter out of the address."""
    address.go(start=None, end=None, countries=(), quads=())
