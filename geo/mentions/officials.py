"""Officials whom the article itself makes known.

'Kenyan Foreign Minister Amina Noor' makes 'Amina Noor', and 'Noor' alone, Kenya's from there on. So do
'Amina Noor, Kenya's foreign minister' and 'Foreign Minister Amina Noor', where the country is the one that the
passage is about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from geo.mentions.mention import Mention
from geo.resources import rows

_PARTICLE = r"(?:al|el|bin|ibn|de|da|do|dos|del|der|den|van|von|la|le|di)\b(?:-\w+)?"
_NAME_PART = rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*\w|[A-Z]\.|{_PARTICLE})"
_NAME = re.compile(rf"{_NAME_PART}(?:[ ]{_NAME_PART}){{0,4}}")
_WORD = re.compile(r"[\w.’'-]*\w")
_OWNER = re.compile(r"^(?:['’]s?)?(?:-(?:born|based|backed))?[ ]")
_KINDS = {"name", "demonym", "capital", "institution", "organisation"}
_NEAR = 160  # characters back in which a country must stand to own a bare 'Foreign Minister'


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Words that make a title ('minister'), and those that may stand beside them ('foreign')."""
    table = list(rows("titles"))
    heads = frozenset(row["word"] for row in table if row["role"] == "head")
    return heads, heads | {row["word"] for row in table}


def officials(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of officials that the text introduces, on the spans that no mention covers yet.

    Args:
        text: an article's content.
        mentions: what is known already, in text order.

    Returns:
        Mentions of kind `leader`, each with its country's seat as its place.
    """
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    found: dict[int, Mention] = {}
    for start, end, owner, confidence in _introductions(text, mentions):
        for place in _occurrences(text, start, end, taken):
            found.setdefault(place[0], _official(text, *place, owner, confidence))
    return _apart(found.values())


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order, of overlapping ones the first and longest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _introductions(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention, float]]:
    """Span of each name that is introduced, the mention that owns it, and the confidence."""
    owners = [m for m in mentions if m.kind in _KINDS]
    for owner in owners:
        if gap := _OWNER.match(text[owner.end : owner.end + 12]):
            title_end = _title(text, owner.end + gap.end())
            if title_end and (name := _name(text, title_end)):
                yield *name, owner, 0.9
        if name := _named_before(text, owner):
            yield *name, owner, 0.85
    yield from _bare(text, owners)


def _title(text: str, start: int) -> int | None:
    """Where a title that begins at `start` ends (with the blank after it), or None if none begins there."""
    heads, words = _titles()
    at, headed = start, False
    for _ in range(8):
        word = _WORD.match(text, at)
        if not word or word[0].lower() not in words:
            break
        headed |= word[0].lower() in heads
        at = word.end()
        if text[at : at + 1] == "," and not headed:
            return None
        if text[at : at + 1] != " ":
            return None
        at += 1
    return at if headed else None


def _name(text: str, start: int) -> tuple[int, int] | None:
    """The span of a person's name that begins at `start`."""
    found = _NAME.match(text, start)
    if not found or found[0][0].islower() or found[0].lower() in _titles()[1]:
        return None
    return found.start(), found.end()


def _named_before(text: str, owner: Mention) -> tuple[int, int] | None:
    """The name in 'Amina Noor, Kenya's foreign minister' and 'Amina Noor, the Kenyan foreign minister'."""
    gap = _OWNER.match(text[owner.end : owner.end + 12])
    lead = re.search(rf"({_NAME.pattern}), (?:the |a |an |former )*$", text[max(0, owner.start - 70) : owner.start])
    if not gap or not lead or not re.match(_heads(), text[owner.end + gap.end() : owner.end + 60]):
        return None
    shift = max(0, owner.start - 70)
    return shift + lead.start(1), shift + lead.end(1)


@cache
def _heads() -> str:
    heads, words = _titles()
    one = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    last = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
    return rf"(?i:(?:(?:{one}) ){{0,5}}(?:{last}))\b"


def _bare(text: str, owners: Sequence[Mention]) -> Iterator[tuple[int, int, Mention, float]]:
    """Names with a title but no country beside it: the country is the nearest one before, in the paragraph."""
    ends = [owner.end for owner in owners]
    for title in re.finditer(rf"(?<![\w’'-]){_heads()} ", text):
        name = _name(text, title.end())
        before = [owner for owner, end in zip(owners, ends, strict=True) if end <= title.start()]
        if not name or not before or title.start() - before[-1].end > _NEAR:
            continue
        if "\n" not in text[before[-1].end : title.start()] and before[-1].end < title.start() - 1:
            yield *name, before[-1], 0.7


def _occurrences(text: str, start: int, end: int, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Where the full name, or its last part alone, stands from the introduction on and is not taken."""
    full = text[start:end]
    surname = full.split()[-1]
    forms = {full, surname} if len(surname) > 2 and surname[0].isupper() else {full}
    for form in sorted(forms, key=len, reverse=True):
        for hit in re.finditer(rf"(?<![\w-]){re.escape(form)}(?!\w)", text[start:]):
            at = start + hit.start()
            if not any(taken[at : at + len(form)]):
                yield at, at + len(form)


def _official(text: str, start: int, end: int, owner: Mention, confidence: float) -> Mention:
    return Mention(
        start, end, text[start:end], "leader", owner.country, owner.place, owner.latitude, owner.longitude,
        round(confidence * owner.confidence, 4),
    )
