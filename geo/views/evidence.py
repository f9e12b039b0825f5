"""The sentences behind an arc: who, what, when, with the two actors and the act marked."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.store.query import Store
from geo.views import address
from geo.views.address import Address
from geo.views.marking import Span, marked
from geo.views.words import EVENT_TYPES, STATUSES, capitalised, confidence, counted, day, listed, period, the

_PAGE = 10  # sentences at once


def evidence(store: Store, chosen: Address) -> None:
    """Title, counts and sentences of the selected dyad; nothing where none is selected."""
    if not chosen.dyad:
        return
    source, target = chosen.dyad
    rows = store.evidence(chosen.filters, source, target)
    _title(store, chosen)
    if rows.empty:
        _nothing(chosen)
        return
    st.html(f"<div class='entente muted'>{counts(rows)}</div>")
    _key()
    sentences = st.container(gap=None)
    page = _page(rows)
    with sentences:
        for row in page.to_dict("records"):
            _card(row)


def counts(rows: DataFrame) -> str:
    """`3 acts in 1 article on 26 January 2022: 2 of cooperation, 1 of conflict`."""
    acts = rows.drop_duplicates("act_id")
    conflict = int((acts["quad"] >= 3).sum())
    dates = rows["date"].dropna()
    dated = period(dates.min().date(), dates.max().date()) if len(dates) else "without a date"
    signs = {"cooperation": len(acts) - conflict, "conflict": conflict}
    shares = listed([f"{count:,} of {kind}" for kind, count in signs.items() if count])
    articles = counted(rows["article_id"].nunique(), "article")
    return f"{counted(len(acts), 'act')} in {articles} {dated}: {shares}"


def card(row: Mapping[Hashable, Any]) -> str:
    """One sentence as HTML; all that comes from an article is escaped.

    Args:
        row: of `Store.evidence`.
    """
    kind = "conflict" if row["quad"] >= 3 else "cooperation"
    where = " · ".join(filter(None, [_day(row["date"]), _text(row["outlet"]), _text(row["title"])]))
    act = EVENT_TYPES.get(row["event_type"], row["event_type"].lower())
    context = "" if row["context"] == "other" else f"{row['context']} · "
    told = f"{context}{STATUSES.get(row['status'], row['status'])} · {confidence(row['confidence'])}"
    return (
        f"<div class='entente {kind}'><div class='card'><span class='muted'>{escape(where)}</span>"
        f"<blockquote>{_sentence(row)}</blockquote>"
        f"<span class='chip'>{escape(capitalised(act))}</span><span class='muted'>{escape(told)}</span></div></div>"
    )


def _sentence(row: Mapping[Hashable, Any]) -> str:
    """The evidence with its marks; rows from elsewhere may have an address in its place."""
    spans = [
        Span(int(row[f"{part}_start"]), int(row[f"{part}_end"]), style, title)
        for part, style, title in (
            ("trigger", "act", "the act"), ("source", "source", "who acts"), ("target", "target", "towards whom"),
        )
        if not pd.isna(row[f"{part}_start"])
    ]
    return marked(_text(row["sentence"]) or _text(row["url"]), spans)


def _title(store: Store, chosen: Address) -> None:
    assert chosen.dyad
    source, target = chosen.dyad
    back = store.evidence(chosen.filters, target, source)["act_id"].nunique()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="pair"):
        pair = escape(f"{short_name(source)} → {short_name(target)}")
        st.html(f"<div class='entente'><h2>{pair}</h2></div>", width="stretch")
        if back:
            st.button(
                f"{back:,}", icon=":material/swap_horiz:", type="tertiary", key="other-way",
                help=f"The other way: {short_name(target)} → {short_name(source)}",
                on_click=address.go, kwargs={"dyad": (target, source)},
            )
        st.button(
            "", icon=":material/close:", type="tertiary", key="close", help="Close",
            on_click=address.go, kwargs={"dyad": None},
        )


def _nothing(chosen: Address) -> None:
    assert chosen.dyad
    source, target = map(the, chosen.dyad)
    st.html(
        f"<p class='entente muted'>No act of {escape(source)} towards {escape(target)} in this view. Other filters "
        "may show some.</p>"
    )


def _key() -> None:
    st.html(
        "<div class='entente neutral muted'><span class='source'>Who acts</span>, <span class='target'>towards whom"
        "</span>, <span class='act'>the act</span></div>"
    )


def _page(rows: DataFrame) -> DataFrame:
    pages = -(-len(rows) // _PAGE)
    page = st.pagination(pages, key=f"page-{rows['relation_id'].iloc[0]}-{len(rows)}") if pages > 1 else 1
    return rows.iloc[(page - 1) * _PAGE : page * _PAGE]


def _card(row: Mapping[Hashable, Any]) -> None:
    st.html(card(row))
    if _text(row["article_id"]):
        st.button(
            "Read the whole article", type="tertiary", key=f"open-{row['relation_id']}",
            on_click=address.go, kwargs={"article": row["article_id"]},
        )


def _day(value: Any) -> str:
    return "undated" if pd.isna(value) else day(value.date())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
