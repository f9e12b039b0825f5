"""The page About the data: sources, counts, how relations are read, and how well."""

import streamlit as st

from geo.store.query import Store
from geo.views.address import Address
from geo.views.opening import origin
from geo.views.words import counted


def about_page(store: Store, _chosen: Address) -> None:
    """The whole page; it tells of all that the store holds, whatever the address asks for."""
    summary = store.summary()
    st.html(
        "<div class='entente'><h1>About the data</h1>"
        f"<p>{counted(summary.acts, 'act')} in {counted(summary.articles, 'article')}.</p></div>"
    )
    st.caption(origin())
