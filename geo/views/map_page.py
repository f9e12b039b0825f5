"""The page Map: headline, filters, map, and beside it the pairs and the evidence."""

import streamlit as st

from geo.store.query import Store
from geo.views import changes, empty
from geo.views.address import Address
from geo.views.evidence import evidence
from geo.views.filters import filters
from geo.views.head import head
from geo.views.opening import origin
from geo.views.pairs import pairs_table
from geo.views.place import place
from geo.views.scene import scene


def map_page(store: Store, chosen: Address) -> None:
    """The whole page.

    Args:
        store: what is asked.
        chosen: what the address asks for.
    """
    pairs = store.pairs(chosen.filters)
    changed = changes.changes(store, chosen) if chosen.changes else None
    head(store, chosen, changed=changed, embeddable=True)
    fill_filters = filters(store, chosen)
    left, right = st.container(key="halves").columns([2.42, 1], gap="medium")
    with left, st.container(gap="xsmall"):
        scene(store, chosen, changed)
    with right:
        if changed:
            changes.changes_table(changed, chosen)
        elif pairs.empty:
            empty.ways_back(store, chosen)
        else:
            pairs_table(pairs, chosen)
        with st.container(key="beside"):
            told = chosen.but(start=changed.before[0], end=changed.now[1]) if changed else chosen
            evidence(store, told)
            place(store, told)
    st.caption(origin())
    fill_filters()
