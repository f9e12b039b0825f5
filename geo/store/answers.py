"""What a store answers where a table is not the form for it."""

import datetime as dt
from dataclasses import dataclass

from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Summary:
    """What the filters keep, in figures.

    Attributes:
        articles: articles read, copies included, of the days chosen; other filters don't count here.
        stories: these without the copies.
        acts: acts kept.
        cooperation: those of quad classes 1 and 2.
        conflict: those of quad classes 3 and 4.
        telling: articles that tell them, copies included.
        first: first day of an act kept, None where none is dated.
        last: last day of an act kept.
        passed_over: language (ISO 639-1) to articles of the days chosen that relations were not read from.
    """

    articles: int
    stories: int
    acts: int
    cooperation: int
    conflict: int
    telling: int
    first: dt.date | None
    last: dt.date | None
    passed_over: dict[str, int]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article with its mentions.

    Attributes:
        article_id: its stable name.
        date: day of publication, or None.
        title: headline, or None.
        text: the text without its title.
        outlet: who published it, or None.
        url: where, or None.
        path: the file that it was read from, or None.
        language: ISO 639-1 code.
        read_at: when it was read, UTC.
        duplicate_of: article_id of the first copy, None for the first copy itself.
        mentions: start, end (offsets in content), text, kind, country, place, latitude, longitude (degrees,
            WGS 84), confidence; in the order of the text.
    """

    article_id: str
    date: dt.date | None
    title: str | None
    text: str
    outlet: str | None
    url: str | None
    path: str | None
    language: str
    read_at: dt.datetime
    duplicate_of: str | None
    mentions: DataFrame

    @property
    def content(self) -> str:
        """Title, blank line, text; the text alone where there is no title. All offsets count in it."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text
