import datetime as dt

import pytest
from pandas import DataFrame

from geo.views.headline import title
from geo.views.words import confidence, counted, kinds, listed, period, span, the

NEW_YEAR, EVE = dt.date(2021, 1, 1), dt.date(2022, 12, 31)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""), (NEW_YEAR, None, "since 1 January 2021"), (None, EVE, "until 31 December 2022"),
        (NEW_YEAR, NEW_YEAR, "on 1 January 2021"), (NEW_YEAR, EVE, "from 2021 to 2022"),
        (NEW_YEAR, dt.date(2021, 12, 31), "in 2021"),
        (NEW_YEAR, dt.date(2021, 3, 4), "from 1 January 2021 to 4 March 2021"),
    ],
)
def test_periods_are_told_in_few_words(first, last, words):
    assert period(first, last) == words


def test_sentences_write_some_names_with_an_article():
    assert the("USA") == "the United States"
    assert the("CUB") == "Cuba"
    assert the("org:NATO") == "NATO"


def test_lists_end_with_and():
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_one_is_not_many():
    assert counted(1, "act") == "1 act"
    assert counted(1240, "act") == "1,240 acts"


def test_kinds_of_acts_in_words():
    assert kinds([]) == kinds([1, 2, 3, 4]) == "cooperation and conflict"
    assert kinds([2, 1]) == "cooperation"
    assert kinds([1]) == "cooperation in words"


def test_confidence_is_a_word_and_a_figure():
    assert confidence(0.93) == "high confidence (93%)"


def test_the_headline_names_who_has_most_to_do_with_whom():
    pairs = DataFrame({"source": ["RUS", "RUS", "USA"], "target": ["CUB", "VEN", "RUS"], "acts": [3, 2, 1]})
    assert title(pairs) == "Russia with Cuba, Venezuela and the United States"


def test_a_long_headline_counts_the_rest():
    partners = ["CUB", "VEN", "NIC", "USA", "BRA", "CHN"]
    pairs = DataFrame({"source": "RUS", "target": partners, "acts": range(6, 0, -1)})
    assert title(pairs) == "Russia with Cuba, Venezuela, Nicaragua and 3 more"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-03-01", "2022-03-31", "in March 2022"),
        ("2021-11-01", "2022-02-28", "from November 2021 to February 2022"),
        ("2021-11-02", "2022-02-28", "from 2 November 2021 to 28 February 2022"),
        ("2020-01-01", "9999-12-31", "from 2020 to 9999"),
    ],
)
def test_whole_months_are_told_by_their_names(first, last, words):
    assert period(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2008-06-19", "2022-12-02", "2008–2022"), ("2022-03-09", "2022-03-31", "March 2022"),
        ("2022-03-09", "2022-05-01", "March to May 2022"), ("2022-01-26", "2022-01-26", "26 January 2022"),
    ],
)
def test_a_headline_has_the_years_or_what_is_within_one(first, last, words):
    assert span(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words
