import datetime as dt

import pytest
from pandas import DataFrame
from store_examples import aid, quarrel, undated

from geo.store import Filters, write_store
from geo.store.counts import by_actor, counts, sureness


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_store([quarrel(), aid(), undated()], tmp_path_factory.mktemp("counts") / "store")


def test_acts_are_counted_by_each_column_that_is_asked_for(store):
    found = counts(store, Filters(), ["year", "quad", "outlet"])
    assert found["year"] == {2024: 3, 2025: 1}
    assert found["quad"] == {1: 2, 3: 2, 2: 1}
    assert found["outlet"] == {"Coast Post": 3}


def test_acts_are_counted_within_the_filters(store):
    days = Filters(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31), statuses=())
    assert counts(store, days, ["status"])["status"] == {"asserted": 1, "hypothetical": 1}


def test_nothing_kept_has_no_counts(store):
    assert counts(store, Filters(contexts=("cyber",)), ["quad", "context"]) == {"quad": {}, "context": {}}


def test_an_actor_has_the_acts_of_its_pairs():
    ends, acts = {"source": ["PER", "CHL", "CHL"], "target": ["CHL", "PER", "BOL"]}, {"acts": [2, 1, 4]}
    pairs = DataFrame(ends | acts)
    assert by_actor(pairs) == {"CHL": 7, "BOL": 4, "PER": 3}
    assert by_actor(pairs, ends=("source",)) == {"CHL": 5, "PER": 2}
    assert by_actor(pairs, within=("CHL",)) == {"BOL": 4, "PER": 3}


def test_acts_are_counted_by_how_sure_the_reader_was(store):
    assert sureness(store, Filters(), [0.0, 0.8, 0.9]) == {0.0: 5, 0.8: 5, 0.9: 0}
