import re

import pytest

from geo.mentions.cues import Cues, any_case

DUKES = re.compile(r"(?<!\w)(?i:duke|grand-duke) (?=[A-Z])")
CUES = Cues(any_case(["duke", "grand-duke"]))


def test_a_pattern_is_tried_only_where_a_cue_begins():
    text = "The Grand-duke Henri met DUKE Ellington, but no duke of anything."
    assert [hit[0] for hit in CUES.hits(DUKES, text)] == ["Grand-duke ", "DUKE "]


def test_of_cues_that_begin_at_one_place_the_longest_comes_first():
    assert Cues(["army", "army of", "of"]).spans("an army of ants") == [(3, 10), (3, 7), (8, 10)]


@pytest.mark.parametrize(
    "text",
    ["", "duke A", "\ud800 Duke Äb duke A", "archduke A grand-duke B", "Grand-Duke\nA DUKE A", "äduke A"],
)
def test_cues_find_what_the_pattern_alone_finds(text):
    assert [hit.span() for hit in CUES.hits(DUKES, text)] == [hit.span() for hit in DUKES.finditer(text)]
