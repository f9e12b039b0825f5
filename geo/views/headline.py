"""The headline says what one sees, and the line below how to go on."""

import streamlit as st
from pandas import DataFrame

from geo.store.answers import Summary
from geo.store.counts import by_actor
from geo.views import changes
from geo.views.changes import Changes
from geo.views.words import capitalised, counted, listed, span, the

_NAMED = 4


def title(pairs: DataFrame) -> str:
    """Who has most to do with whom: `Russia with Cuba, Venezuela and 28 more`.

    Args:
        pairs: source, target, acts; at least one row.
    """
    first, *others = by_actor(pairs)
    named = [the(code) for code in (others if len(others) < _NAMED else others[: _NAMED - 1])]
    more = len(others) - len(named)
    return capitalised(f"{the(first)} with {listed([*named, f'{more} more'] if more else named)}")


def headline(pairs: DataFrame, summary: Summary, how_to_go_on: str, changed: Changes | None = None) -> None:
    """What the filters keep, or what changed in it.

    Args:
        pairs: source, target, acts; at least one row.
        summary: of the same filters.
        how_to_go_on: a sentence.
        changed: what changed, None where it is not asked for.
    """
    if changed:
        _show(changes.title(changed), f"{changes.account(changed)} Pick an arc or a row to read more.")
        return
    dated = span(summary.first, summary.last)
    counts = f"{counted(summary.acts, 'act')} in {counted(summary.telling, 'article')}"
    passed = sum(summary.passed_over.values())
    unread = f" {counted(passed, 'article')} in other languages than English not read for acts." if passed else ""
    _show(
        f"{title(pairs)}{f', {dated}' if dated else ''}: {counts}",
        how_to_go_on + unread,
    )


def _show(heading: str, below: str) -> None:
    st.html(f"<div class='entente'><h1>{heading}</h1><p class='muted'>{below}</p></div>")
