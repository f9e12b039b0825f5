"""What names mean in other languages than English, in all the forms that they take in a sentence.

Names come from `data/translations.csv` (CLDR) and `data/translated_names.csv` (written by hand, and right where
the two differ). Inflection follows `data/endings.csv`: the longest ending that fits a word says which others it
takes, 'Куба' so 'Кубы', 'Кубе', 'Кубу', 'Кубой'. Each word of a name is inflected by itself; that makes forms that
nobody writes ('Южной Корею'), which cost nothing, for they are never met.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from geo.gazetteer.actors import actors
from geo.gazetteer.names import PHRASE, Sense
from geo.resources import rows

LANGUAGES = frozenset({"ar", "de", "es", "fr", "pt", "ru", "zh"})

# A careful guess: no annotated news in these languages was at hand to fit it on.
_CONFIDENCE = {"name": 0.9, "organisation": 0.9, "demonym": 0.85, "capital": 0.85, "institution": 0.85, PHRASE: 1.0}
_CONDITIONAL = 0.75  # of a name that counts after certain words only
_INFLECTED = 0.95  # by which a form is less sure than the name itself
_WORD = re.compile(r"[^\W\d_]+")


class Meaning(NamedTuple):
    """What a name can stand for in a language.

    Attributes:
        senses: more than one where an expression stands for several at once: '中美' for China and the United States.
        after: words of which one must stand before the name; empty where it counts everywhere.
        confidence: 0 to 1.
    """

    senses: tuple[Sense, ...]
    after: tuple[str, ...]
    confidence: float


@cache
def foreign_names(language: str) -> dict[str, list[Meaning]]:
    """Every form of every name of a language, with its meanings, the most frequent first.

    Args:
        language: ISO 639-1 code, one of `LANGUAGES`.
    """
    found: dict[str, list[Meaning]] = defaultdict(list)
    for row in _rows(language):
        for form in _forms(language, row["kind"], row["name"]):
            meaning = _meaning(row, inflected=form.casefold() != row["name"].casefold())
            if meaning.senses not in [known.senses for known in found[form]]:
                found[form].append(meaning)
    return dict(found)


def _rows(language: str) -> Iterator[dict[str, str]]:
    """The rows of a language; where both tables know a name, those written by hand."""
    by_hand = [row for row in rows("translated_names") if row["language"] == language]
    reviewed = {row["name"] for row in by_hand}
    yield from by_hand
    for row in rows("translations"):
        if row["language"] == language and row["name"] not in reviewed:
            yield row | {"after": "", "confidence": ""}


def _meaning(row: dict[str, str], *, inflected: bool) -> Meaning:
    kind = row["kind"]
    after = tuple(row["after"].split("|")) if row["after"] else ()
    confidence = float(row["confidence"] or (_CONDITIONAL if after else _CONFIDENCE[kind]))
    if inflected and kind != PHRASE:
        confidence *= _INFLECTED
    return Meaning(tuple(_sense(kind, code) for code in row["actor"].split() or [""]), after, round(confidence, 4))


def _sense(kind: str, code: str) -> Sense:
    """The sense of an actor's name, with coordinates as for English names: labels for names, seats for the rest."""
    if kind == PHRASE:
        return Sense(PHRASE, "", "", 0.0, 0.0)
    actor = actors()[code]
    if kind in ("name", "demonym"):
        return Sense(kind, code, actor.name, actor.label_latitude, actor.label_longitude)
    return Sense(kind, code, actor.seat, actor.latitude, actor.longitude)


def _forms(language: str, kind: str, name: str) -> Iterator[str]:
    """All forms of a name, each once; adjectives also as they begin a sentence."""
    pieces = re.split(r"([^\W\d_]+)", name)
    choices = [_word_forms(language, kind, piece) if _WORD.fullmatch(piece) else (piece,) for piece in pieces]
    forms = {"".join(chosen) for chosen in product(*choices)}
    if language == "ar":
        forms |= {article for form in forms for article in _with_article(form, kind)}
    if kind == "demonym":
        forms |= {form[0].upper() + form[1:] for form in forms}
    yield from sorted(forms)


def _word_forms(language: str, kind: str, word: str) -> tuple[str, ...]:
    if word.isupper():
        return (word,)  # abbreviations take no endings
    endings = _endings(language, "demonym" if kind == "demonym" else "name")
    for length in range(len(word), -1, -1):
        ending = word[len(word) - length :]
        if ending in endings:
            stem = word[: len(word) - length]
            return (word, *(stem + other for other in endings[ending] if stem + other != word))
    return (word,)


@cache
def _endings(language: str, kind: str) -> dict[str, tuple[str, ...]]:
    """For an ending, all endings that a word with it takes; a hyphen in the table is no ending at all."""
    return {
        row["ending"]: tuple(form.removeprefix("-") for form in row["forms"].split())
        for row in rows("endings")
        if row["language"] == language and row["kind"] == kind
    }


def _with_article(form: str, kind: str) -> Iterator[str]:
    """Arabic forms with the article, which goes with a 'for' before it into one: 'الصين', 'للصين'."""
    definite = form if form.startswith("ال") else f"ال{form}"
    if kind == "demonym" and " " not in form:
        yield definite
    if definite == form or (kind == "demonym" and " " not in form):
        rest = definite.removeprefix("ال")
        yield f"ل{rest}" if rest.startswith("ل") else f"لل{rest}"
