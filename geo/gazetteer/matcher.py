"""Finds every name of the gazetteer in a text, in one pass.

An Aho-Corasick automaton (Aho and Corasick 1975; the package ahocorasick_rs) reports all overlapping
occurrences; a word boundary on both sides is asked for afterwards, and of overlapping names the longest
that starts first is kept.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from geo.gazetteer.names import Names, Sense, names
from geo.gazetteer.own_names import OwnName

# Words in capitals, as in a dateline or a headline; a single one of less than four letters is an abbreviation.
_CAPITALS = "A-ZÀ-ÖØ-Þ"
# A capital begins every match, so that the search leaps from capital to capital; only then it looks back.
_SHOUTED = re.compile(
    rf"[{_CAPITALS}](?<!\w[{_CAPITALS}])[{_CAPITALS}]+"
    rf"(?:(?:[ -][{_CAPITALS}]{{2,}})+|(?<=[{_CAPITALS}]{{4}}))\b"
)
_WORD = re.compile(rf"[{_CAPITALS}]+")
_LIKE = {"’": "'", "‘": "'", "\xa0": " ", "‑": "-"}


class Match(NamedTuple):
    """A name of the gazetteer in a text: where it stands and what it can mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]


class Gazetteer:
    """All names, ready to be found."""

    def __init__(self, names: Names, own: dict[str, Sense]) -> None:
        """Builds the automaton.

        Args:
            names: those of the tables.
            own: a user's, each in place of all that the tables say of it.
        """
        self._names = names
        # Own names first: where MARS is read as Mars, too, the earlier of two patterns on a span is kept.
        self._patterns = [*own, *(name for name in names if name not in own)]
        self._senses: dict[int, tuple[Sense, ...]] = {n: (sense,) for n, sense in enumerate(own.values())}
        # Overlapping matches, then the longest: 'leftmost-longest' in the automaton would let
        # 'Guinea-Bissauan' swallow 'Guinea-Bissau' and then fail the word boundary.
        self._automaton = AhoCorasick(
            self._patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Match]:
        """Names in a text, none overlapping another; HAVANA is also read as Havana."""
        plain = _plain(text)
        spans = self._spans(plain)
        quiet = _SHOUTED.sub(lambda words: _WORD.sub(lambda word: word[0].capitalize(), words[0]), plain)
        if quiet != plain:
            spans += self._spans(quiet)
        return self._longest(spans)

    def _spans(self, text: str) -> list[tuple[int, int, int]]:
        """Start, negative end (so that sorting puts the longest first) and pattern of every bounded match."""
        length = len(text)
        return [
            (start, -end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if (not start or not text[start - 1].isalnum())
            and (end == length or not text[end].isalnum() or not text[end - 1].isalnum())
        ]

    def _longest(self, spans: list[tuple[int, int, int]]) -> list[Match]:
        kept: list[Match] = []
        reached = 0
        for start, negative_end, pattern in sorted(spans):
            if start >= reached:
                reached = -negative_end
                kept.append(Match(start, reached, self._senses.get(pattern) or self._look_up(pattern)))
        return kept

    def _look_up(self, pattern: int) -> tuple[Sense, ...]:
        """The senses of a name that is met for the first time."""
        self._senses[pattern] = self._names.senses(self._patterns[pattern])
        return self._senses[pattern]


def _plain(text: str) -> str:
    """The text as names are written in the tables, every character in its place."""
    if text.isascii():
        return text
    for sign, like in _LIKE.items():
        text = text.replace(sign, like)
    return text.encode("utf-8", "replace").decode()  # a lone surrogate, which no automaton takes, becomes one '?'


def gazetteer(own: Sequence[OwnName] = ()) -> Gazetteer:
    """The gazetteer of the tables in `data/`, built at first use (a fifth of a second) and then shared.

    Args:
        own: a user's own names, each in place of all that the tables say of it.
    """
    return _built(tuple(own))


@lru_cache(maxsize=4)  # a gazetteer takes some 20 MB
def _built(own: tuple[OwnName, ...]) -> Gazetteer:
    return Gazetteer(names(), {_plain(one.name): one.sense() for one in own})
