"""What each filter offers, with the acts that it would keep beside the other filters."""

from dataclasses import replace
from typing import Any

from pandas import DataFrame, Series

from geo.store.counts import Counts, by_actor, counts, sureness
from geo.store.filters import Filters
from geo.store.query import Store

LEAST = (1, 2, 3, 5, 10, 20, 50, 100)
SURE = (0.0, 0.5, 0.65, 0.8, 0.9)

# The column of the store that each filter looks at; those of actors look at the dyads.
_COLUMNS = {
    "start": "year", "quads": "quad", "types": "event_type", "contexts": "context", "statuses": "status",
    "outlets": "outlet",
}


def options(store: Store, filters: Filters) -> dict[str, Counts]:
    """For each field of the filters its values with their acts, as if that field asked for nothing.

    Years stand for `start` and `end`. What is asked for stands among the options, be it with no act.
    """
    offered = {
        field: counts(store, _without(filters, field), [column])[column] for field, column in _COLUMNS.items()
    }
    pairs = {field: store.pairs(_without(filters, field)) for field in ("countries", "sources", "targets", "between")}
    return _with_chosen(offered | _actors(pairs, filters), filters) | {
        "least": _least(store.pairs(_without(filters, "least"))["acts"], filters.least),
        "confidence": _sure(store, filters),
    }


def _without(filters: Filters, field: str) -> Filters:
    """The same filters, but for one field; a day without the other means little."""
    if field == "start":
        return replace(filters, start=None, end=None)
    nothing: Any = () if field == "statuses" else getattr(Filters(), field)
    return replace(filters, **{field: nothing})


def _with_chosen(offered: dict[str, Counts], filters: Filters) -> dict[str, Counts]:
    several = {field: getattr(filters, field) for field in offered if field != "start"}
    return {field: acts | {value: 0 for value in several.get(field, ()) if value not in acts}
            for field, acts in offered.items()}


def _actors(pairs: dict[str, DataFrame], filters: Filters) -> dict[str, Counts]:
    return {
        "countries": by_actor(pairs["countries"]),
        "sources": by_actor(pairs["sources"], ends=("source",)),
        "targets": by_actor(pairs["targets"], ends=("target",)),
        "between": by_actor(pairs["between"], within=filters.between),
    }


def _least(acts: "Series[int]", chosen: int) -> Counts:
    """Acts of the dyads with so many acts, as long as there are any."""
    bounds = sorted({*LEAST, chosen})
    found = {bound: int(acts[acts >= bound].sum()) for bound in bounds}
    return {bound: kept for bound, kept in found.items() if kept or bound in {1, chosen}}


def _sure(store: Store, filters: Filters) -> Counts:
    return sureness(store, replace(filters, confidence=0.0), sorted({*SURE, filters.confidence}))
