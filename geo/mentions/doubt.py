"""How sure it is that a name is a mention of its country, and no person, company or plain word.

A logistic model over what the name is and what stands around it; its weights lie in `data/doubts.csv`,
fitted on annotated news by `geo.training.doubts`, so that the probability it gives is a confidence: of the
mentions given 0.9, nine in ten are right.

What speaks for and against a name comes in few varieties, so each variety is weighed once and then remembered.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from geo.mentions.context import after, before, given_names, words
from geo.mentions.resolve import ENUMERATION, Choice
from geo.resources import rows

_TOWNS = ("city", "region")
_PLACES = {"city", "region", "capital", "name"}
_PROMINENT = 500_000  # inhabitants from which a city's name beside another is hardly a surname
_REMEMBERED = 20_000  # varieties of evidence, some 10 MB
_LONGEST_HEADING = 100  # words, numbers and signs included: no need to look at more of a long line


class _Evidence(NamedTuple):
    """What speaks for and against a name.

    Attributes:
        kind: of the sense chosen for it.
        digits: how many times ten goes into its inhabitants; None where none are known.
        reason: what else it can be (`data/words.csv`), empty for nothing.
        spaced: whether it is of several words.
        short: whether it has three letters or fewer.
        capitals: whether all its letters are capitals.
        close: whether another country was nearly chosen.
        told: whether the text itself says which place is meant.
        left: what stands before it.
        right: what stands after it.
        signs: what its occurrences in the article say of one another.
        repeated: whether there are several.
        ways: how many names of its country the article has, three at most.
        listed: whether it stands in an enumeration with another place.
    """

    kind: str
    digits: int | None
    reason: str
    spaced: bool
    short: bool
    capitals: bool
    close: bool
    told: bool
    left: str
    right: str
    signs: tuple[str, ...]
    repeated: bool
    ways: int
    listed: bool


def confidences(text: str, choices: Sequence[Choice]) -> list[float]:
    """For each choice, the probability that it is a mention of its country."""
    return [_confidence(seen) for seen in _evidence(text, choices)]


def features(text: str, choices: Sequence[Choice]) -> Iterator[list[str]]:
    """For each choice, the names of the features that hold for it."""
    return map(_features, _evidence(text, choices))


@lru_cache(maxsize=_REMEMBERED)
def _confidence(evidence: _Evidence) -> float:
    weights = _weights()
    return _probability(sum(weights.get(feature, 0.0) for feature in _features(evidence)))


def _evidence(text: str, choices: Sequence[Choice]) -> Iterator[_Evidence]:
    sides = _sides(text, choices)
    names = [text[c.start : c.end] for c in choices]
    times = Counter(names)
    elsewhere, listed = _elsewhere(choices, names, sides), _listed(text, choices)
    ways = Counter(country for *_, country in {(c.sense.place, c.sense.kind, c.sense.country) for c in choices})
    for choice, name, (left, right) in zip(choices, names, sides, strict=True):
        sense = choice.sense
        reason = _reason(sense.kind, name)
        yield _Evidence(
            sense.kind, int(math.log10(sense.population)) if sense.population else None, reason,
            " " in name, len(name) <= 3, name.isupper(), choice.margin < 1.0, choice.told,
            left, right, elsewhere[name], times[name] > 1, min(3, ways[sense.country]), choice.start in listed,
        )


def _features(evidence: _Evidence) -> list[str]:
    """The names of the features that hold, as `data/doubts.csv` and the training know them."""
    kind, left, right, signs = evidence.kind, evidence.left, evidence.right, evidence.signs
    seen = _own(evidence)
    seen += [f"before {left}", f"after {right}", f"{kind} before {left}", f"{kind} after {right}"]
    if left == "capitalised" and right == "capitalised":
        seen.append("within capitals")
    seen += _personal(evidence.reason, left, right, signs)
    if kind == "leader" and not evidence.spaced and left in ("capitalised", "given name"):
        seen.append("a leader's surname after another's first name")
    seen += [f"{sign} elsewhere" for sign in signs] + [f"{kind} {sign} elsewhere" for sign in signs]
    if evidence.repeated:
        seen.append("repeated")
    if evidence.listed:
        seen += ["in a list of places", f"{kind} in a list of places"]
    if left == "start" and right in ("bracket", "dash") and kind in ("capital", "city", "region"):
        seen.append("dateline")
    seen.append(f"country named {evidence.ways} ways")
    return seen


def _sides(text: str, choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """What stands before and after each choice; 'name' where that is another choice that no person is called like."""
    sides = [(before(text, choice.start), after(text, choice.end)) for choice in choices]
    if not any("capitalised" in pair for pair in sides):
        return sides
    known = words()
    names = [c for c in choices if c.sense.kind != "city" or c.sense.population > _PROMINENT]
    names = [c for c in names if text[c.start : c.end] not in known]
    starts, ends = {c.start for c in names}, {c.end for c in names}
    heading = _heading(text)
    found = []
    for choice, pair in zip(choices, sides, strict=True):
        left, right = pair
        if choice.end <= heading:  # where every word is in capitals they tell nothing
            left, right = (side.replace("capitalised", "heading") for side in (left, right))
        left = "name" if left == "capitalised" and choice.start - 1 in ends else left
        right = "name" if right == "capitalised" and choice.end + 1 in starts else right
        found.append((left, right))
    return found


def _heading(text: str) -> int:
    """Where the first line ends if most of its words are in capitals, as headlines are; else 0."""
    line, *_ = text.split("\n", 1)
    letters = [word[0] for word in line.split(maxsplit=_LONGEST_HEADING) if word[0].isalpha()]
    capital = sum(map(str.isupper, letters))
    return len(line) if 3 < len(letters) < 25 and capital >= 0.75 * len(letters) else 0


def _elsewhere(
    choices: Sequence[Choice], names: Sequence[str], sides: Sequence[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """What the occurrences of a name say of one another: one sense per discourse."""
    signs: dict[str, set[str]] = {name: set() for name in names}
    for choice, name, (left, right) in zip(choices, names, sides, strict=True):
        if choice.told or (left == "preposition" and right in ("end", "comma", "other", "speech")):
            signs[name].add("place")
        if left in ("capitalised", "title", "given name") and right != "public":
            signs[name].add("surname")
        if left == "given name" and choice.sense.kind in _TOWNS:
            signs[name].add("person")
        if right == "capitalised" and left != "capitalised":
            signs[name].add("first name")
    return {name: tuple(sorted(found)) for name, found in signs.items()}


def _listed(text: str, choices: Sequence[Choice]) -> set[int]:
    """Where the choices begin that stand in an enumeration with another place."""
    found: set[int] = set()
    for one, other in pairwise(choices):
        if text[one.end : other.start] in ENUMERATION and {one.sense.kind, other.sense.kind} <= _PLACES:
            found |= {one.start, other.start}
    return found


def _own(evidence: _Evidence) -> list[str]:
    """What the name is by itself."""
    kind = evidence.kind
    seen = ["bias", f"kind {kind}"]
    if evidence.digits is not None:
        seen.append(f"{kind} of 10^{evidence.digits}")
    if evidence.reason:
        seen += [f"is a {evidence.reason}", f"{kind} is a {evidence.reason}"]
    if evidence.spaced:
        seen.append(f"{kind} of several words")
    if evidence.short:
        seen.append(f"{kind} of three letters")
    if evidence.capitals:
        seen.append("in capitals")
        if (evidence.left, evidence.right) == ("start", "other"):
            seen.append("an article's first words in capitals")
    if evidence.close:
        seen.append("close call")
    if evidence.told:
        seen.append("told by the text")
    return seen


def _personal(reason: str, left: str, right: str, signs: Sequence[str]) -> list[str]:
    """Whether a name that people bear, too, stands here as theirs."""
    seen = []
    if reason == "given name" and right == "capitalised" and left != "preposition":
        seen.append("given name before a surname")
    if reason and left == "capitalised":
        seen.append("surname after a first name")
    if left in ("given name", "title"):
        seen.append(f"{'known' if reason else 'other'} after a {left}")
    if reason == "word" and left == "start" and right == "other":
        seen.append("a word that begins a sentence")
    beside_a_name = left in ("capitalised", "title", "given name", "preposition")
    if ("person" in signs or (reason and {"surname", "first name"} & set(signs))) and not beside_a_name:
        seen.append("a person's name elsewhere")
    return seen


def _reason(kind: str, name: str) -> str:
    """What else a name can be than what it was taken for: a word, a surname, a given name, or nothing."""
    if kind == "leader":
        return ""  # a surname is just what it should be
    return words().get(name) or ("given name" if kind in _TOWNS and name in given_names() else "")


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("doubts")}


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
