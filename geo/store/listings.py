"""What the pages list beside the map: acts, both ways of a dyad, outlets, articles that name a place, marks."""
# ruff: noqa: S608 -- put together from constants; all that a user gives goes in as parameters

from collections.abc import Collection

from pandas import DataFrame

from geo.store.filters import Filters
from geo.store.query import SPANS, Store
from geo.store.sql import CONTENT, DAYS, TOLD

ORDERS = {
    "newest": "date DESC NULLS LAST", "oldest": "date ASC NULLS LAST",
    "surest": "confidence DESC", "unsurest": "confidence ASC",
}
"""How acts may be listed."""

# Of an act told several times the surest sentence stands for all.
_ACTS = """, acts AS (
    SELECT act_id, arg_max(relation_id, confidence) AS relation_id, count(*) AS told,
        any_value(date) AS date, max(confidence) AS confidence
    FROM kept GROUP BY act_id
)
SELECT told.*, acts.told FROM (SELECT {columns} FROM kept SEMI JOIN acts USING (relation_id)
    LEFT JOIN articles USING (article_id)) AS told JOIN acts USING (relation_id)
ORDER BY acts.{order}, act_id
"""

_WAYS = """
SELECT source, count(DISTINCT act_id) AS acts, count(DISTINCT act_id) FILTER (conflict) AS conflict,
    count(DISTINCT article_id) AS articles, count(DISTINCT story) AS stories, min(date) AS first, max(date) AS last
FROM kept GROUP BY source
"""

_OUTLETS = """
SELECT outlet, count(*) AS articles, count(duplicate_of) AS copies, min(date) AS first, max(date) AS last
FROM articles GROUP BY outlet ORDER BY articles DESC, outlet NULLS LAST
"""

_LANGUAGES = "SELECT language, count(*) AS articles FROM articles GROUP BY language ORDER BY articles DESC, language"

_NAMING = f"""
WITH named AS (
    SELECT article_id, count(*) AS mentions, min(start) AS start, arg_min("end", start) AS "end"
    FROM mentions WHERE place = $place GROUP BY article_id
)
SELECT article_id, date, title, outlet, url, mentions, count(*) OVER () AS total,
    greatest(named.start - $around, 0) AS before,
    substr({CONTENT}, greatest(named.start - $around, 0) + 1, named."end" - named.start + 2 * $around) AS passage,
    greatest(length({CONTENT}) - named."end" - $around, 0) AS after,
    named.start - greatest(named.start - $around, 0) AS start, named."end" - greatest(named.start - $around, 0) AS "end"
FROM named JOIN articles USING (article_id) WHERE duplicate_of IS NULL AND {DAYS}
ORDER BY date DESC NULLS LAST, article_id LIMIT $limit::BIGINT OFFSET $offset::BIGINT
"""

_NAMED = f"""
WITH kept AS (
    SELECT relations.*, coalesce(duplicate_of, article_id) AS story
    FROM relations LEFT JOIN (SELECT article_id, duplicate_of FROM articles) USING (article_id)
    WHERE list_contains($ids::VARCHAR[], relation_id)
)
SELECT {TOLD} FROM kept LEFT JOIN articles USING (article_id) ORDER BY kept.date DESC NULLS LAST, relation_id
"""

_AROUND = 140  # characters of the passage before and after the first mention of a place


def acts(store: Store, filters: Filters, order: str, limit: int | None = None, offset: int = 0) -> DataFrame:
    """One row for each act, with the surest of the sentences that tell it.

    Columns: those of `Store.evidence`, and told (how many sentences tell the act).

    Args:
        store: is asked.
        filters: what to keep.
        order: one of `ORDERS`.
        limit: how many at most, None for all.
        offset: how many to pass over.
    """
    query = _ACTS.format(order=ORDERS[order], columns=TOLD)
    numbers = store.kept(filters).numbers_of_acts(order, limit, offset)
    return store.ask_of(numbers, query, {}).astype(dict.fromkeys(SPANS, "Int64"))


def both_ways(store: Store, filters: Filters, one: str, other: str) -> DataFrame:
    """What either of two actors did towards the other, in figures; a row is missing where it did nothing.

    Columns: source, acts, conflict (acts of it), articles, stories, first, last (days).
    """
    return store.ask_of(store.kept(filters).numbers([(one, other), (other, one)]), _WAYS, {})


def outlets(store: Store) -> DataFrame:
    """Who published the articles; most articles first.

    Columns: outlet (missing where none is known), articles, copies (those among them that repeat another
    article word for word), first, last (days).
    """
    return store.ask(_OUTLETS, {})


def languages(store: Store) -> DataFrame:
    """Columns: language (ISO 639-1), articles; most articles first."""
    return store.ask(_LANGUAGES, {})


def naming(store: Store, filters: Filters, place: str, limit: int, offset: int = 0) -> DataFrame:
    """The articles of the days chosen that name a place, newest first; copies are left out.

    Columns: article_id, date, title, outlet, url, mentions, total (articles in all), passage (what stands around
    the first mention), before, after (characters of the article before and after the passage), start, end (of the
    mention, in the passage).

    Args:
        store: is asked.
        filters: only its days count.
        place: its name.
        limit: how many articles at most.
        offset: how many to pass over.
    """
    values = {"place": place, "around": _AROUND, "limit": limit, "offset": offset}
    return store.ask(_NAMING, filters.days() | values)


def relations(store: Store, relation_ids: Collection[str]) -> DataFrame:
    """The relations of these names that the store holds, newest first.

    Columns: those of `Store.evidence`.
    """
    return store.ask(_NAMED, {"ids": list(relation_ids)}).astype(dict.fromkeys(SPANS, "Int64"))
