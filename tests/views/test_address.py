import datetime as dt
from dataclasses import fields

import pytest

from geo.views.address import Address, parameters_of, parse

WHOLE = {
    "from": ["2022-01-01"], "to": ["2022-12-31"], "country": ["RUS", "CUB"], "source": ["RUS"],
    "target": ["CUB", "org:EU"], "between": ["RUS", "CUB", "VEN"], "quad": ["1", "4"], "type": ["AID", "SANCTION"],
    "context": ["military"], "status": ["alleged"], "outlet": ["Harbour Times & Sons"], "words": ["oil tanker"],
    "least": ["3"], "confidence": ["0.75"], "dyad": ["RUS-CUB"], "place": ["Havana"],
    "article": ["0123456789abcdef"], "view": ["3d"], "colour": ["quad"], "width": ["share"], "step": ["week"],
    "changes": ["yes"],
}


def test_every_parameter_is_read():
    assert parse(WHOLE) == (
        Address(
            start=dt.date(2022, 1, 1), end=dt.date(2022, 12, 31), countries=("RUS", "CUB"), sources=("RUS",),
            targets=("CUB", "org:EU"), between=("RUS", "CUB", "VEN"), quads=(1, 4), types=("AID", "SANCTION"),
            contexts=("military",), statuses=("alleged",), outlets=("Harbour Times & Sons",), words="oil tanker",
            least=3, confidence=0.75, dyad=("RUS", "CUB"), place="Havana", article="0123456789abcdef", view="3d",
            colour="quad", width="share", step="week", changes=True,
        ),
        [],
    )


def test_every_field_has_its_parameter():
    asked = parse(WHOLE)[0]
    assert not [field.name for field in fields(Address) if getattr(asked, field.name) == getattr(Address(), field.name)]


def test_the_filters_ask_for_the_same_as_the_address():
    address = parse(WHOLE)[0]
    assert address.filters.words == "oil tanker"
    assert address.filters.between == ("RUS", "CUB", "VEN")


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
        ("source", "NATO"), ("target", "<script>"), ("between", ""), ("type", "FIGHT"), ("context", "Military"),
        ("status", "true"), ("outlet", ""), ("words", "?!"), ("least", "0"), ("least", "-1"), ("least", "9" * 40),
        ("least", "٣"), ("confidence", "2"), ("confidence", "nan"), ("confidence", ""), ("confidence", "1e-3"),
        ("place", ""), ("article", ""), ("view", "globe"), ("colour", "red"), ("width", "10"), ("step", "hour"),
        ("changes", "no"),
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


def test_acts_told_as_facts_or_announced_are_what_is_shown_unless_asked_otherwise():
    assert parse({})[0].statuses == ("asserted", "future")
    assert parameters_of(Address(statuses=("future", "asserted"))) == {}
    assert parameters_of(Address(statuses=("asserted",))) == {"status": ["asserted"]}


def test_a_value_that_is_far_too_long_is_left_out_and_its_note_stays_short():
    address, (note,) = parse({"words": ["sugar " * 10_000]})
    assert address == Address()
    assert len(note) < 400


def test_organisations_can_be_an_end_of_a_dyad():
    assert parse({"dyad": ["org:NATO-RUS"]})[0].dyad == ("org:NATO", "RUS")
