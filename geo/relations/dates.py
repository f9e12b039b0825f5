"""When acts were done: on the article's day, unless the sentence says another.

An act has one day. It is the article's, moved where the words that tell the act say when:

- The nearest date expression in the act's own clause counts, or one that describes the word for the act ('Monday's
  attack'). For what somebody says (accuses, demands, rejects, threatens, supports), so does the time at which he
  spoke: 'he said on Monday that …'. What stands with another act doesn't move this one.
- 'Since 2014', 'until Friday' and 'by 2030' move nothing: they are no time of the act.
- A weekday is the last one; for an act still to come, the next. What is told as done has no day after the article's,
  what is still to come none before: such words are taken to belong to something else.
- A period gives its first day ('in 2014' is 1 January 2014), but the article's own day where that lies within. The
  store keeps one day and no precision; the evidence shows the words.
- Background: an expression that opens a sentence ('In 2014 …') holds for the sentences after it in the paragraph that
  tell what was done without a time of their own. Old acts without any date keep the article's day; nothing marks them.
- One act told several times: where a sentence has no date at all (a headline), its act takes that of another telling
  in the article within a week of the article's day. The store makes one act of relations with the same day.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from geo.articles.article import Article
from geo.relations.clauses import Sentence
from geo.relations.date_expressions import DateExpression, date_expressions
from geo.relations.layout import Span
from geo.relations.periods import Standpoint
from geo.relations.relation import Relation
from geo.relations.sentences import Paragraph

_SAID = {"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
"""Event types of acts that are done by speaking."""
_AHEAD = ("future", "hypothetical")
# In words: beyond, a date seldom belongs to the act, but to another verb, or to the deed that an accusation is about.
_FAR, _FAR_PAST_A_VERB, _FAR_FROM_SPEECH = 16, 8, 4
_RECENT = dt.timedelta(days=6)  # as far back as a bare weekday reaches
_DESCRIBED = re.compile(r"(?:['’]s)?(?:\s+(?!(?:and|to|of|in|at|on|by|with|for|that)\b)[^\s,;:]+){0,2}\s+")
_JOINED = re.compile(r",|\b(?:and|but)\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|says?|wants?|will|remains?)\b")
_PERFECT = re.compile(r"\b(?:had|has|have|having)\s+(?:\w+\s+){0,2}$")


def dated(article: Article, texts: Sequence[Paragraph], relations: Sequence[Relation]) -> list[Relation]:
    """The relations of an article with the days of their acts; the days that they had don't matter.

    Args:
        article: the article.
        texts: its paragraphs.
        relations: what was read in it, in any order.
    """
    if not relations:
        return []
    tellings = [_Telling(article, texts, relation) for relation in relations]
    days = [telling.day() for telling in tellings]
    recent = _recent(article.date, relations, days)
    return [
        replace(relation, date=day or (telling.is_silent and recent.get(_kind(relation))) or article.date)
        for relation, telling, day in zip(relations, tellings, days, strict=True)
    ]


class _Telling:
    """An act in the paragraph that tells it."""

    def __init__(self, article: Article, texts: Sequence[Paragraph], relation: Relation) -> None:
        self._text, self._published = article.content, article.date
        self._type, self._status = relation.event_type, relation.status
        self._act = relation.trigger or relation.source_span
        self._sentences = _up_to(self._act[0], texts, article.content)
        self._ahead = self._status in _AHEAD and not _PERFECT.search(self._before_act)
        self._expressions = [list(date_expressions(self._text, *sentence)) for sentence in self._sentences]

    @property
    def _before_act(self) -> str:
        """The act's sentence as far as the act."""
        start = self._sentences[-1][0] if self._sentences else self._act[0]
        return self._text[start : self._act[0]]

    @property
    def is_silent(self) -> bool:
        """Whether the act's sentence says of nothing when it was."""
        return not (self._expressions and self._expressions[-1])

    def day(self) -> dt.date | None:
        """The day of the act, None where the text doesn't say."""
        expression = self._told_with() or self._opening()
        day = self._day(expression) if expression else None
        if not day or not self._published:
            return day
        done, to_come = self._status in ("asserted", "alleged"), self._status == "future"
        misplaced = (done and day > self._published) or (to_come and day < self._published)
        return None if misplaced else day

    def _told_with(self) -> DateExpression | None:
        """The expression in the act's sentence that says when it was done."""
        if self.is_silent:
            return None
        expressions = self._expressions[-1]
        sentence = Sentence(self._text, self._sentences[-1], [one.span for one in expressions])
        describing = [one for one in expressions if self._described_by(one)]
        times = [one for one in expressions if not (one.attributive or one.bound) and self._is_near(one)]
        with_act = [one for one in times if sentence.told_with(one.span, self._act)]
        spoken = [one for one in times if self._is_speech() and sentence.of_speech(one.span, self._act)]
        return min(describing or with_act or spoken, key=self._distance, default=None)

    def _described_by(self, expression: DateExpression) -> bool:
        """Whether the expression describes the word for the act: 'last year's short war', 'the war of 1812'."""
        if expression.bound:
            return self._text.startswith(" of ", self._act[1]) and expression.start == self._act[1] + 1
        return expression.attributive and bool(_DESCRIBED.fullmatch(self._text, expression.end, self._act[0]))

    def _is_speech(self) -> bool:
        """Whether the act is one of speaking, and not told as done before somebody spoke of it."""
        return self._type in _SAID and self._status not in _AHEAD and not _PERFECT.search(self._before_act)

    def _between(self, expression: DateExpression) -> str:
        """The text between the act and an expression."""
        first, last = sorted((expression.span, self._act))
        return self._text[first[1] : last[0]]

    def _distance(self, expression: DateExpression) -> int:
        """How far an expression is from the act, in words; what follows it, and isn't set apart, is nearer."""
        between = self._between(expression)
        follows = expression.start > self._act[0]
        return len(between.split()) + 4 * len(_JOINED.findall(between)) + (0 if follows else 2)

    def _is_near(self, expression: DateExpression) -> bool:
        if expression.start == self._sentences[-1][0]:
            return True  # 'On Monday, …' holds for the sentence
        words = self._between(expression).split()
        if self._type in _SAID and expression.start > self._act[0]:
            return len(words) <= _FAR_FROM_SPEECH
        past_a_verb = any(word.islower() and word.endswith("ed") for word in words)
        return len(words) <= (_FAR_PAST_A_VERB if past_a_verb else _FAR)

    def _opening(self) -> DateExpression | None:
        """The expression that opens the last sentence before the act's that tells any time: it still holds."""
        if not self.is_silent or self._is_present():
            return None
        for sentence, expressions in zip(reversed(self._sentences), reversed(self._expressions), strict=True):
            if expressions:
                first = expressions[0]
                holds = first.start == sentence[0] and not (first.attributive or first.bound)
                return first if holds else None
        return None

    def _is_present(self) -> bool:
        """Whether the act is told as of today, as far as one word can show it."""
        return bool(_PRESENT.search(self._before_act + self._text[slice(*self._act)]))

    def _day(self, expression: DateExpression) -> dt.date | None:
        """Its day, understood from the days told before it in the paragraph."""
        day: dt.date | None = None
        for one in chain.from_iterable(self._expressions):
            at = Standpoint(self._published, self._ahead, day)
            day = one.day(at) or day
            if one is expression:
                return one.day(at)
        return None


def _up_to(place: int, texts: Sequence[Paragraph], content: str) -> list[Span]:
    """The sentences of a paragraph as far as the one in which a character stands; a new line may begin one, too."""
    for text in texts:
        if text.sentences[0][0] <= place < text.sentences[-1][1]:
            sentences = [sentence for sentence in text.sentences if sentence[0] <= place]
            breaks = [
                number for number in range(1, len(sentences))
                if "\n" in content[sentences[number - 1][1] : sentences[number][0]]
            ]  # fmt: skip
            return sentences[max(breaks, default=0) :]
    return []


def _recent(
    published: dt.date | None, relations: Sequence[Relation], told: Sequence[dt.date | None]
) -> dict[tuple[str, ...], dt.date]:
    """Of each act that is told with a day near the article's, the day nearest to it."""
    nearest: dict[tuple[str, ...], dt.date] = {}
    for relation, day in zip(relations, told, strict=True):
        if published and day and abs(day - published) <= _RECENT:
            days = (day, nearest.get(_kind(relation), day))
            nearest[_kind(relation)] = min(days, key=lambda one: (abs(one - published), one))
    return nearest


def _kind(relation: Relation) -> tuple[str, ...]:
    return relation.source, relation.target, relation.event_type, relation.status
