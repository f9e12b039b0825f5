"""From articles and their mentions to relations: windows, the reader, evidence."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.relations.event_types import EVENT_TYPES
from geo.relations.evidence import evidence
from geo.relations.findings import Finding
from geo.relations.layout import Span, lay_out, mark
from geo.relations.reader import Reader, load_reader
from geo.relations.relation import Relation
from geo.relations.sentences import sentences
from geo.relations.windows import Window, windows
from geo.resources import DATA

DEFAULT_THRESHOLD = 0.7
"""Probability of any relation that an actor pair needs: chosen on news for nine right in ten."""


def read_relations(
    articles: Sequence[tuple[Article, Sequence[Mention]]],
    threshold: float = DEFAULT_THRESHOLD,
    model: Path = DATA,
) -> list[list[Relation]]:
    """Who does what to whom in each article, in text order.

    Acts that the text denies, only claims or supposes come too: `Relation.status` tells them apart.

    Args:
        articles: English articles, each with its mentions.
        threshold: 0 to 1, the confidence from which a relation is said: higher is surer and fewer.
        model: folder with the reader's files.

    Raises:
        ModelError: a file of the model is missing or damaged.
    """
    reader = load_reader(model)
    return [_read(reader, article, mentions, threshold) for article, mentions in articles]


def _read(reader: Reader, article: Article, mentions: Sequence[Mention], threshold: float) -> list[Relation]:
    """The relations of one article, each act of one sentence once: as the surest of the windows has it."""
    marked = mark(mentions)
    if len({actor for mention in marked for actor in mention.actors}) < 2:
        return []
    spans = sentences(article, mentions)
    starts = [start for start, _ in spans]
    best: dict[tuple[str, str, str, int], Relation] = {}
    for window in windows(spans, reader.tokens(article.content), marked):
        for finding in reader.read(lay_out(window.tokens, window.mentions), threshold):
            relation = _relation(article, window, finding)
            told_in = bisect_right(starts, (relation.trigger or relation.source_span)[0])
            key = relation.source, relation.target, relation.event_type, told_in
            if key not in best or best[key].confidence < relation.confidence:
                best[key] = relation
    return sorted(best.values(), key=_place)


def _place(relation: Relation) -> tuple[int, int, str, str, str]:
    return relation.start, relation.end, relation.source, relation.target, relation.event_type


def _relation(article: Article, window: Window, finding: Finding) -> Relation:
    """A finding with its evidence."""
    source, target = ((mention.start, mention.end) for mention in (finding.source, finding.target))
    trigger = _whole_word(article.content, finding.trigger)
    start, end = evidence(window.sentences, source, target, trigger)
    event_type = EVENT_TYPES[finding.event_type]
    return Relation(
        source=finding.actors[0],
        target=finding.actors[1],
        event_type=event_type.name,
        context=finding.context,
        root=event_type.root,
        quad=event_type.quad,
        intensity=event_type.intensity,
        status=finding.status,
        date=article.date,
        start=start,
        end=end,
        sentence=article.content[start:end],
        source_span=source,
        target_span=target,
        trigger=trigger,
        confidence=finding.confidence,
    )


def _whole_word(content: str, piece: Span | None) -> Span | None:
    """The word that a word piece belongs to."""
    if piece is None:
        return None
    start, end = piece
    while start > 0 and content[start - 1].isalnum():
        start -= 1
    while end < len(content) and content[end].isalnum():
        end += 1
    return start, end
