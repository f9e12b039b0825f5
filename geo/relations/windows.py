"""How an article is cut into the passages that the reader is given.

A window is a run of sentences, as long as the reader reads well, and the next window repeats the last
sentence of the one before, so that no two neighbours are ever torn apart. Only windows that name two actors
are read.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.relations.layout import LONGEST, MOST_ACTORS, Marked, Span, Tokens

LENGTH = 120
OVERLAP = 1


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of an article, with the tokens and the mentions in them."""

    sentences: Sequence[Span]
    tokens: Tokens
    mentions: Sequence[Marked]

    @property
    def length(self) -> int:
        """In tokens, with all markers."""
        return 2 + len(self.tokens.ids) + sum(mention.markers for mention in self.mentions)

    def fits(self, length: int) -> bool:
        """Whether it is no longer than this, and no more actors than can be told apart are in it."""
        return self.length <= length and len(self.actors) <= MOST_ACTORS

    @property
    def actors(self) -> set[str]:
        """Who is mentioned in it."""
        return {actor for mention in self.mentions for actor in mention.actors}


def windows(
    sentences: Sequence[Span],
    tokens: Tokens,
    mentions: Sequence[Marked],
    length: int = LENGTH,
    overlap: int = OVERLAP,
) -> list[Window]:
    """The windows of an article that name two actors or more, in text order.

    Args:
        sentences: of the article.
        tokens: of the article.
        mentions: of the article, in text order.
        length: the most tokens of a window of several sentences; one long sentence may fill `LONGEST`.
        overlap: how many sentences two windows share, where there is room.
    """
    parts = [part for sentence in sentences for part in _parts(_window([sentence], tokens, mentions))]
    found = []
    first = last = 0
    while last < len(parts):
        first = next(
            start for start in range(max(0, last - overlap), last + 1)
            if start == last or _window(parts[start : last + 1], tokens, mentions).fits(length)
        )  # fmt: skip
        read, last = last, last + 1
        while last < len(parts) and _window(parts[first : last + 1], tokens, mentions).fits(length):
            last += 1
        window = _window(parts[first:last], tokens, mentions)
        # What only repeats the window before has been read.
        if len(window.actors) > 1 and window.mentions[-1].start >= parts[read][0]:
            found.append(window)
    return found


def _window(sentences: Sequence[Span], tokens: Tokens, mentions: Sequence[Marked]) -> Window:
    start, end = sentences[0][0], sentences[-1][1]
    first, last = (bisect_left(mentions, place, key=lambda mention: mention.start) for place in (start, end))
    inside = [mention for mention in mentions[first:last] if mention.end <= end]
    return Window(sentences, tokens.within(start, end), inside)


def _parts(window: Window) -> Iterator[Span]:
    """A sentence, or its halves (of halves) where it is longer than the reader reads."""
    cut = None if window.fits(LONGEST) else _middle(window)
    if cut is None:
        yield window.sentences[0]
        return
    ((start, end),) = window.sentences
    for half in ((start, window.tokens.spans[cut - 1][1]), (window.tokens.spans[cut][0], end)):
        yield from _parts(_window([half], window.tokens, window.mentions))


def _middle(window: Window) -> int | None:
    """The token nearest to the middle at which no word and no mention is cut, None where there is none."""
    spans = window.tokens.spans
    inside = {place for mention in window.mentions for place in range(mention.start + 1, mention.end)}
    free = [
        number for number in range(1, len(spans))
        if spans[number - 1][1] < spans[number][0] and spans[number][0] not in inside
    ]  # fmt: skip
    return min(free, key=lambda number: abs(2 * number - len(spans)), default=None)
