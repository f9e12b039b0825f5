"""The map alone, as it stands in a frame on another page: headline, legend, map, and the way to the full view."""

import streamlit as st

from geo.store.query import Store
from geo.views import empty
from geo.views.address import Address
from geo.views.headline import headline
from geo.views.map_panel import map_panel
from geo.views.share import here


def embedded(store: Store, chosen: Address) -> None:
    """What `?embed=true` shows, whichever page it is asked of.

    Args:
        store: what is asked.
        chosen: what the address asks for.
    """
    pairs, summary = store.pairs(chosen.filters), store.summary(chosen.filters)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(key="headline"):
            if pairs.empty:
                empty.headline(store, chosen)
            else:
                headline(pairs, summary, "An arc stands for acts that articles tell.")
        st.link_button("Open the full view", here(), icon=":material/open_in_new:")
    seen = chosen.but(changes=False)
    map_panel(store.dyads(seen.filters, by=seen.colour), store.places(seen.filters), summary, seen)
