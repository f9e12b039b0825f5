"""One article a file, with or without the two lines above it."""

import datetime as dt

DATE_LINE = " date 2023-05-04 Oslo and Accra sign a fishing deal\n"
TEXT = "Norway and Ghana signed a fishing agreement in Accra on Thursday."


def test_the_first_line_gives_date_and_title(read):
    (article,) = read("deal.txt", f"{DATE_LINE}\n{TEXT}\n")
    assert (article.id, article.date) == ("deal.txt", dt.date(2023, 5, 4))
    assert article.content == f"Oslo and Accra sign a fishing deal\n\n{TEXT}"


def test_the_leading_space_and_the_blank_line_may_be_missing(read):
    (article,) = read("deal.txt", DATE_LINE.lstrip() + TEXT)
    assert (article.title, article.text) == ("Oslo and Accra sign a fishing deal", TEXT)


def test_the_second_line_gives_outlet_and_address(read):
    (article,) = read("deal.txt", f"{DATE_LINE} source Daily Harbour, https://harbour.example/deal.\n\n{TEXT}")
    assert (article.outlet, article.url) == ("Daily Harbour", "https://harbour.example/deal")
    assert article.text == TEXT


def test_a_source_without_address_counts_as_a_whole(read):
    (article,) = read("deal.txt", f"{DATE_LINE} source Daily Harbour, printed issue of 5 May 2023\n\n{TEXT}")
    assert (article.outlet, article.url) == ("Daily Harbour, printed issue of 5 May 2023", None)


def test_a_heading_above_the_text_is_the_title(read):
    (article,) = read("deal.txt", f"Fishing deal signed\n\n{TEXT}")
    assert (article.title, article.text, article.date) == ("Fishing deal signed", TEXT, None)


def test_a_first_paragraph_is_no_heading(read):
    (article,) = read("deal.txt", f"{TEXT}\n\nThe ministers shook hands.")
    assert article.title is None
    assert article.content == f"{TEXT}\n\nThe ministers shook hands."


def test_a_file_name_is_shown_as_headline_but_never_read_as_text(read):
    (article,) = read("cuba_and-iran.txt", TEXT)
    assert (article.headline, article.title, article.content) == ("cuba and iran", None, TEXT)


def test_line_ends_of_windows_are_line_ends(read):
    (article,) = read("deal.txt", f"{DATE_LINE}\n{TEXT}\n\nMore.".replace("\n", "\r\n"))
    assert article.text == f"{TEXT}\n\nMore."


def test_a_sentence_that_begins_with_the_word_date_is_text(read):
    (article,) = read("deal.txt", "date palms from Tunisia reached Italy.")
    assert (article.date, article.text) == (None, "date palms from Tunisia reached Italy.")


def test_an_impossible_date_is_an_error_with_the_mend(read):
    (error,) = read("deal.txt", f" date 2022-02-30 A title\n\n{TEXT}")
    assert "deal.txt, line 1" in str(error)
    assert "'2022-02-30'" in str(error)
    assert "such as 2022-01-26" in str(error)


def test_a_title_without_text_is_an_error(read):
    (error,) = read("deal.txt", DATE_LINE)
    assert "no text under its first line" in str(error)
