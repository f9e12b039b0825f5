"""Dates are told for certain or not at all."""

import datetime as dt

import pytest

from geo.articles.dates import read_date
from geo.errors import ArticleError


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-26",
        " 2022-01-26 ",
        "20220126",
        "2022-01-26T23:30:00Z",
        "2022-01-26 10:00:00 UTC",
        "2022-01-26T10:00:00.000+03:00",
        "26 January 2022",
        "January 26, 2022",
        "Jan. 26, 2022, 10:15 a.m.",
        "Wed, 26 Jan 2022 10:00:00 +0300",
        "Wednesday, January 26, 2022 10:00 EST",
    ],
)
def test_a_day_is_read_as_it_was_at_the_place_of_publication(value):
    assert read_date(value, "news.csv, row 2") == dt.date(2022, 1, 26)


@pytest.mark.parametrize(
    "value",
    ["2022-02-30", "03/04/2022", "26.01.2022", "January 2022", "26 January", "31 June 2022", "yesterday", "2022",
     "1643155200", "May", "Mayor 2022"],
)
def test_what_is_no_certain_day_is_an_error_that_shows_the_value(value):
    with pytest.raises(ArticleError, match=r"^news\.csv, row 2: the date '") as error:
        read_date(value, "news.csv, row 2")
    assert repr(value) in str(error.value)


@pytest.mark.parametrize("value", ["0022-01-26", "1799-12-31", "2101-01-01", "9999-12-31"])
def test_a_year_that_no_news_is_from_is_an_error(value):
    with pytest.raises(ArticleError, match="not between 1800 and 2100"):
        read_date(value, "news.csv, row 2")
