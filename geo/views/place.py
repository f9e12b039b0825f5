"""The articles that name a place, with the words around its first mention."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import streamlit as st

from geo.store import listings
from geo.store.query import Store
from geo.views.address import Address
from geo.views.marking import Span, marked
from geo.views.pieces import dated, origin_line, panel_title, text, whole_article
from geo.views.words import counted

_PAGE = 10  # articles at once


def place(store: Store, chosen: Address) -> None:
    """Name, number and articles of the selected place; nothing where none is selected."""
    if not chosen.place:
        return
    panel_title(chosen.place, {"place": None})
    key = f"place-{chosen.place}"
    page = max(int(st.session_state.get(key) or 1), 1)
    rows = listings.naming(store, chosen.filters, chosen.place, _PAGE, (page - 1) * _PAGE)
    total = int(rows["total"].iloc[0]) if len(rows) else 0
    verb = "names" if total == 1 else "name"
    told = f"{counted(total, 'article')} {verb} it" if total else "No article of this time names it. Other days may."
    st.html(f"<div class='entente muted'>{told}</div>")
    with st.container(key="naming", gap=None):
        for row in rows.to_dict("records"):
            st.html(naming(row))
            whole_article(row["article_id"], "place")
        if total > _PAGE:
            st.pagination(-(-total // _PAGE), key=key)


def naming(row: Mapping[Hashable, Any]) -> str:
    """An article that names a place as HTML; all that comes from the article is escaped.

    Args:
        row: of `listings.naming`.
    """
    title = f"<b>{escape(text(row['title']))}</b><br>" if text(row["title"]) else ""
    times = f"{row['mentions']:,} times" if row["mentions"] > 1 else ""
    origin = origin_line(dated(row["date"]), text(row["outlet"]), times, url=text(row["url"]))
    return (
        f"<div class='entente'><div class='card'>{title}<span class='muted'>{origin}</span>"
        f"<blockquote>{_passage(row)}</blockquote></div></div>"
    )


def _passage(row: Mapping[Hashable, Any]) -> str:
    """The words around the mention as HTML: whole words of one paragraph, with dots where it goes on."""
    passage, start, end = str(row["passage"]), int(row["start"]), int(row["end"])
    first = passage.rfind("\n", 0, start) + 1
    last = passage.find("\n", end) if "\n" in passage[end:] else len(passage)
    before = after = ""
    if not first and row["before"]:
        before, first = "… ", passage.find(" ", 0, start) + 1
    if last == len(passage) and row["after"]:
        after, last = " …", max(passage.rfind(" ", end), end)
    words = passage[first:last]
    return before + marked(words, [Span(start - first, end - first, "mention")]) + after
