"""The top of a page: what one sees, how much of it, and the way to pass it on."""

import streamlit as st

from geo.store.query import Store
from geo.views import empty
from geo.views.address import Address
from geo.views.changes import Changes
from geo.views.headline import headline
from geo.views.share import share

_ON_MAP = "Pick an arc, a row or a point to read the sentences behind it; drag over the bars to choose a period."
_IN_TABLE = "Pick a row to read the sentences behind it."


def head(store: Store, chosen: Address, *, changed: Changes | None = None, embeddable: bool = False) -> None:
    """Headline, count, and the buttons that copy and embed.

    Args:
        store: what is asked.
        chosen: what the address asks for.
        changed: what changed, None where it is not asked for.
        embeddable: whether the page can stand in a frame.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(key="headline"):
            pairs = store.pairs(chosen.filters)
            if pairs.empty and not changed:
                empty.headline(store, chosen)
            else:
                headline(pairs, store.summary(chosen.filters), _ON_MAP if embeddable else _IN_TABLE, changed)
        share(embeddable=embeddable)
