"""What the reader of the map chose, and how a query honours it."""

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
        """The values that `DAYS` asks for."""
        return {"start": self.start, "end": self.end}

    def kept(self) -> str:
        """The beginning of a query: the relations that the filters keep, each with the story that tells it.

        Only what was chosen is asked for, so that the articles' texts are not read where no word is looked for.
        All of it is constant text; what a user gave goes in through `values`.
        """
        conditions = "".join(f"\n      AND {_CONDITIONS[name]}" for name in self._chosen() if name in _CONDITIONS)
        return _KEPT.format(conditions=conditions, least=_LEAST if "least" in self._chosen() else "")

    def values(self) -> dict[str, Any]:
        """The values that `kept` asks for."""
        return self.days() | self._chosen()

    def _chosen(self) -> dict[str, Any]:
        """What restricts something, by its field, in a form that DuckDB takes."""
        several = ("countries", "sources", "targets", "between", "quads", "types", "contexts", "statuses", "outlets")
        found: dict[str, Any] = {name: list(getattr(self, name)) for name in several if getattr(self, name)}
        if words := words_in(self.words):
            found["words"] = words
        if self.least > 1:
            found["least"] = self.least
        return found | ({"confidence": self.confidence} if self.confidence > 0 else {})


def words_in(text: str) -> list[str]:
    """The words of a text: its runs of letters and digits."""
    return re.findall(r"[^\W_]+", text)


# A null day compares as null, so that a chosen first or last day leaves undated rows out.
DAYS = "($start::DATE IS NULL OR date >= $start::DATE) AND ($end::DATE IS NULL OR date <= $end::DATE)"

COUNTRIES = "len($countries::VARCHAR[]) = 0"

CONTENT = "CASE WHEN title <> '' THEN title || chr(10) || chr(10) || text ELSE text END"
"""An article's content, in which all offsets count."""

# Everything between the words of the evidence becomes one space, so that a word is found by its beginning.
_SENTENCE = rf"""
    ' ' || regexp_replace(lower(strip_accents(substr({CONTENT}, start + 1, "end" - start))), '[^\pL\pN]+', ' ', 'g')
"""

_CONDITIONS = {
    "countries": "(list_contains($countries::VARCHAR[], source) OR list_contains($countries::VARCHAR[], target))",
    "sources": "list_contains($sources::VARCHAR[], source)",
    "targets": "list_contains($targets::VARCHAR[], target)",
    "between": (
        "list_contains($between::VARCHAR[], source)::INTEGER + list_contains($between::VARCHAR[], target)::INTEGER"
        " >= least(len($between::VARCHAR[]), 2)"
    ),
    "quads": "list_contains($quads::INTEGER[], quad)",
    "types": "list_contains($types::VARCHAR[], event_type)",
    "contexts": "list_contains($contexts::VARCHAR[], context)",
    "statuses": "list_contains($statuses::VARCHAR[], status)",
    "outlets": "list_contains($outlets::VARCHAR[], outlet)",
    "words": (
        "list_bool_and(list_transform($words::VARCHAR[], "
        f"lambda word: contains({_SENTENCE}, ' ' || lower(strip_accents(word)))))"
    ),
    "confidence": "confidence >= $confidence::DOUBLE",
}

_LEAST = """
    SEMI JOIN (SELECT source, target FROM chosen GROUP BY ALL HAVING count(DISTINCT act_id) >= $least::BIGINT)
    USING (source, target)
"""

_KEPT = f"""
WITH chosen AS (
    SELECT relations.*, quad >= 3 AS conflict, coalesce(duplicate_of, relations.article_id) AS story
    FROM relations
    LEFT JOIN (SELECT article_id, duplicate_of, outlet, title, text FROM articles) USING (article_id)
    WHERE {DAYS}{{conditions}}
), kept AS (SELECT * FROM chosen{{least}})
"""  # noqa: S608 -- put together from the constants above; all that a user gives goes in as parameters
