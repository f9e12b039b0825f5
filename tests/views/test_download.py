import io

import pandas as pd
import pytest

from geo.views.download import csv_of


def read(content):
    return pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str, encoding="utf-8-sig")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert read(csv_of(pd.DataFrame({"title": [text]})))["title"][0].startswith("'")


def test_other_texts_and_numbers_stay_as_they_are():
    frame = pd.DataFrame({"title": ["Añoranza, «мир»", 'a "b"\nc', ""], "share": [-1.5, 2, 3]})
    assert read(csv_of(frame)).to_numpy().tolist() == [["Añoranza, «мир»", "-1.5"], ['a "b"\nc', "2.0"], ["", "3.0"]]


def test_days_are_written_as_iso_8601_and_missing_cells_are_empty():
    frame = pd.DataFrame({"date": pd.to_datetime(["2022-01-26", None]), "outlet": pd.array(["A", None], dtype="str")})
    assert read(csv_of(frame)).to_numpy().tolist() == [["2022-01-26", "A"], ["", ""]]


def test_excel_is_told_that_the_file_is_utf_8():
    assert csv_of(pd.DataFrame({"a": ["é"]})).startswith(b"\xef\xbb\xbf")
