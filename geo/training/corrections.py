"""Labels of the annotated news that a second reading found wrong or doubtful, and what stands in their place.

`data/training/corrections.csv` has one label a row: passage (its id), source and target (codes), event_type, context,
status (`?` behind it: doubtful), trigger (words of the text) and reason. A row takes the place of the labels of this
pair and type, or adds one. The status `none` takes them away; without an event type, all labels of the pair.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geo import resources
from geo.errors import TableError
from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES
from geo.training.written import mention_of, one_of, place_of

Row = Mapping[str, str]
Passage = dict[str, Any]

_TABLE = "training/corrections"
_NONE = "none"


def corrections() -> dict[str, list[Row]]:
    """The rows of the table, by passage."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in resources.rows(_TABLE):
        found[row["passage"]].append(row)
    return dict(found)


def corrected(passage: Passage, rows: Sequence[Row]) -> Passage:
    """A passage with the labels that rows of the table give it; the passage itself stays as it is.

    A label that is only made doubtful, or of another status, keeps its trigger and its mentions where the row has no
    trigger. A new one gets the mentions of its actors that stand nearest to the trigger.

    Raises:
        TableError: names the passage and the pair, and what to mend.
    """
    relations = passage["relations"]
    for row in rows:
        try:
            relations = _mended(passage, relations, row)
        except ValueError as error:
            where = f"data/{_TABLE}.csv, {row['passage']}, {row['source']} > {row['target']}"
            raise TableError(f"{where}: {error}") from error
    return passage | {"relations": relations}


def check_single(table: Iterable[str], read: Sequence[str]) -> None:
    """That no name of a corrected passage stands for several.

    A passage that was not read is none of our business: its text may be missing.

    Args:
        table: passages that the table corrects.
        read: passages that were read.

    Raises:
        TableError: names the passages that share their name with others.
    """
    met = Counter(read)
    if shared := [passage for passage in table if met[passage] > 1]:
        raise TableError(f"data/{_TABLE}.csv: several passages are called {', '.join(shared)}. Take these rows out.")


def _mended(passage: Passage, relations: Sequence[Any], row: Row) -> list[Any]:
    """The relations with one row of the table applied."""
    pair = row["source"], row["target"]
    old = [r for r in relations if (r["source"], r["target"]) == pair and row["event_type"] in ("", r["event_type"])]
    kept = [r for r in relations if r not in old]
    if row["status"] == _NONE:
        if not old:
            raise ValueError("there is no such label to take away.")
        return kept
    return [*kept, _labels(row) | _place(passage, row, old)]


def _labels(row: Row) -> dict[str, Any]:
    status = row["status"]
    return {
        "source": row["source"], "target": row["target"],
        "event_type": one_of(row["event_type"], EVENT_TYPES, "event type"),
        "context": one_of(row["context"], CONTEXTS, "context"),
        "status": one_of(status.removesuffix("?"), STATUSES, "status"),
        "doubtful": status.endswith("?"),
    }


def _place(passage: Passage, row: Row, old: Sequence[Any]) -> dict[str, Any]:
    """Where the label is told: its trigger and the two mentions."""
    if old and not row["trigger"]:
        return {key: old[0][key] for key in ("source_mention", "target_mention", "trigger")}
    text, words = passage["text"], row["trigger"]
    start = place_of(text, words, 1) if words else 0
    ends = (mention_of(text, passage["mentions"], (row[end], 0), start) for end in ("source", "target"))
    trigger = [start, start + len(words)] if words else None
    return dict(zip(("source_mention", "target_mention"), ends, strict=True)) | {"trigger": trigger}
