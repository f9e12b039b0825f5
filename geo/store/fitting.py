"""Which relations fit the filters."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from geo.store.filters import Filters
from geo.store.told import Mask, Numbers, Told

Condition = Callable[[Numbers | slice], Mask]
"""Which of some rows fulfil it."""


def fitting(told: Told, filters: Filters, rows: Numbers | slice = slice(None)) -> Numbers:
    """The rows that fit the filters; `words` stand in the articles, and `least` asks for counts: not looked at here.

    Args:
        told: the store's relations.
        filters: what to keep.
        rows: to look among, rising.
    """
    # Each condition is asked of the rows alone that fitted the one before.
    for condition in _conditions(told, filters):
        fits = condition(rows)
        rows = np.flatnonzero(fits).astype(np.int32) if isinstance(rows, slice) else rows[fits]
    return np.arange(len(told.number), dtype=np.int32) if isinstance(rows, slice) else rows


def _conditions(told: Told, filters: Filters) -> Iterable[Condition]:
    """What the rows must fulfil, first what few will."""
    dyads = _dyads(told, filters)
    if not dyads.all():
        yield lambda rows: dyads[told.dyad[rows]]
    if filters.start:
        start = np.datetime64(filters.start)
        yield lambda rows: told.day[rows] >= start
    if filters.end:
        end = np.datetime64(filters.end)
        yield lambda rows: told.day[rows] <= end
    if filters.quads:
        yield lambda rows: np.isin(told.quad[rows], filters.quads)
    if filters.confidence > 0:
        yield lambda rows: told.confidence[rows] >= filters.confidence
    wanted = (
        (told.event_type, filters.types), (told.context, filters.contexts), (told.outlet, filters.outlets),
        (told.status, filters.statuses),
    )  # fmt: skip
    yield from (partial(texts.among, names) for texts, names in wanted if names)


def _dyads(told: Told, filters: Filters) -> Mask:
    """The dyads whose ends are asked for; of `between` both ends, or the one where there is but one."""
    fits = np.ones(len(told.starts), dtype=bool)
    if filters.sources:
        fits &= told.source.among(filters.sources, told.starts)
    if filters.targets:
        fits &= told.target.among(filters.targets, told.starts)
    for codes, ends in ((filters.countries, 1), (filters.between, min(len(filters.between), 2))):
        if codes:
            among = (column.among(codes, told.starts).astype(int) for column in (told.source, told.target))
            fits &= sum(among) >= ends
    return fits
