"""How many acts there are of each kind: what a filter offers, before it is used."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

from geo.store.filters import Filters
from geo.store.query import Store

Counts = dict[Any, int]
"""Value of a column to acts, most acts first."""


def counts(store: Store, filters: Filters, columns: Collection[str]) -> dict[str, Counts]:
    """The acts of each value of some columns.

    Args:
        store: what is asked.
        filters: what to keep.
        columns: among `pair` (`(source, target)`), `year`, `quad`, `event_type`, `context`, `status` and `outlet`.
    """
    kept = store.kept(filters)
    own: dict[str, Callable[[], Counts]] = {"pair": kept.by_pair, "year": kept.by_year, "quad": kept.by_quad}
    return {column: own[column]() if column in own else kept.counts(column) for column in columns}


def sureness(store: Store, filters: Filters, bounds: Sequence[float]) -> Counts:
    """The acts of which the reader was at least so sure, by bound, 0 to 1."""
    return store.kept(filters).sureness(bounds)


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
