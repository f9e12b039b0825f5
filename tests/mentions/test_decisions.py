"""What a name means in its sentence: every row of `decisions.csv` is one decision of the geocoder.

Columns: `topic`; `text`; `date` (ISO, empty for none); `expected`, the mentions that must be found, as
`surface=CODE` or `surface@kind=CODE`, separated by semicolons, one written twice must be found twice;
`absent`, spans that must neither be nor hold a mention of any actor, or, as `span=CODE`, of that one.
"""

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.articles.article import Article
from geo.mentions import Mention, find_mentions

DECISIONS = Path(__file__).with_name("decisions.csv")


def _decisions() -> Iterator[pytest.param]:
    with DECISIONS.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            yield pytest.param(row, id=f"{row['topic'].replace(' ', '-')}-{number}")


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _bare(surface: str) -> str:
    """An article before a name may be part of the span or not: both are right."""
    return re.sub(r"^the ", "", surface, flags=re.IGNORECASE)


def _fits(mention: Mention, expected: str) -> bool:
    name, code = expected.rsplit("=", 1)
    surface, _, kind = name.partition("@")
    # Where a phrase like 'the leaders of both nations' begins and ends is a matter of taste.
    same = surface in mention.text if mention.kind == "anaphor" else _bare(surface) == _bare(mention.text)
    return same and mention.country == code and kind in ("", mention.kind)


def _told(mentions: list[Mention]) -> str:
    return "; ".join(f"{m.text}@{m.kind}={m.country} ({m.confidence:.2f})" for m in mentions) or "nothing"


def _within(mentions: list[Mention], text: str, span: str) -> list[Mention]:
    spans = [hit.span() for hit in re.finditer(rf"(?<!\w){re.escape(span)}(?!\w)", text)]
    return [m for m in mentions if any(start <= m.start and m.end <= end for start, end in spans)]


@pytest.mark.parametrize("row", list(_decisions()))
def test_a_careful_reader_would_decide_so(row):
    date = dt.date.fromisoformat(row["date"]) if row["date"] else None
    article = Article("t", row["text"], date=date)
    found = find_mentions(article)
    for expected, times in Counter(_parts(row["expected"])).items():
        hits = sum(_fits(mention, expected) for mention in found)
        assert hits >= times, f"{expected} not found in {row['text']!r}; found: {_told(found)}"
    for absent in _parts(row["absent"]):
        span, _, code = absent.partition("=")
        wrong = [m for m in _within(found, row["text"], span) if code in ("", m.country)]
        assert not wrong, f"{absent} is no mention in {row['text']!r}; found: {_told(wrong)}"


def test_every_decision_names_spans_of_its_own_text():
    with DECISIONS.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            surfaces = [part.rsplit("=", 1)[0].partition("@")[0] for part in _parts(row["expected"])]
            surfaces += [part.partition("=")[0] for part in _parts(row["absent"])]
            missing = [surface for surface in surfaces if surface not in row["text"]]
            assert not missing, f"{DECISIONS.name}, line {number}: {missing} stand nowhere in the text"
