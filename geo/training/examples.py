"""What the reader learns from: passages as the product will meet them.

Each passage comes twice: with the mentions that annotators marked, and with those that the geocoder finds, for the
reader must live with its misses. Passages that were written as one article are put together again, a paragraph with
its headline or with the one before, so that what 'he' and 'the two countries' refer to is within sight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from geo.mentions import find_mentions
from geo.relations.layout import Marked, Span, mark
from geo.training.passages import as_article, passages

SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE", "DDR": "DEU"}
_WITHIN_SIGHT = 800  # characters that surely fit into the longest layout
_LONGEST_RUN = 10  # paragraphs; a longer run of passages without a headline is no article


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
    """A text with marked mentions and the relations in it."""

    id: str
    text: str
    mentions: tuple[Marked, ...]
    told: tuple[Told, ...]


def examples(folder: Path) -> list[list[Example]]:
    """All examples of a folder of passages, those of one text (or one article) together."""
    groups = [[passage] for passage in passages(folder) if not str(passage["id"]).startswith("written")]
    written = [passage for passage in passages(folder) if str(passage["id"]).startswith("written")]
    return [list(_of(group)) for group in [*groups, *_articles(written)]]


def is_headline(passage: dict[str, Any]) -> bool:
    """Whether a passage is the title of the ones after it."""
    text = passage["text"].strip()
    return len(text) < 110 and text[-1] not in ".!?”\"'"


def _articles(written: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    groups: list[list[dict[str, Any]]] = [[]]
    for passage in written:
        if is_headline(passage):
            groups.append([])
        groups[-1].append(passage)
    found = []
    for group in groups:
        whole = 1 < len(group) <= _LONGEST_RUN and is_headline(group[0])
        found += [group] if whole else [[passage] for passage in group]
    return found


def _of(group: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """The examples of one text or article."""
    if len(group) == 1:
        yield _marked(group[0])
        yield _found(group[0])
        return
    yield from map(_marked, group)
    whole = _joined(group)
    article = replace(_found(whole), id=str(group[0]["id"]))
    bounds = _bounds(group)
    yield from (_cut(article, *bound) for bound in bounds[1:])
    yield from (_cut(article, one[0], other[1]) for one, other in pairwise(bounds))
    if len(whole["text"]) <= _WITHIN_SIGHT:
        yield article
    title = bounds[0]
    yield from (_with_title(article, title, bound) for bound in bounds[2:])


def _marked(passage: dict[str, Any]) -> Example:
    """With the annotators' mentions."""
    mentions = tuple(
        Marked(m["start"], m["end"], tuple(SUCCESSORS.get(code, code) for code in m["codes"]))
        for m in sorted(passage["mentions"], key=lambda m: (m["start"], -m["end"]))
    )
    return Example(str(passage["id"]), passage["text"], mentions, tuple(_told(passage)))


def _found(passage: dict[str, Any]) -> Example:
    """With the geocoder's mentions."""
    mentions = find_mentions(as_article(passage))
    return replace(_marked(passage), mentions=tuple(mark(mentions)))


def _told(passage: dict[str, Any]) -> Iterator[Told]:
    for r in passage["relations"]:
        source, target = (SUCCESSORS.get(r[end], r[end]) for end in ("source", "target"))
        if source != target:
            trigger = tuple(r["trigger"]) if r["trigger"] else None
            ends = (passage["mentions"][r[end]]["start"] for end in ("source_mention", "target_mention"))
            yield Told(source, target, r["event_type"], r["context"], r["status"], r["doubtful"], trigger, *ends)


def _joined(group: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Passages as one: paragraphs with a blank line between, their spans moved along."""
    mentions: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    for passage, (start, _) in zip(group, _bounds(group), strict=True):
        first = len(mentions)
        mentions += [m | {"start": m["start"] + start, "end": m["end"] + start} for m in passage["mentions"]]
        for r in passage["relations"]:
            moved = {end: r[end] + first for end in ("source_mention", "target_mention")}
            trigger = [place + start for place in r["trigger"]] if r["trigger"] else None
            relations.append(r | moved | {"trigger": trigger})
    text = "\n\n".join(passage["text"] for passage in group)
    return {"id": group[0]["id"], "date": None, "text": text, "mentions": mentions, "relations": relations}


def _bounds(group: Sequence[dict[str, Any]]) -> list[Span]:
    bounds, start = [], 0
    for passage in group:
        bounds.append((start, start + len(passage["text"])))
        start = bounds[-1][1] + 2
    return bounds


def _cut(article: Example, start: int, end: int) -> Example:
    """A part of an article, with the mentions that lie in it and the relations that are told in it."""
    mentions = [m for m in article.mentions if start <= m.start and m.end <= end]
    told = [t for t in article.told if start <= t.source_at < end and start <= t.target_at < end]
    return Example(
        article.id,
        article.text[start:end],
        tuple(Marked(m.start - start, m.end - start, m.actors) for m in mentions),
        tuple(_moved(t, -start) for t in told),
    )


def _moved(told: Told, by: int) -> Told:
    trigger = (told.trigger[0] + by, told.trigger[1] + by) if told.trigger else None
    return replace(told, trigger=trigger, source_at=told.source_at + by, target_at=told.target_at + by)


def _with_title(article: Example, title: Span, paragraph: Span) -> Example:
    """The headline and a paragraph further down."""
    one, other = _cut(article, *title), _cut(article, *paragraph)
    by = len(one.text) + 2
    return Example(
        article.id,
        f"{one.text}\n\n{other.text}",
        one.mentions + tuple(Marked(m.start + by, m.end + by, m.actors) for m in other.mentions),
        one.told + tuple(_moved(t, by) for t in other.told),
    )
