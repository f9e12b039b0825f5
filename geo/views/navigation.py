"""The pages, and one address for all of them."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.store.query import Store
from geo.views import address, marks
from geo.views.about_page import about_page
from geo.views.address import Address
from geo.views.article import article
from geo.views.embedded import embedded
from geo.views.map_page import map_page
from geo.views.notes import notes
from geo.views.table_page import table_page

_PAGES = (("Map", "", map_page), ("Table", "table", table_page), ("About the data", "about", about_page))


def show_page(store: Store) -> None:
    """Show the page that the address names, with the article that it names over it; in a frame the map alone."""
    pages = [
        st.Page(partial(_page, store, show), title=title, url_path=path, default=not path)
        for title, path, show in _PAGES
    ]
    framed = bool(st.context.is_embedded)
    shown = st.navigation(pages, position="hidden" if framed else "top")
    _carry(shown.url_path)
    if framed:
        _page(store, embedded)
    else:
        shown.run()


def _page(store: Store, show: Callable[[Store, Address], None]) -> None:
    chosen, left_out = address.current()
    sifted = marks.sifted(store)
    notes([*left_out, *article(store, chosen), *marks.failure()])
    show(sifted, chosen)


def _carry(page: str) -> None:
    """Streamlit empties the address when a reader opens another page: write back what stood in it."""
    last, asked = st.session_state.get("visited", (page, {}))
    if last != page and not st.query_params:
        st.query_params.from_dict(asked)
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    st.session_state["visited"] = (page, asked)
