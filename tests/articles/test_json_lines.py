"""One object a line, its text untouched."""

import datetime as dt
import json

import pytest

from geo.articles import Article
from geo.errors import ArticleError


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_a_record_gives_an_article(read):
    record = {
        "id": "a1", "date": "2021-03-01", "title": "Envoy leaves", "text": "Peru recalled its envoy from Chile.",
        "source": "Andes Post", "link": "https://andes.example/1", "language": "en",
    }
    (article,) = read("news.jsonl", lines(record))
    assert (article.id, article.date, article.title) == ("a1", dt.date(2021, 3, 1), "Envoy leaves")
    assert (article.outlet, article.url, article.language) == ("Andes Post", "https://andes.example/1", "en")


def test_title_and_text_are_left_as_they_are_because_offsets_count_in_them(read):
    text = "  Peru\u2028 recalled\r\n its envoy.\n\n"
    (article,) = read("news.jsonl", lines({"title": " Envoy ", "text": text}))
    assert article.content == f" Envoy \n\n{text}"


def test_null_is_as_good_as_missing(read):
    (article,) = read("news.jsonl", lines({"id": 7, "date": None, "title": None, "text": "Mali and Chad met."}))
    assert (article.id, article.date, article.title) == ("7", None, None)
    assert article.content == "Mali and Chad met."


def test_a_record_without_id_is_named_by_its_line(read):
    articles = read("news.jsonl", "\n" + lines({"text": "Mali and Chad met."}))
    assert [article.id for article in articles] == ["news.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"text": ', "not JSON (Expecting value at column 9). Write one object a line."),
        ('["Mali met Chad."]', "not an object. Write one a line"),
        ('{"title": "Only a title"}', "no text. Put the article into 'text', or remove the line."),
        ('{"text": " "}', "no text. Put the article into 'text', or remove the line."),
        ('{"text": ["Mali", "Chad"]}', "'text' is not a string. Put it between quotes."),
        ('{"text": "Mali met Chad.", "date": "2022-13-01"}', "the date '2022-13-01' is not a day"),
        ('{"text": "Mali met Chad.", "date": 20220101}', "'date' is not a string. Put it between quotes."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_others_go_on(read, line, complaint):
    good = lines({"id": "first", "text": "Mali met Chad."}), lines({"id": "last", "text": "Laos paid Nepal."})
    first, error, last = read("news.jsonl", f"{good[0]}{line}\n{good[1]}")
    assert (first.id, last.id) == ("first", "last")
    assert f"news.jsonl, line 2: {complaint}" in str(error)


def test_the_second_article_with_the_same_id_is_an_error(read):
    first, second = read("news.jsonl", lines({"id": "a", "text": "One."}, {"id": "a", "text": "Two."}))
    assert isinstance(first, Article)
    assert isinstance(second, ArticleError)
    assert "line 2: the id 'a' comes a second time" in str(second)


def test_half_a_character_is_replaced_without_moving_the_rest(read):
    (article,) = read("news.jsonl", '{"text": "Mali \\ud83d met Chad."}')
    assert article.text == "Mali \ufffd met Chad."


def test_a_file_of_objects_is_known_by_its_first_character(read):
    (article,) = read("news.json", lines({"id": "a", "text": "Mali and Chad met."}))
    assert article.id == "a"
