from itertools import pairwise

from annotated import annotated

from geo.relations.layout import LONGEST, mark
from geo.relations.reader import load_reader
from geo.relations.sentences import paragraphs
from geo.relations.windows import Cutter
from geo.resources import DATA

FILLER = "Nothing else of note was said that day about the long and winding road to the old harbour. "


def windows(text, title=None, together=60, longest=120):
    article, mentions = annotated(text, title)
    cutter = Cutter(load_reader(DATA).tokens(article.content), mark(mentions))
    return article.content, cutter.windows(paragraphs(article, mentions), together, longest)


def texts(text, title=None):
    content, found = windows(text, title)
    return [content[window.sentences[0][0] : window.sentences[-1][1]] for window in found]


def test_short_paragraphs_are_read_together_and_the_title_alone():
    title, first, second = "[Fiji|FJI] courts [Tonga|TON]", "[Fiji|FJI] wrote to [Tonga|TON].", "[Tonga|TON] replied."
    assert texts(f"{first}\n\n{second}", title) == [
        "Fiji courts Tonga",
        "Fiji wrote to Tonga.\n\nTonga replied.",
    ]


def test_as_many_paragraphs_are_read_together_as_are_asked_for():
    text = "\n\n".join(["[Fiji|FJI] wrote to [Tonga|TON] once more."] * 9)
    assert [len(windows(text, together=length)[1]) for length in (1, 40, 300)] == [9, 3, 1]


def test_a_window_with_one_actor_is_not_read():
    assert texts("[Fiji|FJI] held an election, and [Suva|FJI] was calm.") == []


def test_a_long_paragraph_is_cut_between_sentences_with_one_for_context():
    sentence = "[Fiji|FJI] sent a letter to [Tonga|TON], and its capital was full of talk about what it meant. "
    content, found = windows(sentence * 12)
    assert len(found) > 1
    for before, after in pairwise(found):
        assert after.sentences[0] == before.sentences[-1]
        assert after.unread == after.sentences[1][0]
    covered = {span for window in found for span in window.sentences}
    assert sum(end - start for start, end in covered) == len(content) - 12


def test_no_window_is_longer_than_the_reader_reads():
    endless = ", ".join(["[Mali|MLI] wrote to [Niger|NER] and the post was slow"] * 80)
    _, found = windows(endless + ". " + FILLER * 30)
    assert len(found) > 4
    assert all(window.fits(LONGEST) for window in found)
    read = {(mention.start, mention.end) for window in found for mention in window.mentions}
    assert len(read) == 160


def test_a_single_endless_word_is_read_as_far_as_it_goes():
    assert len(texts("[Mali|MLI]" + "-" * 3000 + "[Niger|NER]")) == 1
