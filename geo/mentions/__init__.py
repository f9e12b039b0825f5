"""Where a text speaks of a country: names are found, then decided on, then what refers to them is added.

Door: `find_mentions`. The steps: `geo.gazetteer` finds every name with all that it can mean; `resolve` chooses
among places of one name; `doubt` says how sure it is that the name is no person, company or plain word;
`officials`, `institutions` and `anaphors` add what the article itself makes known. An article in another language
that the tables know goes through `foreign` alone.
"""

from collections.abc import Sequence

from geo.articles.article import Article
from geo.articles.language import language_of
from geo.gazetteer import PHRASE, Match, OwnName, gazetteer
from geo.mentions.anaphors import anaphors
from geo.mentions.doubt import confidences
from geo.mentions.foreign import LANGUAGES, foreign_mentions
from geo.mentions.institutions import institutions
from geo.mentions.mention import KINDS, Kind, Mention
from geo.mentions.officials import officials
from geo.mentions.resolve import Choice, resolve

__all__ = ["KINDS", "Kind", "Mention", "find_mentions"]

THRESHOLD = 0.5  # the confidence from which a name is taken for a mention


def find_mentions(article: Article, names: Sequence[OwnName] = ()) -> list[Mention]:
    """The mentions of an article, by position; an expression for several countries gives one for each.

    Offsets count characters of `article.content`. The same article gives the same mentions in any process.

    Args:
        article: what to read.
        names: a user's own names: certain, so never doubted, and in place of what the tables say of them.
    """
    text = article.content
    language = language_of(article)
    if language in LANGUAGES:
        return _with_own(text, foreign_mentions(text, language, article.date), names)
    matches = gazetteer(names).find(text)
    choices = resolve(text, matches, article.date)
    named = [
        choice.mention(text, 1.0 if choice.sense.own else round(confidence, 4))
        for choice, confidence in zip(choices, confidences(text, choices), strict=True)
        if confidence >= THRESHOLD or choice.sense.own
    ]
    silenced = _silenced(matches) if names else []
    for step in (officials, institutions):
        named = sorted([*named, *_spoken(step(text, named), silenced)], key=lambda m: m.start)
    return sorted([*named, *_spoken(anaphors(text, named), silenced)], key=lambda m: (m.start, m.end, m.country))


def _with_own(text: str, mentions: list[Mention], names: Sequence[OwnName]) -> list[Mention]:
    """The mentions of an article in another language, with the user's own names in place of what they overlap."""
    if not names:
        return mentions
    own = [match for match in gazetteer(names).find(text) if match.senses[0].own]
    kept = [m for m in mentions if not any(m.start < o.end and o.start < m.end for o in own)]
    told = [o for o in own if o.senses[0].kind != PHRASE]
    kept += [Choice(o.start, o.end, o.senses[0], margin=0.0, told=True).mention(text, 1.0) for o in told]
    return sorted(kept, key=lambda m: (m.start, m.end, m.country))


def _silenced(matches: Sequence[Match]) -> list[tuple[int, int]]:
    """Start and end of each name that the user wants to be no mention."""
    return [(m.start, m.end) for m in matches if m.senses[0].own and m.senses[0].kind == PHRASE]


def _spoken(mentions: list[Mention], silenced: Sequence[tuple[int, int]]) -> list[Mention]:
    """The mentions that lie in no silenced name, whatever the article itself makes known of it."""
    if not silenced:
        return mentions
    return [m for m in mentions if not any(start <= m.start and m.end <= end for start, end in silenced)]
