"""A store of made-up news, as large and as skewed as one likes: `python made_up.py FOLDER --relations 1000000`.

What makes a large store slow or fast is how unevenly news is spread, so that is what is made up with care: few pairs
of actors have most of the acts (Zipf), crises flare up and fade, a fifth of the articles are copies of others, one act
is told by several sentences, and one article in seven is in a language that relations are not read from. The sentences
are short and say nothing true. The same seed gives the same store.
"""

import argparse
import datetime as dt
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from numpy.random import Generator
from pandas import DataFrame

from geo.gazetteer.actors import actors
from geo.relations.event_types import EVENT_TYPES
from geo.relations.relation import CONTEXTS
from geo.resources import rows
from geo.store import Store, open_store
from geo.store.manifest import Manifest, reader_version
from geo.store.schema import FORMAT, SCHEMAS

RELATIONS = 1_000_000
FIRST, DAYS = dt.date(2015, 1, 1), 3653
READ_AT = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
SQL = Path(__file__).with_suffix(".sql")
UNREAD = "SELECT language, count(*) FROM articles WHERE language <> 'en' GROUP BY language"
_ROW_GROUP = 20_000

# How often each is met, roughly as in the demonstration corpus; a crisis leans to one quad class.
VERBS = {
    "AGREE": ("signed a pact with", 9), "CONSULT": ("held talks with", 14), "SUPPORT": ("praised", 14),
    "COOPERATE": ("trained with", 4), "AID": ("sent supplies to", 8), "CONCEDE": ("met a demand of", 3),
    "RETREAT": ("withdrew from", 1), "REQUEST": ("urged", 6), "ACCUSE": ("accused", 15), "REJECT": ("rebuffed", 5),
    "THREATEN": ("warned", 3), "PROTEST": ("marched against", 1), "MOBILIZE": ("moved troops towards", 2),
    "SANCTION": ("put sanctions on", 15), "COERCE": ("expelled envoys of", 5), "ASSAULT": ("shelled", 3),
}  # fmt: skip
MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
STATUSES = {"asserted": 85, "future": 7, "alleged": 5, "hypothetical": 2, "negated": 1}
CONTEXT_SHARES = dict(zip(CONTEXTS, (24, 18, 30, 5, 6, 4, 4, 2, 2, 2, 2, 1, 3), strict=True))
LANGUAGES = {"en": 86, "es": 8, "fr": 6}  # the first alone is read for relations
OUTLETS = [f"{where} {what}" for what in ("Post", "Herald", "Courier", "Wire", "Observer")
           for where in ("Harbour", "Coast", "Valley", "Summit", "River", "Island", "Frontier", "Meadow")]


def main() -> None:
    parser = argparse.ArgumentParser(description="Make up a store of news.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--relations", type=int, default=RELATIONS)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    store = made_up_store(arguments.folder, arguments.relations, arguments.seed)
    print(f"{store.folder}: {store.manifest.counts}")  # noqa: T201


def made_up_store(folder: Path, relations: int = RELATIONS, seed: int = 1) -> Store:
    """A new store in a folder that must not exist yet; with the same numbers, the same rows."""
    reader = reader_version()
    with duckdb.connect() as connection:
        for name, frame in _drawn(np.random.default_rng(seed), relations).items():
            connection.register(f"{name}_drawn", frame)
            connection.execute(f"CREATE TABLE {name} AS SELECT row_number() OVER () - 1 AS id, * FROM {name}_drawn")
        for name, value in {"reader": reader, "relations": relations, "read_at": READ_AT}.items():
            connection.execute(f"SET VARIABLE {name} = $value", {"value": value})
        connection.execute(SQL.read_text(encoding="utf-8"))
        counts = _write_tables(folder, connection)
        unread = dict(connection.execute(UNREAD).fetchall())
    Manifest(FORMAT, reader, READ_AT.isoformat(), counts, unread, {}, {}).write(folder)
    return open_store(folder)


def _write_tables(folder: Path, connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    folder.mkdir(parents=True)
    counts = {}
    for table, schema in SCHEMAS.items():
        made = connection.table(table).to_arrow_table().select(schema.names).cast(schema)
        pq.write_table(made, folder / f"{table}.parquet", compression="zstd", row_group_size=_ROW_GROUP)
        counts[table] = made.num_rows
    return counts


def _drawn(random: Generator, relations: int) -> dict[str, DataFrame]:
    """The tables that `made_up.sql` asks for, of just as many stories as tell so many relations."""
    stories = _stories(random, relations)
    sentences, copies, verbs = _sentences(random, stories), _copies(random, stories), _verbs()
    told = (1 + verbs["mutual"].to_numpy()[sentences["verb"]]) * (stories["language"] == "en").to_numpy()[
        sentences["story"]
    ]
    of_story = np.bincount(sentences["story"], told) * np.bincount(copies["story"])
    enough = int(np.searchsorted(np.cumsum(of_story), relations)) + 1
    return {
        "story": stories[:enough], "sentence": sentences[sentences["story"] < enough],
        "copy": copies[copies["story"] < enough], "actor": _actors(random), "city": _cities(), "verb": verbs,
        "context": DataFrame({"name": CONTEXTS}), "outlet": DataFrame({"name": OUTLETS}),
    }


def _zipf(random: Generator, ranks: int, size: int, power: float) -> np.ndarray:
    """Ranks from 0, each with a chance of (rank + 1) to the minus power."""
    return random.choice(ranks, size, p=_shares(np.arange(1, ranks + 1.0) ** -power))


def _shares(weights: object) -> np.ndarray:
    found = np.asarray(weights, dtype=float)
    return found / found.sum()


def _chosen(random: Generator, shares: dict[str, int], size: int) -> np.ndarray:
    """Numbers of keys, each as often as its share says."""
    return random.choice(len(shares), size, p=_shares(list(shares.values()))).astype(np.int16)


def _actors(random: Generator) -> DataFrame:
    """Actors by how much news there is of them: by the people in their cities, with a good deal of chance."""
    people = dict.fromkeys(actors(), 3e6)  # what an organisation weighs
    for city in _city_rows():
        people[city["country"]] += float(city["population"])
    order = sorted(people, key=lambda code: -people[code] * random.lognormal(sigma=0.8))
    known = [actors()[code] for code in order]
    return DataFrame({
        "code": order, "name": [actor.name for actor in known],
        "latitude": [actor.latitude for actor in known], "longitude": [actor.longitude for actor in known],
    })


def _city_rows() -> list[dict[str, str]]:
    return [city for city in rows("cities") if float(city["population"] or 0) > 100_000]


def _cities() -> DataFrame:
    """Cities, each country's largest first; `rank` is the place of a city in its country."""
    cities = DataFrame(_city_rows()).astype({"latitude": float, "longitude": float, "population": float})
    cities = cities.sort_values(["country", "population"], ascending=[True, False])
    cities["rank"] = cities.groupby("country").cumcount()
    return cities[["name", "country", "latitude", "longitude", "rank"]]


def _verbs() -> DataFrame:
    types = [EVENT_TYPES[name] for name in VERBS]
    return DataFrame({
        "event_type": list(VERBS), "words": [words for words, _ in VERBS.values()],
        "root": [kind.root for kind in types], "quad": [kind.quad for kind in types],
        "intensity": [kind.intensity for kind in types], "mutual": [name in MUTUAL for name in VERBS],
    })


def _pairs(random: Generator, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Two different actors each; who is much in the news meets others who are."""
    count = len(actors())
    one, other = (_zipf(random, count, size, 1.15) for _ in range(2))
    return one, np.where(one == other, (other + 1 + random.integers(count - 1, size=size)) % count, other)


def _stories(random: Generator, relations: int) -> DataFrame:
    """One row for each story: its crisis (two actors, a lean, a subject), day, language and number of sentences.

    Crises differ in size by Zipf's law; each breaks out on some day and fades over days or years.
    """
    size = relations // 2 + 50  # with copies more than are needed; the rest is cut off
    crises = size // 60 + 5
    one, other = _pairs(random, crises)
    crisis = _zipf(random, crises, size, 0.8)
    length = random.lognormal(3.5, 1.4, crises)
    day = (random.uniform(-200, DAYS, crises)[crisis] + random.exponential(length[crisis])).astype(int)
    day = np.where((day < 0) | (day >= DAYS), random.integers(DAYS, size=size), day)
    dated = pd.Series(pd.Timestamp(FIRST) + pd.to_timedelta(day, "D")).dt.date.where(random.random(size) > 0.005)
    return DataFrame({
        "one": one[crisis], "other": other[crisis], "date": dated,
        "language": np.array(list(LANGUAGES))[_chosen(random, LANGUAGES, size)],
        "lean": random.beta(0.6, 0.6, crises)[crisis], "context": _chosen(random, CONTEXT_SHARES, crises)[crisis],
        "sentences": np.minimum(random.geometric(0.4, size), 12), "outlet": _zipf(random, len(OUTLETS), size, 0.9),
    })


def _sentences(random: Generator, stories: DataFrame) -> DataFrame:
    """One row for each sentence of a story: who did what towards whom. One in seven repeats the one before."""
    story = np.repeat(np.arange(len(stories)), stories["sentences"])
    size = len(story)
    own, forth = random.random(size) < 0.7, random.random(size) < 0.5
    one, other = stories["one"].to_numpy()[story], stories["other"].to_numpy()[story]
    sources, targets = _pairs(random, size)
    conflict = random.random(size) < stories["lean"].to_numpy()[story]
    quads = _verbs()["quad"].to_numpy()
    weights = np.array([weight for _, weight in VERBS.values()])
    kinds = [random.choice(len(VERBS), size, p=_shares(weights * mask)) for mask in (quads < 3, quads > 2)]
    off_subject = random.random(size) < 0.3
    frame = DataFrame({
        "story": story, "source": np.where(own, np.where(forth, one, other), sources),
        "target": np.where(own, np.where(forth, other, one), targets), "verb": np.where(conflict, kinds[1], kinds[0]),
        "context": np.where(off_subject, _chosen(random, CONTEXT_SHARES, size), stories["context"].to_numpy()[story]),
        "status": np.array(list(STATUSES))[_chosen(random, STATUSES, size)],
        "confidence": np.round(random.beta(9, 0.4, size), 4), "city_rank": _zipf(random, 30, size, 1.0),
    })
    first = np.diff(story, prepend=-1) > 0
    told_before = np.where((random.random(size) < 0.14) & ~first, -1, np.arange(size))
    return frame.iloc[np.maximum.accumulate(told_before)].reset_index(drop=True)


def _copies(random: Generator, stories: DataFrame) -> DataFrame:
    """One row for each article: the story and the number of the copy, 0 for the story itself."""
    several = random.random(len(stories)) < 0.1
    number = np.where(several, np.minimum(random.zipf(1.8, len(stories)), 25), 0) + 1
    story = np.repeat(np.arange(len(stories)), number)
    copy = np.arange(len(story)) - np.repeat(np.cumsum(number) - number, number)
    outlet = np.where(copy == 0, stories["outlet"].to_numpy()[story], _zipf(random, len(OUTLETS), len(story), 0.6))
    return DataFrame({"story": story, "copy": copy, "outlet": outlet})


if __name__ == "__main__":
    main()
