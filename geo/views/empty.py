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


def empty(store: Store, chosen: Address) -> None:
    """The headline of an empty view, and buttons with the number of acts that each would bring.

    Args:
        store: asked for what other filters would keep.
        chosen: what the address asks for; it keeps no act.
    """
    whole = store.summary().acts
    reason = f"None of the {counted(whole, 'act')} in the store fits." if whole else "The store holds no acts yet."
    st.html(
        f"<div class='entente'><h1>{_missing(chosen)}</h1><p class='muted'>{reason}</p></div>"
    )
    ways = _leading_ways(store, chosen)
    if not ways:
        return
    with st.container(key="ways", width=420, gap="small"):
        st.html("<div class='entente'><b>Ways back</b> <span class='muted'>and the acts each would show</span></div>")
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
