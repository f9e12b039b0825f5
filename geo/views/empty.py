"""Nothing fits the filters: say what is missing, and offer the ways back that lead somewhere."""

from dataclasses import dataclass, replace
from html import escape
from itertools import combinations
from typing import Any

import streamlit as st

from geo.store.filters import Filters
from geo.store.query import Store
from geo.views import address, telling
from geo.views.address import Address
from geo.views.words import capitalised, counted, the

_ENOUGH = 3  # ways that give up one filter each; with fewer, some that give up two are offered, too
_MOST = 5
_NOTHING = Filters()

# What each way back gives up.
_WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("at any time", ("start", "end")),
    ("any country", ("countries", "sources", "targets", "between")),
    ("any kind of act", ("quads", "types")),
    ("any subject", ("contexts",)),
    ("whatever the text says of the act", ("statuses",)),
    ("any outlet", ("outlets",)),
    ("any words", ("words",)),
    ("any number of acts", ("least",)),
    ("any confidence", ("confidence",)),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way back: what it is called, what it changes in the address, and the acts that it would show."""

    words: str
    changes: dict[str, Any]
    acts: int


def headline(store: Store, chosen: Address) -> None:
    """The headline of a view without acts.

    Args:
        store: asked how many acts there are without filters.
        chosen: what the address asks for; it keeps no act.
    """
    whole = store.summary().acts
    reason = (
        f"None of the {counted(whole, 'act')} in the store fits all of these filters. Each way back brings some."
        if whole else "The store holds no acts yet. Read articles into it: see the page About the data."
    )
    st.html(f"<div class='entente'><h1>{escape(missing(chosen.filters))}</h1><p class='muted'>{reason}</p></div>")


def missing(filters: Filters) -> str:
    """What there is none of: `No acts of conflict between Cuba and Nicaragua on military matters in 2010`."""
    what, subject = telling.what(filters), telling.subject(filters)
    parts = [
        "No acts", f"of {what}" if what else "", telling.who(filters), f"on {subject}" if subject else "",
        telling.when(filters),
    ]
    return ", ".join(filter(None, [" ".join(filter(None, parts)), telling.more(filters)]))


def ways_back(store: Store, chosen: Address) -> None:
    """Buttons that give up a filter or two each, with the number of acts that it would bring."""
    ways = leading_ways(store, chosen.filters)
    if not ways:
        return
    st.html("<div class='entente'><b>Ways back</b> <span class='muted'>and the acts each would show</span></div>")
    with st.container(key="ways", gap="xsmall"):
        for way in ways:
            st.button(
                f"{capitalised(way.words)} :gray[{way.acts:,}]", key=f"way-{way.words}", width="stretch",
                on_click=address.go, kwargs=way.changes,
            )


def leading_ways(store: Store, filters: Filters) -> list[Way]:
    """Each filter given up alone, then two of them where that is too little, then all; only those that bring acts."""
    single = [(words, fields) for words, fields in _WAYS if _asks(filters, fields)]
    found = [way for words, fields in single if (way := _way(store, filters, words, fields))]
    found += _partners(store, filters)
    if len(found) < _ENOUGH and len(single) > 2:
        for (one, its_fields), (other, other_fields) in combinations(single, 2):
            if len(found) < _MOST and (way := _way(store, filters, f"{one}, {other}", its_fields + other_fields)):
                found.append(way)
    everything = tuple(field for _, fields in single for field in fields)
    every = _way(store, filters, "clear all filters", everything) if len(single) > 1 or not found else None
    return found[:_MOST] + ([every] if every else [])


def _asks(filters: Filters, fields: tuple[str, ...]) -> bool:
    return any(getattr(filters, field) != getattr(_NOTHING, field) for field in fields)


def _way(store: Store, filters: Filters, words: str, fields: tuple[str, ...]) -> Way | None:
    return _leading(store, filters, words, {field: getattr(_NOTHING, field) for field in fields})


def _partners(store: Store, filters: Filters) -> list[Way]:
    """Where nothing happened between some: each of them with anybody."""
    ways = [
        _leading(store, filters, f"{the(code)} with any country", {"between": (), "countries": (code,)})
        for code in filters.between[:_ENOUGH] if len(filters.between) > 1
    ]
    return [way for way in ways if way]


def _leading(store: Store, filters: Filters, words: str, changes: dict[str, Any]) -> Way | None:
    acts = store.summary(replace(filters, **changes)).acts
    return Way(words, changes, acts) if acts else None
