"""An open store: what the map, the views and the exports ask of it.

Every frame has `datetime64` days (`NaT` where unknown) and `str` texts (`NaN` where missing). Counts
are of acts (distinct `act_id`) and of stories (an article with its copies), never of sentences.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import duckdb
import numpy as np
import pyarrow as pa
from pandas import DataFrame

from geo.errors import StoreError
from geo.store import sql
from geo.store.answers import StoredArticle, Summary
from geo.store.filters import Filters, words_in
from geo.store.fitting import fitting
from geo.store.kept import PERIODS, Kept
from geo.store.manifest import NAME, Manifest, read_manifest
from geo.store.schema import SCHEMAS
from geo.store.tables import Tables, check, read_tables, unreadable
from geo.store.told import Mask, Numbers

_ALL = Filters()
_REMEMBERED = 24  # filters whose acts are held ready: those of a page, and of the one before
SPANS = ["source_start", "source_end", "target_start", "target_end", "trigger_start", "trigger_end"]


class Store:
    """A store that is open for questions; several threads may ask at once.

    Attributes:
        folder: where it lies.
        manifest: what it says of itself.
        whole: the same store with nothing left out.
    """

    def __init__(
        self, folder: Path, manifest: Manifest, tables: Tables, left_out: Mask | None = None, whole: Self | None = None
    ) -> None:
        """Put a store together from its parts; `open_store` is the door."""
        self.folder = folder
        self.manifest = manifest
        self.whole = whole or self
        self._tables = tables
        self._left_out = left_out
        self._kept = lru_cache(_REMEMBERED)(self._keep)
        self._languages = lru_cache(_REMEMBERED)(self._read_in)
        self._places = lru_cache(_REMEMBERED)(self._named_in)

    def without(self, relation_ids: Iterable[str]) -> Self:
        """The same store as if these relations had never been read: for those that a reader marked wrong."""
        left_out = self._told_among(sql.NUMBERS, {"ids": list(relation_ids)})
        return type(self)(self.folder, self.manifest, self._tables, left_out, self.whole)

    def kept(self, filters: Filters = _ALL) -> Kept:
        """What the filters keep, to be counted in more ways than this door has."""
        return self._kept(filters)

    def summary(self, filters: Filters = _ALL) -> Summary:
        """What the filters keep, in figures."""
        languages = self._languages(filters.start, filters.end)
        passed_over = {name: count for name, count, _ in languages if name in self.manifest.passed_over}
        articles, stories = sum(row[1] for row in languages), sum(row[2] for row in languages)
        return Summary(articles, stories, *self.kept(filters).figures, passed_over)

    def dyads(self, filters: Filters = _ALL, limit: int | None = None, by: str = "sign") -> DataFrame:
        """One row for each dyad and kind of act: what an arc on the map sums up; most acts first.

        Columns: source, target, dyad (`RUS-CUB`), conflict (bool) or quad (1 to 4), acts, stories, first, last (days).

        Args:
            filters: what to keep.
            limit: how many rows at most, None for all.
            by: `sign` or `quad`: what makes a kind.
        """
        kept = self.kept(filters)
        return (kept.quads if by == "quad" else kept.signs).iloc[:limit]

    def pairs(self, filters: Filters = _ALL) -> DataFrame:
        """One row for each dyad, most acts first.

        Columns: source, target, dyad (`RUS-CUB`), acts, cooperation, conflict (acts of each sign), quad_1 to quad_4
        (of each class), stories, first, last (days).
        """
        return self.kept(filters).pairs.copy(deep=False)

    def places(self, filters: Filters = _ALL) -> DataFrame:
        """The places that articles mention, most mentions first; a story's copies are not counted again.

        Days filter by the article's date, countries by what the mention stands for; quads and statuses are
        about acts and restrict nothing here.

        Columns: place, country, latitude, longitude (degrees, WGS 84), mentions, articles.
        """
        return self._places(filters.start, filters.end, filters.actors).copy(deep=False)

    def timeline(self, filters: Filters = _ALL, by: str = "month") -> DataFrame:
        """Acts over time; periods without an act and undated acts are left out.

        Columns: period (first day of it), quad, acts.

        Args:
            filters: what to keep.
            by: `day`, `week` (from Monday), `month`, `quarter` or `year`.

        Raises:
            ValueError: `by` is none of these.
        """
        if by not in PERIODS:
            raise ValueError(f"a timeline by {by!r} is not known: use day, week, month, quarter or year")
        return self.kept(filters).timeline(by)

    def evidence(
        self, filters: Filters, source: str, target: str, limit: int | None = None, offset: int = 0
    ) -> DataFrame:
        """The sentences that tell what source did towards target, story by story: the newest story first.

        Columns: relation_id, act_id, article_id, story, date, source, target, event_type, context, quad, status,
        confidence, sentence, source_start, source_end, target_start, target_end, trigger_start, trigger_end
        (offsets in the sentence; missing where a row has none), title, outlet, url, path.

        Args:
            filters: what to keep.
            source: who acts.
            target: towards whom.
            limit: how many stories at most, None for all.
            offset: how many stories to pass over.
        """
        numbers = self.kept(filters).numbers([(source, target)])
        return self.ask_of(numbers, sql.EVIDENCE, {"limit": limit, "offset": offset}).astype(
            dict.fromkeys(SPANS, "Int64")
        )

    def article(self, article_id: str) -> StoredArticle:
        """One article with its mentions.

        Raises:
            StoreError: the store holds none of this name.
        """
        found = self._rows(sql.ARTICLE, {"article_id": article_id})
        if not found:
            raise StoreError(f"{self.folder}: no article {article_id!r}. It may belong to another store.")
        mentions = self.ask(sql.MENTIONS, {"article_id": article_id})
        names = [field.name for field in fields(StoredArticle) if field.name != "mentions"]
        values = dict(zip(names, found[0], strict=True))
        values["read_at"] = values["read_at"].replace(tzinfo=dt.UTC)
        return StoredArticle(**values, mentions=mentions)

    def ask(self, query: str, values: dict[str, Any]) -> DataFrame:
        """What a query of `geo.store` finds, in the form that every frame here has.

        Args:
            query: DuckDB's SQL over the views `articles`, `mentions` and `relations`; constant text.
            values: its parameters.
        """
        return self._framed(self._tables.connection.cursor(), query, values)

    def ask_of(self, numbers: Numbers, query: str, values: dict[str, Any]) -> DataFrame:
        """What a query finds in some relations.

        Args:
            numbers: of the relations, as `Kept.numbers` gives them.
            query: continues `sql.KEPT`; constant text.
            values: its parameters.
        """
        cursor = self._tables.connection.cursor()
        cursor.register("rows_kept", pa.table({"number": numbers}))
        return self._framed(cursor, sql.KEPT + query, values)

    def _framed(self, cursor: duckdb.DuckDBPyConnection, query: str, values: dict[str, Any]) -> DataFrame:
        try:
            frame = cursor.execute(query, values).df()
        except duckdb.Error as error:
            raise unreadable(self.folder, error) from error
        # DuckDB leaves a column of texts without any text untyped.
        return frame.astype({column: "str" for column, kind in frame.dtypes.items() if kind == "object"})

    def _rows(self, query: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        try:
            return self._tables.connection.cursor().execute(query, values).fetchall()
        except duckdb.Error as error:
            raise unreadable(self.folder, error) from error

    def _read_in(self, start: dt.date | None, end: dt.date | None) -> list[tuple[Any, ...]]:
        """The languages of the articles of some days, each with its articles, and its stories."""
        return self._rows(sql.LANGUAGES, {"start": start, "end": end})

    def _named_in(self, start: dt.date | None, end: dt.date | None, countries: tuple[str, ...]) -> DataFrame:
        """The places that articles of some days name, in some countries or in all."""
        return self.ask(sql.PLACES, {"start": start, "end": end, "countries": list(countries)})

    def _keep(self, filters: Filters) -> Kept:
        told = self._tables.told
        if filters.start or filters.end:
            # Cut out of what the other filters keep: a page with a histogram asks for that besides.
            all_days = self.kept(replace(filters, start=None, end=None, least=1))
            days = Filters(filters.start, filters.end, statuses=())
            return Kept(told, fitting(told, days, all_days.rows), filters.least)
        rows = fitting(told, filters)
        if self._left_out is not None:
            rows = rows[~self._left_out[rows]]
        if words := words_in(filters.words):
            rows = rows[self._told_among(sql.TELLING, {"words": words})[rows]]
        return Kept(told, rows, filters.least)

    def _told_among(self, query: str, values: dict[str, Any]) -> Mask:
        """Which relations a query finds by their numbers."""
        return np.isin(self._tables.told.number, self.ask(query, values)["number"])


def open_store(folder: Path | str) -> Store:
    """Open a store for questions; as long as nothing in it changes, all who open it in one process share it.

    Raises:
        StoreError: the folder is no store, has another form, or a table is missing or damaged.
    """
    folder = Path(folder).expanduser().absolute()
    return _opened(folder, tuple(map(_state, [folder / NAME, *(folder / f"{table}.parquet" for table in SCHEMAS)])))


def _state(path: Path) -> tuple[int, ...]:
    """Another one whenever another file lies there."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


@lru_cache(4)
def _opened(folder: Path, _states: tuple[tuple[int, ...], ...]) -> Store:
    manifest = read_manifest(folder)
    for table, schema in SCHEMAS.items():
        check(folder / f"{table}.parquet", schema, manifest.counts.get(table))
    return Store(folder, manifest, read_tables(folder))
