"""Where a text speaks of a country: names are found, then decided on, then what refers to them is added.

Door: `find_mentions`. The steps: `geo.gazetteer` finds every name with all that it can mean; `resolve` chooses
among places of one name; `doubt` says how sure it is that the name is no person, company or plain word;
`officials`, `institutions` and `anaphors` add what the article itself makes known.
"""

from geo.articles.article import Article
from geo.gazetteer import gazetteer
from geo.mentions.anaphors import anaphors
from geo.mentions.doubt import confidences
from geo.mentions.institutions import institutions
from geo.mentions.mention import KINDS, Kind, Mention
from geo.mentions.officials import officials
from geo.mentions.resolve import Choice, resolve

__all__ = ["KINDS", "Kind", "Mention", "find_mentions"]

THRESHOLD = 0.5  # the confidence from which a name is taken for a mention


def find_mentions(article: Article) -> list[Mention]:
    """The mentions of an article, by position; an expression for several countries gives one for each.

    Offsets count characters of `article.content`. The same article gives the same mentions in any process.
    """
    text = article.content
    choices = resolve(text, gazetteer().find(text), article.date)
    named = [
        _mention(text, choice, confidence)
        for choice, confidence in zip(choices, confidences(text, choices), strict=True)
        if confidence >= THRESHOLD
    ]
    for step in (officials, institutions):
        named = sorted([*named, *step(text, named)], key=lambda m: m.start)
    return sorted([*named, *anaphors(text, named)], key=lambda m: (m.start, m.end, m.country))


def _mention(text: str, choice: Choice, confidence: float) -> Mention:
    sense = choice.sense
    return Mention(
        choice.start, choice.end, text[choice.start : choice.end], sense.kind, sense.country,  # type: ignore[arg-type]
        sense.place, sense.latitude, sense.longitude, round(confidence, 4),
    )
