"""Which language an article is in: relations are read from English alone."""

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.articles.article import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_GLANCE = 500  # characters: enough to tell English by its small words
_FIRST_LOOK = 2000  # characters
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]")
# Frequent in English and strange to its neighbours: no 'a', 'in', 'on', 'me', 'is', 'was'.
_FUNCTION_WORDS = frozenset(
    (
        "and", "are", "at", "been", "but", "by", "from", "had", "has", "have", "his", "its", "not", "of", "said",
        "than", "that", "the", "their", "they", "this", "to", "which", "who", "will", "with", "would",
    )
)
# A tenth of all words suffices: running English has three times as many, other languages hardly any.
_ENOUGH_FUNCTION_WORDS = 0.1
_FEW_WORDS = 4
# Below it the model is guessing, as it does on headlines made of names; running text gets nearly 1.
_CONFIDENT = 0.25


def language_of(article: Article) -> str:
    """The language of an article, as ISO 639-1 code.

    What the source says counts first. Then a look at the frequent small words tells English, so that
    English news never waits for the model; all else is told by py3langid (Lui and Baldwin 2012). Where
    nothing tells (a headline of names in Latin letters), English is assumed.
    """
    told = _code(article.language) if article.language else None
    return told or _guess(article.content[:_FIRST_LOOK])


def is_english(article: Article) -> bool:
    """Whether `language_of` the article is English."""
    return language_of(article) == ENGLISH


@cache
def _code(told: str) -> str | None:
    """ISO 639-1 code of `en`, `en-GB`, `eng` or `English`; None for what is no language."""
    short = re.split(r"[-_]", told.strip().casefold())[0]
    if len(short) == 2:
        return short
    import pycountry  # noqa: PLC0415 (slow to load, hardly ever needed here)

    try:
        language = pycountry.languages.lookup(short)
    except LookupError:
        return None
    # Only the larger languages have a code of two letters.
    return str(language.alpha_2) if hasattr(language, "alpha_2") else None


def _guess(text: str) -> str:
    if _reads_english(text[:_GLANCE]) or _reads_english(text):
        return ENGLISH
    latin = _BEYOND_LATIN.search(text) is None
    if latin and len(_WORD.findall(text)) < _FEW_WORDS:
        return ENGLISH
    language, confidence = _identifier().classify(text)
    return str(language) if confidence >= _CONFIDENT or not latin else ENGLISH


def _reads_english(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    known = sum(word in _FUNCTION_WORDS for word in words)
    return known > 0 and known >= _ENOUGH_FUNCTION_WORDS * len(words)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (loads for a second)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
