import datetime as dt

import pytest

from geo.store import Filters
from geo.views import telling


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), ""),
        (Filters(countries=("RUS",)), "by or towards Russia"),
        (Filters(countries=("RUS", "CUB", "VEN", "USA")), "by or towards Russia, Cuba or 2 more"),
        (Filters(sources=("USA",), targets=("CUB", "NIC")), "by the United States towards Cuba or Nicaragua"),
        (Filters(between=("CUB", "NIC")), "between Cuba and Nicaragua"),
        (Filters(between=("CUB",)), "between Cuba and any country"),
    ],
)
def test_sides_are_told_as_by_towards_and_between(filters, words):
    assert telling.who(filters) == words


def test_kinds_are_told_by_sign_quad_class_or_type():
    assert telling.what(Filters(quads=(1, 2))) == "cooperation"
    assert telling.what(Filters(quads=(1, 2, 3, 4))) == ""
    assert telling.what(Filters(types=("AID", "SANCTION"))) == "aid or sanction"
    assert telling.what(Filters(types=("AID",), quads=(2,))) == "aid, cooperation in deeds"


def test_days_and_subjects_are_told_in_plain_words():
    assert telling.when(Filters(start=dt.date(2022, 1, 1), end=dt.date(2022, 12, 31))) == "in 2022"
    assert telling.subject(Filters(contexts=("military", "resource"))) == "military matters or energy"


def test_the_rest_is_told_only_where_something_is_chosen():
    assert telling.more(Filters()) == ""
    chosen = Filters(statuses=("alleged",), outlets=("Coast Post",), words="buoy", least=3, confidence=0.8)
    assert telling.more(chosen) == (
        "alleged, in Coast Post, with ‘buoy’ in the evidence, 3 acts or more, confidence 80% or more"
    )


def test_every_status_together_is_no_status_in_particular():
    assert telling.more(Filters(statuses=("asserted", "future", "negated", "alleged", "hypothetical"))) == (
        "whatever their status"
    )
