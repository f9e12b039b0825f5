import datetime as dt
from itertools import count

from geo.articles.article import Article
from geo.pipeline import read_all, read_mentions


def article(name, text, **known):
    return Article(name, text, None, dt.date(2024, 3, 5), **known)


ENGLISH = article("english", "Peru accused Chile on Tuesday of moving a buoy into its waters.")
SPANISH = article("spanish", "Lima espera una respuesta de Chile sobre la boya.", language="es")
QUIET = article("quiet", "The town band will play in the park on Sunday.")


def test_readings_come_in_the_order_of_the_articles():
    readings = list(read_all([QUIET, SPANISH, ENGLISH, QUIET, SPANISH], batch=2))
    assert [reading.article.id for reading in readings] == ["quiet", "spanish", "english", "quiet", "spanish"]


def test_relations_are_read_from_english_alone():
    english, spanish, quiet = read_all([ENGLISH, SPANISH, QUIET])
    assert {(found.source, found.target) for found in english.relations} == {("PER", "CHL")}
    assert (spanish.language, spanish.relations) == ("es", None)
    assert "CHL" in {mention.country for mention in spanish.mentions}
    assert (quiet.language, quiet.mentions, quiet.relations) == ("en", (), ())


def test_the_same_article_gives_the_same_reading_in_any_company():
    alone = next(read_all([ENGLISH]))
    assert alone in list(read_all([SPANISH, QUIET, ENGLISH]))


def test_a_higher_threshold_reads_fewer_relations():
    assert next(read_all([ENGLISH], threshold=1.0)).relations == ()


def test_an_endless_stream_is_read_as_far_as_one_asks():
    endless = (article(str(number), "Peru and Chile met.") for number in count())
    readings = read_all(endless, batch=2)
    assert [next(readings).article.id for _ in range(3)] == ["0", "1", "2"]


def test_mentions_alone_need_no_language():
    [(read, mentions)] = read_mentions([SPANISH])
    assert read is SPANISH
    assert [mention.text for mention in mentions] == ["Lima", "Chile"]
