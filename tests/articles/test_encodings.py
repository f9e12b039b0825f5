"""Bytes that are text, and bytes that are not."""

import codecs
import json

import pytest

TEXT = "Côte d’Ivoire thanked São Tomé and Réunion’s neighbours for their “generous” help."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-16 big-endian"],
)
def test_unicode_is_read(read, data):
    (article,) = read("note.txt", data)
    assert article.text == TEXT


def test_marked_utf_16_is_read_in_tables_and_json_too(read):
    assert read("a.csv", f"id\ttext\n1\t{TEXT}\n".encode("utf-16"))[0].text == TEXT
    assert read("a.jsonl", json.dumps({"text": TEXT}, ensure_ascii=False).encode("utf-16"))[0].text == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("windows-1252", TEXT), ("windows-1251", "Президент встретился с премьер-министром Японии в Москве.")],
)
def test_another_encoding_is_named_with_the_command_that_converts_it(read, encoding, text):
    (error,) = read("note.txt", text.encode(encoding))
    assert f"note.txt: not UTF-8, more likely {encoding}" in str(error)
    assert f"iconv -f {encoding} -t UTF-8" in str(error)


def test_a_file_in_another_encoding_gives_one_error_however_long_it_is(read):
    line = json.dumps({"text": TEXT}, ensure_ascii=False) + "\n"
    first, error = read("news.jsonl", b'{"text": "Togo met Benin."}\n' + line.encode("windows-1252") * 50)
    assert first.text == "Togo met Benin."
    assert "news.jsonl, line 2: not UTF-8" in str(error)
    assert len(read("news.csv", f"text\n{TEXT}\n{TEXT}\n".encode("windows-1252"))) == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a zip archive or an office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x01\x02\x00\x03", "binary data"),
        (b"<!DOCTYPE html><p>Togo met Benin.", "a web page or XML"),
    ],
)
@pytest.mark.parametrize("name", ["note.txt", "note.jsonl", "note.csv", "note"])
def test_what_is_no_text_is_told_by_kind(read, name, data, kind):
    (error,) = read(name, data)
    assert f"{name}: {kind}, not a text file. Give plain text, JSON Lines or CSV" in str(error)


def test_cut_off_utf_16_is_told(read):
    (error,) = read("note.txt", TEXT.encode("utf-16")[:-1])
    assert "note.txt: damaged text" in str(error)


@pytest.mark.parametrize("name", ["note.txt", "note.jsonl", "note.csv"])
@pytest.mark.parametrize("data", ["", " \n\n"], ids=["empty", "blank"])
def test_an_empty_file_is_told(read, name, data):
    (error,) = read(name, data)
    assert f"{name}: empty, no article in it" in str(error)
