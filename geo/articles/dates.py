"""Days as files write them; a date that can be read two ways is refused, not guessed."""

import datetime as dt
import re

from geo.errors import ArticleError

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=\D|$)")
_MONTH_NAME = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_EARLIEST, _LATEST = 1800, 2100


def read_date(value: str, where: str) -> dt.date:
    """The day that a value names, in the value's own time zone.

    Args:
        value: `2022-01-26`, any other form of ISO 8601, or a day with the month's English name, such as
            `Wed, 26 Jan 2022 10:00:00 GMT` or `January 26, 2022`.
        where: file and line, for the error.

    Raises:
        ArticleError: the value is no day of the calendar, lies outside 1800 to 2100, or doesn't say for
            certain which day it means (`03/04/2022`).
    """
    day = _iso(value.strip()) or _with_month_name(value)
    if day is None:
        raise ArticleError(
            f"{where}: the date {value!r} is not a day that can be told for certain. "
            "Write it as year-month-day, such as 2022-01-26, or leave it out."
        )
    if not _EARLIEST <= day.year <= _LATEST:
        raise ArticleError(
            f"{where}: the date {value!r} is not between {_EARLIEST} and {_LATEST}. "
            "Correct it, or leave it out."
        )
    return day


def _iso(value: str) -> dt.date | None:
    day = _ISO_DAY.match(value)
    try:
        # The day alone, so that what follows ('10:00 UTC') may have any form.
        return dt.date.fromisoformat(day.group()) if day else dt.datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _with_month_name(value: str) -> dt.date | None:
    if not _MONTH_NAME.search(value):
        return None
    # Loaded here because most files have ISO dates.
    from dateutil import parser  # type: ignore[import-untyped]  # noqa: PLC0415

    # dateutil fills what is missing from a default: two defaults that differ in everything show it.
    fillings = (dt.datetime(1904, 1, 30), dt.datetime(1908, 3, 29))  # noqa: DTZ001
    try:
        days = {parser.parse(value, default=filling, ignoretz=True).date() for filling in fillings}
    except (ValueError, OverflowError):
        return None
    return days.pop() if len(days) == 1 else None
