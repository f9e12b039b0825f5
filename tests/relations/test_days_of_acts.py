"""When an act was done: sentences with the act in braces, told in an article of Wednesday 12 June 2024."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from geo.articles.article import Article
from geo.relations.dates import dated
from geo.relations.relation import Relation
from geo.relations.sentences import paragraphs

PUBLISHED = dt.date(2024, 6, 12)
KENYA, CHAD = "Kenya", "Chad"


def relation(article, trigger, event_type, status):
    start, end = article.content.find(KENYA), len(article.content)
    return Relation(
        "KEN", "TCD", event_type, "other", "04", 1, 2.5, status, None, 0, end, article.content,
        (start, start + 5), (article.content.find(CHAD), article.content.find(CHAD) + 4), trigger, 0.9,
    )  # fmt: skip


def tellings(text, title=None, published=PUBLISHED, event_type="CONSULT", status="asserted"):
    """The days of the acts that stand in braces, in the order of the text."""
    content = f"{title}\n\n{text}" if title else text
    triggers, plain = [], ""
    for number, part in enumerate(content.replace("}", "{").split("{")):
        if number % 2:
            triggers.append((len(plain), len(plain) + len(part)))
        plain += part
    title = title and title.replace("{", "").replace("}", "")
    article = Article("example", text.replace("{", "").replace("}", ""), title, published)
    relations = [relation(article, trigger, event_type, status) for trigger in triggers]
    return [found.date and found.date.isoformat() for found in dated(article, paragraphs(article, ()), relations)]


def day(text, **options):
    [found] = tellings(text, **options)
    return found


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("on Tuesday", "2024-06-11"),
        ("late on Monday evening", "2024-06-10"),
        ("last Wednesday", "2024-06-05"),
        ("on Wednesday", "2024-06-12"),
        ("yesterday", "2024-06-11"),
        ("the day before yesterday", "2024-06-10"),
        ("today", "2024-06-12"),
        ("three days ago", "2024-06-09"),
        ("two years ago", "2022-06-12"),
        ("a decade ago", "2014-06-12"),
        ("last week", "2024-06-03"),
        ("over the weekend", "2024-06-08"),
        ("earlier this week", "2024-06-10"),
        ("earlier this month", "2024-06-01"),
        ("last month", "2024-05-01"),
        ("last year", "2023-01-01"),
        ("in January", "2024-01-01"),
        ("in November", "2023-11-01"),
        ("on 3 March 2014", "2014-03-03"),
        ("on March 3, 2014", "2014-03-03"),
        ("on May 30", "2024-05-30"),
        ("on the 30th of May", "2024-05-30"),
        ("on Dec. 30", "2023-12-30"),
        ("in March 2014", "2014-03-01"),
        ("in the summer of 2014", "2014-01-01"),
        ("in 2014", "2014-01-01"),
        ("in the early 1990s", "1990-01-01"),
        ("on 2014-03-03", "2014-03-03"),
    ],
)
def test_an_act_is_dated_by_the_words_of_its_sentence(when, expected):
    assert day(f"Envoys of Kenya {{met}} colleagues from Chad {when}.") == expected


@pytest.mark.parametrize("when", ["this week", "this month", "in June", "this year", "in 2024", "in recent weeks"])
def test_a_period_that_holds_the_articles_day_leaves_that_day(when):
    assert day(f"Envoys of Kenya {{met}} colleagues from Chad {when}.") == "2024-06-12"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("on Friday", "2024-06-14"),
        ("next Tuesday", "2024-06-18"),
        ("tomorrow", "2024-06-13"),
        ("next month", "2024-07-01"),
        ("in January", "2025-01-01"),
        ("on 3 March", "2025-03-03"),
        ("in two weeks", "2024-06-26"),
        ("at the weekend", "2024-06-15"),
    ],
)
def test_an_act_still_to_come_lies_ahead(when, expected):
    assert day(f"Envoys of Kenya will {{meet}} colleagues from Chad {when}.", status="future") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has {backed} Chad since 2014.",
        "Kenya {lent} Chad two boats until Friday.",
        "Kenya {joined} Chad in the treaty of 1987.",
        "Kenya {met} Chad for the first time in two years.",
        "Kenya {sent} Chad 1,990 sacks of rice and 2014 tents.",
        "Theresa May {sent} envoys of Kenya to Chad.",
        "Kenya {met} Chad on 31 June.",
        "Kenya {met} Chad 900 decades ago.",
        "Kenya {met} Chad the next day.",
    ],
)
def test_words_that_tell_no_day_move_nothing(text):
    assert day(text) == "2024-06-12"


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Kenya, which had left Chad in 2014, {returned}.", "CONSULT"),
        ("Kenya {expelled} an envoy after Chad shelled a village on Monday.", "SANCTION"),
        ("Kenya {asked} Chad to hand over the men by the lake next week.", "REQUEST"),
        ("Kenya {accused} Chad of shelling a village on Monday.", "ACCUSE"),
        ("Kenya {condemned} Chad for the 2019 raid.", "ACCUSE"),
        ("Kenya {condemned} Monday's raid by Chad.", "ACCUSE"),
        ("The ministry said on Tuesday that Kenya had {lent} Chad a boat.", "AID"),
        ("Kenya {lent} Chad a boat, the ministry said on Tuesday.", "AID"),
        ("Kenya {blames} Chad for a rocket fired last month.", "ACCUSE"),
        ("Envoys of Chad seized in May were freed during a {raid} by Kenya.", "ASSAULT"),
        ("Kenya {joined} Chad against post-September 11 rebels.", "COOPERATE"),
        ("After a coup in July 2023, Chad {left} Kenya.", "RETREAT"),
        ("Kenya {owes} Chad a sum lent in 2016.", "AID"),
        ("Chad, shelled by rebels in 2014, {received} envoys of Kenya.", "CONSULT"),
    ],
)
def test_the_time_of_another_act_moves_nothing(text, event_type):
    assert day(text, event_type=event_type) == "2024-06-12"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Kenya {met} Chad on Monday and {met} it anew on Tuesday.", ["2024-06-10", "2024-06-11"]),
        ("After Kenya {left} Chad in 2014, its envoys {came} back on Monday.", ["2014-01-01", "2024-06-10"]),
        ("The 2014 {war} of Kenya and Chad, which {ended} in 2016.", ["2014-01-01", "2016-01-01"]),
        ("The {war} of 1998 between Kenya and Chad {ended} in 2001.", ["1998-01-01", "2001-01-01"]),
        ("Kenya {met} Chad in May 2019; Kenya {left} Chad in 2020.", ["2019-05-01", "2020-01-01"]),
    ],
)
def test_each_act_of_a_sentence_has_its_own_day(text, days):
    assert tellings(text) == days


def test_what_is_said_is_done_when_it_is_said():
    assert day("Kenya said on Tuesday that it {rejects} the plan of Chad.", event_type="REJECT") == "2024-06-11"


def test_a_deed_is_not_done_when_it_is_spoken_of():
    text = "Kenya said on Tuesday that it will {send} boats to Chad."
    assert day(text, event_type="AID", status="future") == "2024-06-12"


def test_what_is_told_as_done_has_no_day_ahead():
    assert day("Kenya {agreed} with Chad on talks next month.", event_type="AGREE") == "2024-06-12"


def test_a_background_paragraph_is_dated_by_the_words_that_open_it():
    text = (
        "Kenya {accused} Chad on Tuesday.\n\n"
        "In 2014 Kenya {sent} troops to Chad. They {fought} beside those of Chad. "
        "Two years later Kenya {left} Chad.\n\n"
        "Chad {met} Kenya."
    )
    assert tellings(text)[1:4] == ["2014-01-01", "2014-01-01", "2016-01-01"]
    assert tellings(text, event_type="ACCUSE")[0] == "2024-06-11"


def test_a_background_paragraph_ends_with_its_paragraph():
    assert tellings("In 2014 Kenya {sent} troops.\nChad {met} Kenya.")[1] == "2024-06-12"


def test_what_is_told_as_of_today_leaves_the_past_that_opened_the_paragraph():
    assert tellings("In 2014 Kenya {left} Chad. Now Chad wants {talks} with Kenya.")[1] == "2024-06-12"


def test_a_headline_takes_the_day_that_the_text_tells():
    assert tellings("Kenya {met} Chad on Monday.", title="Kenya {meets} Chad") == ["2024-06-10"] * 2


def test_a_headline_is_not_of_long_ago():
    assert tellings("Kenya {met} Chad in 2014.", title="Kenya {meets} Chad") == ["2024-06-12", "2014-01-01"]


def test_an_undated_article_has_only_the_days_that_it_tells_whole():
    text = "Kenya {met} Chad in May 2014, {met} it on Monday, and {met} it again last week."
    assert tellings(text, published=None)[0] == "2014-05-01"
    assert day("Kenya {met} Chad on Monday.", published=None) is None


def test_the_days_that_relations_had_do_not_matter():
    article = Article("example", "Kenya met Chad on Monday.", None, PUBLISHED)
    texts = paragraphs(article, ())
    once = dated(article, texts, [relation(article, (6, 9), "CONSULT", "asserted")])
    assert dated(article, texts, [replace(once[0], date=dt.date(1999, 1, 1))]) == once


WORDS = [
    "on Monday", "in 2014", "since", "two", "years", "ago", "May", "31 June", "February 29", "the", "next", "last week",
    "Kenya", "Chad", ",", "(", "”", "“", "to", "said", "accusing", "0", "decades ago", "9999-99-99", "900", "\n",
    "\n\n", ". ", "\ud800", "İ", "٣ مارس", "é", "\x00", "2014年", "１２", "three", "later", "that", "day", "'s", "— ",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(200))
def test_no_text_breaks_it(seed):
    chosen = random.Random(seed)
    text = "".join(chosen.choice(WORDS) + chosen.choice([" ", " ", ""]) for _ in range(40))
    start = chosen.randrange(len(text))
    published = chosen.choice([None, dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2024, 2, 29), PUBLISHED])
    article = Article("example", text, None, published)
    for status in ("asserted", "future", "negated", "alleged", "hypothetical"):
        trigger = chosen.choice([None, (start, min(start + 3, len(text)))])
        for event_type in ("ACCUSE", "ASSAULT", "AGREE"):
            [found] = dated(article, paragraphs(article, ()), [relation(article, trigger, event_type, status)])
            assert published is None or isinstance(found.date, dt.date)
