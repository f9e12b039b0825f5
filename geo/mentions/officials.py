"""Officials whom the article itself makes known.

'Kenyan Foreign Minister Amina Noor' makes 'Amina Noor', and 'Noor' alone, Kenya's from there on. So do
'Amina Noor, Kenya's foreign minister', 'the Kenyan minister, Amina Noor,' and 'Foreign Minister Amina Noor', where
the country is the one that the passage is about. 'Its foreign minister, Amina Noor,' serves whom the sentence, or the
one before, began with.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from geo.mentions.cues import Cues, any_case
from geo.mentions.mention import Mention
from geo.mentions.sentences import Sentences
from geo.resources import rows

_PARTICLE = r"(?:al|el|bin|ibn|de|da|do|dos|del|der|den|van|von|la|le|di)\b(?:-\w+)?"
_NAME_PART = rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*\w|[A-Z]\.|{_PARTICLE})"
_NAME = re.compile(rf"{_NAME_PART}(?:[ ]{_NAME_PART}){{0,4}}")
_WORD = re.compile(r"[\w.’'-]*\w")
_BEGINS, _ENDS = re.compile(r"(?<![\w-])"), re.compile(r"(?!\w)")
_OWNER = re.compile(r"(?:['’]s?)?(?:-(?:born|based|backed))?[ ]")
_TO_WHOM = re.compile(r"(?: (?:to|in|for|at) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})?, ")
_OF = (" of ", " of the ")
_LED = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Tt]he) (?:[a-z-]+ ){0,4}$")
_LONGEST_TITLE = 60
_AWAY = ("ambassador", "envoy", "consul", "delegate", "representative")  # who stands before another government
_LEADS = (", ", " the ", " a ", " an ", " former ")
_APPOSED = re.compile(rf"({_NAME.pattern}), (?:the |a |an |former )*$")
_KINDS = {"name", "demonym", "capital", "institution", "organisation"}
_NEAR = 160  # characters back in which a country must stand to own a bare 'Foreign Minister'


class _Known(NamedTuple):
    """A person introduced: from where on, whose, and how sure that is."""

    start: int
    owner: Mention
    confidence: float


def officials(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of officials that the text introduces, on the spans that no mention covers yet.

    Args:
        text: an article's content.
        mentions: what is known already, in text order.

    Returns:
        Mentions of kind `leader`, each with its country's seat as its place.
    """
    known = _known(text, mentions)
    if not known:
        return []
    taken = {n for m in mentions for n in range(m.start, m.end)}
    found = []
    for start, end in _occurrences(text, known):
        person = known[text[start:end]]
        if start >= person.start and start not in taken and end - 1 not in taken:
            found.append(person.owner.stood_for(start, text[start:end], "leader", person.confidence))
    return found


def _occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each of the names as a word of its own; the longest where several begin."""
    reached = 0
    for start, end in Cues(names).spans(text):
        if start >= reached and _BEGINS.match(text, start) and _ENDS.match(text, end):
            reached = end
            yield start, end


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Words that make a title ('minister'), and those that may stand beside them ('foreign')."""
    table = list(rows("titles"))
    heads = frozenset(row["word"] for row in table if row["role"] == "head")
    return heads, heads | {row["word"] for row in table}


@cache
def _no_names() -> frozenset[str]:
    """Words that begin no name though they stand in capitals: days, months, articles, 'Assembly' and 'Council'."""
    return frozenset(row["word"] for row in rows("neighbours") if row["role"] in ("function", "preposition", "public"))


def _known(text: str, mentions: Sequence[Mention]) -> dict[str, _Known]:
    """Every full name and surname that the text introduces, by the surest introduction, from the first one on."""
    known: dict[str, _Known] = {}
    for start, end, owner, confidence in sorted(_introductions(text, mentions), key=lambda i: (-i[3], i[0])):
        full = text[start:end]
        surname = full.split()[-1]
        for name in (full, surname) if len(surname) > 2 and surname[0].isupper() else (full,):
            surest = known.setdefault(name, _Known(start, owner, confidence))
            known[name] = surest._replace(start=min(start, surest.start))
    return known


def _introductions(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention, float]]:
    """Span of each name that is introduced, the mention that owns it, and the confidence."""
    owners = [m for m in mentions if m.kind in _KINDS]
    for owner in owners:
        if gap := _OWNER.match(text, owner.end):
            title_end = _title(text, gap.end())
            if title_end and (name := _name(text, title_end)):
                yield *name, owner, 0.9
        if name := _named_before(text, owner):
            yield *name, owner, 0.85
    yield from _bare(text, owners)


def _title(text: str, start: int) -> int | None:
    """Where a title that begins at `start` ends, with the blank or comma after it; None if none begins there."""
    heads, words = _titles()
    at, headed = start, False
    for _ in range(8):
        word = _WORD.match(text, at)
        if not word or word[0].lower() not in words:
            break
        headed |= word[0].lower() in heads
        at = word.end()
        if headed and (gap := _TO_WHOM.match(text, at)):
            return gap.end()
        if text[at : at + 1] != " ":
            return None
        at += 1
    return at if headed else None


def _name(text: str, start: int) -> tuple[int, int] | None:
    """The span of a person's name that begins at `start`."""
    found = _NAME.match(text, start)
    if not found or found[0][0].islower():
        return None
    first = found[0].split()[0].lower()
    if first in _titles()[1] or {first, first.capitalize()} & _no_names():
        return None
    after_comma = text[start - 2 : start] == ", "
    if after_comma and (" " not in found[0] or text[found.end() : found.end() + 1] != ","):
        return None
    return found.start(), found.end()


def _named_before(text: str, owner: Mention) -> tuple[int, int] | None:
    """The name in 'Amina Noor, Kenya's foreign minister' and 'Amina Noor, the Kenyan foreign minister'."""
    shift = max(0, owner.start - 70)
    gap = text.endswith(_LEADS, shift, owner.start) and _OWNER.match(text, owner.end)
    if not gap or not _heads().match(text, gap.end(), owner.end + 60):
        return None
    lead = _APPOSED.search(text[shift : owner.start])
    return _name(text, shift + lead.start(1)) if lead else None


@cache
def _heads() -> re.Pattern[str]:
    heads, words = _titles()
    one = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    last = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
    return re.compile(rf"(?i:(?:(?:{one}) ){{0,5}}(?:{last}))\b")


@cache
def _head_words() -> re.Pattern[str]:
    """A title's last word before a capital: where a title without a country may end."""
    heads = "|".join(sorted(map(re.escape, _titles()[0]), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?P<head>(?i:{heads})),? (?=[A-Z])")


@cache
def _head_cues() -> Cues:
    return Cues(word + end for word in any_case(_titles()[0]) for end in (" ", ", "))


def _bare(text: str, owners: Sequence[Mention]) -> Iterator[tuple[int, int, Mention, float]]:
    """Names with a title but no country beside it: 'its trade minister, Amina Noor,' or 'Trade Minister Amina Noor'."""
    reached, sentences = 0, Sentences(text)
    for title in _head_cues().hits(_head_words(), text):
        while reached < len(owners) and owners[reached].end <= title.start():
            reached += 1
        name = _name(text, title.end())
        served = _served(text, title, name[1], (owners[:reached], owners[reached:]), sentences) if name else None
        if name and served:
            yield *name, *served


def _served(
    text: str, title: re.Match[str], end: int, owners: tuple[Sequence[Mention], ...], sentences: Sentences
) -> tuple[Mention, float] | None:
    """Whom a title serves that names no country, and how sure that is.

    Args:
        text: an article's content.
        title: its last word.
        end: of the name that it introduces.
        owners: who can be served, those before the title and those after it, in text order.
        sentences: of the text.
    """
    before, after = owners
    if after and text[end : after[0].start] in _OF:
        return after[0], 0.85
    if _LED.search(text[max(0, title.start() - _LONGEST_TITLE) : title.start()]):
        owner = None if title["head"].lower() in _AWAY else _subject(before, title.start(), sentences)
        return (owner, 0.75) if owner else None
    if text.startswith(",", title.end("head")):
        return None
    owner = _nearest(text, before, title.start(), sentences)
    return (owner, 0.7) if owner else None


def _subject(before: Sequence[Mention], place: int, sentences: Sentences) -> Mention | None:
    """The one that the sentence at a place begins with, or else the sentence before: whom 'its minister' serves."""
    for back in range(2):
        start = sentences.start(place, back)
        if recent := [owner for owner in before if owner.start >= start]:
            return recent[0]
    return None


def _nearest(text: str, before: Sequence[Mention], place: int, sentences: Sentences) -> Mention | None:
    """The nearest before a bare title in the paragraph.

    Where the title begins the sentence, it is the one that the sentence before begins with, for the same government
    goes on speaking.
    """
    owner = before[-1] if before else None
    if not owner or place - owner.end > _NEAR or "\n" in text[owner.end : place]:
        return None
    if owner.end <= sentences.start(place):
        return next(o for o in before if o.start >= sentences.start(owner.start))
    return owner
