"""Which of the places that share a name a text means.

Five witnesses:

- the text itself: 'Paris, Texas', 'Athens, Ga.' (a name followed by the region or country it lies in);
- one sense per discourse (Gale, Church and Yarowsky 1992): a name keeps one meaning in an article, so what is
  said of it once holds for its other occurrences;
- its neighbours in an enumeration: 'Ukraine or Georgia' are two states, 'Georgia, Alabama and Tennessee' three regions;
- the other places of the article: the countries and regions that they lie in, and how near the nearest of them
  is (minimal spatial distance, Leidner 2007);
- the prior: a country before its namesakes, then the larger population.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.gazetteer import PHRASE, Match, Sense
from geo.mentions.mention import Mention
from geo.mentions.wholes import told, with_wholes

_PRIOR = {"name": 9.0, "demonym": 9.0, "organisation": 9.0, "capital": 8.5, "institution": 8.5, "leader": 8.5}
_PLACES = ("city", "region", "capital")
_GRACE = dt.timedelta(days=75)  # officials are news a little before they take office and after they leave it
_SURE = 1.5  # margin from which a name's meaning tells the others theirs
ENUMERATION = frozenset({", ", " and ", " or ", " nor ", ", and ", ", or ", "/", " & ", " to "})


_Named = tuple[Match, Sequence[Sense]]  # a name with the senses that it can have on the article's day


class Choice(NamedTuple):
    """A name with the sense chosen for it.

    Attributes:
        start: first character.
        end: one past the last.
        sense: what it stands for.
        margin: by how much the best sense of another country falls behind (natural logarithm of odds, roughly).
        told: whether the text itself says which place ('Paris, Texas').
    """

    start: int
    end: int
    sense: Sense
    margin: float
    told: bool

    def mention(self, text: str, confidence: float) -> Mention:
        """The name as a mention of an article's content, so sure."""
        sense = self.sense
        return Mention(
            self.start, self.end, text[self.start : self.end], sense.kind, sense.country,  # type: ignore[arg-type]
            sense.place, sense.latitude, sense.longitude, confidence,
        )  # fmt: skip


class _Verdict(NamedTuple):
    sense: Sense
    margin: float


class _Surroundings:
    """Where the names of an article lie, each name once, as far as it is known by now."""

    def __init__(self, sure: dict[str, Sense]) -> None:
        named = [s for s in sure.values() if s.kind != "organisation"]
        places = [s for s in named if s.kind in _PLACES]
        self._sure = sure
        self._countries = Counter([s.country for s in named]), len(named)
        self._local = Counter([s.country for s in places]), len(places)
        self._regions = Counter([(s.country, s.region) for s in places if s.region])
        self._points = [(name, s.latitude, s.longitude) for name, s in sure.items() if s.kind in _PLACES][:50]

    def support(self, name: str, sense: Sense) -> float:
        """What the other names of the article add to the score of one meaning of this one."""
        own = self._sure.get(name)
        counts, total = self._local if sense.kind == "region" else self._countries
        mine = own is not None and own.country == sense.country and (sense.kind != "region" or own.kind in _PLACES)
        others = counts[sense.country] - mine
        share = others / max(1, total - (own is not None))
        regional = 0
        if sense.region:
            same = own is not None and (own.country, own.region) == (sense.country, sense.region)
            regional = self._regions[sense.country, sense.region] - same
        near = self._nearness(name, sense) if sense.kind in _PLACES else 0.0
        return 2.5 * share + (others > 0) + min(2.0, regional) + 1.5 * near

    def _nearness(self, name: str, sense: Sense) -> float:
        """1 beside another place of the article, falling to a third at some 300 km."""
        shrink = math.cos(math.radians(sense.latitude))
        gaps = [
            math.hypot(sense.latitude - latitude, (sense.longitude - longitude) * shrink)
            for other, latitude, longitude in self._points
            if other != name
        ]
        return math.exp(-min(gaps, default=90.0) * 111.2 / 300)


def resolve(text: str, matches: Sequence[Match], date: dt.date | None) -> list[Choice]:
    """The sense of every match, in text order; phrases and officials out of office are left out."""
    held = [(m, _holding(m.senses, date)) for m in with_wholes(text, matches)]
    named = [(m, senses) for m, senses in held if senses and senses[0].kind != PHRASE]
    said = told(text, named)
    names = [_key(text, match) for match, _ in named]
    verdicts = _verdicts(text, named, names, said)
    found = []
    for name, (match, _) in zip(names, named, strict=True):
        sense, margin = verdicts[name]
        found.append(Choice(match.start, match.end, said.get(match.start, sense), margin, match.start in said))
    return found


def _key(text: str, match: Match) -> str:
    """The name in capitals, as 'HAVANA' is Havana; a user's own name apart from what differs from it by case only."""
    name = text[match.start : match.end]
    return name.lower() if match.senses[0].own else name.upper()


def _holding(senses: Sequence[Sense], date: dt.date | None) -> Sequence[Sense]:
    """The senses that a name can have on a day."""
    if date is None or all(sense.kind != "leader" for sense in senses):
        return senses
    return [sense for sense in senses if _holds(sense, date)]


def _holds(sense: Sense, date: dt.date) -> bool:
    """Whether an official is in office on a day; anything else holds always."""
    if sense.kind != "leader":
        return True
    after = not sense.since or date >= dt.date.fromisoformat(sense.since) - _GRACE
    return after and (not sense.until or date <= dt.date.fromisoformat(sense.until) + _GRACE)


def _verdicts(
    text: str, named: Sequence[_Named], names: Sequence[str], said: dict[int, Sense]
) -> dict[str, _Verdict]:
    """The meaning of each name in the article: by itself first, then twice in the light of the others."""
    meanings: dict[str, Sequence[Sense]] = {}
    fixed: dict[str, _Verdict] = {}
    for name, (match, senses) in zip(names, named, strict=True):
        meanings.setdefault(name, senses)
        if match.start in said:
            fixed[name] = _Verdict(said[match.start], 9.0)
        elif len(senses) == 1:
            fixed.setdefault(name, _Verdict(senses[0], 9.0))
    unclear = {name: senses for name, senses in meanings.items() if name not in fixed}
    if not unclear:
        return fixed
    beside = _beside(text, named, names)
    base = {name: [_prior(s) + _listed(s, beside.get(name, ())) for s in senses] for name, senses in unclear.items()}
    verdicts = fixed | {name: _verdict(senses, base[name]) for name, senses in unclear.items()}
    known: dict[str, Sense] | None = None
    for _ in range(2):
        sure = {name: verdict.sense for name, verdict in verdicts.items() if verdict.margin >= _SURE}
        if sure == known:  # nothing new to learn from
            break
        known = sure
        around = _Surroundings(sure)
        for name, senses in unclear.items():
            scores = [score + around.support(name, s) for score, s in zip(base[name], senses, strict=True)]
            verdicts[name] = _verdict(senses, scores)
    return verdicts


def _prior(sense: Sense) -> float:
    return _PRIOR.get(sense.kind) or math.log10(sense.population + 100) + (sense.kind == "region")


def _beside(text: str, named: Sequence[_Named], names: Sequence[str]) -> dict[str, list[Sense]]:
    """For each name, the first meanings of its neighbours in an enumeration."""
    found: dict[str, list[Sense]] = {}
    for (name, (one, senses)), (following, (other, others)) in pairwise(zip(names, named, strict=True)):
        if text[one.end : other.start] in ENUMERATION:
            found.setdefault(name, []).append(others[0])
            found.setdefault(following, []).append(senses[0])
    return found


def _listed(sense: Sense, neighbours: Sequence[Sense]) -> float:
    """What the neighbours in an enumeration add: states stand beside states, regions beside regions."""
    if sense.kind == "name":
        return 1.5 * any(n.kind == "name" for n in neighbours)
    return 1.5 * any(n.kind == sense.kind == "region" and n.country == sense.country for n in neighbours)


def _verdict(senses: Sequence[Sense], scores: Sequence[float]) -> _Verdict:
    """The meaning with the highest score, the first of equals, and its lead over other countries."""
    best = max(range(len(senses)), key=lambda n: (scores[n], -n))
    others = [score for s, score in zip(senses, scores, strict=True) if s.country != senses[best].country]
    return _Verdict(senses[best], scores[best] - max(others) if others else 9.0)
