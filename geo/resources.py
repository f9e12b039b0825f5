"""Where the tables and the model lie: `data/` beside the package in a checkout, inside it in a wheel."""

import csv
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent / "data"


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<table>.csv`, every value a string, an empty cell an empty string."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
