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


def confidences(text: str, choices: Sequence[Choice]) -> list[float]:
    """For each choice, the probability that it is a mention of its country."""
    weights = _weights()
    return [_probability(sum(weights.get(f, 0.0) for f in seen)) for seen in features(text, choices)]


def features(text: str, choices: Sequence[Choice]) -> Iterator[list[str]]:
    """For each choice, the names of the features that hold for it."""
    before = [before_class(context(text, c.start, c.end)) for c in choices]
    names = [text[c.start : c.end] for c in choices]
    times = Counter(names)
    personal = Counter(name for name, left in zip(names, before, strict=True) if left in ("capitalised", "title"))
    witnesses = Counter(country for _, country in {(c.sense.place + c.sense.kind, c.sense.country) for c in choices})
    ends = {c.end for c in choices}
    for choice, name, left in zip(choices, names, before, strict=True):
        beside = "name" if choice.start - 1 in ends and left == "capitalised" else left
        right = after_class(context(text, choice.start, choice.end))
        kind = choice.sense.kind
        seen = _own(choice, name)
        seen += [f"before {beside}", f"after {right}", f"{kind} before {beside}", f"{kind} after {right}"]
        if beside == "capitalised" and right == "capitalised":
            seen.append("within capitals")
        if personal[name] and left not in ("capitalised", "title"):
            seen.append("a person's name elsewhere")
        if times[name] > 1:
            seen.append("repeated")
        seen.append(f"country named {min(3, witnesses[choice.sense.country])} ways")
        yield seen


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


@cache
def _words() -> dict[str, str]:
    return {row["name"]: row["reason"] for row in rows("words")}


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("doubts")}


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
