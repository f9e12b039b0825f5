"""What the reader learns from: passages as the product will meet them.

Each passage comes twice: with the mentions that annotators marked, and with those that the geocoder finds, for the
reader must live with its misses. Passages that were written as one article are put together again, a paragraph with
its headline or with the one before, so that what 'he' and 'the two countries' refer to is within sight.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from geo.mentions import find_mentions
from geo.relations.layout import Marked, Span, mark
from geo.training.passages import as_article, passages

SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE", "DDR": "DEU"}
_BREAK = "\n\n"
_REFERRING = ("anaphor", "leader", "institution")
_WITHIN_SIGHT = 800  # characters that surely fit into the longest layout


@dataclass(frozen=True, slots=True)
class Told:
    """One annotated relation: its actors, labels, and where it is told."""

    source: str
    target: str
    event_type: str
    context: str
    status: str
    doubtful: bool
    trigger: Span | None
    source_at: int
    target_at: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text with marked mentions and the relations in it.

    Attributes:
        id: of the passage, or of an article's first.
        text: one paragraph or several.
        mentions: as annotators marked them, or as the geocoder finds them.
        told: the relations.
        referring: references and officials that annotators marked, and what the geocoder missed: marks that may be
            lacking.
    """

    id: str
    text: str
    mentions: tuple[Marked, ...]
    told: tuple[Told, ...]
    referring: tuple[Marked, ...] = ()


def examples(folders: Iterable[Path]) -> list[list[Example]]:
    """All examples of some folders of passages, those of one text together."""
    return [list(_of(passage)) for folder in folders for passage in passages(folder)]


def _of(passage: dict[str, Any]) -> Iterator[Example]:
    """The examples of one text or article: each paragraph, and those of an article together."""
    annotated, found = marked(passage), _found(passage)
    bounds = _bounds(passage["text"].split(_BREAK))
    yield from (_cut(annotated, *bound) for bound in bounds)
    yield from (_cut(found, *bound) for bound in bounds)
    if len(bounds) > 1:
        pairs = [(one[0], other[1]) for one, other in pairwise(bounds)]
        yield from (_cut(article, *pair) for pair in pairs for article in (annotated, found))
        if len(passage["text"]) <= _WITHIN_SIGHT:
            yield from (annotated, found)
        yield from (_with_title(found, bounds[0], bound) for bound in bounds[2:])


def marked(passage: dict[str, Any]) -> Example:
    """With the annotators' mentions."""
    rows = sorted(passage["mentions"], key=lambda m: (m["start"], -m["end"]))
    mentions = {_mark(m): m["kind"] for m in rows}
    referring = tuple(mark for mark, kind in mentions.items() if kind in _REFERRING)
    return Example(str(passage["id"]), passage["text"], tuple(mentions), tuple(_told(passage)), referring)


def _mark(mention: dict[str, Any]) -> Marked:
    codes = dict.fromkeys(SUCCESSORS.get(code, code) for code in mention["codes"])
    return Marked(mention["start"], mention["end"], tuple(codes))


def _found(passage: dict[str, Any]) -> Example:
    """With the geocoder's mentions."""
    annotated = marked(passage)
    mentions = tuple(mark(find_mentions(as_article(passage))))
    missed = tuple(m for m in annotated.mentions if not any(m.start < o.end and o.start < m.end for o in mentions))
    return replace(annotated, mentions=mentions, referring=missed)


def _told(passage: dict[str, Any]) -> Iterator[Told]:
    for r in passage["relations"]:
        source, target = (SUCCESSORS.get(r[end], r[end]) for end in ("source", "target"))
        if source != target:
            trigger = tuple(r["trigger"]) if r["trigger"] else None
            ends = (passage["mentions"][r[end]]["start"] for end in ("source_mention", "target_mention"))
            yield Told(source, target, r["event_type"], r["context"], r["status"], r["doubtful"], trigger, *ends)


def _bounds(paragraphs: Iterable[str]) -> list[Span]:
    """Where paragraphs begin and end when they are put together."""
    bounds, start = [], 0
    for paragraph in paragraphs:
        bounds.append((start, start + len(paragraph)))
        start = bounds[-1][1] + len(_BREAK)
    return bounds


def _cut(article: Example, start: int, end: int) -> Example:
    """A part of an article, with the mentions that lie in it and the relations that are told in it."""
    told = [t for t in article.told if start <= t.source_at < end and start <= t.target_at < end]
    return Example(
        article.id,
        article.text[start:end],
        _within(article.mentions, start, end),
        tuple(_moved(t, -start) for t in told),
        _within(article.referring, start, end),
    )


def _within(mentions: Iterable[Marked], start: int, end: int) -> tuple[Marked, ...]:
    return tuple(
        Marked(m.start - start, m.end - start, m.actors) for m in mentions if start <= m.start and m.end <= end
    )


def _moved(told: Told, by: int) -> Told:
    trigger = (told.trigger[0] + by, told.trigger[1] + by) if told.trigger else None
    return replace(told, trigger=trigger, source_at=told.source_at + by, target_at=told.target_at + by)


def _with_title(article: Example, title: Span, paragraph: Span) -> Example:
    """The headline and a paragraph further down."""
    one, other = _cut(article, *title), _cut(article, *paragraph)
    by = len(one.text) + len(_BREAK)

    def moved(mentions: Iterable[Marked]) -> tuple[Marked, ...]:
        return tuple(Marked(m.start + by, m.end + by, m.actors) for m in mentions)

    return Example(
        article.id,
        one.text + _BREAK + other.text,
        one.mentions + moved(other.mentions),
        one.told + tuple(_moved(t, by) for t in other.told),
        one.referring + moved(other.referring),
    )
