"""What words that say when mean: periods, reckoned from the article's day.

'The next day' and 'two years later' are reckoned from the day told before. dateutil does the sums. Each reckoning
takes the parts of an expression, as `date_expressions.py` names them, and gives None where they don't tell from the
standpoint given; a day that is in no calendar raises ValueError or OverflowError.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta  # type: ignore[import-untyped]


class Period(NamedTuple):
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What the meaning depends on beside the words.

    Attributes:
        published: the article's day, None where unknown.
        ahead: whether the act is still to come, so that 'on Friday' is the next one.
        before: the day told last before the words, None where there is none.
    """

    published: dt.date | None
    ahead: bool = False
    before: dt.date | None = None


Parts = re.Match[str]
Reckoning = Callable[[Parts, Standpoint], Period | None]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The first letters of each month's name, in order."""
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The numbers that news writes in letters, in order."""

_WEEKDAYS = {"Mon": MO, "Tue": TU, "Wed": WE, "Thu": TH, "Fri": FR, "Sat": SA, "Sun": SU}
_DAY_WORDS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
# A month without its year may lie as far ahead as this where the act is told as done ('rules take effect on 1 March');
# farther ahead, last year's is meant.
_NEAR = dt.timedelta(days=31)


def iso_day(parts: Parts, _: Standpoint) -> Period:
    """'2014-03-03'."""
    return _span("day", dt.date.fromisoformat(parts.group()))


def day_of_month(parts: Parts, at: Standpoint) -> Period | None:
    """'3 March', 'March 3, 2014'."""
    day, month = int(parts["day"]), _month_number(parts)
    leap = (month, day) == (2, 29)
    years = [year for year in _years(parts, at) if parts["year"] or not leap or year % 4 == 0]
    return _nearest([_span("day", dt.date(year, month, day)) for year in years], at)


def month(parts: Parts, at: Standpoint) -> Period | None:
    """'January', 'January 2014'."""
    return _nearest([_span("month", dt.date(year, _month_number(parts), 1)) for year in _years(parts, at)], at)


def year(parts: Parts, _: Standpoint) -> Period:
    """'2014'."""
    return _span("year", dt.date(int(parts["year"]), 1, 1))


def decade(parts: Parts, _: Standpoint) -> Period:
    """'1990s'."""
    return _span("decade", dt.date(int(parts["year"]), 1, 1))


def weekday(parts: Parts, at: Standpoint) -> Period | None:
    """'Tuesday' may be the article's own day; 'last Tuesday' and 'next Tuesday' are others."""
    if not at.published:
        return None
    which = (parts["which"] or "").lower()
    ahead = which.endswith(("next", "coming", "this")) or (at.ahead and not which.endswith(("last", "past")))
    way = 1 if ahead else -1
    first = _moved(at.published, "day", 0 if which in ("", "this") else way)
    day: dt.date = first + relativedelta(weekday=_WEEKDAYS[parts["weekday"][:3]](way))
    # Nobody calls tomorrow's weekday by its bare name and means six days ago.
    tomorrow = not (which or ahead) and (at.published - day).days == 6
    return None if tomorrow else _span("day", day)


def day_word(parts: Parts, at: Standpoint) -> Period | None:
    """'Yesterday', 'today', 'this morning', 'now'."""
    days = _DAY_WORDS.get(" ".join(parts.group().lower().split()), 0)
    return _span("day", _moved(at.published, "day", days)) if at.published else None


def unit(parts: Parts, at: Standpoint) -> Period | None:
    """'This week', 'last year', 'the past two months', 'the following day', 'that year'."""
    words = " ".join(parts["which"].lower().split())
    which, name = words.removeprefix("the "), parts["unit"].lower()
    if words in ("the previous", "the next", "the following", "the same", "that"):
        start = at.before
    elif parts["number"] or words in ("the past", "the last", "the coming"):
        return _span("day", at.published) if at.published else None  # the stretch ends, or begins, today
    else:
        start = at.published
    return _span(name, _moved(start, name, _STEPS.get(which, 0))) if start else None


def weekend(_: Parts, at: Standpoint) -> Period | None:
    """'The weekend'."""
    if not at.published:
        return None
    return _nearest([_span("weekend", _moved(at.published, "week", step)) for step in (-1, 0)], at, dt.timedelta(0))


def distance(parts: Parts, at: Standpoint) -> Period | None:
    """'Two years ago', 'a day earlier', 'three weeks later'."""
    way = parts["way"].lower()
    start = at.published if way == "ago" else at.before
    if way == "earlier":
        start = start or at.published
    number = _number(parts["number"]) * (1 if way == "later" else -1)
    return _span("day", _moved(start, parts["unit"].lower(), number)) if start else None


def distance_ahead(parts: Parts, at: Standpoint) -> Period | None:
    """'In two weeks': a date of what is to come; of anything else it is how long it took."""
    if not (at.published and at.ahead):
        return None
    return _span("day", _moved(at.published, parts["unit"].lower(), _number(parts["number"])))


def _month_number(parts: Parts) -> int:
    return MONTHS.index(parts["month"][:3]) + 1


def _number(words: str) -> int:
    word = words.lower()
    if word in ("a", "an"):
        return 1
    return NUMBERS.index(word) + 1 if word in NUMBERS else int(word)


def _years(parts: Parts, at: Standpoint) -> Sequence[int]:
    """The year told; else those that it may be."""
    if parts["year"]:
        return [int(parts["year"])]
    return range(at.published.year - 1, at.published.year + 2) if at.published else []


def _nearest(periods: Sequence[Period], at: Standpoint, near: dt.timedelta = _NEAR) -> Period | None:
    """Of periods in order, the next where the act lies ahead, else the last; the only one whatever it is."""
    if len(periods) == 1 or not at.published:
        return periods[0] if periods else None
    if at.ahead:
        return next((period for period in periods if period.last >= at.published), None)
    return next((period for period in reversed(periods) if period.first <= at.published + near), None)


def _span(name: str, day: dt.date) -> Period:
    """The day itself, or the week (from Monday), weekend, month, year or decade that it lies in."""
    monday = day - dt.timedelta(days=day.weekday())
    firsts = {
        "day": day, "week": monday, "weekend": monday + dt.timedelta(days=5), "month": day.replace(day=1),
        "year": day.replace(month=1, day=1), "decade": day.replace(year=day.year // 10 * 10, month=1, day=1),
    }  # fmt: skip
    first = firsts[name]
    after = first + dt.timedelta(days=2) if name == "weekend" else _moved(first, name, 1)
    return Period(first, after - dt.timedelta(days=1))


def _moved(day: dt.date, name: str, number: int) -> dt.date:
    """The day so many units later."""
    name, number = {
        "decade": ("year", 10 * number), "fortnight": ("week", 2 * number), "weekend": ("week", number),
    }.get(name, (name, number))  # fmt: skip
    moved: dt.date = day + relativedelta(**{f"{name}s": number})
    return moved
