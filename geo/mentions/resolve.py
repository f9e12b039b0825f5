"""Which of the places that share a name a text means.

Four witnesses, in the order of their weight:

- the text itself: 'Paris, Texas', 'Athens, Ga.' (a name followed by the region or country it lies in);
- one sense per discourse (Gale, Church and Yarowsky 1992): a name keeps one meaning in an article, so what is
  said of it once holds for its other occurrences;
- the other places of the article: the country and region that its unmistakable names lie in, and how near
  the nearest of them is (minimal spatial distance, Leidner 2007);
- the prior: a country before its namesakes, then the larger population.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from geo.gazetteer import PHRASE, Match, Sense
from geo.mentions.wholes import told, with_wholes

_COUNTRY_PRIOR = {"name": 9.0, "demonym": 9.0, "organisation": 9.0, "capital": 8.5, "institution": 8.5, "leader": 8.5}
_GRACE = dt.timedelta(days=75)  # officials are news a little before they take office and after they leave it


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


class _Surroundings(NamedTuple):
    """What the unmistakable names of an article tell of its whereabouts."""

    countries: dict[str, float]
    regions: dict[tuple[str, str], float]
    points: tuple[tuple[float, float], ...]


def resolve(text: str, matches: Sequence[Match], date: dt.date | None) -> list[Choice]:
    """The sense of every match, in text order; phrases and officials out of office are left out."""
    held = [(m, [s for s in m.senses if _holds(s, date)]) for m in with_wholes(text, matches)]
    named = [(m, senses) for m, senses in held if senses and senses[0].kind != PHRASE]
    said = told(text, named)
    by_name = {text[m.start : m.end].upper(): said[m.start] for m, _ in named if m.start in said}
    around = _surroundings(named, said)
    found = []
    for match, senses in named:
        sense = said.get(match.start) or by_name.get(text[match.start : match.end].upper())
        best, margin = (sense, 9.0) if sense else _best(senses, around)
        found.append(Choice(match.start, match.end, best, margin, match.start in said))
    return found


def _holds(sense: Sense, date: dt.date | None) -> bool:
    """Whether an official is in office on a day; anything else holds always."""
    if sense.kind != "leader" or date is None:
        return True
    after = not sense.since or date >= dt.date.fromisoformat(sense.since) - _GRACE
    return after and (not sense.until or date <= dt.date.fromisoformat(sense.until) + _GRACE)


def _surroundings(named: Sequence[tuple[Match, list[Sense]]], said: dict[int, Sense]) -> _Surroundings:
    """Countries and regions of the names that can mean one country only (or are told), each name once."""
    sure = {}
    for match, senses in named:
        if sense := said.get(match.start):
            sure[sense.place] = sense
        elif len({s.country for s in senses}) == 1 and senses[0].kind not in ("leader", "organisation"):
            sure[senses[0].place + senses[0].kind] = senses[0]
    countries = Counter(s.country for s in sure.values())
    regions = Counter((s.country, s.region) for s in sure.values() if s.region)
    total = sum(countries.values()) or 1
    points = tuple((s.latitude, s.longitude) for s in sure.values() if s.kind in ("city", "region", "capital"))
    return _Surroundings({c: n / total for c, n in countries.items()}, dict(regions), points[:50])


def _best(senses: Sequence[Sense], around: _Surroundings) -> tuple[Sense, float]:
    """The sense with the highest score, and how far the best of another country falls behind it."""
    if len(senses) == 1:
        return senses[0], 9.0
    scored = sorted(((_score(sense, around), -n) for n, sense in enumerate(senses)), reverse=True)
    best = senses[-scored[0][1]]
    others = [score for score, n in scored if senses[-n].country != best.country]
    return best, scored[0][0] - others[0] if others else 9.0


def _score(sense: Sense, around: _Surroundings) -> float:
    prior = _COUNTRY_PRIOR.get(sense.kind) or math.log10(sense.population + 100) + (sense.kind == "region")
    share = around.countries.get(sense.country, 0.0)
    regional = around.regions.get((sense.country, sense.region), 0.0) if sense.region else 0.0
    near = _nearness(sense, around.points) if sense.kind in ("city", "region", "capital") else 0.0
    return prior + 2.5 * share + (share > 0) + min(2.0, regional) + 1.5 * near


def _nearness(sense: Sense, points: Sequence[tuple[float, float]]) -> float:
    """1 beside another place of the article, falling to a third at some 300 km."""
    shrink = math.cos(math.radians(sense.latitude))
    gap = min(
        (math.hypot(sense.latitude - lat, (sense.longitude - lon) * shrink) for lat, lon in points), default=90.0
    )
    return math.exp(-gap * 111.2 / 300)
