"""What actors are called where room is short: on the map and in tables."""

import re
from functools import cache

from geo.gazetteer.actors import actors


@cache
def short_name(code: str) -> str:
    """A country's name; an organisation's initials where its code has them (`NATO`), else its name.

    A code that the gazetteer doesn't know stands for itself.
    """
    actor = actors().get(code)
    if actor is None:
        return code
    letters = code.removeprefix("org:")
    return letters if letters != code and letters in _initials(actor.name) else actor.name


def _initials(name: str) -> set[str]:
    """First letters of all words, and of the capitalised words alone: `ECOWAS`, `NATO`."""
    words = re.findall(r"[\w-]+", name)
    return {"".join(word[0] for word in chosen).upper() for chosen in (words, [w for w in words if w[0].isupper()])}
