"""Annotated passages, and the fold of them that is held out to measure on."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.articles.article import Article
from geo.training.corrections import Row, check_single, corrected, corrections
from geo.training.written import written

FOLDS = 5
ONE_IN = 20
"""Texts of which the reader learns nothing: one of so many is only measured and calibrated on."""


def passages(folder: Path, table: Mapping[str, Sequence[Row]] | None = None) -> Iterator[dict[str, Any]]:
    """The passages of every JSON Lines file (annotated news) and text file (`written.py`) in a folder, corrected.

    Args:
        folder: where the files lie.
        table: corrections by passage; without it, those of `data/training/corrections.csv`.

    Returns:
        id, date, text, mentions (start, end, codes, kind) and relations of each.

    Raises:
        ArticleError: a text file has an error; names its line.
        TableError: a correction doesn't fit its passage, or there is none of this name, or several; names it.
    """
    table, read = corrections() if table is None else table, []
    for passage in _as_annotated(folder):
        read.append(passage["id"])
        yield corrected(passage, table.get(passage["id"], ()))
    check_single(table, read)


def _as_annotated(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as stream:
            yield from map(json.loads, stream)
    for path in sorted(folder.glob("*.txt")):
        yield from written(path)


def held_out(passage_id: object, one_in: int = FOLDS) -> bool:
    """Whether a passage belongs to the fifth (or twentieth) that is only measured on; decided by its id, for ever."""
    return hashlib.sha256(str(passage_id).encode()).digest()[0] % one_in == 0


def is_news(passage_id: str) -> bool:
    """Whether a passage is real news, not written for the purpose."""
    return passage_id.startswith(("cep-", "wikinews-"))


def as_article(passage: dict[str, Any]) -> Article:
    """A passage as an article without a title, so that its offsets hold."""
    date = dt.date.fromisoformat(passage["date"]) if passage.get("date") else None
    return Article(str(passage["id"]), passage["text"], date=date)
