"""Lists of many parties, made from passages that name one: 'Kenya sent' becomes 'Chad, Kenya and Peru sent'.

Each party of a list does, or suffers, what the one did. What they do among each other the text then leaves open: where
the one had acts in both directions (a meeting, a clash), the pairs inside of the list are doubtful.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.gazetteer.actors import actors
from geo.relations.layout import Marked
from geo.training.examples import Example, Told

_MOST = 5  # parties that come to the one


@dataclass(frozen=True, slots=True)
class _Spliced:
    """New words in the place of a span of the text."""

    start: int
    end: int
    words: str

    def moved(self, place: int) -> int:
        """Where a character outside of the span stands afterwards; one inside goes to its start."""
        if place >= self.end:
            return place + len(self.words) - (self.end - self.start)
        return min(place, self.start)

    def around(self, mention: Marked) -> Marked:
        """A mention that doesn't touch the span, afterwards."""
        return Marked(self.moved(mention.start), self.moved(mention.end), mention.actors)


def expanded(example: Example) -> Example:
    """The passage with one of its actors as a list of several, or as it is where no actor lends itself."""
    fit = [m for m in example.mentions if _lends_itself(example, m)]
    if not fit:
        return example
    mention = random.choice(fit)
    own = mention.actors[0]
    known = {actor for m in (*example.mentions, *example.referring) for actor in m.actors}
    others = random.sample([code for code in _names() if code not in known], random.randint(1, _MOST))
    parties = random.sample([own, *others], len(others) + 1)
    names = {code: _names()[code] for code in others} | {own: example.text[mention.start : mention.end]}
    splice = _Spliced(mention.start, mention.end, _listed([names[code] for code in parties]))
    new, place = [], mention.start
    for code in parties:
        place = splice.words.index(names[code], place - mention.start) + mention.start
        new.append(Marked(place, place + len(names[code]), (code,)))
        place = new[-1].end
    before = [splice.around(m) for m in example.mentions if m is not mention]
    return replace(
        example,
        text=example.text[: mention.start] + splice.words + example.text[mention.end :],
        mentions=tuple(sorted([*before, *new], key=lambda m: (m.start, -m.end))),
        told=tuple(_told(example, splice, own, new)),
        referring=tuple(map(splice.around, example.referring)),
    )


def _lends_itself(example: Example, mention: Marked) -> bool:
    """A country's plain name, its only mention, that does or suffers something and stands free."""
    (own, *more), after = mention.actors, example.text[mention.end : mention.end + 1]
    touching = [m for m in (*example.mentions, *example.referring) if m.start < mention.end and mention.start < m.end]
    return (
        not more and own in _names() and example.text[mention.start : mention.end] == _names()[own]
        and after in (" ", ",", ".") and not example.text[: mention.start].endswith(("-", "(", "the ", "The "))
        and touching == [mention]
        and sum(own in m.actors for m in (*example.mentions, *example.referring)) == 1
        and any(own in (told.source, told.target) for told in example.told)
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"


def _told(example: Example, splice: _Spliced, own: str, new: Sequence[Marked]) -> list[Told]:
    found = []
    for told in example.told:
        trigger = told.trigger and (splice.moved(told.trigger[0]), splice.moved(told.trigger[1]))
        kept = replace(
            told, trigger=trigger, source_at=splice.moved(told.source_at), target_at=splice.moved(told.target_at)
        )
        if own == told.source:
            found += [replace(kept, source=m.actors[0], source_at=m.start) for m in new]
        elif own == told.target:
            found += [replace(kept, target=m.actors[0], target_at=m.start) for m in new]
        else:
            found.append(kept)
    pairs = {(t.source, t.target) for t in example.told}
    mutual = [t for t in example.told if own == t.source and (t.target, t.source) in pairs]
    for told in mutual[:1]:
        found += [
            replace(
                told, source=one.actors[0], target=other.actors[0], doubtful=True, trigger=None,
                source_at=one.start, target_at=other.start,
            )
            for one in new for other in new if one is not other
        ]  # fmt: skip
    return found


@cache
def _names() -> dict[str, str]:
    """Every country's plain name."""
    return {code: actor.name for code, actor in actors().items() if not code.startswith("org:")}
