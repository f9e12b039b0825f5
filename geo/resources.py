"""Where the tables and the model lie: `data/` beside the package in a checkout, inside it in a wheel."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from geo.errors import TableError

_HERE = Path(__file__).parent
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent / "data"


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<table>.csv`, every value a string, an empty cell an empty string.

    Raises:
        TableError: if there is no such table.
    """
    with _opened(table) as stream:
        reader = csv.reader(stream)
        columns = next(reader)
        for cells in reader:
            yield dict(zip(columns, cells, strict=True))


class LongTable:
    """A table of which a process needs a few rows only: found by their first cell, read when they are asked for."""

    def __init__(self, table: str) -> None:
        """Opens `data/<table>.csv`; no cell of it may hold a line break.

        Raises:
            TableError: if there is no such table.
        """
        with _opened(table) as stream:
            heading, *lines = filter(None, stream.read().split("\n"))
        self._columns = _cells(heading)
        self._lines: dict[str, list[str]] = defaultdict(list)
        for line in lines:
            self._lines[_cells(line)[0] if line[0] == '"' else line.partition(",")[0]].append(line)

    def __iter__(self) -> Iterator[str]:
        """The first cells, each once, in the table's order."""
        return iter(self._lines)

    def rows(self, first: str) -> list[dict[str, str]]:
        """The rows that begin with this cell, as the function `rows` gives them."""
        return [dict(zip(self._columns, _cells(line), strict=True)) for line in self._lines.get(first, ())]


def _cells(line: str) -> list[str]:
    return next(csv.reader([line]))


def _opened(table: str) -> TextIO:
    path = DATA / f"{table}.csv"
    try:
        return path.open(encoding="utf-8", newline="")
    except OSError as error:
        mend = "Install Entente again, or remake the table: see data/README.md."
        raise TableError(f"{path}: {error.strerror}. {mend}") from error
