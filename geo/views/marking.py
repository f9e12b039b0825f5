"""Text of articles as safe HTML, with spans marked in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a text.

    Attributes:
        start: first character.
        end: one past the last.
        style: name of a CSS class.
        title: what hovering shows.
    """

    start: int
    end: int
    style: str
    title: str = ""


def marked(text: str, spans: Iterable[Span]) -> str:
    """The text as HTML, every character of it escaped; spans may overlap, and may reach past the text."""
    kept = [span for span in spans if span.start < min(span.end, len(text)) and span.end > 0]
    cuts = sorted({0, len(text), *(cut for span in kept for cut in (max(span.start, 0), min(span.end, len(text))))})
    return "".join(_piece(text[start:end], _over(kept, start)) for start, end in pairwise(cuts))


def _over(spans: list[Span], place: int) -> list[Span]:
    return [span for span in spans if span.start <= place < span.end]


def _piece(text: str, spans: list[Span]) -> str:
    if not spans:
        return escape(text)
    styles = " ".join(dict.fromkeys(span.style for span in spans))
    titles = ", ".join(dict.fromkeys(span.title for span in spans if span.title))
    title = f' title="{escape(titles)}"' if titles else ""
    return f'<span class="{escape(styles)}"{title}>{escape(text)}</span>'
