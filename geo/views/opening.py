"""Opening the store that the dashboard shows, with a progress bar where it must first be made."""

import os

import streamlit as st

from geo.store import Store, default_store
from geo.store.seeds import SURE


def opened_store() -> Store:
    """The store of this session; made on the first start, and again when what it was made from has changed.

    Raises:
        StoreError: there is none, and none can be made.
        TableError: the file of own names that `ENTENTE_NAMES` names can't be used.
    """
    bar = st.empty()  # in every run, lest all below it move, and be drawn anew, when it goes
    if "store" not in st.session_state:

        def tell(done: int, total: int) -> None:
            bar.progress(done / max(total, 1), f"Reading the articles in seeds/: {done} of {total}")

        st.session_state["store"] = default_store(tell)
        bar.empty()
    store: Store = st.session_state["store"]
    return store


def is_own() -> bool:
    """Whether the store is one that the host named, not the demonstration."""
    return bool(os.environ.get("ENTENTE_STORE"))


DEMONSTRATION = (
    "The articles are a demonstration: short briefs written for this project, each after the source that it names. "
    f"Acts of a confidence below {SURE:.0%} are left out."
)


def origin() -> str:
    """What the reader should know of the articles and the map, below everything else."""
    borders = "Country shapes: Natural Earth. Borders as their source draws them; no position is implied."
    return borders if is_own() else f"{DEMONSTRATION} {borders}"
