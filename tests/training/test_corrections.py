"""What a second reading changes in the labels of a passage."""

import json

import pytest

from geo.errors import TableError
from geo.resources import DATA, rows
from geo.training.corrections import check_single, corrected, corrections
from geo.training.passages import passages

TEXT = "Peru sent Chile water and asked it for fish. Lima thanked its neighbour."

ENDS = ("source_mention", "target_mention")


def mention(words, code, kind="name"):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "codes": [code], "kind": kind}


def relation(source, target, event_type, words, ends):
    start = TEXT.index(words)
    return {
        "source": source, "target": target, "source_mention": ends[0], "target_mention": ends[1],
        "event_type": event_type, "context": "resource", "status": "asserted", "doubtful": False,
        "trigger": [start, start + len(words)],
    }


PASSAGE = {
    "id": "news-1", "date": None, "text": TEXT,
    "mentions": [
        mention("Peru", "PER"), mention("Chile", "CHL"), mention("Lima", "PER", "capital"),
        mention("its neighbour", "CHL", "anaphor"),
    ],
    "relations": [relation("PER", "CHL", "AID", "sent", (0, 1)), relation("CHL", "PER", "AID", "water", (1, 0))],
}


def row(source, target, event_type="", status="none", **other):
    label = {"source": source, "target": target, "event_type": event_type, "context": "resource", "status": status}
    return {"passage": "news-1", **label, "trigger": "", "reason": "A second reading."} | other


def told(passage):
    return sorted((r["source"], r["target"], r["event_type"], r["status"], r["doubtful"]) for r in passage["relations"])


def test_a_passage_without_a_row_keeps_its_labels():
    assert corrected(PASSAGE, []) == PASSAGE


def test_a_label_can_be_taken_away_by_its_type_or_with_all_others_of_the_pair():
    assert told(corrected(PASSAGE, [row("CHL", "PER", "AID")])) == [("PER", "CHL", "AID", "asserted", False)]
    assert told(corrected(PASSAGE, [row("CHL", "PER"), row("PER", "CHL")])) == []
    assert len(PASSAGE["relations"]) == 2


def test_a_label_made_doubtful_stays_where_it_stood():
    changed = corrected(PASSAGE, [row("CHL", "PER", "AID", "alleged?")])
    (doubtful,) = [r for r in changed["relations"] if r["doubtful"]]
    assert doubtful == PASSAGE["relations"][1] | {"status": "alleged", "doubtful": True}


def test_an_added_label_stands_at_its_trigger_and_at_the_nearest_mentions():
    added = corrected(PASSAGE, [row("PER", "CHL", "SUPPORT", "asserted", trigger="thanked")])["relations"][-1]
    assert TEXT[slice(*added["trigger"])] == "thanked"
    assert [PASSAGE["mentions"][added[end]]["text"] for end in ENDS] == ["Lima", "its neighbour"]
    assert (added["context"], added["status"], added["doubtful"]) == ("resource", "asserted", False)


def test_an_added_label_may_have_no_trigger():
    added = corrected(PASSAGE, [row("PER", "CHL", "REQUEST", "asserted")])["relations"][-1]
    assert added["trigger"] is None
    assert (added["source_mention"], added["target_mention"]) == (0, 1)


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (row("PER", "CHL", "SUPPORT", "asserted", trigger="praised"), "'praised' stands 0 times"),
        (row("PER", "BOL", "SUPPORT", "asserted", trigger="thanked"), "BOL acts, but no mention of it is marked"),
        (row("PER", "CHL", "PRAISE", "asserted"), "'PRAISE' is no event type"),
        (row("PER", "CHL", "AID", "perhaps"), "'perhaps' is no status"),
        (row("PER", "CHL", "AID", "asserted", context="fish"), "'fish' is no context"),
        (row("CHL", "PER", "ASSAULT"), "no such label to take away"),
    ],
)
def test_a_row_that_does_not_fit_its_passage_is_named(wrong, what):
    with pytest.raises(TableError, match=rf"corrections.csv, news-1, .*{what}"):
        corrected(PASSAGE, [wrong])


def test_every_corrected_passage_is_among_our_labels():
    labels = [json.loads(line)["id"] for path in (DATA / "training/labels").glob("*.jsonl") for line in path.open()]
    assert corrections().keys() <= set(labels)


def test_passages_that_share_a_name_can_not_be_corrected():
    check_single(["news-1", "news-9"], ["news-1", "news-2", "news-2"])
    with pytest.raises(TableError, match="several passages are called news-2"):
        check_single(["news-1", "news-2"], ["news-1", "news-2", "news-2"])


def test_passages_of_a_folder_come_corrected(tmp_path):
    (tmp_path / "news.jsonl").write_text(json.dumps(PASSAGE), encoding="utf-8")
    (passage,) = passages(tmp_path, {"news-1": [row("CHL", "PER", "AID")]})
    assert told(passage) == [("PER", "CHL", "AID", "asserted", False)]


def test_our_table_gives_each_label_once_and_in_order():
    table = list(rows("training/corrections"))
    labels = [(r["passage"], r["source"], r["target"], r["event_type"]) for r in table]
    assert labels == sorted(set(labels))
    assert all(r["reason"].endswith(".") for r in table)
