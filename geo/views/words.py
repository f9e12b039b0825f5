"""How the dashboard says things: names, numbers, dates and kinds of acts in plain English."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from geo.map.names import short_name

# Names that a sentence writes with an article.
_WITH_ARTICLE = {
    "ARE", "BHS", "CAF", "COD", "COG", "COK", "COM", "CYM", "DOM", "FLK", "FRO", "GBR", "GMB", "IOT", "MDV",
    "MHL", "MNP", "NLD", "PHL", "SLB", "SYC", "TCA", "UMI", "USA", "VAT", "VGB", "VIR",
}
_NO_ARTICLE = {"ASEAN", "AUKUS", "BIMSTEC", "BRICS", "ECOWAS", "Interpol", "Mercosur", "NATO", "OPEC"}

KINDS = {
    1: "cooperation in words", 2: "cooperation in deeds", 3: "conflict in words", 4: "conflict in deeds",
}
"""Quad classes."""

EVENT_TYPES = {
    "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "COOPERATE": "joint work", "AID": "aid",
    "CONCEDE": "concession", "RETREAT": "retreat", "REQUEST": "demand", "ACCUSE": "accusation",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "MOBILIZE": "mobilization",
    "SANCTION": "sanction", "COERCE": "coercion", "ASSAULT": "assault",
}
"""PLOVER event types."""

CONTEXTS = {
    "military": "military matters", "economic": "the economy", "diplomatic": "diplomacy", "resource": "energy",
    "legal": "law", "rights": "rights", "humanitarian": "relief", "health": "health", "cyber": "cyberspace",
    "nuclear": "nuclear matters", "territory": "territory", "terrorism": "terrorism", "other": "other matters",
}
"""PLOVER contexts, as a sentence names a subject."""

STATUSES = {
    "asserted": "told as a fact", "future": "announced", "negated": "denied", "alleged": "alleged",
    "hypothetical": "imagined",
}
"""What the text says of the act."""


def the(code: str) -> str:
    """An actor's name as a sentence writes it: `the United States`, `Cuba`, `NATO`."""
    known = short_name(code)
    organisation = code.startswith("org:") and known not in _NO_ARTICLE
    needed = (code in _WITH_ARTICLE or organisation) and not known.lower().startswith("the ")
    return f"the {known}" if needed else known


def capitalised(sentence: str) -> str:
    """With a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def listed(parts: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def counted(number: int, noun: str) -> str:
    """`1 act`, `1,240 acts`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(date: dt.date) -> str:
    """`26 January 2022`."""
    return f"{date.day} {date:%B} {date.year}"


def period(first: dt.date | None, last: dt.date | None) -> str:
    """A stretch of days in as few words as it needs; empty where both ends are open."""
    if first and last:
        return _closed(first, last)
    if first:
        return f"since {day(first)}"
    return f"until {day(last)}" if last else ""


def span(first: dt.date | None, last: dt.date | None) -> str:
    """A stretch of days as a headline writes it: `2008–2022`, `March 2022`, `26 January 2022`; empty where unknown."""
    if not (first and last):
        return ""
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if first.month != last.month:
        return f"{first:%B} to {last:%B} {last.year}"
    return day(first) if first == last else f"{first:%B} {first.year}"


def _closed(first: dt.date, last: dt.date) -> str:
    if first == last:
        return f"on {day(first)}"
    if first.day > 1 or last.day < monthrange(last.year, last.month)[1]:
        return f"from {day(first)} to {day(last)}"
    if (first.month, last.month) == (1, 12):
        return f"in {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {first:%B} {first.year}"
    return f"from {first:%B} {first.year} to {last:%B} {last.year}"


def kinds(quads: Sequence[int]) -> str:
    """Quad classes in words; `cooperation and conflict` for all or none of them."""
    chosen = set(quads)
    whole = {frozenset(): "cooperation and conflict", frozenset(KINDS): "cooperation and conflict",
             frozenset({1, 2}): "cooperation", frozenset({3, 4}): "conflict"}
    return whole.get(frozenset(chosen)) or listed([KINDS[quad] for quad in sorted(chosen)])


def confidence(value: float) -> str:
    """How sure the reader of relations was, in a word with the figure."""
    word = "high" if value >= 0.85 else "fair" if value >= 0.65 else "low"
    return f"{word} confidence ({min(value, 0.99):.0%})"  # no reader is sure beyond doubt
