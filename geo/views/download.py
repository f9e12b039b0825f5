"""Tables as CSV files that a spreadsheet opens without running anything that an article wrote."""

import pandas as pd
from pandas import DataFrame

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_of(frame: DataFrame) -> bytes:
    """The frame as CSV, days as ISO 8601, in UTF-8 with a byte order mark, without which Excel spoils other letters.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
    """
    safe = frame.apply(_safe)
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode("utf-8-sig", "replace")


def _safe(column: "pd.Series[str]") -> "pd.Series[str]":
    if not pd.api.types.is_string_dtype(column):
        return column
    return column.mask(column.str.startswith(_FORMULA, na=False), "'" + column)
