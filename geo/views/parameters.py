"""The parameters of the address, and how the value of each is read: anybody may have written it."""

import datetime as dt
import re
from collections.abc import Callable, Container
from typing import Any

from geo.gazetteer.actors import actors
from geo.store.filters import words_in
from geo.views.words import CONTEXTS, EVENT_TYPES, KINDS, STATUSES

VIEWS = ("flat", "3d")
COLOURS = ("sign", "quad")
WIDTHS = ("acts", "stories", "share")
STEPS = ("day", "week", "month", "year")

LONGEST = 200
"""Characters of a text in the address, and of a value that a note repeats."""

_MOST = 1_000_000  # acts; beyond it a number is a slip or mischief


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError("a day is written like 2022-01-26.") from None


def _actor(value: str) -> str:
    if value not in actors():
        raise ValueError("no country or organisation has this code. Russia, for example, is RUS.")
    return value


def _quad(value: str) -> int:
    if value not in map(str, KINDS):
        raise ValueError("1 and 2 are cooperation in words and deeds, 3 and 4 conflict.")
    return int(value)


def _one_of(options: Container[str], hint: str) -> Callable[[str], str]:
    def chosen(value: str) -> str:
        if value not in options:
            raise ValueError(hint)
        return value

    return chosen


def _text(value: str) -> str:
    if not 0 < len(value) <= LONGEST:
        raise ValueError(f"a text of 1 to {LONGEST} characters can be looked for.")
    return value


def _words(value: str) -> str:
    if not words_in(_text(value)):
        raise ValueError("there is no word in it.")
    return value


def _least(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= len(str(_MOST)) and 1 <= int(value) <= _MOST):
        raise ValueError(f"a number of acts is written like 5, and is {_MOST:,} at most.")
    return int(value)


def _share(value: str) -> float:
    number = float(value) if re.fullmatch(r"[01]?\.?[0-9]{0,6}", value) and re.search("[0-9]", value) else -1
    if not 0 <= number <= 1:
        raise ValueError("confidence is written like 0.8, and lies between 0 and 1.")
    return number


def _yes(value: str) -> bool:
    if value != "yes":
        raise ValueError("write yes, or leave it away.")
    return True


def _dyad(value: str) -> tuple[str, str]:
    """Both ends of `RUS-CUB`; codes of organisations may hold a hyphen themselves."""
    cuts = [place for place, letter in enumerate(value) if letter == "-"]
    for cut in cuts:
        source, target = value[:cut], value[cut + 1 :]
        if source != target and source in actors() and target in actors():
            return source, target
    raise ValueError("a pair is written like RUS-CUB, who acts before towards whom.")


SINGLE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "from": ("start", _day),
    "to": ("end", _day),
    "words": ("words", _words),
    "least": ("least", _least),
    "confidence": ("confidence", _share),
    "dyad": ("dyad", _dyad),
    "place": ("place", _text),
    "article": ("article", _text),
    "view": ("view", _one_of(VIEWS, "a map is flat or 3d.")),
    "colour": ("colour", _one_of(COLOURS, "arcs are coloured by sign or by quad.")),
    "width": ("width", _one_of(WIDTHS, "an arc is as wide as its acts, its stories or its share.")),
    "step": ("step", _one_of(STEPS, "a step in time is a day, week, month or year.")),
    "changes": ("changes", _yes),
}
"""Parameters with one value: the field of `Address`, and how the value is read."""

SEVERAL: dict[str, tuple[str, Callable[[str], Any]]] = {
    "country": ("countries", _actor),
    "source": ("sources", _actor),
    "target": ("targets", _actor),
    "between": ("between", _actor),
    "quad": ("quads", _quad),
    "type": ("types", _one_of(EVENT_TYPES, f"a type of act is one of {', '.join(EVENT_TYPES)}.")),
    "context": ("contexts", _one_of(CONTEXTS, f"a subject is one of {', '.join(CONTEXTS)}.")),
    "status": ("statuses", _one_of(STATUSES, f"a status is one of {', '.join(STATUSES)}.")),
    "outlet": ("outlets", _text),
}
"""Parameters that may be repeated."""

KEYS = tuple(SINGLE)[:2] + tuple(SEVERAL) + tuple(SINGLE)[2:]
"""All of them, in the order in which an address is written."""
