"""The page Table: the map's twin for keyboard and screen reader, with the evidence beside it."""

import streamlit as st

from geo.store.query import Store
from geo.views import empty
from geo.views.address import Address
from geo.views.evidence import evidence
from geo.views.filters import filters
from geo.views.headline import headline
from geo.views.opening import origin
from geo.views.pairs import pairs_table


def table_page(store: Store, chosen: Address) -> None:
    """The whole page.

    Args:
        store: what is asked.
        chosen: what the address asks for.
    """
    pairs, summary = store.pairs(chosen.filters), store.summary(chosen.filters)
    if pairs.empty:
        empty.headline(store, chosen)
    else:
        headline(pairs, summary)
    fill_filters = filters(store, chosen)
    left, right = st.container(key="halves").columns([2.42, 1], gap="medium")
    with left:
        if pairs.empty:
            empty.ways_back(store, chosen)
        else:
            pairs_table(pairs, chosen)
    with right:
        evidence(store, chosen)
    st.caption(origin())
    fill_filters()
