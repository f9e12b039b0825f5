"""The acts themselves, one a row, with a sentence that tells each."""

import zlib

import pandas as pd
import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.store import listings
from geo.store.filters import Filters
from geo.store.query import Store
from geo.views.download import csv_of
from geo.views.pieces import is_page, text
from geo.views.words import CONTEXTS, EVENT_TYPES, STATUSES, capitalised, confidence, counted

_PAGE = 100  # acts at once
_MOST = 100_000  # acts in a file
_ORDERS = {"newest": "newest first", "oldest": "oldest first", "surest": "surest first", "unsurest": "least sure first"}
_ROW = 32  # pixels
_COLUMNS = [
    "date", "who", "whom", "event_type", "context", "status", "confidence", "sentence", "title", "outlet", "url",
    "source", "target", "quad", "told", "act_id", "relation_id", "article_id",
]


def acts_table(store: Store, filters: Filters, total: int) -> None:
    """Heading, order, download, pages and table.

    Args:
        store: is asked.
        filters: what to keep.
        total: how many acts they keep.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="acts"):
        st.html("<div class='entente'><h2>The acts themselves</h2></div>", width="stretch")
        order = st.selectbox("Order of acts", [*_ORDERS], format_func=_ORDERS.__getitem__, key="acts-order", width=190)
        st.download_button(
            "Acts as CSV", lambda: csv_of(with_names(listings.acts(store, filters, order, _MOST))), "acts.csv",
            "text/csv", icon=":material/download:", on_click="ignore", key="acts-csv",
            help=f"The first {_MOST:,} of {total:,} acts" if total > _MOST else None,
        )
    page = _page(total, f"acts-{zlib.crc32(repr((filters, order)).encode())}")
    rows = listings.acts(store, filters, order, _PAGE, (page - 1) * _PAGE)
    st.dataframe(
        in_words(rows), hide_index=True, row_height=_ROW, height=(min(len(rows), 12) + 1) * _ROW + 3, lazy=False,
        alt="Acts with date, type, subject, status, confidence, sentence and outlet",
        column_config={
            "Date": st.column_config.DateColumn(width=86, format="YYYY-MM-DD"),
            "Who": st.column_config.TextColumn(width=110), "Whom": st.column_config.TextColumn(width=110),
            "Act": st.column_config.TextColumn(width=96), "Subject": st.column_config.TextColumn(width=96),
            "Status": st.column_config.TextColumn(width=96), "Confidence": st.column_config.TextColumn(width=156),
            "Sentence": st.column_config.TextColumn(width=520),
            "Source": st.column_config.LinkColumn(width=70, display_text="source"),
        },
    )


def with_names(acts: DataFrame) -> DataFrame:
    """Acts as they stand in a file: with the names of both ends beside their codes.

    Args:
        acts: rows of `listings.acts`.
    """
    return acts.assign(who=acts["source"].map(short_name), whom=acts["target"].map(short_name))[_COLUMNS]


def in_words(acts: DataFrame) -> DataFrame:
    """Acts as a reader sees them.

    Args:
        acts: rows of `listings.acts`.

    Returns:
        Date, Who, Whom, Act, Subject, Status, Confidence, Sentence, Outlet, Source (an address that a browser opens
        as a page, or nothing).
    """
    return DataFrame({
        "Date": acts["date"],
        "Who": acts["source"].map(short_name), "Whom": acts["target"].map(short_name),
        "Act": acts["event_type"].map(lambda name: capitalised(EVENT_TYPES.get(name, name.lower()))),
        "Subject": acts["context"].map(lambda name: CONTEXTS.get(name, name)),
        "Status": acts["status"].map(lambda name: STATUSES.get(name, name)),
        "Confidence": acts["confidence"].map(confidence),
        "Sentence": acts["sentence"].fillna(""), "Outlet": acts["outlet"].fillna(""),
        "Source": pd.Series([text(url) if is_page(text(url)) else None for url in acts["url"]], dtype="str"),
    })


def _page(total: int, key: str) -> int:
    """Which page is shown, and a line that says how much of all it is."""
    pages = -(-total // _PAGE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="acts-page"):
        said = st.empty()
        page = st.pagination(pages, key=key) if pages > 1 else 1
    first, last = (page - 1) * _PAGE + 1, min(page * _PAGE, total)
    shown = f"Showing {first:,} to {last:,} of {counted(total, 'act')}" if pages > 1 else f"All {counted(total, 'act')}"
    said.html(f"<div class='entente muted'>{shown}</div>")
    return page
