"""From the reader's scores for pairs of mentions to what one actor does to another."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.relations.event_types import EVENT_TYPES
from geo.relations.layout import Layout, Marked, Span, actor_pairs
from geo.relations.relation import CONTEXTS, STATUSES, Context, Status

Numbers = NDArray[np.float32]

_TYPES = tuple(EVENT_TYPES)
_SECOND_TYPE = 0.5  # probability that a pair's further event types need
_ASSERTED = 2  # asserted and future, the statuses that count as told, come first


@dataclass(frozen=True, slots=True)
class Finding:
    """An act that the reader finds in a passage; confidence is the probability of any relation of the two."""

    source: Marked
    target: Marked
    actors: tuple[str, str]
    event_type: str
    context: Context
    status: Status
    trigger: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The reader's outputs for the mention pairs of one passage.

    Attributes:
        types: (pairs, event types + 1), logits, 'any relation' last.
        status: (pairs, event types, statuses), probabilities given the type.
        context: (pairs, event types, contexts), likewise.
        trigger: (pairs), the token attended to most.
    """

    types: Numbers
    status: Numbers
    context: Numbers
    trigger: NDArray[np.int64]


def findings(
    layout: Layout, pairs: list[tuple[int, int]], scores: Scores, threshold: float
) -> Iterator[Finding]:
    """What each actor does to each other, one finding for each event type.

    Args:
        layout: the passage.
        pairs: its mention pairs, as `layout.pairs()` gives them.
        scores: theirs.
        threshold: the probability of any relation that an actor pair needs.
    """
    for actors, members in _by_actors(layout, pairs).items():
        # The log-sum-exp over its mention pairs is an actor pair's score, as in training.
        pooled = _sigmoid(np.logaddexp.reduce(scores.types[members], axis=0))
        if pooled[-1] < threshold:
            continue
        best = members[int(scores.types[members, -1].argmax())]
        source, target = (layout.mentions[number] for number in pairs[best])
        trigger = layout.spans[int(scores.trigger[best])]
        for number in _types_told(pooled[:-1]):
            status = _status(scores.status[best, number])
            context = CONTEXTS[int(scores.context[best, number].argmax())]
            confidence = round(float(pooled[-1]), 4)
            yield Finding(source, target, actors, _TYPES[number], context, status, trigger, confidence)


def _by_actors(layout: Layout, pairs: list[tuple[int, int]]) -> dict[tuple[str, str], list[int]]:
    """The mention pairs, by number, of each ordered pair of actors."""
    groups = defaultdict(list)
    for number, (source, target) in enumerate(pairs):
        for actors in actor_pairs(layout.mentions[source], layout.mentions[target]):
            groups[actors].append(number)
    return groups


def _types_told(probabilities: Numbers) -> list[int]:
    """The likeliest event type, and every other that is likely enough, by number."""
    return sorted({int(probabilities.argmax()), *np.flatnonzero(probabilities >= _SECOND_TYPE).tolist()})


def _status(probabilities: Numbers) -> Status:
    """Asserted or future where these two hold half of the probability together, else the best of the rest."""
    told, other = probabilities[:_ASSERTED], probabilities[_ASSERTED:]
    if told.sum() >= 0.5:
        return STATUSES[int(told.argmax())]
    return STATUSES[_ASSERTED + int(other.argmax())]


def _sigmoid(logits: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
