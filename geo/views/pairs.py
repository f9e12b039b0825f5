"""Who acts towards whom, in a table: the map's twin for keyboard and screen reader."""

import zlib
from collections.abc import Callable

import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.views import address
from geo.views.address import Address

_ROW = 32  # pixels
_ROWS = 8  # in sight at once
_WIDTHS = (176, 58, 74)  # pixels: all three columns fit a phone


def pairs_table(pairs: DataFrame, chosen: Address) -> None:
    """One row for each dyad; picking a row selects the dyad.

    Args:
        pairs: source, target, acts, conflict; most acts first.
        chosen: whose `dyad` is the row picked.
    """
    shown = DataFrame({
        "Who acts towards whom": pairs["source"].map(short_name) + " → " + pairs["target"].map(short_name),
        "Acts": pairs["acts"], "Conflict": pairs["conflict"],
    })
    ends = list(zip(pairs["source"], pairs["target"], strict=True))
    row = ends.index(chosen.dyad) if chosen.dyad in ends else None
    key = _key(ends, row)
    st.dataframe(
        shown, key=key, hide_index=True, row_height=_ROW, height=(min(len(shown), _ROWS) + 1) * _ROW + 3,
        selection_mode="single-row", on_select=_taker(key, ends),
        selection_default=None if row is None else {"selection": {"rows": [row], "columns": [], "cells": []}},
        column_config={
            "Who acts towards whom": st.column_config.TextColumn(width=_WIDTHS[0]),
            "Acts": st.column_config.NumberColumn(width=_WIDTHS[1], help="Acts of cooperation and of conflict"),
            "Conflict": st.column_config.NumberColumn(width=_WIDTHS[2], help="Those of conflict among them"),
        },
        alt="Pairs of actors with their acts, and those of conflict among them",
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
