"""A heading row, then an article a row."""

import datetime as dt

import pytest


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_told_by_the_heading_row(read, separator):
    rows = [["id", "date", "title", "text"], ["r1", "2020-06-07", "Visit", "Oman received a Kenyan envoy."]]
    (article,) = read("news.csv", "\n".join(separator.join(row) for row in rows))
    assert (article.id, article.date, article.title) == ("r1", dt.date(2020, 6, 7), "Visit")
    assert article.text == "Oman received a Kenyan envoy."


def test_usual_names_of_columns_are_known(read):
    (article,) = read(
        "news.csv",
        "Headline,Body,Publication Date,Publisher,Link\n"
        'Visit,"Oman, in short, received\na Kenyan envoy.",7 June 2020,Gulf Wire,https://gulf.example/7\n',
    )
    assert article.content == "Visit\n\nOman, in short, received\na Kenyan envoy."
    assert (article.id, article.date) == ("news.csv:2", dt.date(2020, 6, 7))
    assert (article.outlet, article.url) == ("Gulf Wire", "https://gulf.example/7")


def test_the_letters_na_are_a_value_and_not_missing(read):
    (article,) = read("news.csv", "id,title,text\nNA,NA,NA\n")
    assert (article.id, article.content) == ("NA", "NA\n\nNA")


def test_a_table_without_texts_names_the_columns_it_has(read):
    (error,) = read("news.csv", "id,summary\n1,Oman received a Kenyan envoy.\n")
    assert "news.csv, row 1: no column of texts among id, summary" in str(error)


def test_a_cell_may_be_longer_than_python_allows_by_default(read):
    (article,) = read("news.csv", f"id,text\n1,{'Oman ' * 50_000}\n")
    assert len(article.text) == 250_000


def test_a_row_that_cannot_be_read_leaves_the_others(read):
    table = "id,text\n1,Oman met Kenya.\n2,Oman, Kenya, Iran met.\n3,\n\n4,Iran met Oman.\n"
    first, too_long, empty, last = read("news.csv", table)
    assert (first.id, last.id) == ("1", "4")
    assert "row 3: 4 cells under 2 headings" in str(too_long)
    assert "row 4: no text" in str(empty)


def test_a_quote_that_is_never_closed_is_told_instead_of_swallowing_the_rest(read):
    first, error = read("news.csv", 'id,text\n1,Oman met Kenya.\n2,"Iran met Oman.\n3,Kenya met Iran.\n')
    assert first.id == "1"
    assert "row 3: unexpected end of data" in str(error)
