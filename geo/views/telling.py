"""Filters told in words: `by Russia towards Cuba`, `military matters`, `3 acts or more`."""

from collections.abc import Sequence

from geo.store.filters import Filters
from geo.views.words import CONTEXTS, EVENT_TYPES, KINDS, STATUSES, kinds, listed, period, the

_NAMED = 2  # of a longer list


def who(filters: Filters) -> str:
    """Whose acts, and towards whom."""
    sides = (
        ("between", filters.between, "and"), ("by or towards", filters.countries, "or"),
        ("by", filters.sources, "or"), ("towards", filters.targets, "or"),
    )
    told = [f"{side} {some([the(code) for code in actors], last)}" for side, actors, last in sides if actors]
    lonely = " and any country" if len(filters.between) == 1 else ""
    return f"{told[0]}{lonely if filters.between else ''} {' '.join(told[1:])}".strip() if told else ""


def when(filters: Filters) -> str:
    """In which days."""
    return period(filters.start, filters.end)


def what(filters: Filters) -> str:
    """Acts of which kind."""
    types = some([EVENT_TYPES[name] for name in filters.types], "or")
    side = kinds(filters.quads) if filters.quads and set(filters.quads) != set(KINDS) else ""
    return f"{types}, {side}" if types and side else types or side


def subject(filters: Filters) -> str:
    """Acts on which subjects."""
    return some([CONTEXTS[name] for name in filters.contexts], "or")


def more(filters: Filters) -> str:
    """All that the other four don't tell; outlets and words are what anybody may have written."""
    told = [
        status(filters.statuses),
        f"in {some(filters.outlets, 'or')}" if filters.outlets else "",
        f"with ‘{filters.words}’ in the evidence" if filters.words else "",
        f"{filters.least:,} acts or more" if filters.least > 1 else "",
        f"confidence {filters.confidence:.0%} or more" if filters.confidence else "",
    ]
    return ", ".join(filter(None, told))


def status(statuses: Sequence[str]) -> str:
    """What the text must say of the act; empty for what is shown unless asked otherwise."""
    if set(statuses) == set(Filters().statuses):
        return ""
    whole = not statuses or set(statuses) == set(STATUSES)
    return "whatever their status" if whole else some([STATUSES[name] for name in statuses], "or")


def some(parts: Sequence[str], last: str) -> str:
    """The first of them, and how many more there are."""
    rest = len(parts) - _NAMED
    return listed([*parts[:_NAMED], f"{rest} more"] if rest > 0 else parts, last)
