"""Countries in articles of other languages than English: names found and decided on, without weights of their own.

Every form that `geo.gazetteer.foreign_names` knows is looked for in one pass, as in English (Aho and Corasick 1975).
A form must stand as a word of its own; in Arabic 'and', 'so', 'in', 'as' and 'for' may be written onto it; in
Chinese, where nothing parts the words, an abbreviation ('中美') gives way to a plain name or phrase beside it
('其中美国'). Of overlapping names the first is kept, of several that begin there the longest. Where a name may mean
two countries ('el Congo'), the one goes that the article names otherwise. Names that a language shares with English
come from `alike`.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from geo.gazetteer import PHRASE, Match
from geo.gazetteer.foreign_names import LANGUAGES, Meaning, foreign_names
from geo.mentions.alike import LATIN, after_first_name, alike
from geo.mentions.mention import Mention

__all__ = ["LANGUAGES", "foreign_mentions"]

_ABBREVIATION = 0.7  # the confidence up to which a Chinese name gives way to one beside it
_UNDECIDED = 0.6  # confidence of a name that two countries share, where nothing else tells
_SHOUTED = re.compile(r"[^\W\d_]{4,}")
# All one character for one, so that offsets stay; 'إيران' and 'ايران' are spelt by habit.
_LIKE = str.maketrans("’‘\xa0‑ёЁأإآ", "'' -еЕااا") | dict.fromkeys(range(0xD800, 0xE000), "?")
_PREFIXES = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"})


class _Name(NamedTuple):
    start: int
    end: int
    meanings: list[Meaning]


def foreign_mentions(text: str, language: str, date: dt.date | None = None) -> list[Mention]:
    """What a text in another language names of countries and organisations, by position.

    Args:
        text: any text; the mentions' offsets count its characters.
        language: ISO 639-1 code, one of `LANGUAGES`.
        date: of the article, where known: it says who is in office.
    """
    names = _Finder.of(language).find(text)
    shared = alike(text, language, [_match(name) for name in names], date) if language in LATIN else []
    names = [n for n in names if not any(n.start < s.end and s.start < n.end for s in shared)]
    named = Counter(m.senses[0].country for n in names if len(n.meanings) == 1 for m in n.meanings)
    mentions = [mention for name in names for mention in _mentions(text, name, named)]
    return sorted([*mentions, *(s.mention for s in shared if s.mention)], key=lambda m: m.start)


def _match(name: _Name) -> Match:
    return Match(name.start, name.end, tuple(sense for meaning in name.meanings for sense in meaning.senses))


def _mentions(text: str, name: _Name, named: Counter[str]) -> Iterator[Mention]:
    """The mentions of one name: several where it stands for several countries at once, none for a phrase."""
    meaning = max(name.meanings, key=lambda m: named[m.senses[0].country])  # the first of equals
    decided = len(name.meanings) == 1 or named[meaning.senses[0].country]
    confidence = meaning.confidence if decided else _UNDECIDED
    for sense in meaning.senses:
        if sense.kind != PHRASE:
            yield Mention(
                name.start, name.end, text[name.start : name.end], sense.kind, sense.country,  # type: ignore[arg-type]
                sense.place, sense.latitude, sense.longitude, confidence,
            )  # fmt: skip


class _Finder:
    """The names of one language, ready to be found."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._meanings: dict[str, list[Meaning]] = {}
        for form, meanings in foreign_names(language).items():
            self._meanings.setdefault(form.translate(_LIKE), meanings)
        self._forms = list(self._meanings)
        self._automaton = AhoCorasick(
            self._forms, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    @staticmethod
    @cache
    def of(language: str) -> "_Finder":
        """The finder of a language, built at its first article."""
        return _Finder(language)

    def find(self, text: str) -> list[_Name]:
        """Names in a text, none overlapping another; МОСКВА is also read as Москва."""
        plain = text.translate(_LIKE)
        spans = set(self._spans(plain))
        quiet = _SHOUTED.sub(lambda word: _capitalised(word[0]), plain)
        if quiet != plain:
            spans.update(self._spans(quiet))
        names = [name for span in sorted(spans) if (name := self._name(plain, *span))]
        if self._language == "zh":
            return _longest(_plain_first(names))
        return _longest(names)

    def _spans(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Start, negative end (so that sorting puts the longest first) and number of every form."""
        for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if self._language == "zh" or self._is_word(text, start, end):
                yield start, -end, form

    def _is_word(self, text: str, start: int, end: int) -> bool:
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            return False
        if not start or not text[start - 1].isalnum():
            return True
        return self._language == "ar" and _before(text, start)[1] in _PREFIXES

    def _name(self, text: str, start: int, negative_end: int, form: int) -> _Name | None:
        """A form in the text with the meanings that what stands around it allows."""
        end = -negative_end
        if self._language == "zh" and "·" in (text[start - 1 : start], text[end : end + 1]):
            return None  # part of a person's name: '多米尼克·蒂姆'
        before = text[max(0, start - 20) : start] if self._language == "zh" else _before(text, start)[0]
        meanings = [m for m in self._meanings[self._forms[form]] if not m.after or _follows(before, m.after)]
        if self._language in LATIN and after_first_name(text, start):
            meanings = [m for m in meanings if m.senses[0].kind == PHRASE]
        return _Name(start, end, meanings) if meanings else None


def _capitalised(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word.capitalize()) == len(word) else word


def _before(text: str, start: int) -> tuple[str, str]:
    """The text before the word that holds a position, and the letters of the word before the position."""
    begin = start
    while begin and start - begin < 3 and text[begin - 1].isalnum():
        begin -= 1
    return text[max(0, begin - 40) : begin].rstrip(), text[begin:start]


def _follows(before: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends with one of the words, as a word of its own (or without spaces, in Chinese)."""
    for word in words:
        rest = before.removesuffix(word)
        if rest != before and (not rest or not rest[-1].isalpha() or not word[0].isascii()):
            return True
    return False


def _plain_first(names: list[_Name]) -> list[_Name]:
    """Without the abbreviations that overlap a plain name or a phrase."""
    plain = [name for name in names if name.meanings[0].confidence > _ABBREVIATION]
    taken = {position for name in plain for position in range(name.start, name.end)}
    return [n for n in names if n.meanings[0].confidence > _ABBREVIATION or not taken & set(range(n.start, n.end))]


def _longest(names: list[_Name]) -> list[_Name]:
    kept: list[_Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
