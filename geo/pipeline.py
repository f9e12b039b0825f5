"""Articles to rows, in one process: each article with its language, its mentions and its relations.

Nothing here touches files: the same article gives the same reading, on any machine.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from geo.articles.article import Article
from geo.articles.language import ENGLISH, language_of
from geo.gazetteer import OwnName
from geo.mentions import find_mentions
from geo.mentions.mention import Mention
from geo.relations import DEFAULT_THRESHOLD, read_relations
from geo.relations.relation import Relation


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one article.

    Attributes:
        article: the article.
        language: ISO 639-1 code.
        mentions: where it speaks of a country, in the order of the text.
        relations: who does what to whom, or None where the article was passed over for its language.
    """

    article: Article
    language: str
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...] | None


def read_mentions(
    articles: Iterable[Article], names: Sequence[OwnName] = ()
) -> Iterator[tuple[Article, list[Mention]]]:
    """Each article with its mentions, in the input's order, as they come.

    Args:
        articles: what to read.
        names: a user's own names, as `geo.gazetteer.read_names` gives them.
    """
    for article in articles:
        yield article, find_mentions(article, names)


def read_all(
    articles: Iterable[Article], threshold: float | None = None, batch: int = 32, names: Sequence[OwnName] = ()
) -> Iterator[Reading]:
    """Each article with all that is read in it, in the input's order; takes `batch` articles at a time.

    Args:
        articles: what to read.
        threshold: how sure the reader of relations must be, 0 to 1; None for its own measure.
        batch: articles that are held, and given to the model, together.
        names: a user's own names, as `geo.gazetteer.read_names` gives them.
    """
    stream = iter(articles)
    while taken := list(islice(stream, batch)):
        yield from _read(taken, DEFAULT_THRESHOLD if threshold is None else threshold, names)


def _read(articles: list[Article], threshold: float, names: Sequence[OwnName]) -> Iterator[Reading]:
    languages = [language_of(article) for article in articles]
    mentioned = list(read_mentions(articles, names))
    english = [pair for pair, language in zip(mentioned, languages, strict=True) if language == ENGLISH]
    relations = iter(read_relations(english, threshold))
    for (article, mentions), language in zip(mentioned, languages, strict=True):
        found = tuple(next(relations)) if language == ENGLISH else None
        yield Reading(article, language, tuple(mentions), found)
