"""What stands around a name: the words before and after it, and what they are."""

import re
from functools import cache
from typing import NamedTuple

from geo.resources import rows

_BEFORE = re.compile(r"([\w&'’.-]*\w\.?|[\w]+)([^\w]*)$")
_AFTER = re.compile(r"^(['’]s?\b)?([^\w]*)([\w&'’-]*\w\.?)?")
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\"“”‘—–•]")
_MARKS = {",": "comma", "-": "hyphen", "(": "bracket", ")": "bracket", "—": "dash", "–": "dash"}


class Context(NamedTuple):
    """The neighbours of a span.

    Attributes:
        before: the word before it, empty at the start of a sentence or line.
        joined: what stands between that word and the span.
        possessive: whether "'s" follows.
        gap: what stands between the span and the next word.
        after: the next word.
    """

    before: str
    joined: str
    possessive: bool
    gap: str
    after: str


def context(text: str, start: int, end: int) -> Context:
    """The words beside the span from `start` to `end` of a text."""
    left = _BEFORE.search(text[max(0, start - 40) : start])
    right = _AFTER.match(text[end : end + 40])
    before, joined = (left[1], left[2]) if left else ("", "")
    possessive, gap, after = (bool(right[1]), right[2], right[3] or "") if right else (False, "", "")
    return Context(before, joined, possessive, gap, after)


def before_class(around: Context) -> str:
    """What the word before is.

    One of start, possessive, title, given name, prefix, direction, preposition, the, capitalised, number and other;
    comma, hyphen or mark where that stands between.
    """
    word, joined = around.before, around.joined
    if not word or _ENDS_SENTENCE.search(joined):
        return "start"
    if joined != " ":
        return _joined_class(joined)
    role = next((role for role in ("title", "prefix", "direction") if word in _neighbours(role)), "")
    if role or word in _given_names():
        return role or "given name"
    if word[-1] == "." and len(word) > 3 and not word[:-1].isupper():
        return "start"
    return _plain_class(word)


def _joined_class(joined: str) -> str:
    """What joins the word before, where that is more than a blank."""
    if "," in joined or "(" in joined:
        return "comma"
    return "hyphen" if joined == "-" else "mark"


def _plain_class(word: str) -> str:
    lower = word.lower()
    if lower.endswith(("'s", "’s", "s'", "s’")):
        return "possessive"
    if lower in _neighbours("preposition"):
        return "preposition"
    if lower == "the":
        return "the"
    if lower in _neighbours("function") or word[0].islower():
        return "other"
    return "number" if word[0].isdigit() else "capitalised"


def after_class(around: Context) -> str:
    """What follows.

    One of possessive, end, comma, hyphen, bracket, dash, public, company, speech, capitalised, number and other.
    """
    if around.possessive:
        return "possessive"
    if " - " in around.gap or " -- " in around.gap:
        return "dash"
    if not around.after or "." in around.gap or "\n" in around.gap:
        return "end"
    mark = next((mark for mark in _MARKS if mark in around.gap), "")
    return _MARKS[mark] if mark else _next_class(around.after)


def _next_class(word: str) -> str:
    for role in ("company", "public", "speech"):
        if word in _neighbours(role):
            return role
    if word[0].isupper():
        return "capitalised"
    return "number" if word[0].isdigit() else "other"


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("given_names"))


@cache
def _neighbours(role: str) -> frozenset[str]:
    """Words of one role in `data/neighbours.csv`, which tell what stands beside them."""
    return frozenset(row["word"] for row in rows("neighbours") if row["role"] == role)
