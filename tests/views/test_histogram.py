import datetime as dt

import pandas as pd
import pytest

from geo.map.colours import LIGHT
from geo.views import histogram
from geo.views.timeline import snapped


def told(*rows):
    frame = pd.DataFrame(rows, columns=["period", "quad", "acts"])
    return frame.assign(period=pd.to_datetime(frame["period"]))


SPRING = told(("2022-03-01", 1, 2), ("2022-03-09", 1, 1), ("2022-03-09", 4, 3), ("2022-05-02", 2, 1))


def test_days_are_summed_by_step_and_quad_class():
    assert histogram.by_step(SPRING, "month") == {
        dt.date(2022, 3, 1): {1: 3, 4: 3}, dt.date(2022, 5, 1): {2: 1},
    }


def test_cooperation_stands_above_zero_and_conflict_hangs_below():
    rows = histogram.bars(histogram.by_step(SPRING, "month"), "month", None)
    assert list(rows[["kind", "low", "high"]].itertuples(index=False, name=None)) == [
        ("Cooperation in words", 0, 3), ("Conflict in deeds", 0, -3), ("Cooperation in deeds", 0, 1),
    ]
    assert rows["told"].iloc[0] == "March 2022: 3 acts of cooperation in words"


def test_deeds_lie_on_words():
    rows = histogram.bars(histogram.by_step(told(("2022-03-01", 1, 2), ("2022-03-01", 2, 5)), "year"), "year", None)
    assert list(rows[["low", "high"]].itertuples(index=False, name=None)) == [(0, 2), (2, 7)]


def test_bars_outside_of_the_chosen_days_are_told_apart():
    chosen = dt.date(2022, 3, 5), dt.date(2022, 4, 1)
    rows = histogram.bars(histogram.by_step(SPRING, "month"), "month", chosen)
    assert list(rows["inside"]) == [True, True, False]


def test_peaks_stand_out_and_apart():
    quiet = [(f"20{year:02}-01-01", 1, 1) for year in range(1, 20)]
    history = histogram.by_step(told(*quiet, ("2005-01-01", 3, 9), ("2006-01-01", 1, 7), ("2015-01-01", 1, 8)), "year")
    assert histogram.peaks(history, (dt.date(2001, 1, 1), dt.date(2019, 12, 31))) == [
        dt.date(2005, 1, 1), dt.date(2015, 1, 1),
    ]


def test_where_nothing_stands_out_no_peak_is_named():
    assert histogram.peaks({}, (dt.date(2001, 1, 1), dt.date(2019, 12, 31))) == []
    even = told(("2022-03-01", 1, 4), ("2022-03-09", 1, 5), ("2022-05-02", 2, 4))
    assert histogram.peaks(histogram.by_step(even, "day"), (dt.date(2022, 3, 1), dt.date(2022, 5, 2))) == []


def test_the_chart_is_the_same_whatever_the_data_so_that_it_does_not_flash():
    assert histogram.spec(LIGHT, phone=False) == histogram.spec(LIGHT, phone=False)
    assert "cornerRadius" not in str(histogram.spec(LIGHT, phone=False))


def test_the_chosen_days_are_shaded_as_far_as_the_bars_go():
    all_days = dt.date(2021, 5, 7), dt.date(2022, 3, 9)
    line, shade = histogram.ground(all_days, "month", (dt.date(1, 1, 1), dt.date(2021, 6, 30))).itertuples(index=False)
    assert (line.start, line.end) == (milliseconds("2021-05-01"), milliseconds("2022-04-01"))
    assert (shade.start, shade.end) == (milliseconds("2021-05-01"), milliseconds("2021-07-01"))
    assert len(histogram.ground(all_days, "month", (dt.date(1980, 1, 1), dt.date(1980, 1, 1)))) == 1


def milliseconds(text):
    return pd.Timestamp(text).value / 1e6


@pytest.mark.parametrize(
    ("drawn", "step", "days"),
    [
        (("2022-02-25", "2022-05-10"), "month", ("2022-03-01", "2022-04-30")),
        (("2022-05-10", "2022-02-25"), "month", ("2022-03-01", "2022-04-30")),
        (("2022-03-08", "2022-03-12"), "month", ("2022-03-01", "2022-03-31")),
        (("2019-11-02", "2021-03-01"), "year", ("2020-01-01", "2020-12-31")),
        (("2022-03-08T11:00", "2022-03-09T20:00"), "day", ("2022-03-08", "2022-03-09")),
    ],
)
def test_a_brush_takes_the_nearest_bounds_of_bars_and_at_least_one_bar(drawn, step, days):
    start, end = map(milliseconds, drawn)
    assert snapped((start, end), step) == tuple(map(dt.date.fromisoformat, days))
