"""Which words of a sentence stand in one clause, so that a date goes to the act that it is told with.

No parser: the words and marks that begin a clause in news English, and the comma that ends one begun after a comma.
In 'Cuba, which had left in 2014, came back on Monday' one clause stands within another.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from geo.relations.layout import Span

_SPEECH = (
    r"\b(?:said|says?|told|tells|announc(?:ed|es)|added|adds|report(?:ed|s)|declare[sd]|state[sd]|confirm(?:ed|s)"
    r"|claim(?:ed|s)|wrote|writes|tweeted|insist(?:ed|s)|noted|notes|explained|recalled|promised|vowed|pledged|agreed"
    r"|decided|voted|ordered|warned|asked|urged)\b"
)
_BEGINNING = re.compile(
    rf"(?P<comma>,)(?:(?P<speaker>[”\"]?\s+(?:[^\s,;:]+\s+){{0,8}}?{_SPEECH})|(?P<participle>\s+[a-z]+ing\b)"
    r"|(?P<passive>\s+[a-z]+ed\s+(?:by|in|on|at|from|last)\b))?"
    r"|(?P<stop>[;:—–]|\s--?\s)|(?P<opening>[“(])|(?P<closing>[”)])"
    r"|\b(?P<subordinate>(?i:who|whom|whose|which|where|when|while|after|before|because|although|though|since|until"
    r"|unless|following|amid|despite|whether|if|that|than|whereas|(?:ahead|because)\s+of|(?:prior|due)\s+to)"
    r"|as\s+(?=(?:it|he|she|they|the|[A-Z])\b)"
    r"|(?<!the\s)(?<!\ba\s)(?!during|including|according|meeting|building|morning|evening|neighbou?ring|ruling|leading)[a-z]{3,}ing"
    r"|to\s+(?!(?:the|an?|its?|his|her|their|this|that|these|those|each|all|any|both|some)\b)[a-z]+)\b"
)
_AFTER_COMMA = ("comma", "speaker", "participle", "passive")
_VERB_OF_SPEECH = re.compile(_SPEECH)
_LAST_VERB_OF_SPEECH = re.compile(rf"{_SPEECH}(?=(?:\s+(?!that\b)[^\s,;:]+){{0,5}}\s*$)")

_PARTICIPLE = re.compile(
    r"\b(?:[a-z]+ed|taken|held|made|sent|shot|begun|given|struck|won|lost|lent|paid|built|sold)\s+(?=$)"
)

_OTHER_VERB = re.compile(r"\s+(?:is|are|was|were|has|have|had)\s+(?:[^\s,;:]+\s+){2,}")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence.

    Attributes:
        number: to tell clauses apart.
        inside: the one that it is part of, None for a main clause.
        shares: whether what is said there of the time goes for it too (', accusing it of …').
        until_comma: whether a comma ends it.
    """

    number: int
    inside: "Clause | None" = None
    shares: bool = False
    until_comma: bool = False


class Sentence:
    """A sentence in its clauses."""

    def __init__(self, text: str, span: Span, whole: Iterable[Span]) -> None:
        """Cut a sentence.

        Args:
            text: the text in which it stands.
            span: where.
            whole: spans in which no clause begins: the date expressions, whose words may look like it.
        """
        self._text, (self._start, self._end) = text, span
        self._places, self._clauses = [self._start], [Clause(0)]
        whole = list(whole)
        for found in _BEGINNING.finditer(text, *span):
            kind = str(found.lastgroup)
            if not any(start <= found.start() < end for start, end in whole):
                opened = kind == "speaker" and (self._start, found.start()) in whole
                self._places.append(found.start())
                self._clauses.append(self._next("comma" if opened else kind, found.start()))

    def clause(self, place: int) -> Clause:
        """The clause that a character stands in."""
        return self._clauses[bisect_right(self._places, place) - 1]

    def _next(self, kind: str, place: int) -> Clause:
        """The clause that begins at a mark or word of this kind."""
        current, number = self._clauses[-1], len(self._clauses)
        if kind == "stop":
            return Clause(number)
        if kind == "closing":
            return current.inside or current
        if kind in _AFTER_COMMA and current.until_comma:
            current = current.inside or current
        if kind == "comma":
            return current
        after_comma = kind in _AFTER_COMMA or self._text[self._start : place].rstrip()[-1:] in ("", ",")
        return Clause(number, current, kind == "participle", after_comma and kind != "opening")

    def told_with(self, words: Span, act: Span) -> bool:
        """Whether words stand in the clause of an act, or in one whose time holds for it.

        Args:
            words: where they stand.
            act: where the act is named.
        """
        there, here = self.clause(words[0]), self.clause(act[0])
        while here.shares and here.inside and here != there:
            here = here.inside
        return here == there and not (self._of_another_verb(words, act) or self.of_speech(words, act))

    def of_speech(self, words: Span, act: Span) -> bool:
        """Whether words tell when somebody spoke of the act: 'he said on Monday they had met'.

        Args:
            words: where they stand.
            act: where the act is named.
        """
        first, last = min(words[1], act[1]), max(words[0], act[0])
        if any(found.span() != act for found in _VERB_OF_SPEECH.finditer(self._text, first, last)):
            return True
        before = _LAST_VERB_OF_SPEECH.search(self._text[self._start : words[0]])
        return bool(before) and act[0] > words[0]

    def _of_another_verb(self, words: Span, act: Span) -> bool:
        """Whether a participle takes the words: 'blames Mali for a missile fired last month'.

        Before the act, too, where another verb follows: 'men seized in May were freed in the raid'.
        """
        if words[0] < act[0]:
            opens = words[0] == self._start
            return not opens and bool(_OTHER_VERB.fullmatch(self._text, words[1], act[0]))
        verb = _PARTICIPLE.search(self._text, act[1], words[0])
        return bool(verb and self._text[act[1] : verb.start()].strip())
