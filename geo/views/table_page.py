"""The page Table: all that the map shows, for keyboard, screen reader and spreadsheet; the evidence beside it."""

import streamlit as st
from pandas import DataFrame

from geo.store.query import Store
from geo.views import empty
from geo.views.acts_table import acts_table
from geo.views.address import Address
from geo.views.download import csv_of
from geo.views.evidence import evidence
from geo.views.filters import filters
from geo.views.head import head
from geo.views.opening import origin
from geo.views.pairs import dyads_table, named, orders
from geo.views.place import place
from geo.views.words import counted


def table_page(store: Store, chosen: Address) -> None:
    """The whole page.

    Args:
        store: what is asked.
        chosen: what the address asks for.
    """
    dyads, summary = store.pairs(chosen.filters), store.summary(chosen.filters)
    head(store, chosen)
    fill_filters = filters(store, chosen)
    left, right = st.container(key="halves").columns([2.42, 1], gap="medium")
    with left:
        if dyads.empty:
            empty.ways_back(store, chosen)
        else:
            _dyads(dyads, chosen)
    with right, st.container(key="beside"):
        if not (chosen.dyad or chosen.place):
            st.html(
                "<div class='entente muted'>Pick a row to read the sentences behind it: with the mouse, or with the "
                "arrow keys and Shift + Space.</div>"
            )
        evidence(store, chosen)
        place(store, chosen)
    if summary.acts:
        acts_table(store, chosen.filters, summary.acts)
    st.caption(origin())
    fill_filters()


def _dyads(dyads: DataFrame, chosen: Address) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="dyads"):
        st.html(
            "<div class='entente'><h2>Who acts towards whom</h2><span class='muted'>"
            f"All {counted(len(dyads), 'pair')}</span></div>", width="stretch",
        )
        order = st.selectbox("Order of pairs", orders(), key="dyads-order", width=190)
        st.download_button(
            "Pairs as CSV", lambda: csv_of(named(dyads)), "pairs.csv", "text/csv", icon=":material/download:",
            on_click="ignore", key="dyads-csv",
        )
    dyads_table(dyads, chosen, order)
