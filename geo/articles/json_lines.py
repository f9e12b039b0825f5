"""JSON Lines: an object a line, `{"id", "date", "title", "text"}` and perhaps `outlet`, `url`, `language`."""

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.articles.article import Article
from geo.articles.decoding import open_text, require_decoded
from geo.articles.record import Records, field_name
from geo.errors import ArticleError


def read(stream: io.BufferedReader, name: str, path: Path | None) -> Iterator[Article | ArticleError]:
    """The articles of a file, line by line; a line that can't be read gives an error in its place.

    Args:
        stream: the file's bytes.
        name: what to call the file in errors.
        path: the file, or None for a stream.

    Raises:
        ArticleError: the file is no text, or not in UTF-8 from some line on.
    """
    records = Records(name, path, "line")
    for number, line in enumerate(open_text(stream, name, newline="\n"), 1):
        require_decoded(line, records.where(number))
        if line.isspace():
            continue
        try:
            yield records.article(number, _parse(line, records.where(number)))
        except ArticleError as error:
            yield error


def _parse(line: str, where: str) -> Mapping[str, object]:
    try:
        record = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at column {error.colno}"
        raise ArticleError(f"{where}: not JSON ({reason}). Write one object a line.") from error
    except RecursionError as error:
        raise ArticleError(f"{where}: nested too deep. Write one flat object a line.") from error
    if not isinstance(record, dict):
        raise ArticleError(f'{where}: not an object. Write one a line, such as {{"id": "1", "text": "…"}}.')
    return {field_name(name): value for name, value in record.items()}
