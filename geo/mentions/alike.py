"""Leaders, places and offices in Spanish, French, Portuguese and German articles, where written as in English.

The English tables find them, accents set aside ('Medellín', 'Erdoğan'), and `resolve` chooses among namesakes in the
light of what the article names in its own language. What the weights of `doubt` say of English, plain rules say here:
a leader's surname alone needs the full name, the country or a day in office beside it; a place must once follow a
preposition of place, or be a capital or a city of over a million; neither may stand in a stranger's name.
"""

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from geo.gazetteer import PHRASE, Match, Sense, gazetteer
from geo.mentions.context import given_names, words
from geo.mentions.mention import Mention
from geo.mentions.resolve import Choice, resolve
from geo.resources import rows

# A careful guess: no annotated news in these languages was at hand to fit it on.
_CONFIDENCE = {"leader": 0.9, "capital": 0.85, "city": 0.85, "institution": 0.85, "region": 0.8}
_SURNAME = 0.85  # confidence of a leader's surname alone
_SMALLEST, _PROMINENT = 100_000, 1_000_000  # inhabitants
_CLEAR = 1.0  # margin of a place with ten times the people of its namesakes, or whose country is named
_SIMILAR = 0.6  # from which two spellings are of one first name: 'Serguéi' and 'Sergey'
_NOT_GIVEN = frozenset({"Ante", "Con"})  # Spanish prepositions among the given names
# After 'de' stands a place if before it stands a common noun: 'alcalde de Sevilla', but 'Juan de León'.
_PLACED = {
    "de": re.compile(r"\b(?i:in|aus|nach|bei|um) $"),
    "es": re.compile(r"(?:\b(?i:en|desde|hacia)|\b[a-zß-ÿ]+ de) $"),
    "fr": re.compile(r"(?:\b(?i:à|en|au|vers|depuis) |\b[a-zß-ÿ]+ (?:de |d['’]))$"),
    "pt": re.compile(r"(?:\b(?i:em|no|na|para)|\b[a-zß-ÿ]+ d[eoa]) $"),
}
_CLUB = re.compile(r"\b(?i:el|al|del|le|du|der) $")  # 'el Barcelona' plays football
_BESIDE = 40  # characters
LATIN = frozenset(_PLACED)


class Alike(NamedTuple):
    """What stands in an article in place of the language's own names on that span.

    Attributes:
        start: first character.
        end: one past the last.
        mention: None for a phrase that is none: 'Paris Hilton'.
    """

    start: int
    end: int
    mention: Mention | None


def alike(text: str, language: str, own: Sequence[Match], date: dt.date | None) -> list[Alike]:
    """The names that an article's language shares with English, by position.

    Args:
        text: of the article; offsets count its characters.
        language: one of `LATIN`.
        own: the names of the language in the text, none overlapping another, with all that each can mean.
        date: of the article, where known: it says who is in office.
    """
    plain = "".join(map(_unaccented, text))
    matches = _merged(own, _shared(plain, language, own, date))
    owned = {m[:2]: m.senses for m in own}
    phrases = [Alike(*m[:2], None) for m in matches if m[:2] not in owned and m.senses[0].kind == PHRASE]
    choices = _chosen(text, matches, owned, date)
    wholes = {c.end + len(", ") for c in choices if c.told}  # where California begins in 'San José, California'
    placed = {plain[c.start : c.end] for c in choices if c.start in wholes or _is_placed(text, language, c)}
    standing = [c for c in choices if _stands(text, plain, c, placed)]
    told = [Alike(c.start, c.end, c.mention(text, _confidence(plain, c))) for c in standing]
    return sorted([*phrases, *told], key=lambda a: a.start)


def _chosen(
    text: str, matches: Sequence[Match], owned: dict[tuple[int, int], tuple[Sense, ...]], date: dt.date | None
) -> list[Choice]:
    """What is clearly meant and is not the language's own; of what `resolve` adds from English, nothing."""
    spans = {match[:2] for match in matches}
    clear = (c for c in resolve(text, matches, date) if c.told or c.margin >= _CLEAR)
    return [c for c in clear if c[:2] in spans and c.sense not in owned.get(c[:2], ())]


@cache
def _unaccented(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0]


def _shared(plain: str, language: str, own: Sequence[Match], date: dt.date | None) -> list[Match]:
    """Names of the English tables in a text, with what they can mean in another language."""
    matches = gazetteer().find(plain)
    named = {sense.country for m in own for sense in m.senses[:1]}
    named |= {s.country for m in matches if _in_full(plain, m) for s in m.senses if s.kind == "leader"}
    held = [m._replace(senses=_meant(plain[m.start : m.end], m, named, date)) for m in matches]
    return [m for m in held if m.senses and (m.senses[0].kind == PHRASE or not _anothers(plain, language, m))]


def _meant(name: str, match: Match, named: set[str], date: dt.date | None) -> tuple[Sense, ...]:
    senses = [s for s in match.senses if s.kind == PHRASE or _can_mean(name, s, named, date)]
    towns = {sense.country for sense in senses if sense.kind == "city"}  # rather than the region around them
    return tuple(s for s in senses if s.kind != "region" or s.country not in towns)


def _can_mean(name: str, sense: Sense, named: set[str], date: dt.date | None) -> bool:
    if sense.kind == "leader":
        known = name in _full_names() or sense.country in named
        return known or (date is not None and name not in words() and name not in given_names())
    if sense.kind in ("city", "region"):
        abbreviation = name.isupper() and len(name) < 4  # in a French headline 'LA' is no city
        return sense.population >= _SMALLEST and not abbreviation and name not in words()
    return sense.kind in _CONFIDENCE


@cache
def _full_names() -> frozenset[str]:
    names = (row["name"] for row in rows("leaders"))
    return frozenset("".join(map(_unaccented, name)) for name in names if " " in name)


@cache
def _first_names() -> dict[str, set[str]]:
    """The first names of leaders, by the name that they go by."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("leaders"):
        found[row["short"]].add(row["name"].split()[0])
    return found


def _in_full(plain: str, match: Match) -> bool:
    """Whether a leader is called by the full name, transcribed in whatever way: 'Wladimir Putin'."""
    name = plain[match.start : match.end]
    known = _first_names().get(name, ())
    return name in _full_names() or bool(get_close_matches(_word_before(plain, match.start), known, cutoff=_SIMILAR))


def _anothers(plain: str, language: str, match: Match) -> bool:
    """Whether a name is part of a stranger's or a longer one; in German, other nouns have capitals, too."""
    if after_first_name(plain, match.start) and not _in_full(plain, match):
        return True
    follows = plain[match.end : match.end + 2]
    return language != "de" and follows[:1] == " " and follows[1:].isupper()


def after_first_name(text: str, start: int) -> bool:
    """Whether a name in capitals follows a person's first name: 'Rosa Luxemburg', 'Alberto França'."""
    first = _word_before(text, start)
    return text[start].isupper() and first in given_names() and first not in _NOT_GIVEN


def _word_before(text: str, start: int) -> str:
    """The word that only a blank parts from what begins at `start`; empty where there is none."""
    before = text[max(0, start - _BESIDE) : start]
    return before.split(" ")[-2] if before.endswith(" ") else ""


def _merged(own: Iterable[Match], shared: Iterable[Match]) -> list[Match]:
    """Of overlapping names the first, of several that begin there the longest, the language's own before its equal.

    The language's own capital may yet be another country's town of that name: 'San José, California'.
    """
    kept: list[Match] = []
    for match in sorted([*own, *shared], key=lambda m: (m.start, -m.end)):
        last = kept[-1] if kept else None
        if last is None or match.start >= last.end:
            kept.append(match)
        elif match[:2] == last[:2] and all(sense.kind == "capital" for sense in last.senses):
            rivals = [s for s in match.senses if s.kind == "city" and s.country != last.senses[0].country]
            kept[-1] = last._replace(senses=(*last.senses, *rivals))
    return kept


def _before(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return pattern.search(text[max(0, start - _BESIDE) : start]) is not None


def _is_placed(text: str, language: str, choice: Choice) -> bool:
    return choice.told or _before(_PLACED[language], text, choice.start)


def _stands(text: str, plain: str, choice: Choice, placed: set[str]) -> bool:
    """Whether a place is well enough told to be one; anything else is by its name."""
    sense = choice.sense
    if sense.kind not in ("city", "region"):
        return True
    prominent = sense.kind == "city" and sense.population > _PROMINENT
    return (prominent or plain[choice.start : choice.end] in placed) and not _before(_CLUB, text, choice.start)


def _confidence(plain: str, choice: Choice) -> float:
    surname = choice.sense.kind == "leader" and plain[choice.start : choice.end] not in _full_names()
    return _SURNAME if surname else _CONFIDENCE[choice.sense.kind]
