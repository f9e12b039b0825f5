"""Questions that are put to somebody: who is 'asked about Cuba' has asked Cuba for nothing.

The reader knows 'asked' nearly always as a request; of one that is asked it tells the same.
"""

import re

from geo.relations.layout import Span

_ASKED = r"(?i:asked|questioned|quizzed|pressed)"
_BEFORE = re.compile(r"(?:^|[.!?:;,“\"'‘(—–-]|\n|\b(?:[Ww]hen|[Ii]f|[Aa]fter|was|were|been|being|is|are))\s*$")
_AFTER = re.compile(
    rf"{_ASKED}(?:\s+(?:on \w+|again|later|repeatedly|by [\w\s]{{3,40}}?))?\s+"
    r"(?:about|on|whether|if|how|why|what|which|where|when|who)\b"
)
_LOOK_BACK = 12  # characters


def is_question(content: str, trigger: Span) -> bool:
    """Whether the words that name an act are a question put to somebody, as in 'Asked about Cuba, she smiled'.

    Args:
        content: of the article.
        trigger: where the act is named in it.
    """
    start, _ = trigger
    return bool(_AFTER.match(content, start) and _BEFORE.search(content[max(0, start - _LOOK_BACK) : start]))
