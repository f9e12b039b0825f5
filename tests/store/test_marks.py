import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from store_examples import aid, quarrel

from geo.errors import StoreError
from geo.store import Filters, write_store
from geo.store.marks import Mark, keep_marks, latest, mark_now, read_marks

ALL = Filters(statuses=())


@pytest.fixture
def store(tmp_path):
    return write_store([quarrel(), aid()], tmp_path / "store")


def accusation(store):
    return store.evidence(ALL, "PER", "CHL").query("event_type == 'ACCUSE'")["relation_id"].item()


def verdicts(folder):
    return {name: mark.verdict for name, mark in read_marks(folder).items()}


def test_a_store_that_nobody_marked_has_no_marks(store):
    assert read_marks(store.folder) == {}


def test_the_latest_mark_of_a_relation_counts(store):
    keep_marks(store.folder, [mark_now("a", "wrong")])
    keep_marks(store.folder, [mark_now("b", "right")])
    keep_marks(store.folder, [mark_now("a", "right")])
    assert verdicts(store.folder) == {"a": "right", "b": "right"}


def test_a_mark_can_be_taken_back(store):
    keep_marks(store.folder, [mark_now("a", "wrong")])
    keep_marks(store.folder, [mark_now("a", "unmarked")])
    assert verdicts(store.folder) == {}


def test_time_decides_which_mark_is_the_latest_whatever_the_order_of_lines():
    late, early = Mark("a", "right", "2024-05-02T10:00:00"), Mark("a", "wrong", "2024-05-01T10:00:00")
    assert latest([late, early]) == {"a": late}


def test_marks_survive_that_the_store_is_made_again_and_mean_the_same_relations(store):
    keep_marks(store.folder, [mark_now(accusation(store), "wrong")])
    again = write_store([aid(), quarrel()], store.folder)
    assert verdicts(again.folder) == {accusation(again): "wrong"}


def test_many_readers_may_mark_at_once(store):
    marks = [mark_now(f"relation-{number}", "right") for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda mark: keep_marks(store.folder, [mark]), marks))
    assert set(read_marks(store.folder)) == {mark.relation_id for mark in marks}


@pytest.mark.parametrize("line", ['{"relation_id": "a", "verd', "[]", "7", "", '{"relation_id": "a"}', "\x00\xff",
                                  json.dumps({"relation_id": "a", "verdict": "odd", "marked_at": "2024"}),
                                  json.dumps({"relation_id": ["a"], "verdict": "right", "marked_at": "2024"})])
def test_a_broken_line_costs_no_other_mark(store, line):
    keep_marks(store.folder, [mark_now("before", "wrong")])
    with (store.folder / "marks.jsonl").open("a") as stream:
        stream.write(f"\n{line}")
    keep_marks(store.folder, [mark_now("after", "right")])
    assert verdicts(store.folder) == {"before": "wrong", "after": "right"}


def test_a_store_whose_folder_is_gone_keeps_no_mark_and_says_so(tmp_path):
    with pytest.raises(StoreError, match="folder is gone"):
        keep_marks(tmp_path / "nowhere", [mark_now("a", "right")])


def test_what_is_left_out_counts_nowhere_but_in_the_whole_store(store):
    left = store.without([accusation(store)])
    assert (store.summary(ALL).acts, left.summary(ALL).acts) == (5, 4)
    assert not left.dyads(ALL)["conflict"].iloc[0]
    assert len(left.evidence(ALL, "PER", "CHL")) == 1
    assert left.whole.summary(ALL).acts == 5
    assert left.without([]).summary(ALL).acts == 5
