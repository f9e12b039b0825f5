"""Nothing fits the filters: say what is missing, and offer the ways back that lead somewhere."""

from typing import Any

import streamlit as st

from geo.store.query import Store
from geo.views import address
from geo.views.address import Address
from geo.views.words import capitalised, counted, kinds, listed, period, the

# What each way back gives up, with the fields of the address that it clears.
_WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("at any time", {"start": None, "end": None}),
    ("any country", {"countries": ()}),
    ("any kind of act", {"quads": ()}),
)


def headline(store: Store, chosen: Address) -> None:
    """The headline of a view without acts.

    Args:
        store: asked how many acts there are without filters.
        chosen: what the address asks for; it keeps no act.
    """
    whole = store.summary().acts
    reason = f"None of the {counted(whole, 'act')} in the store fits." if whole else "The store holds no acts yet."
    st.html(f"<div class='entente'><h1>{_missing(chosen)}</h1><p class='muted'>{reason}</p></div>")


def ways_back(store: Store, chosen: Address) -> None:
    """Buttons that give up a filter each, with the number of acts that it would bring."""
    ways = _leading_ways(store, chosen)
    if not ways:
        return
    st.html("<div class='entente'><b>Ways back</b> <span class='muted'>and the acts each would show</span></div>")
    with st.container(key="ways", gap="xsmall"):
        for words, changes, acts in ways:
            st.button(
                f"{capitalised(words)} :gray[{acts:,}]", key=f"way-{words}", width="stretch",
                on_click=address.go, kwargs=changes,
            )


def _missing(chosen: Address) -> str:
    what = kinds(chosen.quads) if chosen.quads else ""
    who = listed([the(code) for code in chosen.countries], "or")
    parts = [
        "No acts", f"of {what}" if what else "", f"by or towards {who}" if who else "",
    ]
    when = period(chosen.start, chosen.end)
    return " ".join(filter(None, parts)) + (f" {when}" if when else "")


def _leading_ways(store: Store, chosen: Address) -> list[tuple[str, dict[str, Any], int]]:
    """Each single filter given up, then all of them; only those that bring acts."""
    everything = {field: value for _, changes in _WAYS for field, value in changes.items()}
    ways = []
    for words, changes in [*_WAYS, ("clear all filters", everything)]:
        if all(getattr(chosen, field) == value for field, value in changes.items()):
            continue
        acts = store.summary(chosen.but(**changes).filters).acts
        if acts:
            ways.append((words, changes, acts))
    return ways
