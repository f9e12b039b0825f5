"""What holds for every text: made at random from phrases that name actors, acts, days and trouble."""

import datetime as dt
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from geo.articles.article import Article
from geo.pipeline import read_all

PHRASES = [
    "Kenya accused Chad of", "Oslo and Rome signed", "the two countries agreed on", "its neighbour sent troops to",
    "Peru", "Chilean police", "NATO", "the Kremlin", "President Xi Jinping", "both sides", "it would never meet",
    "on Tuesday", "in 2014", "two years later", "shelled", "talks with", "denied that", "sanctions against", "Mali.",
    "He said.", "“No,”", "\n\n", "\n", "\r\n", "—", "(", "Lt.", "U.S.", "İstanbul", "日本", "Москва", "\ud83d", "😀",
    "\x00", "\u202e", "e\u0301", "ﬁ", "\u00a0", "١٢", "'", "…", "A" * 300, "0" * 50,
]  # fmt: skip


def article(seed):
    chosen = random.Random(seed)
    ends = [" ", " ", " ", ". ", ", ", ""]
    words = [chosen.choice(PHRASES) + chosen.choice(ends) for _ in range(chosen.randrange(70))]
    title = chosen.choice([None, "Kenya meets Chad", "\ud83d 日本", "Peru, Chile to talk on Friday"])
    date = chosen.choice([None, dt.date(2024, 2, 29), dt.date(1, 1, 1), dt.date(9999, 12, 31)])
    return Article(str(seed), "".join(words), title, date, language="en")


ARTICLES = [article(seed) for seed in range(30)]


@pytest.fixture(scope="module")
def readings():
    return list(read_all(ARTICLES, threshold=0.3))


def read(articles):
    return list(read_all(articles, threshold=0.3))


def test_something_is_read(readings):
    assert sum(len(reading.relations) for reading in readings) > 10


def test_nobody_acts_towards_itself(readings):
    assert [found for reading in readings for found in reading.relations if found.source == found.target] == []


def test_evidence_holds_both_actors_and_the_act_as_they_stand_in_the_article(readings):
    for reading in readings:
        content = reading.article.content
        spans = {(mention.start, mention.end, mention.country) for mention in reading.mentions}
        for found in reading.relations:
            assert found.sentence == content[found.start : found.end]
            for start, end in filter(None, (found.source_span, found.target_span, found.trigger)):
                assert found.start <= start < end <= found.end
            assert (*found.source_span, found.source) in spans
            assert (*found.target_span, found.target) in spans


@pytest.mark.parametrize("batch", [1, 7])
def test_the_size_of_a_batch_changes_nothing(readings, batch):
    assert list(read_all(ARTICLES, threshold=0.3, batch=batch)) == readings


def test_the_number_of_processes_changes_nothing(readings):
    shares = [ARTICLES[:5], ARTICLES[5:22], ARTICLES[22:]]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert [reading for share in pool.map(read, shares) for reading in share] == readings
