"""What a name can mean: every table of `data/` as senses, by the name as it stands in a text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from geo.gazetteer.actors import actors
from geo.resources import LongTable, rows

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


class Names:
    """Every name of the tables; what one can mean is worked out when it is asked for."""

    def __init__(self) -> None:
        """Reads the tables of `data/`."""
        self._told: dict[str, list[Sense]] = defaultdict(list)
        for name, sense in chain(_names(), _offices(), _leaders(), _places()):
            self._told[name].append(sense)
        # What `geo.gazetteer.build` makes: tens of thousands of rows, of which an article names a few.
        self._built = (
            ("city", LongTable("cities")), ("region", LongTable("regions")), ("region", LongTable("counties")),
        )
        self._phrases = {row["phrase"]: None for row in rows("phrases")}

    def __iter__(self) -> Iterator[str]:
        """The names, each once."""
        tables = (table for _, table in self._built)
        return iter(dict.fromkeys(chain(self._told, *tables, self._phrases)))

    def senses(self, name: str) -> tuple[Sense, ...]:
        """All that a name can mean, countries first, cities and regions last."""
        means: list[Sense] = []
        for sense in chain(self._told.get(name, ()), self._places(name)):
            if not _repeats(sense, means):
                means.append(sense)
        if name in self._phrases:
            means.append(Sense(PHRASE, "", "", 0.0, 0.0))
        return tuple(means)

    def _places(self, name: str) -> Iterator[Sense]:
        for kind, table in self._built:
            for row in table.rows(name):
                yield Sense(kind, row["country"], name, *_point(row), int(row["population"]), row["region"])


@cache
def names() -> Names:
    """The names of the tables in `data/`, read at first use and then shared."""
    return Names()


def _repeats(sense: Sense, others: Sequence[Sense]) -> bool:
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


def _point(row: dict[str, str]) -> tuple[float, float]:
    return float(row["latitude"]), float(row["longitude"])
