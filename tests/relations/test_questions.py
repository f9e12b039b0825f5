"""Who is asked about a country asks nothing of it."""

import pytest

from geo.relations.questions import is_question


def asked(text, words="asked"):
    start = text.lower().index(words)
    return is_question(text, (start, start + len(words)))


@pytest.mark.parametrize("text", [
    "Asked about grain for Mali, the minister smiled.",
    "The harvest failed. Asked whether Chad would get help, she nodded.",
    "The minister, asked on Friday about Gabon, would not answer.",
    "When asked how Fiji had voted, he looked away.",
    "He was asked by two reporters about the ships off Oman.",
    "“Ask them,” she said. Questioned on the arms for Niger, she left.",
])
def test_a_question_put_to_somebody_is_none_of_his_acts(text):
    assert asked(text, "questioned" if "Questioned" in text else "asked")


@pytest.mark.parametrize("text", [
    "Peru asked Chile for two ferries.",
    "Laos has asked whether Vietnam would lend it buses.",
    "Mali was asked by Niger to open the road.",
    "Asked by Tonga for help, Samoa sent three boats.",
    "Togo asked Benin about the missing trawler.",
])
def test_a_request_stays_one(text):
    assert not asked(text)
