"""One article, its mentions and its relations as rows of the three tables."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.relations.relation import Relation

Row = dict[str, Any]

# Half of a UTF-16 pair, as careless JSON carries it, can't be written as UTF-8.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def article_row(article: Article, language: str, read_at: dt.datetime, duplicate_of: str | None) -> Row:
    """An article as a row of `articles`.

    Args:
        article: what was read.
        language: ISO 639-1 code.
        read_at: when, with time zone.
        duplicate_of: article_id of the first copy, None for the first copy itself.
    """
    return {
        "article_id": article.article_id,
        "date": article.date,
        "title": _writable(article.title),
        "text": _writable(article.text),
        "outlet": _writable(article.outlet),
        "url": _writable(article.url),
        "path": _writable(article.path),
        "language": language,
        "read_at": read_at,
        "duplicate_of": duplicate_of,
    }


def mention_rows(article: Article, mentions: Iterable[Mention]) -> Iterator[Row]:
    """The mentions of an article as rows of `mentions`."""
    for mention in mentions:
        yield {
            "article_id": article.article_id,
            "start": mention.start,
            "end": mention.end,
            "text": _writable(mention.text),
            "kind": mention.kind,
            "country": mention.country,
            "place": mention.place,
            "latitude": mention.latitude,
            "longitude": mention.longitude,
            "confidence": mention.confidence,
        }


def relation_rows(article: Article, relations: Iterable[Relation], story: str, reader: str) -> Iterator[Row]:
    """The relations of an article as rows of `relations`; what is told twice by the same words is one row.

    Args:
        article: where they were read.
        relations: what was read.
        story: article_id of the first copy of the article: copies tell the same acts.
        reader: version of tables and model.
    """
    seen = set()
    for relation in relations:
        row = _relation_row(article, relation, story, reader)
        if row["relation_id"] not in seen:
            seen.add(row["relation_id"])
            yield row


def _relation_row(article: Article, relation: Relation, story: str, reader: str) -> Row:
    act = _hash(story, relation.source, relation.target, relation.event_type, relation.status, relation.date)
    trigger = relation.trigger or (None, None)
    spans = (relation.start, relation.end, *relation.source_span, *relation.target_span, *trigger)
    return {
        "relation_id": _hash(act, article.article_id, *spans),
        "act_id": act,
        "article_id": article.article_id,
        "date": relation.date,
        "source": relation.source,
        "target": relation.target,
        "event_type": relation.event_type,
        "context": relation.context,
        "cameo_root": relation.root,
        "quad": relation.quad,
        "intensity": relation.intensity,
        "status": relation.status,
        "start": relation.start,
        "end": relation.end,
        "source_start": relation.source_span[0],
        "source_end": relation.source_span[1],
        "target_start": relation.target_span[0],
        "target_end": relation.target_span[1],
        "trigger_start": trigger[0],
        "trigger_end": trigger[1],
        "confidence": relation.confidence,
        "origin": "entente",
        "reader": reader,
    }


def text_hash(text: str) -> str:
    """The same for the same text: tells copies of an article."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _hash(*parts: object) -> str:
    """16 hexadecimal digits: for ten million acts the odds of two alike are one in 370,000."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def _writable(text: str | None) -> str | None:
    """The text with each lone surrogate replaced by one other character: offsets stay true."""
    return text and _LONE_SURROGATE.sub("\ufffd", text)
