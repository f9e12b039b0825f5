"""Where one of many expressions may begin: told in a tenth of a regular expression's time.

Most texts hold few titles and bodies of state, so that a pattern needs to look only where one of its words stands.
"""

from collections.abc import Iterable, Iterator
from re import Match, Pattern

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Cues:
    """Expressions, ready to be found as they are written, in the midst of words, too."""

    def __init__(self, expressions: Iterable[str]) -> None:
        """Builds the automaton; the same expressions in any order find the same."""
        self._automaton = AhoCorasick(
            sorted(set(expressions)), matchkind=MatchKind.Standard, implementation=Implementation.DFA
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every occurrence, by start, the longest first; they may overlap."""
        if not text.isascii():  # a lone surrogate, which no automaton takes, becomes one '?'
            text = text.encode("utf-8", "replace").decode()
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted(((start, end) for _, start, end in found), key=lambda span: (span[0], -span[1]))

    def hits(self, pattern: Pattern[str], text: str) -> Iterator[Match[str]]:
        """What `pattern.finditer` gives, for a pattern that matches only where one of the expressions begins."""
        reached = 0
        for start, _ in self.spans(text):
            if start >= reached and (hit := pattern.match(text, start)):
                reached = hit.end()
                yield hit


def any_case(words: Iterable[str]) -> set[str]:
    """The words in small letters, with a capital ('Vice-president', 'Vice-President'), and in capitals."""
    return {form for word in words for form in (word, word.capitalize(), word.title(), word.upper())}
