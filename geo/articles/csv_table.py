"""Tables as text: CSV with commas, semicolons or tabs, a heading row first, one article a row."""

import csv
import io
import itertools
from collections.abc import Iterator
from pathlib import Path

from geo.articles.article import Article
from geo.articles.decoding import open_text, require_decoded
from geo.articles.record import FIELDS, Records, field_name
from geo.errors import ArticleError

# No article is longer; a quote that is never closed would else take the rest of the file into memory.
_LONGEST_CELL = 2**26


def read(stream: io.BufferedReader, name: str, path: Path | None) -> Iterator[Article | ArticleError]:
    """The articles of a table, row by row; a row that can't be read gives an error in its place.

    Args:
        stream: the file's bytes.
        name: what to call the file in errors.
        path: the file, or None for a stream.

    Raises:
        ArticleError: the file is no text, not in UTF-8 from some row on, or has no column of texts.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = open_text(stream, name, newline="")
    first = next((line for line in lines if line.strip()), "")
    rows = csv.reader(itertools.chain([first], lines), delimiter=_delimiter(first), strict=True)
    records = Records(name, path, "row")
    headings = _headings(rows, records.where(1))
    for number in itertools.count(2):
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield _broken(records.where(number), str(error))
            continue
        require_decoded("\n".join(cells), records.where(number))
        if any(cells):
            yield _article(records, number, headings, cells)


def _headings(rows: Iterator[list[str]], where: str) -> list[str]:
    try:
        cells = next(rows, [])
    except csv.Error as error:
        raise _broken(where, str(error)) from error
    require_decoded(" ".join(cells), where)
    headings = [field_name(cell) for cell in cells]
    if headings and not set(FIELDS["text"]) & set(headings):
        raise ArticleError(
            f"{where}: no column of texts among {', '.join(headings[:12])}. "
            "Call the column with the articles' texts 'text'; headings stand in the first row."
        )
    return headings


def _article(records: Records, number: int, headings: list[str], cells: list[str]) -> Article | ArticleError:
    if len(cells) > len(headings):
        return _broken(records.where(number), f"{len(cells)} cells under {len(headings)} headings")
    try:
        return records.article(number, dict(zip(headings, cells, strict=False)))
    except ArticleError as error:
        return error


def _broken(where: str, reason: str) -> ArticleError:
    return ArticleError(
        f"{where}: {reason}. Put cells with line ends, quotes or separators between quotes, "
        "and write a quote inside as two."
    )


def _delimiter(heading: str) -> str:
    """The separator that the heading row has most of; headings themselves hardly hold one."""
    return max(",;\t", key=heading.count)
