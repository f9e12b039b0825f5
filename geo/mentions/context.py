"""What stands before and after a name: a title, a preposition, a comma, the end of a sentence."""

import re
from functools import cache, lru_cache

from geo.resources import rows

# The text before a name is read backwards, so that the word beside it comes first: '.S.U eht' of 'the U.S.'
_BEFORE = re.compile(r"(\W*?)(\.?\w[\w&'’.-]*)")
_AFTER = re.compile(r"(['’]s?\b)?(\W*)([\w&'’-]*\w\.?)?")
_REACH = 40  # characters in which the word beside a name must lie
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\"“”‘—–•]")
_MARKS = {",": "comma", "-": "hyphen", "(": "bracket", ")": "bracket", "—": "dash", "–": "dash"}
_KEPT = 20_000  # answers that are kept: most names stand beside few words


def before(text: str, start: int) -> str:
    """What stands before the name that begins at `start`.

    One of start, possessive, title, given name, prefix, direction, preposition, the, capitalised, number and other;
    comma, hyphen or mark where that stands between.
    """
    found = _BEFORE.match(text[max(0, start - _REACH) : start][::-1])
    return _before(found[2][::-1], found[1][::-1]) if found else "start"


@lru_cache(maxsize=_KEPT)
def _before(word: str, joined: str) -> str:
    """The class of a word that `joined` joins to the name behind it."""
    if _ENDS_SENTENCE.search(joined):
        return "start"
    if joined != " ":
        return _joined_class(joined)
    role = next((role for role in ("title", "prefix", "direction") if word in _neighbours(role)), "")
    if role or word in given_names():
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


def after(text: str, end: int) -> str:
    """What stands after the name that ends before `end`.

    One of possessive, end, comma, hyphen, bracket, dash, public, company, speech, capitalised, number and other.
    """
    found = _AFTER.match(text, end, end + _REACH)
    assert found  # each of its parts may be missing
    return "possessive" if found[1] else _after(found[2], found[3] or "")


@lru_cache(maxsize=_KEPT)
def _after(gap: str, word: str) -> str:
    """The class of the next word and of what stands between."""
    if " - " in gap or " -- " in gap:
        return "dash"
    if not word or "." in gap or "\n" in gap:
        return "end"
    mark = next((mark for mark in _MARKS if mark in gap), "")
    return _MARKS[mark] if mark else _next_class(word)


def _next_class(word: str) -> str:
    for role in ("company", "public", "speech"):
        if word in _neighbours(role):
            return role
    if word[0].isupper():
        return "capitalised"
    return "number" if word[0].isdigit() else "other"


@cache
def words() -> dict[str, str]:
    """Names of places that are something else, too, and what: `word`, `surname` or `given name` (`data/words.csv`)."""
    return {row["name"]: row["reason"] for row in rows("words")}


@cache
def given_names() -> frozenset[str]:
    """First names of people, as `data/given_names.csv` lists them."""
    return frozenset(row["name"] for row in rows("given_names"))


@cache
def _neighbours(role: str) -> frozenset[str]:
    """Words of one role in `data/neighbours.csv`, which tell what stands beside them."""
    return frozenset(row["word"] for row in rows("neighbours") if row["role"] == role)
