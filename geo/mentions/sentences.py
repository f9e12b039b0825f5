"""Where sentences roughly begin: enough to tell what was said last, at a hundredth of a splitter's cost."""

import re
from bisect import bisect_right
from functools import cached_property

# One mark begins every match, so that the search leaps from mark to mark; only then it looks back and ahead.
_END = re.compile(
    r"[.!?…\"”’'\n](?:(?<=\n)\n*|(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\bGov\.)\s+(?=[\"“‘'A-ZÀ-ÖØ-Þ]))"
)


class Sentences:
    """The sentences of a text, found when first asked for."""

    def __init__(self, text: str) -> None:
        """Takes the text; nothing is read yet."""
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(hit.end() for hit in _END.finditer(self._text))]

    def start(self, position: int, back: int = 0) -> int:
        """Where the sentence begins that stands `back` sentences before the one at a position."""
        return self._starts[max(0, bisect_right(self._starts, position) - 1 - back)]
