"""The top of a page: what one sees, how much of it, and the way to pass it on."""

import streamlit as st
from pandas import DataFrame

from geo.store.query import Store, Summary
from geo.views import empty
from geo.views.address import Address
from geo.views.headline import headline
from geo.views.share import share


def head(store: Store, chosen: Address, pairs: DataFrame, summary: Summary, *, embeddable: bool = False) -> None:
    """Headline, count, and the buttons that copy and embed.

    Args:
        store: asked how many acts there are without filters, where none are left.
        chosen: what the address asks for.
        pairs: source, target, acts of what the filters keep.
        summary: of the same filters.
        embeddable: whether the page can stand in a frame.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(key="headline"):
            if pairs.empty:
                empty.headline(store, chosen)
            else:
                headline(pairs, summary)
        share(embeddable=embeddable)
