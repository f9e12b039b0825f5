"""What the reader of the map chose."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader of the map chose; an empty field restricts nothing.

    Attributes:
        start: first day, inclusive. With a first or last day given, undated rows are left out.
        end: last day, inclusive.
        countries: actors' codes; keeps acts by or towards any of them.
        sources: actors' codes; keeps acts by any of them.
        targets: actors' codes; keeps acts towards any of them.
        between: actors' codes; keeps acts of which both ends are among them; of a single one, acts with anybody.
        quads: quad classes, 1 to 4.
        types: PLOVER event types.
        contexts: PLOVER contexts.
        statuses: what the text says of the act (`asserted`, `future`, `negated`, `alleged`, `hypothetical`).
        outlets: who published the article.
        words: keeps acts whose evidence holds every one of these words, or longer ones that begin with them;
            case and accents don't count.
        least: keeps dyads with at least so many acts of those that the other filters keep.
        confidence: keeps relations that the reader was at least so sure of, 0 to 1.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    countries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("asserted", "future")
    outlets: tuple[str, ...] = ()
    words: str = ""
    least: int = 1
    confidence: float = 0.0

    @property
    def actors(self) -> tuple[str, ...]:
        """Every actor that is asked for, on whichever side."""
        return tuple(dict.fromkeys([*self.countries, *self.sources, *self.targets, *self.between]))

    def days(self) -> dict[str, Any]:
        """The values that `DAYS` of `geo.store.sql` asks for."""
        return {"start": self.start, "end": self.end}


def words_in(text: str) -> list[str]:
    """The words of a text: its runs of letters and digits."""
    return re.findall(r"[^\W_]+", text)
