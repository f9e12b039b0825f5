"""The sentences behind an arc: who, what, when, with the two actors and the act marked."""

from collections.abc import Hashable, Iterator, Mapping
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

_PAGE = 10  # articles at once
_PARTS = (
    ("trigger", "act", "the act"), ("source", "source", "who acts"), ("target", "target", "towards whom"),
)


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
    articles = [article for _, article in rows.groupby(["article_id"], sort=False, dropna=False)]
    sentences = st.container(gap=None)
    page = _page(articles)
    with sentences:
        for article in page:
            _article(article)


def counts(rows: DataFrame) -> str:
    """`3 acts in 1 article on 26 January 2022: 2 of cooperation and 1 of conflict`."""
    acts = rows.drop_duplicates("act_id")
    conflict = int((acts["quad"] >= 3).sum())
    dates = rows["date"].dropna()
    dated = period(dates.min().date(), dates.max().date()) if len(dates) else "without a date"
    signs = {"cooperation": len(acts) - conflict, "conflict": conflict}
    shares = listed([f"{count:,} of {kind}" for kind, count in signs.items() if count])
    articles = counted(rows["article_id"].nunique(), "article")
    return f"{counted(len(acts), 'act')} in {articles} {dated}: {shares}"


def card(rows: DataFrame) -> str:
    """The evidence of one article as HTML: each sentence once, with every act that it tells.

    All that comes from the article is escaped.

    Args:
        rows: of `Store.evidence`, with one article_id.
    """
    first = rows.iloc[0]
    origin = " · ".join(filter(None, [_day(first["date"]), _text(first["outlet"])]))
    title = f"<b>{escape(_text(first['title']))}</b><br>" if _text(first["title"]) else ""
    sentences = "".join(_sentence(told) for _, told in rows.groupby("sentence", sort=False, dropna=False))
    return (
        f"<div class='entente'><div class='card'>{title}<span class='muted'>{escape(origin)}</span>{sentences}"
        "</div></div>"
    )


def _sentence(rows: DataFrame) -> str:
    """A sentence with its marks; rows from elsewhere may have an address in its place."""
    text = _text(rows["sentence"].iloc[0]) or _text(rows["url"].iloc[0])
    acts = "".join(f"<div>{_act(row)}</div>" for row in rows.to_dict("records"))
    spans = [span for row in rows.to_dict("records") for span in _spans(row)]
    return f"<div class='{_kind(rows['quad'].iloc[0])}'><blockquote>{marked(text, spans)}</blockquote></div>{acts}"


def _spans(row: Mapping[Hashable, Any]) -> Iterator[Span]:
    for part, style, title in _PARTS:
        if not pd.isna(row[f"{part}_start"]):
            yield Span(int(row[f"{part}_start"]), int(row[f"{part}_end"]), style, title)


def _act(row: Mapping[Hashable, Any]) -> str:
    act = EVENT_TYPES.get(row["event_type"], row["event_type"].lower())
    context = "" if row["context"] == "other" else f"{row['context']} · "
    told = f"{context}{STATUSES.get(row['status'], row['status'])} · {confidence(row['confidence'])}"
    chip = f"<span class='chip {_kind(row['quad'])}'>{escape(capitalised(act))}</span>"
    return f"{chip}<span class='muted'>{escape(told)}</span>"


def _kind(quad: int) -> str:
    return "conflict" if quad >= 3 else "cooperation"


def _title(store: Store, chosen: Address) -> None:
    assert chosen.dyad
    source, target = chosen.dyad
    back = store.evidence(chosen.filters, target, source)["act_id"].nunique()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key="pair"):
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


def _page(articles: list[DataFrame]) -> list[DataFrame]:
    pages = -(-len(articles) // _PAGE)
    key = f"page-{articles[0]['relation_id'].iloc[0]}-{len(articles)}"
    page = st.pagination(pages, key=key) if pages > 1 else 1
    return articles[(page - 1) * _PAGE : page * _PAGE]


def _article(rows: DataFrame) -> None:
    st.html(card(rows))
    name = _text(rows["article_id"].iloc[0])
    if name:
        st.button(
            "Read the whole article", type="tertiary", key=f"open-{name}",
            on_click=address.go, kwargs={"article": name},
        )


def _day(value: Any) -> str:
    return "undated" if pd.isna(value) else day(value.date())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
