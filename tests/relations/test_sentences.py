import pytest
from annotated import annotated

from geo.relations.sentences import paragraphs


def sentences(text, title=None):
    article, mentions = annotated(text, title)
    return [
        article.content[slice(*span)] for paragraph in paragraphs(article, mentions) for span in paragraph.sentences
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Envoys of the U.S. Department of State landed in Accra on Jan. 9 with a long list of questions.",
        "Lt. Col. Agnes Mbeki left No. 10 Downing St. without a word to the cameras.",
        "They were led by Brig. Gen. J. R. Okoro, who speaks four languages.",
        "OTTAWA, Ont. — Ministers put off the vote by a week.",
        "The U.N. Security Council adjourned at 7 p.m. after a long debate.",
        '"Who asked for this?" said Gov. Ruth Alvarez.',
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence):
    assert sentences(sentence) == [sentence]


def test_a_country_abbreviated_may_still_end_one():
    assert len(sentences("Nobody had asked the U.S. The envoy came all the same.")) == 2


def test_the_title_is_a_sentence_of_its_own():
    assert sentences("The pact runs for a year.", title="Peru signs") == ["Peru signs", "The pact runs for a year."]


def test_a_blank_line_ends_a_sentence_even_without_a_full_stop():
    assert sentences("A pact at last\n \nThe two sides signed.") == ["A pact at last", "The two sides signed."]


def test_no_sentence_ends_inside_a_mention():
    assert len(sentences("The crew of [Sta. Maria. Norte|CHL] had no radio. It sank.")) == 2


@pytest.mark.parametrize("text", ["", " \n\n ", "\n", "...", "\u2028", "a" * 5000, "。" * 300, "\ud800 x. \udfff"])
def test_odd_texts_do_no_harm(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
