"""From the reader's scores for pairs of mentions to a judgement on each pair of actors."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geo.relations.event_types import EVENT_TYPES, EventType
from geo.relations.layout import Layout, Marked, Span, actor_pairs
from geo.relations.relation import CONTEXTS, STATUSES, Context, Status

Actors = tuple[str, str]
Numbers = NDArray[np.floating]

_TYPES = tuple(EVENT_TYPES.values())
_SECOND_TYPE = 0.5  # probability that a pair's further event types need
_TOLD = 2  # asserted and future, the statuses of an act that is told, come first


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


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage tells of one actor and another.

    Attributes:
        actors: source and target.
        source: the mention of the source that the act is told with.
        target: that of the target.
        trigger: the word piece that names the act, or None.
        types: probability of each event type, and of any relation at the end.
        status: (event types, statuses), probabilities given the type.
        context: (event types, contexts), likewise.
    """

    actors: Actors
    source: Marked
    target: Marked
    trigger: Span | None
    types: Numbers
    status: Numbers
    context: Numbers

    @property
    def place(self) -> int:
        """The character at which the act is told."""
        return self.trigger[0] if self.trigger else self.source.start

    @property
    def confidence(self) -> float:
        """Probability of any relation, to four digits."""
        return round(float(self.types[-1]), 4)

    def averaged(self, other: "Judgement | None") -> "Judgement":
        """This judgement with the mean of both probabilities; None is a second one that found nothing."""
        if other is None:
            return replace(self, types=self.types / 2)
        return replace(
            self,
            types=(self.types + other.types) / 2,
            status=(self.status + other.status) / 2,
            context=(self.context + other.context) / 2,
        )

    def acts(self) -> Iterator[tuple[EventType, Status, Context]]:
        """The likeliest event type, and every other that is likely enough, each with status and context."""
        types = self.types[:-1]
        for number in sorted({int(types.argmax()), *np.flatnonzero(types >= _SECOND_TYPE).tolist()}):
            context = CONTEXTS[int(self.context[number].argmax())]
            yield _TYPES[number], _status(self.status[number]), context


def judgements(layout: Layout, pairs: list[tuple[int, int]], scores: Scores) -> dict[Actors, Judgement]:
    """A judgement on every ordered pair of actors of a passage.

    Args:
        layout: the passage.
        pairs: its mention pairs, as `layout.pairs()` gives them.
        scores: theirs.
    """
    return {
        actors: _judgement(layout, pairs, scores, actors, members)
        for actors, members in _by_actors(layout, pairs).items()
    }


def _judgement(
    layout: Layout, pairs: list[tuple[int, int]], scores: Scores, actors: Actors, members: list[int]
) -> Judgement:
    """The log-sum-exp over its mention pairs is an actor pair's score; the surest of them tells the rest."""
    types = _sigmoid(np.logaddexp.reduce(scores.types[members], axis=0))
    best = members[int(scores.types[members, -1].argmax())]
    source, target = (layout.mentions[number] for number in pairs[best])
    trigger = layout.spans[int(scores.trigger[best])]
    return Judgement(actors, source, target, trigger, types, scores.status[best], scores.context[best])


def _by_actors(layout: Layout, pairs: list[tuple[int, int]]) -> dict[Actors, list[int]]:
    """The mention pairs, by number, of each ordered pair of actors."""
    groups = defaultdict(list)
    for number, (source, target) in enumerate(pairs):
        for actors in actor_pairs(layout.mentions[source], layout.mentions[target]):
            groups[actors].append(number)
    return groups


def _status(probabilities: Numbers) -> Status:
    """Asserted or future where these two hold half of the probability together, else the best of the rest."""
    told, other = probabilities[:_TOLD], probabilities[_TOLD:]
    if told.sum() >= 0.5:
        return STATUSES[int(told.argmax())]
    return STATUSES[_TOLD + int(other.argmax())]


def _sigmoid(logits: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
