"""Where the tables and the model lie: `data/` beside the package in a checkout, inside it in a wheel."""

import csv
from collections.abc import Iterator
from pathlib import Path

from geo.errors import TableError

_HERE = Path(__file__).parent
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent / "data"


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<table>.csv`, every value a string, an empty cell an empty string.

    Raises:
        TableError: if there is no such table.
    """
    path = DATA / f"{table}.csv"
    try:
        stream = path.open(encoding="utf-8", newline="")
    except OSError as error:
        mend = "Install Entente again, or remake the table: see data/README.md."
        raise TableError(f"{path}: {error.strerror}. {mend}") from error
    with stream:
        yield from csv.DictReader(stream)
