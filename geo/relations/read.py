"""From articles and their mentions to relations: every article is read twice, and what both readings say counts.

The first reading goes paragraph by paragraph, in the lengths that the reader learned from; the second in the
longest windows, where references across paragraphs are within sight, and with other identities for the actors.
A relation's confidence weighs both (`confidence.py`): two readings are right more often than one at the same recall.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.relations.confidence import Signs, confidence
from geo.relations.dates import dated
from geo.relations.enumerations import listed_together
from geo.relations.evidence import evidence
from geo.relations.judgements import Actors, Judgement
from geo.relations.layout import LONGEST, MOST_ACTORS, Span, lay_out, mark
from geo.relations.questions import is_question
from geo.relations.reader import Reader, load_reader
from geo.relations.relation import Relation
from geo.relations.sentences import Paragraph, paragraphs
from geo.relations.windows import Cutter, Window
from geo.resources import DATA

DEFAULT_THRESHOLD = 0.55
"""Confidence that a relation needs: chosen for nine right in ten on news."""

_SEEN = 0.1  # from here on what one reading says is worth a second

# In tokens, markers counted: most passages that the reader learned from are shorter than 60, nearly all than 120.
_SHORT, _LONG = 60, 120


@dataclass(frozen=True, slots=True)
class _Pass:
    """One reading of an article, window by window as it is asked for.

    Attributes:
        reader: who reads.
        windows: what is read, in text order.
        first_identity: number of the identity that a window's first actor gets.
    """

    reader: Reader
    windows: Sequence[Window]
    first_identity: int = 0
    _read: dict[int, dict[Actors, Judgement]] = field(default_factory=dict)

    def of(self, number: int) -> dict[Actors, Judgement]:
        """What a window tells."""
        if number not in self._read:
            window = self.windows[number]
            self._read[number] = self.reader.read(lay_out(window.tokens, window.mentions, self.first_identity))
        return self._read[number]

    def on(self, actors: Actors, place: int) -> Judgement | None:
        """What the window that reads a place of the article tells of two actors."""
        number = bisect_right(self.windows, place, key=lambda window: window.unread) - 1
        if number < 0 or place >= self.windows[number].sentences[-1][1]:
            return None
        return self.of(number).get(actors)


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
    texts = paragraphs(article, mentions)
    return dated(article, texts, sorted(_told(reader, article, mentions, texts, threshold), key=_place))


def _told(
    reader: Reader, article: Article, mentions: Sequence[Mention], texts: Sequence[Paragraph], threshold: float
) -> Iterator[Relation]:
    """The relations of one article, each with the article's day."""
    for window, first, second in both_readings(reader, article, mentions, texts):
        sure = confidence(signs(article, window, first, second))
        if sure >= threshold:
            yield from _relations(article, window, first.averaged(second), sure)


def signs(article: Article, window: Window, first: Judgement, second: Judgement | None) -> Signs:
    """What speaks for and against a relation that the first reading sees in a window."""
    (start, end), _ = _evidence(article, window, first)
    return Signs(
        first.confidence,
        second.confidence if second else 0.0,
        listed=listed_together(article.content, window.mentions, first.source, first.target),
        apart=sum(start <= sentence < end for sentence, _ in window.sentences) > 1,
    )


def both_readings(
    reader: Reader, article: Article, mentions: Sequence[Mention], texts: Sequence[Paragraph]
) -> Iterator[tuple[Window, Judgement, Judgement | None]]:
    """What the first reading sees in each window, with what the second says of it (None where it saw nothing).

    Args:
        reader: who reads.
        article: the article.
        mentions: its mentions.
        texts: its paragraphs, as `paragraphs` gives them.
    """
    cutter = Cutter(reader.tokens(article.content), mark(mentions))
    first = _Pass(reader, cutter.windows(texts, _SHORT, _LONG))
    second = _Pass(reader, cutter.windows(texts, LONGEST, LONGEST), MOST_ACTORS // 4)
    for number, window in enumerate(first.windows):
        for judgement in first.of(number).values():
            # Nobody asks for a second opinion where it can't help.
            if judgement.place >= window.unread and judgement.confidence >= _SEEN:
                yield window, judgement, second.on(judgement.actors, judgement.place)


def _place(relation: Relation) -> tuple[int, int, str, str, str]:
    return relation.start, relation.end, relation.source, relation.target, relation.event_type


def _relations(article: Article, window: Window, judgement: Judgement, sure: float) -> Iterator[Relation]:
    """A judgement's acts, with their evidence."""
    (start, end), trigger = _evidence(article, window, judgement)
    for event_type, status, context in judgement.acts():
        if event_type.name == "REQUEST" and trigger and is_question(article.content, trigger):
            continue
        yield Relation(
            source=judgement.actors[0],
            target=judgement.actors[1],
            event_type=event_type.name,
            context=context,
            root=event_type.root,
            quad=event_type.quad,
            intensity=event_type.intensity,
            status=status,
            date=article.date,
            start=start,
            end=end,
            sentence=article.content[start:end],
            source_span=judgement.source.span,
            target_span=judgement.target.span,
            trigger=trigger,
            confidence=sure,
        )


def _evidence(article: Article, window: Window, judgement: Judgement) -> tuple[Span, Span | None]:
    """The sentences of a window that tell of a judgement, and the word in them that names the act."""
    trigger = _whole_word(article.content, judgement.trigger)
    return evidence(window.sentences, judgement.source.span, judgement.target.span, trigger), trigger


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
