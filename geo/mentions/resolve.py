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
from functools import cache
from typing import NamedTuple

from geo.gazetteer import PHRASE, Match, Sense
from geo.resources import rows

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
    open_ = [(m, kept) for m in matches if (kept := [s for s in m.senses if _holds(s, date)])]
    named = [(m, kept) for m, kept in open_ if kept[0].kind != PHRASE]
    told = _told(text, named)
    by_name = {text[m.start : m.end]: sense for m, _ in named if (sense := told.get(m.start))}
    around = _surroundings(named, told)
    found = []
    for match, kept in named:
        sense = told.get(match.start) or by_name.get(text[match.start : match.end])
        if sense:
            found.append(Choice(match.start, match.end, sense, 9.0, match.start in told))
        else:
            found.append(Choice(match.start, match.end, *_best(kept, around), told=False))
    return found


def _holds(sense: Sense, date: dt.date | None) -> bool:
    """Whether an official is in office on a day; anything else holds always."""
    if sense.kind != "leader" or date is None:
        return True
    after = not sense.since or date >= dt.date.fromisoformat(sense.since) - _GRACE
    return after and (not sense.until or date <= dt.date.fromisoformat(sense.until) + _GRACE)


def _told(text: str, named: Sequence[tuple[Match, list[Sense]]]) -> dict[int, Sense]:
    """Start of each name that a region or country follows after a comma, with the sense that fits it."""
    found = {}
    for n, (match, kept) in enumerate(named):
        following = named[n + 1] if n + 1 < len(named) else None
        if text[match.end : match.end + 2] != ", ":
            continue
        if following and following[0].start == match.end + 2:
            wholes = [s for s in following[1] if s.kind in ("region", "name")]
        else:
            wholes = _abbreviated(text[match.end + 2 : match.end + 9])
        if sense := _inside(kept, wholes):
            found[match.start] = sense
    return found


def _inside(kept: Sequence[Sense], wholes: Sequence[Sense]) -> Sense | None:
    """The sense that lies in one of the wholes; a place of that name in the whole itself where none is known."""
    if not wholes or not any(s.kind in ("city", "capital", "name", "leader") for s in kept):
        return None
    for whole in wholes:
        for sense in kept:
            same = sense.region == whole.region if whole.region else True
            if sense.kind in ("city", "capital", "region") and sense.country == whole.country and same:
                return sense
    regions = [whole for whole in wholes if whole.kind == "region"]
    if not regions or kept[0].kind not in ("city", "capital"):
        return None
    return regions[0]._replace(kind="city", place=kept[0].place)


@cache
def _abbreviations() -> dict[str, Sense]:
    """'Ga.' and 'GA' as the region they stand for."""
    regions = {(row["country"], row["name"]): row for row in rows("regions")}
    found = {}
    for row in rows("state_abbreviations"):
        region = regions.get((row["country"], row["name"]))
        if region:
            point = float(region["latitude"]), float(region["longitude"])
            population = int(region["population"])
            found[row["abbreviation"]] = Sense(
                "region", row["country"], row["name"], *point, population, row["name"]
            )
    return found


def _abbreviated(following: str) -> list[Sense]:
    known = _abbreviations()
    for length in range(len(following), 1, -1):
        part = following[:length]
        if part in known and not following[length : length + 1].isalnum():
            return [known[part]]
    return []


def _surroundings(named: Sequence[tuple[Match, list[Sense]]], told: dict[int, Sense]) -> _Surroundings:
    """Countries and regions of the names that can mean one country only (or are told), each name once."""
    sure = {}
    for match, kept in named:
        if sense := told.get(match.start):
            sure[sense.place] = sense
        elif len({s.country for s in kept}) == 1 and kept[0].kind not in ("leader", "organisation"):
            sure[kept[0].place + kept[0].kind] = kept[0]
    countries = Counter(s.country for s in sure.values())
    regions = Counter((s.country, s.region) for s in sure.values() if s.region)
    total = sum(countries.values()) or 1
    points = tuple((s.latitude, s.longitude) for s in sure.values() if s.kind in ("city", "region", "capital"))
    return _Surroundings({c: n / total for c, n in countries.items()}, dict(regions), points[:50])


def _best(kept: Sequence[Sense], around: _Surroundings) -> tuple[Sense, float]:
    """The sense with the highest score, and how far the best of another country falls behind it."""
    if len(kept) == 1:
        return kept[0], 9.0
    scored = sorted(((_score(sense, around), -n) for n, sense in enumerate(kept)), reverse=True)
    best = kept[-scored[0][1]]
    others = [score for score, n in scored if kept[-n].country != best.country]
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
