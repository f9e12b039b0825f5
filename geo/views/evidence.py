"""The sentences behind an arc: who, what, when, with the two actors and the act marked, story by story."""

from collections.abc import Hashable, Iterator, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.store import listings
from geo.store.marks import Mark, Verdict
from geo.store.query import Store
from geo.views import address, marks
from geo.views.address import Address
from geo.views.marking import Span, marked
from geo.views.pieces import dated, origin_line, panel_title, text, whole_article
from geo.views.words import EVENT_TYPES, STATUSES, capitalised, confidence, counted, listed, period, the

_PAGE = 10  # stories at once
_PARTS = (
    ("trigger", "act", "the act"), ("source", "source", "who acts"), ("target", "target", "towards whom"),
)
_VERDICTS: tuple[Verdict, ...] = ("right", "wrong")


def evidence(store: Store, chosen: Address) -> None:
    """Title, counts and sentences of the selected dyad; nothing where none is selected.

    What a reader marked wrong isn't counted, but stays in sight, so that a mark can be taken back.
    """
    if not chosen.dyad:
        return
    source, target = chosen.dyad
    ways, whole = (_ways(asked, chosen) for asked in (store, store.whole))
    panel_title(
        f"{short_name(source)} → {short_name(target)}", {"dyad": None},
        lambda: _other_way(source, target, ways[target]["acts"] if target in ways else 0),
    )
    if source not in whole:
        _nothing(source, target)
        return
    told = counts(ways[source]) if source in ways else "Every act here is marked wrong."
    st.html(f"<div class='entente muted'>{told}</div>{_KEY}")
    stories = whole[source]["stories"]
    with st.container(key="stories", gap=None):
        page = _page(stories, f"{source}-{target}-{stories}")
        rows = store.whole.evidence(chosen.filters, source, target, _PAGE, (page - 1) * _PAGE)
        known = marks.marks(store)
        for _, story in rows.groupby("story", sort=False, dropna=False):
            _story(store, story, known)
        marks.download(store, "evidence")


def _ways(store: Store, chosen: Address) -> dict[Hashable, dict[Hashable, Any]]:
    """What either end of the selected dyad did towards the other, by who acts."""
    assert chosen.dyad
    return listings.both_ways(store, chosen.filters, *chosen.dyad).set_index("source").to_dict("index")


_KEY = (
    "<div class='entente neutral muted'><span class='source'>Who acts</span>, <span class='target'>towards whom"
    "</span>, <span class='act'>the act</span></div>"
)


def counts(way: Mapping[Hashable, Any]) -> str:
    """`3 acts in 1 article on 26 January 2022: 2 of cooperation and 1 of conflict`.

    Args:
        way: a row of `listings.both_ways`.
    """
    first, last = way["first"], way["last"]
    when = "without a date" if pd.isna(first) else period(first.date(), last.date())
    signs = {"cooperation": int(way["acts"] - way["conflict"]), "conflict": int(way["conflict"])}
    shares = listed([f"{count:,} of {kind}" for kind, count in signs.items() if count])
    return f"{counted(int(way['acts']), 'act')} in {counted(int(way['articles']), 'article')} {when}: {shares}"


def heading(story: DataFrame) -> str:
    """Title and origin of a story as HTML; all that comes from the article is escaped.

    Args:
        story: rows of `Store.evidence` with one story.
    """
    first, copies = story.iloc[0], story["article_id"].nunique() - 1
    title = f"<b>{escape(text(first['title']))}</b><br>" if text(first["title"]) else ""
    folded = f"{copies:,} more with the same words" if copies else ""
    origin = origin_line(dated(first["date"]), text(first["outlet"]), folded, url=text(first["url"]))
    return f"<div class='entente'><div class='card'>{title}<span class='muted'>{origin}</span></div></div>"


def alike(story: DataFrame) -> list[DataFrame]:
    """Acts of one story, those that are told by the same sentences together.

    Args:
        story: rows of `Store.evidence` with one story; copies of the article are passed over.
    """
    rows = story[story["article_id"] == story["article_id"].iloc[0]]
    told = rows.groupby("act_id", sort=False)["sentence"].agg(lambda sentences: tuple(dict.fromkeys(sentences)))
    return [group for _, group in rows.groupby(rows["act_id"].map(told), sort=False)]


def quotes(rows: DataFrame) -> str:
    """The sentences of some acts as HTML, each once, with every actor and act in it marked."""
    return "".join(_quote(told) for _, told in rows.groupby("sentence", sort=False, dropna=False))


def act_line(row: Mapping[Hashable, Any], mark: Verdict) -> str:
    """Type, subject, status and confidence of an act as HTML."""
    act = EVENT_TYPES.get(row["event_type"], row["event_type"].lower())
    context = "" if row["context"] == "other" else f"{row['context']} · "
    told = f"{context}{STATUSES.get(row['status'], row['status'])} · {confidence(row['confidence'])}"
    left = " <b>Not counted</b>" if mark == "wrong" else ""
    chip = f"<span class='chip {_kind(row['quad'])}'>{escape(capitalised(act))}</span>"
    return f"<div class='entente {mark}'>{chip}<span class='muted'>{escape(told)}</span>{left}</div>"


def _story(store: Store, story: DataFrame, known: dict[str, Mark]) -> None:
    st.html(heading(story))
    for rows in alike(story):
        st.html(f"<div class='entente'>{quotes(rows)}</div>")
        for act_id, act in rows.groupby("act_id", sort=False):
            everywhere = story.loc[story["act_id"] == act_id, "relation_id"]
            _act(store, str(act_id), act, list(everywhere), marks.verdict(known, everywhere))
    name = text(story["article_id"].iloc[0])
    if name:
        whole_article(name, "evidence")


def _act(store: Store, act_id: str, rows: DataFrame, relation_ids: list[str], mark: Verdict) -> None:
    """One line of what an act is, and the buttons that mark it, in all copies of the article."""
    surest = rows.sort_values("confidence", ascending=False).to_dict("records")[0]
    key = f"mark-{act_id}"
    st.session_state[key] = mark if mark in _VERDICTS else None
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=f"act-{act_id}"):
        st.html(act_line(surest, mark), width="stretch")
        st.pills(
            "Is this act read right?", _VERDICTS, format_func=capitalised, key=key, label_visibility="collapsed",
            wrap=False, on_change=lambda: marks.mark(store, relation_ids, st.session_state[key] or "unmarked"),
        )


def _quote(rows: DataFrame) -> str:
    """A sentence with its marks; rows from elsewhere may have an address in its place."""
    told = text(rows["sentence"].iloc[0]) or text(rows["url"].iloc[0])
    spans = [span for row in rows.to_dict("records") for span in _spans(row)]
    return f"<div class='{_kind(rows['quad'].iloc[0])}'><blockquote>{marked(told, spans)}</blockquote></div>"


def _spans(row: Mapping[Hashable, Any]) -> Iterator[Span]:
    for part, style, title in _PARTS:
        if not pd.isna(row[f"{part}_start"]):
            yield Span(int(row[f"{part}_start"]), int(row[f"{part}_end"]), style, title)


def _kind(quad: int) -> str:
    return "conflict" if quad >= 3 else "cooperation"


def _other_way(source: str, target: str, acts: int) -> None:
    if acts:
        st.button(
            f"{acts:,}", icon=":material/swap_horiz:", type="tertiary", key="other-way",
            help=f"The other way: {short_name(target)} → {short_name(source)}",
            on_click=address.go, kwargs={"dyad": (target, source)},
        )


def _nothing(source: str, target: str) -> None:
    st.html(
        f"<p class='entente muted'>No act of {escape(the(source))} towards {escape(the(target))} in this view. "
        "Other filters may show some.</p>"
    )


def _page(stories: int, key: str) -> int:
    pages = -(-stories // _PAGE)
    return st.pagination(pages, key=f"page-{key}") if pages > 1 else 1
