"""Days, weeks, months and years: which bar a day falls into, which stretch comes before another."""

import datetime as dt

Period = tuple[dt.date, dt.date]
"""First and last day, both inclusive."""

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
# The longest stretch, in days, that is shown by each step: at most some 300 bars.
_LONGEST = (("day", 92), ("week", 3 * 366), ("month", 25 * 366))
_FRAMES = 60  # of an animation


def fitting_step(first: dt.date, last: dt.date) -> str:
    """The finest step whose bars can be told apart."""
    days = (last - first).days
    return next((step for step, longest in _LONGEST if days <= longest), "year")


def floor(day: dt.date, step: str) -> dt.date:
    """First day of the week (from Monday), month or year that a day lies in."""
    if step == "week":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1, month=1) if step == "year" else day.replace(day=1) if step == "month" else day


def shifted(start: dt.date, step: str, count: int) -> dt.date:
    """First day of the step so many steps later; earlier where the count is negative. Held within the calendar.

    Args:
        start: first day of a step.
        step: `day`, `week`, `month` or `year`.
        count: of steps.
    """
    try:
        if step in _DAYS:
            return start + dt.timedelta(days=count * _DAYS[step])
        year, month = divmod(12 * start.year + start.month - 1 + count * _MONTHS[step], 12)
        return dt.date(year, month + 1, 1)
    except (OverflowError, ValueError):
        return dt.date.max if count > 0 else dt.date.min


def chosen_days(start: dt.date | None, end: dt.date | None, all_days: Period) -> Period | None:
    """The days from the one chosen to the other, as far as there are any where one is open; None where both are."""
    return (start or all_days[0], end or all_days[1]) if start or end else None


def whole(first: dt.date, last: dt.date, step: str) -> Period:
    """The stretch of whole steps around some days."""
    return floor(first, step), shifted(shifted(floor(last, step), step, 1), "day", -1)


def before(period: Period) -> Period:
    """The stretch of the same length that ends on the eve: whole months before whole months, else days."""
    start, end = period
    eve, morrow = shifted(start, "day", -1), shifted(end, "day", 1)
    if start.day == 1 and morrow.day == 1:
        return shifted(start, "month", 12 * (start.year - morrow.year) + start.month - morrow.month), eve
    return shifted(start, "day", -(morrow - start).days), eve


def frames(chosen: Period, all_days: Period, step: str, *, grows: bool) -> list[Period]:
    """The stretches that an animation goes through, at most some sixty.

    Args:
        chosen: where it begins; as long as the stretch that moves.
        all_days: where it ends.
        step: what it goes by.
        grows: whether the first day stays.
    """
    start, end = whole(*chosen, step)
    last = whole(*all_days, step)[1]
    ends = [end]
    while ends[-1] < last:
        ends.append(shifted(shifted(shifted(end, "day", 1), step, len(ends)), "day", -1))
    stride = max(1, len(ends) // _FRAMES)
    return [(start if grows else shifted(start, step, count), ends[count]) for count in range(0, len(ends), stride)]
