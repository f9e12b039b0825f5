"""A whole article, with every mention of a country marked, in a window over the page."""

from html import escape

import streamlit as st

from geo.errors import StoreError
from geo.map.names import short_name
from geo.store.answers import StoredArticle
from geo.store.query import Store
from geo.views import address
from geo.views.address import Address
from geo.views.marking import Span, marked
from geo.views.pieces import origin_line
from geo.views.words import counted, day


def article(store: Store, chosen: Address) -> list[str]:
    """Open the article that the address names, if it names one.

    Returns:
        A sentence where the store holds no such article.
    """
    if not chosen.article:
        return []
    try:
        found = store.article(chosen.article)
    except StoreError:
        return [f"article={chosen.article} is left out: the store holds no such article."]
    st.dialog("The whole article", width="medium", on_dismiss=_close)(_window)(found)
    return []


def _window(found: StoredArticle) -> None:
    st.html(page(found))


def _close() -> None:
    address.go(article=None)


def page(found: StoredArticle) -> str:
    """The article as HTML; every character of it is escaped."""
    told = origin_line(
        day(found.date) if found.date else "undated", found.outlet or "", found.path or "",
        f"{counted(len(found.mentions), 'mention')} marked", url=found.url,
    )
    return (
        f"<div class='entente'><h2>{escape(found.title or 'Untitled')}</h2><p class='muted origin'>{told}</p></div>"
        f"<div class='entente article'>{marked(found.text, _spans(found))}</div>"
    )


def _spans(found: StoredArticle) -> list[Span]:
    """The mentions, counted from where the text begins; those of the title fall before it."""
    before = len(found.content) - len(found.text)
    columns = (found.mentions[column] for column in ("start", "end", "country", "place"))
    return [
        Span(int(start) - before, int(end) - before, "mention", _what(country, place))
        for start, end, country, place in zip(*columns, strict=True)
    ]


def _what(country: str, place: str | None) -> str:
    country = short_name(country)
    return f"{place}, {country}" if isinstance(place, str) and place not in ("", country) else country
