"""How many acts there are of each kind: what a filter offers, before it is used."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from geo.store.filters import Filters
from geo.store.query import Store

Counts = dict[Any, int]
"""Value of a column to acts, most acts first."""

# What can be counted: its expression, over the relations kept with the outlet of each.
_COLUMNS = {
    "pair": "source || '>' || target", "year": "year(date)", "quad": "quad", "event_type": "event_type",
    "context": "context", "status": "status", "outlet": "outlet",
}


def counts(store: Store, filters: Filters, columns: Collection[str]) -> dict[str, Counts]:
    """The acts of each value of some columns, from one reading of the relations.

    Args:
        store: what is asked.
        filters: what to keep.
        columns: among `pair` (`(source, target)`), `year`, `quad`, `event_type`, `context`, `status` and `outlet`.
    """
    named = ", ".join(f"{_COLUMNS[column]} AS {column}" for column in columns)
    sets = ", ".join(f"({column})" for column in columns)
    rows = store.ask(
        f"{filters.kept()}, named AS (SELECT act_id, {named} FROM kept LEFT JOIN "  # noqa: S608 -- constants
        "(SELECT article_id, outlet FROM articles) USING (article_id)) "
        f"SELECT {', '.join(columns)}, count(DISTINCT act_id) AS acts FROM named "
        f"GROUP BY GROUPING SETS ({sets}) ORDER BY acts DESC, {', '.join(columns)}",
        filters.values(),
    )
    return {column: _counts(column, rows[[column, "acts"]].dropna()) for column in columns}


def sureness(store: Store, filters: Filters, bounds: Sequence[float]) -> Counts:
    """The acts of which the reader was at least so sure, by bound, 0 to 1."""
    columns = ", ".join(
        f"count(DISTINCT act_id) FILTER (confidence >= {float(bound)}) AS bound{place}"
        for place, bound in enumerate(bounds)
    )
    row = store.ask(f"{filters.kept()} SELECT {columns} FROM kept", filters.values()).iloc[0]  # noqa: S608 -- numbers
    return {bound: int(acts) for bound, acts in zip(bounds, row, strict=True)}


def by_actor(pairs: Counts, ends: Sequence[int] = (0, 1), within: Collection[str] | None = None) -> Counts:
    """Acts by or towards each actor, most first.

    Args:
        pairs: (source, target) to acts.
        ends: 0 to count an act for its source, 1 for its target.
        within: actors at the other end that count, None for all.
    """
    acts: Counter[str] = Counter()
    for pair, count in pairs.items():
        for end in ends:
            if within is None or pair[1 - end] in within:
                acts[pair[end]] += count
    return dict(sorted(acts.items(), key=lambda option: (-option[1], option[0])))


def _counts(column: str, rows: pd.DataFrame) -> Counts:
    found = dict(zip(rows[column], rows["acts"].astype(int), strict=True))
    if column == "pair":
        return {tuple(ends.split(">")): acts for ends, acts in found.items()}
    return {int(value): acts for value, acts in found.items()} if column in {"year", "quad"} else found
