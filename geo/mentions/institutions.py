"""Bodies of a state that are named without it: 'the foreign ministry', 'Parliament', 'the army'.

Each belongs to the country whose capital follows ('the foreign ministry in Nairobi'), to the only country of the
article, to the one that the sentence began with if the body only tells it (', the ministry said'), or to the one that
the sentence, or else the sentence before, named last. Where the country stands beside it
("Ethiopia's Foreign Ministry") the country's own name is the mention already.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from geo.mentions.cues import Cues
from geo.mentions.mention import Mention, of_states
from geo.mentions.sentences import Sentences
from geo.resources import rows

_BESIDE = re.compile(r"(?:['’]s?)? (?:\w+ ){0,2}$")
_PART_OF_A_NAME = re.compile(r"(?:^|[^.!?\s”\"] )(?!The )[A-Z][\w’'-]*\w $")
_ALONE = (
    r" (?:\w+ed|said|says|has|had|was|were|is|are|will|would|and|in|on|at|of|to|that|by|for|from|with)\b|[^ \w]|$"
)
_TOLD_BY = (", the ", ",” the ", "’ the ", '," the ')
_TELLS = re.compile(r" (?:said|says|added|announced|confirmed|reported|explained|told)\b")
_SEAT = re.compile(r"^ in (?:the )?$")


def institutions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of kind `institution` for generic bodies of state, on spans that no mention covers.

    Args:
        text: an article's content.
        mentions: what is known already, in text order.
    """
    states = of_states(mentions)
    if not states:
        return []
    sentences = Sentences(text)
    found = []
    for hit in _bodies(text, mentions):
        owner, confidence = _owner(text, hit, states, sentences)
        if owner and not _PART_OF_A_NAME.search(text[max(0, hit.start() - 40) : hit.start()]):
            found.append(owner.stood_for(hit.start(), hit[0], "institution", confidence))
    return found


def _bodies(text: str, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    hits = list(_cues().hits(_pattern(), text))
    covered = {n for m in mentions for n in range(m.start, m.end)} if hits else ()
    for hit in hits:
        if hit.start() not in covered and hit.end() - 1 not in covered:
            yield hit


@cache
def _cues() -> Cues:
    bodies = [row["body"] for row in rows("bodies")]
    return Cues(bodies + [_capitalised(body) for body in bodies])


@cache
def _pattern() -> re.Pattern[str]:
    """Bodies in capitals anywhere, and in small letters after an article."""
    bodies = sorted(rows("bodies"), key=lambda row: -len(row["body"]))
    large = "|".join(re.escape(_capitalised(row["body"])) for row in bodies)
    nouns = "|".join(re.escape(row["body"]) for row in bodies if row["adjective"] == "no")
    # What is an adjective, too, must not be one: 'the military pressure'.
    either = "|".join(re.escape(row["body"]) for row in bodies if row["adjective"] == "yes")
    small = rf"(?:{nouns})|(?:{either})(?={_ALONE})"
    return re.compile(rf"(?<![\w-])(?:(?<=[Tt]he )(?:{small})|(?:{large}))(?![\w-])(?! of [A-Z]| [A-Z])")


def _capitalised(body: str) -> str:
    return " ".join(word if word in ("of", "the") else word.capitalize() for word in body.split())


def _owner(
    text: str, hit: re.Match[str], states: Sequence[Mention], sentences: Sentences
) -> tuple[Mention | None, float]:
    """Whose body it is, and how sure that is."""
    before = [m for m in states if m.end <= hit.start()]
    after = next((m for m in states if m.start >= hit.end()), None)
    if before and _BESIDE.fullmatch(text[before[-1].end : hit.start()]):
        return None, 0.0
    if after and _SEAT.match(text[hit.end() : after.start]):
        return after, 0.9
    if len({m.country for m in states}) == 1:
        return states[0], 0.85
    for back in range(2):
        start = sentences.start(hit.start(), back)
        recent = [m for m in before if m.start >= start]
        if recent and text.endswith(_TOLD_BY, 0, hit.start()) and _TELLS.match(text, hit.end()):
            return recent[0], 0.7
        if recent:
            return (recent[-1], 0.7) if len({m.country for m in recent}) == 1 else (recent[0 if back else -1], 0.55)
    return None, 0.0
