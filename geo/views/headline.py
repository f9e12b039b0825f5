"""The headline says what one sees, the line below counts it."""

from collections import Counter

import streamlit as st
from pandas import DataFrame

from geo.store.query import Summary
from geo.views.words import capitalised, counted, listed, period, the

_NAMED = 5


def title(pairs: DataFrame) -> str:
    """Who has most to do with whom: `Russia with Cuba, Venezuela and 28 more`.

    Args:
        pairs: source, target, acts; at least one row.
    """
    acts: Counter[str] = Counter()
    for source, target, count in zip(pairs["source"], pairs["target"], pairs["acts"], strict=True):
        acts.update({source: int(count), target: int(count)})
    first, *others = [code for code, _ in acts.most_common()]
    named = [the(code) for code in others[: _NAMED - 1]]
    more = len(others) - len(named)
    return capitalised(f"{the(first)} with {listed([*named, f'{more} more'] if more else named)}")


def headline(pairs: DataFrame, summary: Summary) -> None:
    """Headline and count of what the filters keep.

    Args:
        pairs: source, target, acts; at least one row.
        summary: of the same filters.
    """
    dated = period(summary.first, summary.last)
    counts = f"{counted(summary.acts, 'act')} in {counted(summary.articles, 'article')}"
    passed = sum(summary.passed_over.values())
    unread = f" {counted(passed, 'article')} in other languages than English not read for acts." if passed else ""
    st.html(
        f"<div class='entente'><h1>{title(pairs)}</h1><p class='muted'>{counts}{f' {dated}' if dated else ''}. "
        f"Pick an arc or a row to read the sentences behind it.{unread}</p></div>"
    )
