"""Passages that people write by hand, in text files."""

import pytest

from geo.errors import ArticleError
from geo.resources import DATA
from geo.training.written import written

TEXT = "[Peru|PER] sent [Chile|CHL] water; [Lima|PER capital], said [its neighbour|CHL anaphor], had been kind."


def passage(tmp_path, *lines):
    (tmp_path / "water.txt").write_text("\n".join(["# Help between neighbours.", *lines]), encoding="utf-8")
    (row,) = written(tmp_path / "water.txt")
    return row


def ends(row):
    surfaces = [mention["text"] for mention in row["mentions"]]
    return [(surfaces[r["source_mention"]], surfaces[r["target_mention"]]) for r in row["relations"]]


def test_marks_are_taken_out_of_the_text_and_mentions_stand_where_they_stood(tmp_path):
    row = passage(tmp_path, TEXT, "none")
    assert row["text"] == "Peru sent Chile water; Lima, said its neighbour, had been kind."
    assert all(row["text"][m["start"] : m["end"]] == m["text"] for m in row["mentions"])
    assert [m["kind"] for m in row["mentions"]] == ["name", "name", "capital", "anaphor"]


def test_an_actor_acts_in_the_mention_nearest_to_the_trigger(tmp_path):
    row = passage(tmp_path, TEXT, 'PER > CHL AID resource asserted "sent"', 'CHL > PER SUPPORT other asserted? "kind"')
    assert ends(row) == [("Peru", "Chile"), ("its neighbour", "Lima")]
    assert [r["doubtful"] for r in row["relations"]] == [False, True]


def test_a_number_behind_an_actor_names_another_of_its_mentions(tmp_path):
    named = ["CHL#1 > PER#2 SUPPORT", "PER#1 <> CHL AID"]
    row = passage(tmp_path, TEXT, *(f'{ends} other asserted "kind"' for ends in named))
    assert ends(row) == [("Chile", "Lima"), ("Peru", "its neighbour"), ("its neighbour", "Peru")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('PER#3 > CHL AID resource asserted "sent"', "PER is marked 2 times"),
        ('PER#two > CHL AID resource asserted "sent"', "write PER#2 for the second mention"),
        ('PER#0 > CHL AID resource asserted "sent"', "write PER#2 for the second mention"),
        ('PER > BOL AID resource asserted "sent"', "no mention of it is marked"),
        ('PER > CHL AID resource asserted "lent"', "stands 0 times"),
        ('PER > CHL GIVE resource asserted "sent"', "no event type"),
    ],
)
def test_an_error_names_the_line_of_its_block_and_what_is_wrong(tmp_path, line, says):
    with pytest.raises(ArticleError, match=rf"water\.txt: block at line 2: .*{says}"):
        passage(tmp_path, TEXT, line)


def test_the_guide_follows_its_own_rules(tmp_path):
    guide = (DATA / "training" / "GUIDE.md").read_text(encoding="utf-8")
    (tmp_path / "guide.txt").write_text("\n\n".join(guide.split("```")[1::2]), encoding="utf-8")
    assert len(written(tmp_path / "guide.txt")) > 10
