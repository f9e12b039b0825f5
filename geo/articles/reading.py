"""Files and folders → articles, each by the reader of its form."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geo.articles import csv_table, json_lines, plain_text
from geo.articles.article import Article
from geo.errors import ArticleError

STANDARD_INPUT = Path("-")
_Reader = Callable[[io.BufferedReader, str, Path], Iterator[Article | ArticleError]]
_READERS: dict[str, _Reader] = {
    ".csv": csv_table.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".tsv": csv_table.read,
    ".txt": plain_text.read,
}


def read_articles(paths: Iterable[Path | str]) -> Iterator[Article | ArticleError]:
    """Read articles in the input's order, as they are asked for.

    Args:
        paths: files (plain text, JSON Lines, CSV; by their ending, else by their first character), folders
            (all files in them with the ending .csv, .jsonl, .ndjson, .tsv or .txt, hidden ones left out,
            sorted), or "-" for JSON Lines on standard input.

    Yields:
        An article, or in its place the error that names file, line and mend; the rest goes on.
    """
    for path in map(Path, paths):
        if path == STANDARD_INPUT:
            yield from _noting_errors(_read_standard_input(), "standard input")
        else:
            yield from _noting_errors(_read(path), str(path))


def _read(path: Path) -> Iterator[Article | ArticleError]:
    yield from _read_folder(path) if path.is_dir() else _read_file(path)


def _read_folder(folder: Path) -> Iterator[Article | ArticleError]:
    inside = (file for file in folder.rglob("*") if _belongs(file.relative_to(folder)))
    files = sorted(file for file in inside if file.is_file())
    if not files:
        raise ArticleError(f"{folder}: no articles in it. Put files ending in {', '.join(_READERS)} there.")
    for file in files:
        yield from _noting_errors(_read_file(file), str(file))


def _belongs(file: Path) -> bool:
    return file.suffix.lower() in _READERS and not any(part.startswith(".") for part in file.parts)


def _read_file(file: Path) -> Iterator[Article | ArticleError]:
    with file.open("rb") as stream:
        reader = _READERS.get(file.suffix.lower()) or _reader_by_look(stream)
        yield from reader(stream, str(file), file)


def _reader_by_look(stream: io.BufferedReader) -> _Reader:
    beginning = stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n")
    return json_lines.read if beginning.startswith(b"{") else plain_text.read


def _read_standard_input() -> Iterator[Article | ArticleError]:
    # A stream of its own, so that closing it leaves standard input open.
    with io.FileIO(sys.stdin.fileno(), closefd=False) as raw:
        yield from json_lines.read(io.BufferedReader(raw), "standard input", None)


def _noting_errors(articles: Iterator[Article | ArticleError], name: str) -> Iterator[Article | ArticleError]:
    """What a reader gives, with the error that ends it as its last value."""
    nothing = True
    try:
        for article in articles:
            nothing = False
            yield article
    except ArticleError as error:
        nothing = False
        yield error
    except UnicodeError:
        nothing = False
        yield ArticleError(f"{name}: damaged text, not what its first bytes promise. Save the file as UTF-8.")
    except OSError as error:
        nothing = False
        yield ArticleError(f"{name}: {_mend(error)}")
    if nothing:
        yield ArticleError(f"{name}: empty, no article in it. Put a text into it, or leave it out.")


def _mend(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file. Check the name and the folder."
    if isinstance(error, PermissionError):
        return "may not be read. Ask for the right to read it (chmod u+r if it is yours)."
    return f"can't be read ({error.strerror}). Check the file and the disk."
