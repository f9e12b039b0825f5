import datetime as dt

import pytest
from pandas import DataFrame

from geo.views.changes import Changes, account, compared, for_map, title

NOW, BEFORE = (dt.date(2022, 1, 1), dt.date(2022, 12, 31)), (dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def pairs(**acts):
    rows = [(*dyad.split("_"), dyad.replace("_", "-"), count) for dyad, count in acts.items()]
    return DataFrame(rows, columns=["source", "target", "dyad", "acts"])


@pytest.fixture
def changed():
    now = pairs(RUS_CUB=5, USA_VEN=2, CUB_RUS=3, BRA_ARG=4)
    then = pairs(RUS_CUB=1, USA_VEN=9, CUB_RUS=3, FRA_DEU=2)
    return Changes(NOW, BEFORE, compared(now, then))


def test_each_dyad_is_new_vanished_grown_shrunk_or_the_same(changed):
    assert dict(zip(changed.dyads["dyad"], changed.dyads["group"], strict=True)) == {
        "USA-VEN": "shrunk", "RUS-CUB": "grown", "BRA-ARG": "new", "FRA-DEU": "vanished", "CUB-RUS": "same",
    }


def test_the_greatest_change_stands_first(changed):
    assert list(changed.dyads["change"]) == [-7, 4, 4, -2, 0]


def test_the_map_gets_what_changed_as_wide_as_it_changed(changed):
    drawn = for_map(changed)
    assert list(drawn["dyad"]) == ["USA-VEN", "BRA-ARG", "RUS-CUB", "FRA-DEU"]
    assert list(drawn["acts"]) == [7, 4, 4, 2]


def test_the_headline_names_the_greatest_growth_and_the_greatest_decline(changed):
    assert title(changed) == "More from Brazil to Argentina, less from the United States to Venezuela"


def test_the_account_counts_both_stretches_and_what_became_of_pairs(changed):
    assert account(changed) == (
        "14 acts in 2022, 15 in 2021. Pairs: 1 new, 1 gone, 1 with more acts and 1 with fewer."
    )


def test_two_stretches_without_acts_have_no_changes():
    nothing = Changes(NOW, BEFORE, compared(pairs(), pairs()))
    assert nothing.dyads.empty
    assert title(nothing) == "Nothing changed"
    assert account(nothing) == "0 acts in 2022, 0 in 2021."
