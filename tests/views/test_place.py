import pandas as pd
import pytest

from geo.views.place import naming

TEXT = "The minister spoke at length. He had come to Lima on Monday, and left again without a word to anybody."


def row(passage, *, place="Lima", before=0, after=0, **known):
    start = passage.index(place)
    return {
        "passage": passage, "start": start, "end": start + len(place), "before": before, "after": after,
        "date": pd.Timestamp("2024-03-05"), "title": "A visit", "outlet": "Coast Post", "url": None, "mentions": 1,
        "article_id": "a", **known,
    }


def test_the_place_is_marked_among_the_words_around_it():
    html = naming(row(TEXT))
    assert 'He had come to <span class="mention">Lima</span> on Monday' in html
    assert "…" not in html


def test_where_the_article_goes_on_there_are_dots_and_no_broken_words():
    html = naming(row(TEXT[7:90], before=7, after=13))
    assert "<blockquote>… spoke at length." in html
    assert "left again without a …</blockquote>" in html


def test_only_the_paragraph_of_the_mention_is_shown():
    html = naming(row(f"A visit\n\n{TEXT}\nIt rained."))
    assert "<blockquote>The minister spoke" in html
    assert "anybody.</blockquote>" in html


@pytest.mark.parametrize("column", ["passage", "title", "outlet"])
def test_whatever_an_article_holds_is_text(column):
    known = {column: "<img src=x> Lima"} if column != "passage" else {}
    html = naming(row("<img src=x> Lima" if column == "passage" else TEXT, **known))
    assert "<img" not in html
    assert "&lt;img" in html


def test_an_address_that_runs_a_script_is_no_link():
    assert "href" not in naming(row(TEXT, url="javascript:alert(1)"))
    assert "href='https://coast.example/'" in naming(row(TEXT, url="https://coast.example/"))
