"""One news text, as every reader gives it."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """One news text with what is known of its origin.

    Attributes:
        id: name given by the source (a file's name, a record's own id); unique within one reading.
        text: the text without its title.
        title: headline, or None where there is none.
        date: day of publication, or None where unknown.
        outlet: who published it.
        url: where it was published.
        path: the file that it was read from.
        language: ISO 639-1 code, or None where the source doesn't say.
    """

    id: str
    text: str
    title: str | None = None
    date: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    path: str | None = None
    language: str | None = None

    @property
    def content(self) -> str:
        """Title, blank line, text; the text alone where there is no title. All offsets count in it."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @property
    def headline(self) -> str:
        """What to call the article on a screen: its title, else its file's name, else its id.

        A file's name is not part of `content`: nobody wrote it as a sentence about countries.
        """
        if self.title:
            return self.title
        if self.path and Path(self.path).name == self.id:
            return Path(self.id).stem.replace("_", " ").replace("-", " ").strip() or self.id
        return self.id

    @property
    def article_id(self) -> str:
        """Stable name in a store: 16 hexadecimal digits of outlet, address (or path) and content."""
        parts = (self.outlet or "", self.url or self.path or "", self.content)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
