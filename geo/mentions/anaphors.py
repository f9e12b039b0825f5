"""What stands for countries named before: 'these three governments', 'the country', 'its southern neighbour', 'he'.

- A group goes to the nearest list of as many countries before it ('Cuba, Venezuela, and Nicaragua'), else to those
  that stand out in what was said before, if they are as many as it counts.
- 'The country' is the one named last, where the sentence and the one before name no other; 'his country' that of the
  official named last.
- 'Its neighbour' belongs to the country that the sentence began with; which of the neighbours is told by the
  direction, or by the text that names only one.
- 'It', 'he' and 'she' at the beginning of a sentence go on with what the sentence before began with; 'it would' further
  down with what the sentence itself began with.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.gazetteer import actors
from geo.mentions.cues import Cues, any_case
from geo.mentions.mention import Mention, of_states
from geo.mentions.sentences import Sentences
from geo.resources import rows

_COUNTS = {"both": 2, "pair": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_STATES = (
    r"(?:countries|nations|states|governments|republics|sides|capitals|neighbours|neighbors|powers|allies|parties|"
    r"leaders|presidents|prime ministers|foreign ministers|ministers|leaderships|rivals|kingdoms|armies|embassies)"
)
_SINGULAR = r"(?:side|country|government|capital|nation|state|army|embassy)"
_MODIFIER = r"(?: (?:of (?:the|these) )?[A-Z][\w-]+(?: [A-Z][\w-]+)?| \w+)?"
_GROUP = re.compile(
    rf"\b(?:(?P<each>(?i:each|either|neither)) {_SINGULAR}"
    rf"|(?i:(?P<both>both)|(?:the|these|those|all|our|their)(?: (?P<count>two|three|four|five|six))?)"
    rf"{_MODIFIER} (?i:{_STATES}))\b(?! of (?:the )?\w)"
)
_PAIR = re.compile(
    r"\b(?i:(?P<count>both|the two|the pair|all three|the three|all four|the four)) "
    r"(?=(?:also|had|have|has|are|were|will|would|could|said|say|deny|met|\w+ed)\b)"
)
_UNCOUNTED = re.compile(rf"(?i:(?:the|these|those|all) {_STATES})")
_SINGLE = re.compile(r"\b(?i:the|that|this|his|her|their) (?:\w+ )?(?:country|nation|kingdom|republic)\b")
_NEIGHBOUR = re.compile(r"\b(?i:its|their|his|her) (?P<which>(?:\w+ ){0,2})neighbou?r\b")
_PRONOUN = re.compile(
    r"(?:(?<=[.!?…”\"’] )|(?<=\n))(?P<pronoun>It|He|She) "
    r"(?=(?:also|then|later|had|has|will|would|said|says|told|\w+ed)\b)"
)
_CLAUSE = re.compile(r"(?<=[a-z,] )it (?=(?:had|has|will|would|could|might|should)\b)")
_KOREA = re.compile(r"\b[Tt]he (?P<half>North|South)\b(?! [A-Z])")
_LIST_GAP = re.compile(r"^(?:['’]s)?(?:, and | and |, |, as well as | as well as )(?:the )?$")
_DIRECTIONS = {"northern": 0, "eastern": 90, "southern": 180, "western": 270}
_FADES = 400  # characters after which a mention weighs a third
_REACH = 1500  # characters back in which a list may stand


@dataclass(frozen=True, slots=True)
class _Before:
    """What an expression can refer to: the states named before it, and where sentences begin."""

    states: Sequence[Mention]
    sentences: Sentences
    position: int

    def within(self, back: int) -> tuple[Mention, ...]:
        """The countries named in the sentence so far and in so many before it, in the order of their last mention."""
        return _distinct(self.named(back))

    def named(self, back: int) -> list[Mention]:
        """The mentions in the sentence so far and in so many before it."""
        start = self.sentences.start(self.position, back)
        return [m for m in self.states if m.start >= start]

    def first(self, back: int) -> Mention | None:
        """What the sentence `back` sentences before begins with."""
        start = self.sentences.start(self.position, back)
        end = self.sentences.start(self.position, back - 1) if back else self.position
        return next((m for m in self.states if start <= m.start < end), None)


def anaphors(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of kind `anaphor`: one for each country that an expression stands for.

    Args:
        text: an article's content.
        mentions: what is known already, in text order.
    """
    states = of_states(mentions)
    if not states:
        return []
    sentences, lists = Sentences(text), _lists(text, states)
    found: list[Mention] = []
    for hit in _expressions(text, mentions):
        before = _Before([m for m in states if m.end <= hit.start()], sentences, hit.start())
        if hit.re in (_GROUP, _PAIR):
            countries, confidence = _group(hit, before, lists), 0.75
            if countries:
                lists = sorted([*lists, (hit.start(), countries)], key=lambda entry: entry[0])
        else:
            countries, confidence = _ONE[hit.re](hit, before)
        expression = hit[0].rstrip()
        found += [m.stood_for(hit.start(), expression, "anaphor", confidence) for m in countries]
    return found


def _expressions(text: str, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """All expressions in text order, without those that a mention stands in."""
    hits = sorted(
        (hit for pattern, cues in _CUES.items() for hit in cues.hits(pattern, text)), key=lambda hit: hit.start()
    )
    reached = 0
    for hit in hits:
        free = hit.start() >= reached and not any(m.start < hit.end() and hit.start() < m.end for m in mentions)
        if free:
            reached = hit.end()
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


def _group(
    hit: re.Match[str], before: _Before, lists: Sequence[tuple[int, tuple[Mention, ...]]]
) -> tuple[Mention, ...]:
    """The countries that a group stands for; none where that is not clear."""
    parts = hit.groupdict()
    word = "both" if parts.get("both") or parts.get("each") else (parts["count"] or "").lower()
    count = _COUNTS.get(word.split()[-1] if word else "", 0)
    if not count and not _UNCOUNTED.fullmatch(hit[0]):
        return ()  # 'the state' is no group, and 'the Baltic states' are others
    for end, countries in reversed(lists):
        near = 0 <= hit.start() - end <= _REACH
        if near and len(countries) == (count or len(countries)):
            return countries
    return _outstanding(before, count) if count else ()


def _outstanding(before: _Before, count: int) -> tuple[Mention, ...]:
    """The countries that stand out in what was said before, if exactly as many as are counted do.

    Each mention weighs the less the farther back it stands; a country stands out that weighs twice as much as the next.
    """
    weights: dict[str, float] = {}
    for mention in before.states:
        weights.setdefault(mention.country, 0.0)
        weights[mention.country] += math.exp((mention.end - before.position) / _FADES)
    ranked = sorted(weights, key=weights.__getitem__, reverse=True)
    if len(ranked) < count or (len(ranked) > count and weights[ranked[count]] * 2 > weights[ranked[count - 1]]):
        return ()
    last = {m.country: m for m in before.states}
    return tuple(last[country] for country in ranked[:count])


def _single(hit: re.Match[str], before: _Before) -> tuple[tuple[Mention, ...], float]:
    """'The country': the only one of the sentence so far and the one before; 'his country': the official's."""
    if hit[0][:3].lower() in ("his", "her"):
        officials = [m for m in before.named(1) if m.kind == "leader"]
        if officials:
            return (officials[-1],), 0.7
    recent = before.within(1)
    return (recent, 0.75) if len(recent) == 1 else ((), 0.0)


def _neighbour(hit: re.Match[str], before: _Before) -> tuple[tuple[Mention, ...], float]:
    """'Its southern neighbour': the only one in that direction, else the only one that the text names."""
    owner = before.first(0) or before.first(1)
    if owner is None:
        return (), 0.0
    wanted = next((_DIRECTIONS[word] for word in hit["which"].lower().split() if word in _DIRECTIONS), None)
    beside = {
        country for country, bearing in _borders().get(owner.country, {}).items()
        if wanted is None or abs((bearing - wanted + 180) % 360 - 180) <= 60
    }
    named = {m.country: m for m in before.states if m.country in beside}
    if len(named) == 1:
        return tuple(named.values()), 0.7
    return ((_mention_of(beside.pop(), owner),), 0.7) if len(beside) == 1 and not named else ((), 0.0)


def _mention_of(country: str, owner: Mention) -> Mention:
    """A mention of a country that the text doesn't name."""
    actor = actors()[country]
    return Mention(
        owner.start, owner.end, owner.text, "anaphor", country, actor.seat, actor.latitude, actor.longitude, 1.0
    )


def _pronoun(hit: re.Match[str], before: _Before) -> tuple[tuple[Mention, ...], float]:
    """'It' goes on with the state, 'he' with the official, that the sentence before began with."""
    subject = before.first(1)
    if subject is None or (subject.kind == "leader") == (hit["pronoun"] == "It"):
        return (), 0.0
    return (subject,), 0.6


def _clause(_: re.Match[str], before: _Before) -> tuple[tuple[Mention, ...], float]:
    """'It' in a later clause goes on with the state that the sentence began with."""
    subject = before.first(0)
    return ((subject,), 0.6) if subject and subject.kind != "leader" else ((), 0.0)


def _korea(hit: re.Match[str], before: _Before) -> tuple[tuple[Mention, ...], float]:
    """'The North' and 'the South', where a text speaks of Korea."""
    country = {"North": "PRK", "South": "KOR"}[hit["half"]]
    koreas = [m for m in before.states if m.country in ("PRK", "KOR")]
    return ((_mention_of(country, koreas[-1]),), 0.8) if koreas else ((), 0.0)


@cache
def _borders() -> dict[str, dict[str, int]]:
    """For each country its neighbours by land, with their direction in degrees clockwise from north."""
    found: dict[str, dict[str, int]] = {}
    for row in rows("borders"):
        found.setdefault(row["country"], {})[row["neighbour"]] = int(row["bearing"])
    return found


_Reference = Callable[[re.Match[str], _Before], tuple[tuple[Mention, ...], float]]
_ONE: dict[re.Pattern[str], _Reference] = {
    _SINGLE: _single, _NEIGHBOUR: _neighbour, _PRONOUN: _pronoun, _CLAUSE: _clause, _KOREA: _korea,
}  # fmt: skip
# With which words each pattern begins.
_CUES = {
    pattern: Cues(f"{word} " for word in any_case(words.split()))
    for pattern, words in (
        (_GROUP, "each either neither both the these those all our their"),
        (_SINGLE, "the that this his her their"),
        (_NEIGHBOUR, "its their his her"),
        (_PRONOUN, "it he she"),
        (_PAIR, "both the all"),
        (_CLAUSE, "it"),
        (_KOREA, "the"),
    )
}
