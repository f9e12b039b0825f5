import datetime as dt

import pytest

from geo.views.periods import before, fitting_step, floor, frames, shifted, whole


def day(text):
    return dt.date.fromisoformat(text)


def days(*texts):
    return tuple(map(day, texts))


@pytest.mark.parametrize(
    ("last", "step"),
    [("2020-01-31", "day"), ("2021-06-01", "week"), ("2034-06-01", "month"), ("2090-01-01", "year")],
)
def test_the_longer_the_stretch_the_coarser_the_bars(last, step):
    assert fitting_step(day("2020-01-01"), day(last)) == step


def test_a_step_begins_on_monday_on_the_first_or_at_new_year():
    wednesday = day("2022-01-26")
    assert [floor(wednesday, step) for step in ("day", "week", "month", "year")] == [
        wednesday, day("2022-01-24"), day("2022-01-01"), day("2022-01-01"),
    ]


def test_steps_go_over_the_end_of_a_year_and_stay_within_the_calendar():
    assert shifted(day("2021-11-01"), "month", 3) == day("2022-02-01")
    assert shifted(day("2021-01-04"), "week", -1) == day("2020-12-28")
    assert shifted(day("2021-01-01"), "year", 9_000) == dt.date.max
    assert shifted(day("2021-01-01"), "day", -10**9) == dt.date.min


def test_whole_steps_hold_all_the_days():
    assert whole(*days("2022-01-26", "2022-02-02"), "month") == days("2022-01-01", "2022-02-28")


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        (("2022-01-01", "2022-12-31"), ("2021-01-01", "2021-12-31")),
        (("2022-03-01", "2022-03-31"), ("2022-02-01", "2022-02-28")),
        (("2022-03-10", "2022-03-12"), ("2022-03-07", "2022-03-09")),
    ],
)
def test_before_whole_months_come_whole_months_and_before_days_as_many_days(period, earlier):
    assert before(days(*period)) == days(*earlier)


def test_a_window_moves_step_by_step_to_the_last_day():
    assert frames(days("2022-01-01", "2022-01-31"), days("2021-06-01", "2022-03-09"), "month", grows=False) == [
        days("2022-01-01", "2022-01-31"), days("2022-02-01", "2022-02-28"), days("2022-03-01", "2022-03-31"),
    ]


def test_accumulating_keeps_the_first_day():
    assert frames(days("2022-01-01", "2022-01-31"), days("2021-06-01", "2022-03-09"), "month", grows=True) == [
        days("2022-01-01", "2022-01-31"), days("2022-01-01", "2022-02-28"), days("2022-01-01", "2022-03-31"),
    ]


def test_a_long_history_is_played_in_some_sixty_frames():
    played = frames(days("1950-01-01", "1950-12-31"), days("1950-01-01", "2022-12-31"), "month", grows=False)
    assert 50 <= len(played) <= 120
