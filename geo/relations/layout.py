"""How a passage is laid out for the reader: its tokens, with a marker before and after every mention.

The opening marker is the actor's identity: the same token for all mentions of one actor in the passage,
given out in order of appearance, so that the reader learns roles and not countries. An expression that
stands for several actors opens with the identity of each. Idea: typed entity markers (Zhong and Chen 2021),
here without types.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.mentions.mention import Mention

Span = tuple[int, int]

# BERT's vocabulary leaves the ids 1 to 99 unused: identities and end markers live there, as in training.
_FIRST_IDENTITY, _IDENTITIES, _END, _OPENING, _CLOSING = 1, 24, 40, 101, 102
_IDENTITIES_PER_MENTION = 6
LONGEST = 220
"""The longest layout that the reader was trained on, in tokens, markers counted."""
MOST_ACTORS = _IDENTITIES
"""The most actors of one passage that get an identity of their own."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression of the text with all actors that it stands for."""

    start: int
    end: int
    actors: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it begins and ends."""
        return self.start, self.end

    @property
    def markers(self) -> int:
        """How many tokens its markers take: the identities and the end."""
        return min(len(self.actors), _IDENTITIES_PER_MENTION) + 1


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's token ids, and the characters behind each of them."""

    ids: Sequence[int]
    spans: Sequence[Span]

    def within(self, start: int, end: int) -> "Tokens":
        """The tokens of a part of the text, given in characters and cut where words are."""
        first = bisect_left(self.spans, (start, start))
        last = bisect_left(self.spans, (end, end))
        return Tokens(self.ids[first:last], self.spans[first:last])


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader is given for one passage.

    Attributes:
        ids: token ids with markers.
        spans: the characters behind each token, None for markers.
        mentions: the marked mentions.
        positions: where each mention's first marker stands in `ids`.
    """

    ids: list[int]
    spans: list[Span | None]
    mentions: list[Marked]
    positions: list[int]

    def pairs(self) -> list[tuple[int, int]]:
        """Ordered pairs of mentions (by number) that stand for different actors."""
        numbers = range(len(self.mentions))
        return [
            (source, target) for source in numbers for target in numbers
            if source != target and actor_pairs(self.mentions[source], self.mentions[target])
        ]  # fmt: skip


def actor_pairs(source: Marked, target: Marked) -> list[tuple[str, str]]:
    """The ordered pairs of different actors that two mentions stand for.

    Two expressions for the same group ('the three countries', 'these governments') say nothing of one member towards
    another: what they do, they do together.
    """
    together = set(source.actors) & set(target.actors)
    return [
        (one, other) for one in source.actors for other in target.actors
        if one != other and not {one, other} <= together
    ]  # fmt: skip


def mark(mentions: Sequence[Mention]) -> list[Marked]:
    """Mentions in text order, the enclosing one first; those of one span become one with several actors."""
    by_span: dict[Span, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        by_span[mention.start, mention.end][mention.country] = None
    spans = sorted(by_span, key=lambda span: (span[0], -span[1]))
    return [Marked(start, end, tuple(by_span[start, end])) for start, end in spans if start < end]


def lay_out(tokens: Tokens, mentions: Sequence[Marked], first_identity: int = 0) -> Layout:
    """A passage's tokens with markers around its mentions.

    What goes beyond the longest layout is cut off, with the mentions that open there: windows (`windows.py`)
    are made so that this doesn't happen. A mention without any token is left out.

    Args:
        tokens: of the passage.
        mentions: of the passage, in text order (`mark`).
        first_identity: number of the identity that the first actor gets.
    """
    identity = _identities(mentions, first_identity)
    opens: dict[int, list[Marked]] = defaultdict(list)
    closes: dict[int, int] = defaultdict(int)
    for mention in mentions:
        if found := _tokens_of(mention, tokens.spans):
            opens[found[0]].append(mention)
            closes[found[1]] += 1
    layout = Layout([_OPENING], [None], [], [])
    for number, (token, span) in enumerate(zip(tokens.ids, tokens.spans, strict=True)):
        for mention in opens[number]:
            if len(layout.ids) < LONGEST - 1:
                layout.mentions.append(mention)
                layout.positions.append(len(layout.ids))
            _add(layout, [identity[actor] for actor in mention.actors[:_IDENTITIES_PER_MENTION]])
        _add(layout, [token], span)
        _add(layout, [_END] * closes[number])
    del layout.ids[LONGEST - 1 :], layout.spans[LONGEST - 1 :]
    _add(layout, [_CLOSING])
    return layout


def _add(layout: Layout, ids: list[int], span: Span | None = None) -> None:
    layout.ids.extend(ids)
    layout.spans.extend([span] * len(ids))


def _identities(mentions: Sequence[Marked], first: int) -> dict[str, int]:
    """A token for each actor, in order of appearance; after the last one the first is next."""
    actors = dict.fromkeys(actor for mention in mentions for actor in mention.actors)
    return {actor: _FIRST_IDENTITY + (first + number) % _IDENTITIES for number, actor in enumerate(actors)}


def _tokens_of(mention: Marked, spans: Sequence[Span]) -> tuple[int, int] | None:
    """The first and the last token of a mention, by number."""
    first = bisect_right(spans, mention.start, key=lambda span: span[1])
    last = bisect_left(spans, mention.end, key=lambda span: span[0]) - 1
    return (first, last) if first <= last else None
