"""The tables of leaders, offices, phrases, words and places that people keep by hand."""

from datetime import date
from math import asin, cos, radians, sin, sqrt

import pytest

from geo.resources import rows

LEADERS, OFFICES, PHRASES, WORDS, PLACES = (
    list(rows(table)) for table in ("leaders", "offices", "phrases", "words", "places")
)
SORTED_BY = {
    "leaders": ("country", "office", "since", "name"),
    "offices": ("name",),
    "phrases": ("phrase",),
    "words": ("name",),
    "places": ("name", "country"),
}
IN_THE_NEWS = (
    "USA RUS CHN GBR FRA DEU ITA ESP UKR TUR IRN ISR PSE SAU SYR EGY IRQ PAK IND AFG JPN KOR PRK TWN VEN CUB "
    "NIC BOL BRA ARG COL ECU MEX CAN AUS POL HUN SRB GRC NLD BEL SWE FIN GEO ARM AZE BLR KAZ ZAF NGA ETH SDN "
    "SSD LBY MLI RWA COD KEN SOM UGA MMR THA PHL IDN VNM BGD LKA"
)
# Wide or scattered states: their own corners lie further from the middle than a neighbour's capital.
FAR_FLUNG = {"USA", "RUS", "CAN", "AUS", "CHN", "CHL", "FRA", "GRL", "ATF", "PYF", "IDN"}


def kilometres(lat1, lon1, lat2, lon2):
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


@pytest.mark.parametrize("table", SORTED_BY)
def test_a_table_is_sorted_by_its_key_and_says_everything_once(table):
    keys = [tuple(row[column] for column in SORTED_BY[table]) for row in rows(table)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("table", SORTED_BY)
def test_every_row_has_a_source_and_no_stray_blanks(table):
    for row in rows(table):
        assert row["source"], row
        assert all(value == value.strip() for value in row.values()), row


def test_countries_are_known_actors():
    known = {row["country"] for row in rows("countries")} | {row["organisation"] for row in rows("organisations")}
    for row in LEADERS + OFFICES + PLACES:
        assert row["country"] in known, row


def test_terms_are_dates_that_begin_before_they_end():
    for row in LEADERS:
        since, until = date.fromisoformat(row["since"]), row["until"]
        assert not until or since <= date.fromisoformat(until), row


def test_a_short_name_is_part_of_the_full_name():
    for row in LEADERS:
        assert row["short"] in row["name"], row


def test_the_countries_that_news_is_about_have_a_leader():
    assert not set(IN_THE_NEWS.split()) - {row["country"] for row in LEADERS}


def test_those_who_speak_for_moscow_and_washington_in_january_2022_are_in_office():
    def in_office(day):
        return {row["name"] for row in LEADERS if row["since"] <= day < (row["until"] or "9999")}

    spokesmen = {"Vladimir Putin", "Sergey Lavrov", "Sergey Ryabkov", "Jake Sullivan"}
    assert spokesmen <= in_office("2022-01-26")
    assert "Donald Trump" not in in_office("2022-01-26")


def test_a_short_name_is_never_an_ordinary_word():
    assert not {row["short"] for row in LEADERS} & {row["name"] for row in WORDS if row["reason"] != "surname"}


def test_a_place_of_the_table_is_not_called_an_ordinary_word():
    assert not {row["name"] for row in PLACES + OFFICES} & {row["name"] for row in WORDS}


def test_a_phrase_is_not_a_place_or_an_office():
    assert not {row["phrase"] for row in PHRASES} & {row["name"] for row in PLACES + OFFICES}


def test_phrases_are_longer_than_one_word():
    for row in PHRASES:
        assert {" ", "-"} & set(row["phrase"]), row


def test_reasons_and_kinds_are_of_the_known_sorts():
    assert {row["reason"] for row in WORDS} == {"word", "surname", "given name"}
    assert {row["kind"] for row in PLACES} == {"city", "region"}


def test_an_office_or_place_lies_in_or_near_its_country():
    middle = {row["country"]: row for row in rows("points")}
    for row in OFFICES + PLACES:
        here = float(row["latitude"]), float(row["longitude"])
        assert -90 <= here[0] <= 90
        assert -180 <= here[1] <= 180
        if row["country"] in middle and row["country"] not in FAR_FLUNG:
            point = middle[row["country"]]
            centre = float(point["label_latitude"]), float(point["label_longitude"])
            assert kilometres(*here, *centre) < 2500, row
