"""Expressions that stand for an actor without naming it: 'the two countries', 'its neighbour', 'he', 'the bloc'.

The geocoder resolves those that a rule can (`geo.mentions.anaphors`); for the rest the reader has learned, from the
same passages, where such an expression begins, how far it goes, and which marked actors it stands for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.relations.layout import Layout, Marked

Numbers = NDArray[np.floating]

_BEGINS, _GOES_ON = 1, 2
_SURE = 0.5  # probability that an expression needs, and each actor that it stands for


@dataclass(frozen=True, slots=True)
class Links:
    """The reader's outputs about references in one passage.

    Attributes:
        tags: (tokens, 3), probabilities that a token lies outside, begins a reference, or goes on with it.
        links: (tokens, tokens), logits: a reference that begins at the first stands for the marker at the second.
    """

    tags: Numbers
    links: Numbers


def references(layout: Layout, found: Links) -> list[Marked]:
    """The references in a passage to its marked actors, in text order.

    Args:
        layout: the passage.
        found: what the reader says of its tokens.
    """
    markers = layout.markers()
    starts = np.flatnonzero(found.tags[:, _BEGINS] >= _SURE).tolist()
    spans = ((first, _span(layout, found.tags, first)) for first in starts)
    return [
        Marked(*span, actors)
        for first, span in spans
        if span and not _overlaps(span, layout.mentions)
        if (actors := tuple(_meant(found.links[first], markers)))
    ]


def _span(layout: Layout, tags: Numbers, first: int) -> tuple[int, int] | None:
    """From the token that begins to the last one that goes on; None where a marker stands."""
    if layout.spans[first] is None:
        return None
    last = first
    while last + 1 < len(layout.spans) and layout.spans[last + 1] and tags[last + 1].argmax() == _GOES_ON:
        last += 1
    begin, end = layout.spans[first], layout.spans[last]
    return (begin[0], end[1]) if begin and end else None


def _overlaps(span: tuple[int, int], mentions: Sequence[Marked]) -> bool:
    return any(span[0] < mention.end and mention.start < span[1] for mention in mentions)


def _meant(links: Numbers, markers: dict[str, list[int]]) -> Iterator[str]:
    """The actors that a reference stands for: the log-sum-exp over an actor's markers is its score."""
    for actor, places in markers.items():
        if 1 / (1 + np.exp(-np.logaddexp.reduce(links[places]))) >= _SURE:
            yield actor
