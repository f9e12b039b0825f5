"""What JSON Lines and tables share: a record with named fields → an article."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from geo.articles.article import Article
from geo.articles.dates import read_date
from geo.articles.decoding import without_lone_surrogates
from geo.errors import ArticleError

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid"),
    "date": ("date", "published", "publication_date", "publish_date", "published_at", "pub_date", "pubdate"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article_text", "full_text"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
"""The fields of an article, each with the names that files give it; the first that a record has counts."""


def field_name(heading: str) -> str:
    """A heading as `FIELDS` spells it: `Publication Date` is `publication_date`."""
    return heading.strip().casefold().replace(" ", "_").replace("-", "_")


class Records:
    """The records of one file, made into articles.

    Args:
        name: the file's name in errors.
        path: the file, or None for a stream.
        unit: what a record's number counts: "line" or "row".
    """

    def __init__(self, name: str, path: Path | None, unit: str) -> None:
        """See the class."""
        self._name, self._path, self._unit = name, path, unit
        self._seen: set[str] = set()

    def where(self, number: int) -> str:
        """The place of a record, as errors name it."""
        return f"{self._name}, {self._unit} {number}"

    def article(self, number: int, record: Mapping[str, object]) -> Article:
        """The article in a record. Title and text are left as they are, since offsets count in them.

        Args:
            number: of the line or row, from 1; makes the id where the record has none.
            record: values by name, the names as in `field_name`.

        Raises:
            ArticleError: no text, an impossible date, a value of the wrong kind, or an id that an earlier
                record of the file has.
        """
        where = self.where(number)
        values = {field: _value(record, field, where) for field in FIELDS}
        text, title, identity = values["text"], values["title"], values["id"]
        if text is None or not text.strip():
            raise ArticleError(f"{where}: no text. Put the article into 'text', or remove the {self._unit}.")
        return Article(
            id=self._unique(identity or f"{self._short_name}:{number}", where),
            text=text,
            title=title or None,
            date=_date(values["date"], where),
            outlet=values["outlet"] or None,
            url=values["url"] or None,
            path=str(self._path) if self._path else None,
            language=values["language"] or None,
        )

    @property
    def _short_name(self) -> str:
        return self._path.name if self._path else self._name

    def _unique(self, identity: str, where: str) -> str:
        if identity in self._seen:
            raise ArticleError(f"{where}: the id {identity!r} comes a second time. Make each id differ.")
        self._seen.add(identity)
        return identity


def _value(record: Mapping[str, object], field: str, where: str) -> str | None:
    name = next((name for name in FIELDS[field] if record.get(name) not in (None, "")), None)
    value = None if name is None else record[name]
    if field == "id" and isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return without_lone_surrogates(value)
    if value is None:
        return None
    if field in ("outlet", "url", "language"):
        return None  # Nested details of the publisher: nothing that an article needs.
    raise ArticleError(f"{where}: {name!r} is not a string. Put it between quotes.")


def _date(value: str | None, where: str) -> dt.date | None:
    return read_date(value, where) if value and value.strip() else None
