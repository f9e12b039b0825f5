"""The relations of a store as columns of numbers in memory, which a million of them can be counted in at once.

Rows are sorted by dyad, story, quad class, act and outlet, so that what is counted once lies side by side: to count
distinct acts or stories of whatever rows is to see where their number changes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pandas import DataFrame

Numbers = NDArray[Any]
Mask = NDArray[np.bool_]

# A hash is compared faster than the name that it stands for.
_TOLD = """
SELECT source, target, event_type, context, status, outlet, relations.date AS day, quad, confidence, number,
    hash(article_id) AS article, hash(source, target) AS dyad, hash(coalesce(duplicate_of, article_id)) AS story,
    hash(act_id) AS act
FROM relations LEFT JOIN (SELECT article_id, duplicate_of, outlet FROM articles) USING (article_id)
ORDER BY source, target, story, quad, act, outlet, number
"""


@dataclass(frozen=True, slots=True)
class Texts:
    """A column of texts of which many are the same.

    Attributes:
        names: every text once.
        codes: for each row the place of its text among the names, -1 where it has none.
    """

    names: list[str]
    codes: Numbers

    def among(self, wanted: Collection[str], rows: Numbers | slice) -> Mask:
        """Which of some rows have one of the texts wanted."""
        known: Mask = np.array([*(name in wanted for name in self.names), False])
        return known[self.codes[rows]]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One row for each relation.

    Attributes:
        source: codes of who acts.
        target: codes of towards whom.
        event_type: PLOVER event types.
        context: PLOVER contexts.
        status: what the text says of the act.
        outlet: who published the article.
        day: of the act; NaT where unknown.
        quad: quad class, 1 to 4.
        confidence: 0 to 1.
        number: of the row in the table `relations`.
        article: a number for each article.
        dyad: a number for each dyad, rising from row to row.
        telling: a number for each story that tells of a dyad, rising from row to row.
        act: a number for each act, rising from row to row.
        dyads: source, target and dyad (`RUS-CUB`) of each dyad, in the order of their numbers.
        starts: the first row of each dyad.
    """

    source: Texts
    target: Texts
    event_type: Texts
    context: Texts
    status: Texts
    outlet: Texts
    day: Numbers
    quad: Numbers
    confidence: Numbers
    number: Numbers
    article: Numbers
    dyad: Numbers
    telling: Numbers
    act: Numbers
    dyads: DataFrame
    starts: Numbers


def read_told(connection: duckdb.DuckDBPyConnection) -> Told:
    """Read the columns from the views `relations` and `articles`."""
    table = connection.sql(_TOLD).to_arrow_table().combine_chunks()
    texts = {name: _texts(table[name]) for name in ("source", "target", "event_type", "context", "status", "outlet")}
    dyad, story, act = (changes(table[name].to_numpy()) for name in ("dyad", "story", "act"))
    starts = np.flatnonzero(dyad)
    dyads = _dyads(texts["source"], texts["target"], starts)
    return Told(
        **texts, dyads=dyads, starts=starts, day=table["day"].to_numpy().astype("datetime64[D]"),
        quad=table["quad"].to_numpy(), confidence=table["confidence"].to_numpy(),
        number=table["number"].to_numpy().astype(np.int32),
        article=_texts(table["article"]).codes, dyad=_numbered(dyad), telling=_numbered(dyad | story),
        act=_numbered(dyad | story | act),
    )  # fmt: skip


def _dyads(source: Texts, target: Texts, rows: Numbers) -> DataFrame:
    ends = DataFrame({
        column: np.array(texts.names, dtype=object)[texts.codes[rows]]
        for column, texts in (("source", source), ("target", target))
    }, dtype="str")
    return ends.assign(dyad=ends["source"] + "-" + ends["target"])


def first_rows(numbers: Numbers) -> Numbers:
    """Where each number stands first, in numbers that rise from row to row."""
    return np.flatnonzero(changes(numbers))


def changes(numbers: Numbers) -> Mask:
    """Whether each number is another than the one before it; the first is."""
    changed = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=changed[1:])
    return changed


def _numbered(changes: Mask) -> Numbers:
    return np.cumsum(changes, dtype=np.int32) - 1


def _texts(column: pa.ChunkedArray) -> Texts:
    encoded = column.combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy()
    names = encoded.dictionary.to_pylist()
    return Texts(names, codes.astype(np.int16 if len(names) < 2**15 else np.int32))
