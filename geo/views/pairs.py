"""Who acts towards whom, in tables: the map's twin for keyboard and screen reader. Picking a row selects the dyad."""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.views import address
from geo.views.address import Address
from geo.views.words import KINDS, capitalised, counted

_ROW = 32  # pixels
_MOST = 100  # pairs beside the map; all of them stand on the page Table
_WIDTHS = (176, 58, 74)  # pixels: all three columns fit a phone
_ORDERS: dict[str, tuple[list[str], bool]] = {
    "most acts first": (["acts"], False), "most cooperation first": (["cooperation"], False),
    "most conflict first": (["conflict"], False), "newest first": (["last"], False),
    "by who acts": (["who", "whom"], True), "by towards whom": (["whom", "who"], True),
}


def pairs_table(pairs: DataFrame, chosen: Address) -> None:
    """The dyads with most acts, short enough to stand beside the map.

    Args:
        pairs: source, target, acts, conflict; most acts first.
        chosen: whose `dyad` is the row picked.
    """
    top = pairs.head(_MOST)
    shown = DataFrame({"pair": _who(top, "source") + " → " + _who(top, "target"), "acts": top["acts"],
                       "conflict": top["conflict"]})
    columns = {
        "pair": st.column_config.TextColumn("Who acts towards whom", width=_WIDTHS[0]),
        "acts": st.column_config.NumberColumn("Acts", width=_WIDTHS[1], help="Acts of cooperation and of conflict"),
        "conflict": st.column_config.NumberColumn("Conflict", width=_WIDTHS[2], help="Those of conflict among them"),
    }
    pickable(top, shown, chosen, columns, rows=8)
    if len(pairs) > _MOST:
        st.caption(f"The first {_MOST} of {counted(len(pairs), 'pair')}; the page Table has all.")


def dyads_table(dyads: DataFrame, chosen: Address, order: str) -> None:
    """Every dyad, with all that is counted of it.

    Args:
        dyads: source, target, acts, quad_1 to quad_4, stories, first, last.
        chosen: whose `dyad` is the row picked.
        order: one of `orders`.
    """
    columns, ascending = _ORDERS[order]
    rows = named(dyads).sort_values(columns, ascending=ascending, kind="stable", na_position="last")
    shown = rows[["who", "whom", "acts", "cooperation", "quad_1", "quad_2", "conflict", "quad_3", "quad_4", "stories",
                  "first", "last"]]
    number, day = st.column_config.NumberColumn, st.column_config.DateColumn
    pickable(rows, shown, chosen, {
        "who": st.column_config.TextColumn("Who acts", width=108),
        "whom": st.column_config.TextColumn("Towards whom", width=108),
        "acts": number("Acts", width=50), "cooperation": number("Cooperation", width=84),
        "conflict": number("Conflict", width=64), "stories": number("Stories", width=58),
        **{f"quad_{quad}": number("words" if quad % 2 else "deeds", width=54, help=capitalised(KINDS[quad]))
           for quad in KINDS},
        "first": day("First", width=86, format="YYYY-MM-DD"), "last": day("Last", width=86, format="YYYY-MM-DD"),
    }, rows=14)


def named(dyads: DataFrame) -> DataFrame:
    """Dyads with the names of both ends and the acts of each sign.

    Columns: those of `Store.pairs`, and who, whom, cooperation, conflict.
    """
    return dyads.assign(
        who=_who(dyads, "source"), whom=_who(dyads, "target"), cooperation=dyads["quad_1"] + dyads["quad_2"],
        conflict=dyads["quad_3"] + dyads["quad_4"],
    )


def orders() -> list[str]:
    """How dyads may be sorted."""
    return list(_ORDERS)


def _who(frame: DataFrame, column: str) -> "pd.Series[str]":
    return frame[column].map(short_name).astype(str)


def pickable(dyads: DataFrame, shown: DataFrame, chosen: Address, columns: Mapping[str, Any], rows: int) -> None:
    """A table of dyads, of which so many rows are in sight at once."""
    ends = list(zip(dyads["source"], dyads["target"], strict=True))
    row = ends.index(chosen.dyad) if chosen.dyad in ends else None
    key = _key(ends, row)
    st.dataframe(
        shown, key=key, hide_index=True, row_height=_ROW, height=(min(len(shown), rows) + 1) * _ROW + 3,
        selection_mode="single-row", on_select=_taker(key, ends), lazy=False,
        selection_default=None if row is None else {"selection": {"rows": [row], "columns": [], "cells": []}},
        column_config=dict(columns), alt="Pairs of actors with their acts, and those of conflict among them",
    )


def _key(ends: list[tuple[str, str]], row: int | None) -> str:
    """A name for the table that changes when other rows stand in it, or when the pick came from elsewhere.

    Streamlit keeps a picked row by its number and has no way to pick one but for a new table. Where the reader
    picked the row in the table itself, the table stays, and keyboard focus with it.
    """
    rows = zlib.crc32(repr(ends).encode())
    kept = st.session_state.get("table")
    if kept is None or kept["rows"] != rows or kept["row"] != row:
        number = kept["number"] + 1 if kept else 0
        kept = st.session_state["table"] = {"rows": rows, "row": row, "number": number}
    return f"pairs-{kept['number']}"


def _taker(key: str, ends: list[tuple[str, str]]) -> Callable[[], None]:
    def take() -> None:
        picked = st.session_state[key].selection.rows
        row = picked[0] if picked else None
        st.session_state["table"]["row"] = row
        address.go(dyad=None if row is None else ends[row])

    return take
