"""Words that say when: 'on Tuesday', 'in 2014', 'two weeks ago'.

One pattern finds them; `periods.py` tells what they mean. (The library dateparser finds such words too, but at the
pace at which all else together runs, and takes 'in 2014' for the article's day of that year.)
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.relations import periods
from geo.relations.periods import MONTHS, NUMBERS, Reckoning, Standpoint


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a text that say when.

    Attributes:
        start: first character, a preposition included.
        end: one past the last character.
        attributive: whether it describes the noun behind it ('the 2014 war', 'Monday's talks').
        bound: whether it says since or until when, and so not when something was done.
    """

    start: int
    end: int
    attributive: bool
    bound: bool
    _form: "_Form"
    _parts: re.Match[str]
    _earlier: bool  # 'earlier this month' is before today

    @property
    def span(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end

    def day(self, standpoint: Standpoint) -> dt.date | None:
        """The first day of the period meant, but the article's own day where it lies within.

        Args:
            standpoint: from where the words are understood; where they don't tell a day from there, None comes back.
        """
        try:
            period = self._form.reckoning(self._parts, standpoint)
        except (ValueError, OverflowError):  # 31 June; 900 decades ago
            return None
        published = standpoint.published
        if period and published and period.first <= published <= period.last and not self._earlier:
            return published
        return period and period.first


def date_expressions(text: str, start: int, end: int) -> Iterator[DateExpression]:
    """The expressions in a part of a text, in its order.

    Args:
        text: any text.
        start: first character of the part.
        end: one past its last character.
    """
    for found in _ANY.finditer(text, start, end):
        name = str(found.lastgroup)
        form, lead = _FORMS[name], found["lead"].lower()
        owned = text.startswith(_OWNED, found.end())
        owner = bool(_OWNER.search(text, max(start, found.start() - 3), found.start()) or _DETERMINER.search(lead))
        if form.bare or found["bound"] or lead or owner or owned:
            parts = form.pattern.fullmatch(found[name])
            assert parts
            attributive = owned or (owner and form.describes)
            yield DateExpression(*found.span(), attributive, bool(found["bound"]), form, parts, "earlier" in lead)


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to say when.

    Attributes:
        reckoning: from the words' parts to what they mean.
        pattern: the words, with the parts named.
        bare: whether they say when without a preposition, too.
        describes: whether they describe the noun behind them when an article or an owner goes before.
    """

    reckoning: Reckoning
    pattern: re.Pattern[str]
    bare: bool = True
    describes: bool = True


_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December"
    rf"|(?:{'|'.join(MONTHS)}|Sept)\b\.?))"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?:\s?[-–]\s?\d{1,2}\b)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d:]|[.,/]\d)"
_NUMBER = rf"(?P<number>(?i:\d{{1,3}}|an?|{'|'.join(NUMBERS)}))"
_UNIT = r"(?P<unit>(?i:day|week|fortnight|month|year|decade))(?i:s?)\b"
_FORMS = {
    "iso_day": _Form(periods.iso_day, re.compile(r"(?:1[89]|20)\d\d-\d\d-\d\d(?!\d)")),
    "day_month": _Form(periods.day_of_month, re.compile(rf"{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?")),
    "month_day": _Form(periods.day_of_month, re.compile(rf"{_MONTH}\s+{_DAY}(?![:.,]\d)(?:,?\s+{_YEAR})?")),
    "month_year": _Form(periods.month, re.compile(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}")),
    "month": _Form(periods.month, re.compile(rf"{_MONTH}(?P<year>)"), bare=False),
    "decade": _Form(periods.decade, re.compile(r"(?P<year>(?:1[89]|20)\d0)s\b"), bare=False, describes=False),
    "year": _Form(periods.year, re.compile(rf"{_YEAR}(?:\s?[-–/]\s?\d{{2,4}}\b)?"), bare=False),
    "weekday": _Form(
        periods.weekday,
        re.compile(
            r"(?:(?P<which>(?i:last|next|this(?:\s+(?:past|coming))?))\s+)?"
            r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:\s+(?i:morning|afternoon|evening|night))?"
        ),
    ),
    "day_word": _Form(
        periods.day_word,
        re.compile(
            r"(?i:the day before yesterday|yesterday|today|tonight|tomorrow|last night|now|currently"
            r"|this (?:morning|afternoon|evening))\b"
        ),
        describes=False,
    ),
    "unit": _Form(
        periods.unit,
        re.compile(
            r"(?P<which>(?i:this|last|next|that|the\s+(?:past|last|previous|next|following|coming|same)))\s+"
            rf"(?:{_NUMBER}\s+)?(?P<unit>(?i:day|weekend|week|month|year|decade))(?i:s?)\b(?!-)"
        ),
        describes=False,
    ),
    "weekend": _Form(periods.weekend, re.compile(r"(?i:the\s+weekend)\b"), bare=False, describes=False),
    "distance": _Form(
        periods.distance, re.compile(rf"{_NUMBER}\s+{_UNIT}\s+(?P<way>(?i:ago|earlier|later))\b"), describes=False
    ),
    "distance_ahead": _Form(
        periods.distance_ahead, re.compile(rf"(?i:in)\s+{_NUMBER}\s+{_UNIT}"), describes=False
    ),
}
_OWNER = re.compile(r"(?:['’]s|s['’]) $")
_OWNED = ("'s", "’s")
_DETERMINER = re.compile(r"(?<!\bon\s)\b(?:the|an?|its|his|her|their|our)\s+$")
_UNNAMED = {name: re.sub(r"\?P<\w+>", "?:", form.pattern.pattern) for name, form in _FORMS.items()}
_ANY = re.compile(
    # 'The treaty of 1987' tells when no act was done but that one; 'in the summer of 1987' tells when.
    r"(?<!-)\b(?P<bound>(?i:since|until|till|by|before|after|through|than|to|of)\s+)?"
    r"(?P<lead>(?i:(?:on|in|during|at|over|from|between|around|about|throughout|for|early|earlier|late|later|mid|back"
    r"|(?:the\s+)?(?:first\s+|second\s+|last\s+)?(?:start|beginning|middle|end|spring|summer|autumn|fall|winter|half"
    r"|quarter|week|morning|afternoon|evening|night|days|eve)\s+of"
    r"|an?|its|his|her|their|our|the(?!\s+(?:past|last|previous|next|following|coming|same|day|weekend)\b))\b[\s-]+)*?)"
    rf"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _UNNAMED.items())})"
)
