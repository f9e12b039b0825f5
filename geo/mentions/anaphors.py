"""What stands for countries named before: 'the two countries', 'these three governments', 'the country'.

A group goes to the nearest list of as many countries before it ('Cuba, Venezuela, and Nicaragua'), else to those that
stand out in what was said before, if they are as many as it counts; a single one to the country named last, where the
sentence and the one before name no other.
"""

import math
import re
from collections.abc import Iterator, Sequence

from geo.mentions.mention import Mention
from geo.mentions.sentences import Sentences

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}
_STATES = (
    r"(?:countries|nations|states|governments|republics|sides|capitals|neighbours|neighbors|powers|allies|parties|"
    r"leaders|presidents|prime ministers|foreign ministers|ministers|leaderships|rivals|kingdoms)"
)
_GROUP = re.compile(
    rf"\b(?i:(?P<both>both)|(?:the|these|those|all|our|their)(?: (?P<count>two|three|four|five|six))?)"
    rf"(?: (?:of (?:the|these) )?[A-Z][\w-]+(?: [A-Z][\w-]+)?| \w+)? (?i:{_STATES})\b(?! of (?:the )?[\w])"
)
_SINGLE = re.compile(r"\b(?i:the|that|this|his|her|their) (?:\w+ )?(?:country|nation|kingdom|republic)\b")
_LIST_GAP = re.compile(r"^(?:['’]s)?(?:, and | and |, |, as well as | as well as )(?:the )?$")
_STATE_KINDS = {"name", "demonym", "capital", "leader", "institution"}
_FADES = 400  # characters after which a mention weighs a third
_REACH = 1500  # characters back in which a list may stand


def anaphors(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of kind `anaphor`: one for each country that an expression stands for.

    Args:
        text: an article's content.
        mentions: what is known already, in text order.
    """
    states = [m for m in mentions if m.kind in _STATE_KINDS and not m.country.startswith("org:")]
    covered = [(m.start, m.end) for m in mentions]
    lists, sentences = _lists(text, states), Sentences(text)
    found: list[Mention] = []
    for expression in _expressions(text, covered):
        countries = _countries(expression, states, lists, sentences)
        if countries:
            lists.append((expression.start(), countries))
            lists.sort(key=lambda entry: entry[0])
            found += [_stands_for(expression, country) for country in countries]
    return found


def _expressions(text: str, covered: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Groups and single expressions in text order, without those that a mention stands in."""
    hits = sorted([*_GROUP.finditer(text), *_SINGLE.finditer(text)], key=lambda hit: hit.start())
    for hit in hits:
        if not any(start < hit.end() and hit.start() < end for start, end in covered):
            yield hit


def _lists(text: str, states: Sequence[Mention]) -> list[tuple[int, tuple[Mention, ...]]]:
    """Where each enumeration of two or more countries ends, with the countries in it."""
    lists: list[tuple[int, tuple[Mention, ...]]] = []
    run: list[Mention] = []
    for mention in states:
        if run and not _LIST_GAP.match(text[run[-1].end : mention.start]):
            lists += [(run[-1].end, _distinct(run))] if len(_distinct(run)) > 1 else []
            run = []
        run.append(mention)
    return lists + ([(run[-1].end, _distinct(run))] if len(_distinct(run)) > 1 else [])


def _distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple({m.country: m for m in mentions}.values())


def _countries(
    expression: re.Match[str],
    states: Sequence[Mention],
    lists: Sequence[tuple[int, tuple[Mention, ...]]],
    sentences: Sentences,
) -> tuple[Mention, ...]:
    """The countries that an expression stands for; none where that is not clear."""
    before = [m for m in states if m.end <= expression.start()]
    groups = expression.groupdict()
    if "both" not in groups:
        recent = _within(before, sentences.start(expression.start(), 1))
        return recent if len(recent) == 1 else ()
    count = 2 if groups["both"] else _COUNTS.get((groups["count"] or "").lower(), 0)
    for end, countries in reversed(lists):
        near = 0 <= expression.start() - end <= _REACH
        if near and len(countries) == (count or len(countries)):
            return countries
    return _as_many(before, expression, count) if count else ()


def _as_many(before: Sequence[Mention], expression: re.Match[str], count: int) -> tuple[Mention, ...]:
    """The countries that stand out before an expression, if exactly as many as are counted do.

    Each mention weighs the less the farther back it stands; a country stands out that weighs twice as much as the next.
    """
    weights: dict[str, float] = {}
    for mention in before:
        distance = expression.start() - mention.end
        weights[mention.country] = weights.get(mention.country, 0.0) + math.exp(-distance / _FADES)
    ranked = sorted(weights, key=weights.__getitem__, reverse=True)
    if len(ranked) < count or (len(ranked) > count and weights[ranked[count]] * 2 > weights[ranked[count - 1]]):
        return ()
    last = {m.country: m for m in before}
    return tuple(last[country] for country in ranked[:count])


def _within(before: Sequence[Mention], start: int) -> tuple[Mention, ...]:
    return _distinct([m for m in before if m.start >= start])


def _stands_for(expression: re.Match[str], country: Mention) -> Mention:
    return Mention(
        expression.start(), expression.end(), expression[0], "anaphor", country.country, country.place,
        country.latitude, country.longitude, round(0.75 * country.confidence, 4),
    )
