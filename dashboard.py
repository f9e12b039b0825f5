"""The dashboard: `streamlit run dashboard.py`. Opens a store and shows a page; everything else is in `geo.views`."""

import streamlit as st

from geo.errors import EntenteError
from geo.views import style
from geo.views.navigation import show_page
from geo.views.notes import notes
from geo.views.opening import opened_store

st.set_page_config("Entente", page_icon=style.ICON, layout="wide", initial_sidebar_state="collapsed")
style.dress(style.palette())

try:
    store = opened_store()
except EntenteError as error:
    notes([str(error)])
    st.stop()

show_page(store)
