"""How sure it is that a name is a mention of its country, and no person, company or plain word.

A logistic model over what the name is and what stands around it; its weights lie in `data/doubts.csv`,
fitted on annotated news by `geo.training.doubts`, so that the probability it gives is a confidence: of the
mentions given 0.9, nine in ten are right.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from geo.mentions.context import after_class, before_class, context
from geo.mentions.resolve import Choice
from geo.resources import rows

_PROMINENT = 500_000  # inhabitants from which a city's name beside another is hardly a surname


def confidences(text: str, choices: Sequence[Choice]) -> list[float]:
    """For each choice, the probability that it is a mention of its country."""
    weights = _weights()
    return [_probability(sum(weights.get(f, 0.0) for f in seen)) for seen in features(text, choices)]


def features(text: str, choices: Sequence[Choice]) -> Iterator[list[str]]:
    """For each choice, the names of the features that hold for it."""
    sides = _sides(text, choices)
    names = [text[c.start : c.end] for c in choices]
    times = Counter(names)
    elsewhere = _elsewhere(choices, names, sides)
    witnesses = Counter(country for _, country in {(c.sense.place + c.sense.kind, c.sense.country) for c in choices})
    for choice, name, (left, right) in zip(choices, names, sides, strict=True):
        kind = choice.sense.kind
        seen = _own(choice, name)
        seen += [f"before {left}", f"after {right}", f"{kind} before {left}", f"{kind} after {right}"]
        if left == "capitalised" and right == "capitalised":
            seen.append("within capitals")
        signs = elsewhere[name]
        seen += _personal(_words().get(name), left, right, signs)
        if kind == "leader" and " " not in name and left in ("capitalised", "given name"):
            seen.append("a leader's surname after another's first name")
        seen += [f"{sign} elsewhere" for sign in signs] + [f"{kind} {sign} elsewhere" for sign in signs]
        if times[name] > 1:
            seen.append("repeated")
        if left == "start" and right in ("bracket", "dash") and kind in ("capital", "city", "region"):
            seen.append("dateline")
        seen.append(f"country named {min(3, witnesses[choice.sense.country])} ways")
        yield seen


def _sides(text: str, choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """What stands before and after each choice; 'name' where that is another choice that no person is called like."""
    names = [c for c in choices if c.sense.kind != "city" or c.sense.population > _PROMINENT]
    names = [c for c in names if text[c.start : c.end] not in _words()]
    starts, ends = {c.start for c in names}, {c.end for c in names}
    heading = _heading(text)
    found = []
    for choice in choices:
        around = context(text, choice.start, choice.end)
        left, right = before_class(around), after_class(around)
        if choice.end <= heading:  # where every word is in capitals they tell nothing
            left, right = (side.replace("capitalised", "heading") for side in (left, right))
        left = "name" if choice.start - 1 in ends and left == "capitalised" else left
        right = "name" if choice.end + 1 in starts and right == "capitalised" else right
        found.append((left, right))
    return found


def _heading(text: str) -> int:
    """Where the first line ends if most of its words are in capitals, as headlines are; else 0."""
    line = text.split("\n", 1)[0]
    words = [word for word in line.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(line) if 3 < len(words) < 25 and capital >= 0.75 * len(words) else 0


def _elsewhere(
    choices: Sequence[Choice], names: Sequence[str], sides: Sequence[tuple[str, str]]
) -> dict[str, list[str]]:
    """What the occurrences of a name say of one another: one sense per discourse."""
    signs: dict[str, set[str]] = {name: set() for name in names}
    for choice, name, (left, right) in zip(choices, names, sides, strict=True):
        if choice.told or (left == "preposition" and right in ("end", "comma", "other", "speech")):
            signs[name].add("place")
        if left in ("capitalised", "title", "given name") and right != "public":
            signs[name].add("surname")
        if right == "capitalised" and left != "capitalised":
            signs[name].add("first name")
    return {name: sorted(found) for name, found in signs.items()}


def _own(choice: Choice, name: str) -> list[str]:
    """What the name is by itself."""
    sense = choice.sense
    seen = ["bias", f"kind {sense.kind}"]
    if sense.population:
        seen.append(f"{sense.kind} of 10^{int(math.log10(sense.population))}")
    if reason := _words().get(name):
        seen += [f"is a {reason}", f"{sense.kind} is a {reason}"]
    if " " in name:
        seen.append(f"{sense.kind} of several words")
    if len(name) <= 3:
        seen.append(f"{sense.kind} of three letters")
    if name.isupper():
        seen.append("in capitals")
    if choice.margin < 1.0:
        seen.append("close call")
    if choice.told:
        seen.append("told by the text")
    return seen


def _personal(reason: str | None, left: str, right: str, signs: Sequence[str]) -> list[str]:
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
    if reason and {"surname", "first name"} & set(signs) and not beside_a_name:
        seen.append("a person's name elsewhere")
    return seen


@cache
def _words() -> dict[str, str]:
    return {row["name"]: row["reason"] for row in rows("words")}


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("doubts")}


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
