"""From articles and their mentions to relations: windows, the reader, evidence."""

from collections.abc import Sequence

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.relations.event_types import EVENT_TYPES
from geo.relations.evidence import evidence
from geo.relations.findings import Finding
from geo.relations.layout import Span, lay_out, mark
from geo.relations.reader import Reader, load_reader
from geo.relations.relation import Relation
from geo.relations.sentences import paragraphs
from geo.relations.windows import Cutter, Window
from geo.resources import DATA

DEFAULT_THRESHOLD = 0.7
"""Probability of any relation that an actor pair needs: chosen on news for nine right in ten."""


def read_relations(
    articles: Sequence[tuple[Article, Sequence[Mention]]], threshold: float = DEFAULT_THRESHOLD
) -> list[list[Relation]]:
    """Who does what to whom in each article, in text order.

    Acts that the text denies, only claims or supposes come too: `Relation.status` tells them apart.

    Args:
        articles: English articles, each with its mentions.
        threshold: 0 to 1, the confidence from which a relation is said: higher is surer and fewer.

    Raises:
        ModelError: a file of the model is missing or damaged.
    """
    reader = load_reader(DATA)
    return [_read(reader, article, mentions, threshold) for article, mentions in articles]


def _read(reader: Reader, article: Article, mentions: Sequence[Mention], threshold: float) -> list[Relation]:
    """The relations of one article."""
    cutter = Cutter(reader.tokens(article.content), mark(mentions))
    found = [
        _relation(article, window, finding)
        for window in cutter.windows(paragraphs(article, mentions))
        for finding in reader.read(lay_out(window.tokens, window.mentions), threshold)
        if (finding.trigger or (finding.source.start,))[0] >= window.unread
    ]
    return sorted(found, key=_place)


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
