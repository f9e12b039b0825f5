"""The dashboard: `streamlit run dashboard.py`. Filters → query → views; everything else is in `geo.views`."""

import streamlit as st

from geo.errors import EntenteError
from geo.views import address, empty, style
from geo.views.article import article
from geo.views.evidence import evidence
from geo.views.filters import filters
from geo.views.headline import headline
from geo.views.map_panel import map_panel
from geo.views.notes import notes
from geo.views.opening import opened_store, origin
from geo.views.pairs import pairs_table

st.set_page_config("Entente", page_icon=style.ICON, layout="wide", initial_sidebar_state="collapsed")
colours = style.palette()
style.dress(colours)

try:
    store = opened_store()
except EntenteError as error:
    notes([str(error)])
    st.stop()

chosen, left_out = address.current()
missing = article(store, chosen)
notes([*left_out, *([missing] if missing else [])])

pairs, summary = store.pairs(chosen.filters), store.summary(chosen.filters)
if pairs.empty:
    empty.headline(store, chosen)
else:
    headline(pairs, summary)
filters(store, chosen)

left, right = st.container(key="halves").columns([2.42, 1], gap="medium")
with left, st.container(gap="xsmall"):
    map_panel(store.dyads(chosen.filters), store.places(chosen.filters), summary, chosen, colours)
with right:
    if pairs.empty:
        empty.ways_back(store, chosen)
    else:
        pairs_table(pairs, chosen)
    evidence(store, chosen)
st.caption(origin())
