"""Names in one list: 'Cuba, Venezuela, and Nicaragua'."""

import re
from collections.abc import Sequence

from geo.relations.layout import Marked

_BETWEEN = re.compile(r",? (?:and|or|nor|as well as) (?:the )?|, (?:the )?|/| & ")
_LIST = 3  # members: two names with 'and' are a pair that may well meet


def listed_together(content: str, mentions: Sequence[Marked], one: Marked, other: Marked) -> bool:
    """Whether two mentions stand in one list of three or more.

    Who stands in a list mostly does, or suffers, the same as the others, and nothing towards them.

    Args:
        content: of the article.
        mentions: of the window, in text order.
        one: one of them.
        other: another.
    """
    members: list[Marked] = []
    for mention in mentions:
        if members and not _BETWEEN.fullmatch(content[members[-1].end : mention.start]):
            if one in members:
                break
            members = []
        members.append(mention)
    return len(members) >= _LIST and one in members and other in members
