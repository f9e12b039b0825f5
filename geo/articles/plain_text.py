"""Plain text: one article a file.

     date 2022-01-26 Title of the article
     source Name of the publisher, https://… or where it can be looked up

    The text.

Both lines may be missing. Without a title in the first of them a heading above the text (a short line
without full stop, then a blank line) serves as title.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from geo.articles.article import Article
from geo.articles.dates import read_date
from geo.articles.decoding import open_text, require_decoded
from geo.errors import ArticleError

_DATE_LINE = re.compile(r"[ \t]*date[ \t]+(?P<date>\d\S*)[ \t]*(?P<title>[^\n]*)(?:\n|$)")
_SOURCE_LINE = re.compile(r"[ \t]*source[ \t]+(?P<source>[^\n]+)(?:\n|$)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")
_HEADING = re.compile(r"(?P<title>[^\n]{1,200})\n[ \t]*\n(?=\s*\S)")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"'”’»)]*\s|[.!:;,][\"'”’»)]*\s*$")


def read(stream: io.BufferedReader, name: str, path: Path) -> Iterator[Article]:
    """The article in a file; none if the file is blank.

    Args:
        stream: the file's bytes.
        name: what to call the file in errors.
        path: the file; its name is the article's id.

    Raises:
        ArticleError: the file is no text, not in UTF-8, gives an impossible date, or has no text.
    """
    whole = open_text(stream, name).read()
    require_decoded(whole, name)
    if whole.strip():
        yield _article(whole, name, path)


def _article(whole: str, name: str, path: Path) -> Article:
    date = title = outlet = url = None
    rest = whole
    if first := _DATE_LINE.match(rest):
        date = read_date(first["date"], f"{name}, line 1")
        title = first["title"].strip() or None
        rest = rest[first.end() :]
        if second := _SOURCE_LINE.match(rest):
            outlet, url = _source(second["source"])
            rest = rest[second.end() :]
    text = rest.strip()
    if not text:
        raise ArticleError(f"{name}: no text under its first line. Add a blank line and the article's text.")
    if title is None:
        title, text = _heading(text)
    return Article(path.name, text, title, date, outlet, url, str(path))


def _source(source: str) -> tuple[str | None, str | None]:
    """Outlet and address; where a source is told without address, all of it counts as the outlet."""
    address = _ADDRESS.search(source)
    if address is None:
        return source.strip(), None
    outlet = (source[: address.start()] + source[address.end() :]).strip(" \t.,;:()[]<>")
    return outlet or None, address.group()


def _heading(text: str) -> tuple[str | None, str]:
    heading = _HEADING.match(text)
    if heading is None or _SENTENCE.search(heading["title"]):
        return None, text
    return heading["title"].strip(), text[heading.end() :].lstrip()
