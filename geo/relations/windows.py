"""How an article is cut into the passages that the reader is given.

A window is a paragraph, or several short ones: that is how writers group what belongs together. Where a paragraph
is longer than a window may be, each further window begins with the last sentence of the one before, which is there
to be understood by and is not read again. Only windows that name two actors are read.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.relations.layout import LONGEST, MOST_ACTORS, Marked, Span, Tokens
from geo.relations.sentences import Paragraph


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of an article, with the tokens and the mentions in them.

    Attributes:
        sentences: their spans.
        tokens: the tokens in them.
        mentions: the mentions in them, in text order.
        unread: the character at which the part begins that no earlier window holds.
    """

    sentences: Sequence[Span]
    tokens: Tokens
    mentions: Sequence[Marked]
    unread: int

    @property
    def actors(self) -> set[str]:
        """Who is mentioned."""
        return {actor for mention in self.mentions for actor in mention.actors}

    def fits(self, length: int) -> bool:
        """Whether it is no longer than this with all markers, and has no more actors than can be told apart."""
        tokens = 2 + len(self.tokens.ids) + sum(mention.markers for mention in self.mentions)
        return tokens <= length and len(self.actors) <= MOST_ACTORS


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts one article.

    Attributes:
        tokens: the article's tokens.
        mentions: its mentions, in text order.
    """

    tokens: Tokens
    mentions: Sequence[Marked]

    def windows(self, paragraphs: Sequence[Paragraph], together: int, longest: int) -> list[Window]:
        """The windows that name two actors or more, in text order.

        Args:
            paragraphs: the article's.
            together: paragraphs are put into one window up to this length, in tokens with all markers.
            longest: the length at which a paragraph is cut. One long sentence may go up to `LONGEST`.
        """
        groups = self._grouped(paragraphs, together)
        found = (window for group in groups for window in self._cut(group, longest))
        return [window for window in found if len(window.actors) > 1]

    def _window(self, sentences: Sequence[Span], unread: int = 0) -> Window:
        start, end = sentences[0][0], sentences[-1][1]
        first, last = (bisect_left(self.mentions, at, key=lambda mention: mention.start) for at in (start, end))
        inside = [mention for mention in self.mentions[first:last] if mention.end <= end]
        return Window(sentences, self.tokens.within(start, end), inside, unread)

    def _grouped(self, paragraphs: Sequence[Paragraph], length: int) -> list[list[Span]]:
        """The sentences of each paragraph, those of short ones put together; a title stays alone."""
        groups: list[list[Span]] = []
        open_group = False
        for paragraph in paragraphs:
            together = [*groups[-1], *paragraph.sentences] if open_group else []
            if together and self._window(together).fits(length):
                groups[-1] = together
            else:
                groups.append(list(paragraph.sentences))
            open_group = not paragraph.is_title
        return groups

    def _cut(self, sentences: Sequence[Span], length: int) -> Iterator[Window]:
        """As few windows as hold the sentences, each as long as may be."""
        parts = [part for sentence in sentences for part in self._parts(sentence)]
        done = 0
        while done < len(parts):
            first = last = done
            if done and self._window(parts[done - 1 : done + 1]).fits(length):
                first = done - 1
            while last < len(parts) and (last == done or self._window(parts[first : last + 1]).fits(length)):
                last += 1
            yield self._window(parts[first:last], unread=parts[done][0])
            done = last

    def _parts(self, sentence: Span) -> Iterator[Span]:
        """A sentence, or its halves (of halves) where it is longer than the reader can read."""
        window = self._window([sentence])
        cut = None if window.fits(LONGEST) else _middle(window)
        if cut is None:
            yield sentence
        else:
            yield from self._parts((sentence[0], window.tokens.spans[cut - 1][1]))
            yield from self._parts((window.tokens.spans[cut][0], sentence[1]))


def _middle(window: Window) -> int | None:
    """The token nearest to the middle before which no word and no mention is cut, None where there is none."""
    spans = window.tokens.spans
    inside = {place for mention in window.mentions for place in range(mention.start + 1, mention.end)}
    gaps = [
        number
        for number in range(1, len(spans))
        if spans[number - 1][1] < spans[number][0] and spans[number][0] not in inside
    ]
    return min(gaps, key=lambda number: abs(2 * number - len(spans)), default=None)
