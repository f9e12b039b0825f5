"""The page Map: headline, filters, map, and beside it the pairs and the evidence."""

import streamlit as st

from geo.store.query import Store
from geo.views import empty, style
from geo.views.address import Address
from geo.views.evidence import evidence
from geo.views.filters import filters
from geo.views.head import head
from geo.views.map_panel import map_panel
from geo.views.opening import origin
from geo.views.pairs import pairs_table


def map_page(store: Store, chosen: Address) -> None:
    """The whole page.

    Args:
        store: what is asked.
        chosen: what the address asks for.
    """
    pairs, summary = store.pairs(chosen.filters), store.summary(chosen.filters)
    head(store, chosen, pairs, summary, embeddable=True)
    fill_filters = filters(store, chosen)
    left, right = st.container(key="halves").columns([2.42, 1], gap="medium")
    with left, st.container(gap="xsmall"):
        dyads, places = store.dyads(chosen.filters), store.places(chosen.filters)
        map_panel(dyads, places, summary, chosen, style.palette())
    with right:
        if pairs.empty:
            empty.ways_back(store, chosen)
        else:
            pairs_table(pairs, chosen)
        evidence(store, chosen)
    st.caption(origin())
    fill_filters()
