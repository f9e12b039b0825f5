"""What a name can mean: every table of `data/` as senses, by the name as it stands in a text."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from geo.gazetteer.actors import actors
from geo.resources import rows

PHRASE = "phrase"  # a longer expression that only holds a country's name: 'Latin America', 'Bank of America'


class Sense(NamedTuple):
    """One thing that a name can stand for.

    Attributes:
        kind: a mention's kind, or `PHRASE` for what is no mention at all.
        country: ISO 3166-1 alpha-3 or `org:…`; empty for a phrase.
        place: name of the place that the coordinates belong to.
        latitude: degrees, WGS 84.
        longitude: degrees, WGS 84.
        population: inhabitants of a city or region; 0 where it doesn't matter.
        region: first-level region that a city lies in, or that a region is.
        since: first day on which the sense holds (ISO date or year), empty for always.
        until: last day, empty for still.
        own: whether the user says so (`geo.gazetteer.own_names`): then it is certain.
    """

    kind: str
    country: str
    place: str
    latitude: float
    longitude: float
    population: int = 0
    region: str = ""
    since: str = ""
    until: str = ""
    own: bool = False


def senses() -> dict[str, list[Sense]]:
    """Every name of the tables with all that it can mean, countries first, cities last."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for table in (_names, _offices, _leaders, _places, _cities, _regions, _counties, _phrases):
        for name, sense in table():
            if not _repeats(sense, found[name]):
                found[name].append(sense)
    return dict(found)


def _repeats(sense: Sense, others: list[Sense]) -> bool:
    """Whether a settlement stands among the others already, say as its country's capital."""
    if sense.kind not in ("city", "region"):
        return False
    near = (o for o in others if o.country == sense.country and o.kind in ("city", "capital", sense.kind))
    return any(abs(o.latitude - sense.latitude) + abs(o.longitude - sense.longitude) < 1.0 for o in near)


def _names() -> Iterator[tuple[str, Sense]]:
    known = actors()
    for row in rows("names"):
        actor, kind = known[row["actor"]], row["kind"]
        at_label = kind in ("name", "demonym")
        place = actor.name if at_label else actor.seat
        point = (
            (actor.label_latitude, actor.label_longitude) if at_label else (actor.latitude, actor.longitude)
        )
        yield row["name"], Sense(kind, actor.code, place, *point, since=row["since"], until=row["until"])


def _offices() -> Iterator[tuple[str, Sense]]:
    for row in rows("offices"):
        yield row["name"], Sense("institution", row["country"], row["place"], *_point(row))


def _leaders() -> Iterator[tuple[str, Sense]]:
    known = actors()
    for row in rows("leaders"):
        actor = known[row["country"]]
        sense = Sense(
            "leader", actor.code, actor.seat, actor.latitude, actor.longitude,
            since=row["since"], until=row["until"],
        )
        for name in filter(None, {row["name"], row["short"]}):
            yield name, sense


def _places() -> Iterator[tuple[str, Sense]]:
    for row in rows("places"):
        region = row["name"] if row["kind"] == "region" else ""
        yield row["name"], Sense(row["kind"], row["country"], row["name"], *_point(row), 1_000_000, region)


def _regions() -> Iterator[tuple[str, Sense]]:
    return _built("regions", "region")


def _counties() -> Iterator[tuple[str, Sense]]:
    return _built("counties", "region")


def _cities() -> Iterator[tuple[str, Sense]]:
    return _built("cities", "city")


def _built(table: str, kind: str) -> Iterator[tuple[str, Sense]]:
    """Places of one of the tables that `geo.gazetteer.build` makes."""
    for row in rows(table):
        people = int(row["population"])
        yield row["name"], Sense(kind, row["country"], row["name"], *_point(row), people, row["region"])


def _phrases() -> Iterator[tuple[str, Sense]]:
    for row in rows("phrases"):
        yield row["phrase"], Sense(PHRASE, "", "", 0.0, 0.0)


def _point(row: dict[str, str]) -> tuple[float, float]:
    return float(row["latitude"]), float(row["longitude"])
