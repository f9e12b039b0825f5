import datetime as dt

import pytest

from geo.views.address import Address, parameters_of, parse

WHOLE = {
    "from": ["2022-01-01"], "to": ["2022-12-31"], "country": ["RUS", "CUB"], "quad": ["1"],
    "dyad": ["RUS-CUB"], "article": ["0123456789abcdef"],
}


def test_every_parameter_is_read():
    assert parse(WHOLE) == (
        Address(dt.date(2022, 1, 1), dt.date(2022, 12, 31), ("RUS", "CUB"), (1,), ("RUS", "CUB"), "0123456789abcdef"),
        [],
    )


def test_what_is_read_is_written_the_same():
    assert parameters_of(parse(WHOLE)[0]) == WHOLE


def test_an_empty_address_asks_for_nothing():
    assert parse({}) == (Address(), [])
    assert parameters_of(Address()) == {}


def test_unknown_parameters_are_no_matter():
    assert parse({"utm_source": ["letter"]}) == (Address(), [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("from", "yesterday"), ("to", "2022-02-30"), ("from", ""), ("country", "Russia"), ("country", "rus"),
        ("quad", "5"), ("quad", "²"), ("dyad", "RUS"), ("dyad", "RUS-RUS"), ("dyad", "RUS-XXX"), ("dyad", "-"),
    ],
)
def test_a_bad_value_is_left_out_with_a_note_that_names_it(key, value):
    address, (note,) = parse({key: [value]})
    assert address == Address()
    assert note.startswith(f"{key}={value} is left out: ")


def test_good_values_beside_a_bad_one_count():
    address, notes = parse({"country": ["RUS", "Narnia", "CUB"]})
    assert address.countries == ("RUS", "CUB")
    assert len(notes) == 1


def test_a_period_that_ends_before_it_begins_is_left_out():
    address, (note,) = parse({"from": ["2022-05-01"], "to": ["2022-04-01"]})
    assert (address.start, address.end) == (None, None)
    assert "both are left out" in note


def test_of_two_first_days_the_first_counts():
    address, (note,) = parse({"from": ["2022-05-01", "2022-06-01"]})
    assert address.start == dt.date(2022, 5, 1)
    assert "more than once" in note


def test_organisations_can_be_an_end_of_a_dyad():
    assert parse({"dyad": ["org:NATO-RUS"]})[0].dyad == ("org:NATO", "RUS")
