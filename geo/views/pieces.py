"""Small pieces that several panels are made of: where something stands, its source, its whole article, a title."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from geo.views import address
from geo.views.words import day


def text(value: Any) -> str:
    """A cell of a frame as text; empty where it is missing."""
    return value if isinstance(value, str) else ""


def dated(value: Any) -> str:
    """A cell of a frame as a day; `undated` where it is missing."""
    return "undated" if pd.isna(value) else day(value)


def origin_line(*parts: str, url: str | None = None) -> str:
    """Where something was published, as HTML: `26 January 2022 · The Example · source`. All of it is escaped."""
    told = [escape(part) for part in parts if part]
    return " · ".join([*told, source_link(url)] if url and is_page(url) else told)


def source_link(url: str) -> str:
    """A link to where an article was published, as HTML."""
    return f"<a href='{escape(url)}' target='_blank' rel='noopener noreferrer'>source</a>"


def is_page(url: str) -> bool:
    """Whether a browser opens it as a page: an address that runs a script is no link."""
    return url.lower().startswith(("https://", "http://"))


def whole_article(article_id: str, panel: str) -> None:
    """A button that opens the article.

    Args:
        article_id: which.
        panel: where the button stands; two panels may show the same article.
    """
    st.button(
        "Read the whole article", type="tertiary", key=f"open-{panel}-{article_id}",
        on_click=address.go, kwargs={"article": article_id},
    )


def panel_title(title: str, close: dict[str, Any], between: Callable[[], None] | None = None) -> None:
    """A panel's title with a button that closes it.

    Args:
        title: plain text.
        close: the changes of the address that close it.
        between: draws what stands between title and button.
    """
    name = "-".join(close)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=f"title-{name}"):
        st.html(f"<div class='entente'><h2>{escape(title)}</h2></div>", width="stretch")
        if between:
            between()
        st.button(
            "", icon=":material/close:", type="tertiary", key=f"close-{name}", help="Close",
            on_click=address.go, kwargs=close,
        )
