from geo.views.marking import Span, marked


def test_spans_become_elements():
    assert marked("Peru helps", [Span(0, 4, "source")]) == '<span class="source">Peru</span> helps'


def test_every_character_of_the_text_is_escaped():
    assert marked("<b>&\"'", []) == "&lt;b&gt;&amp;&quot;&#x27;"
    assert marked("<b>Peru", [Span(0, 7, "source")]) == '<span class="source">&lt;b&gt;Peru</span>'


def test_titles_are_escaped():
    assert 'title="&quot;&gt;"' in marked("Peru", [Span(0, 4, "mention", '">')])


def test_overlapping_spans_share_the_piece_that_both_cover():
    assert marked("abc", [Span(0, 2, "x"), Span(1, 3, "y")]) == (
        '<span class="x">a</span><span class="x y">b</span><span class="y">c</span>'
    )


def test_spans_that_reach_past_the_text_end_with_it():
    assert marked("ab", [Span(-3, 1, "x"), Span(1, 9, "y"), Span(7, 9, "z")]) == (
        '<span class="x">a</span><span class="y">b</span>'
    )


def test_a_text_without_characters_is_empty():
    assert marked("", [Span(0, 1, "x")]) == ""
