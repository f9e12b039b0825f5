"""What the reader of the map chose, and how a query honours it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader of the map chose; an empty field restricts nothing.

    Attributes:
        start: first day, inclusive. With a first or last day given, undated rows are left out.
        end: last day, inclusive.
        countries: actors' codes; keeps acts by or towards any of them.
        quads: quad classes, 1 to 4.
        statuses: what the text says of the act (`asserted`, `future`, `negated`, `alleged`, `hypothetical`).
    """

    start: dt.date | None = None
    end: dt.date | None = None
    countries: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ("asserted", "future")

    def days(self) -> dict[str, Any]:
        """The values that `DAYS` asks for."""
        return {"start": self.start, "end": self.end}

    def values(self) -> dict[str, Any]:
        """The values that `KEPT` asks for."""
        chosen = {
            "countries": list(self.countries),
            "quads": list(self.quads),
            "statuses": list(self.statuses),
        }
        return self.days() | chosen


# A null day compares as null, so that a chosen first or last day leaves undated rows out.
DAYS = "($start::DATE IS NULL OR date >= $start::DATE) AND ($end::DATE IS NULL OR date <= $end::DATE)"

COUNTRIES = "len($countries::VARCHAR[]) = 0"

# The relations that the filters keep, each with the story that tells it.
KEPT = f"""
WITH kept AS (
    SELECT relations.*, quad >= 3 AS conflict, coalesce(duplicate_of, relations.article_id) AS story
    FROM relations LEFT JOIN (SELECT article_id, duplicate_of FROM articles) USING (article_id)
    WHERE {DAYS}
      AND ({COUNTRIES} OR list_contains($countries::VARCHAR[], source)
           OR list_contains($countries::VARCHAR[], target))
      AND (len($quads::INTEGER[]) = 0 OR list_contains($quads::INTEGER[], quad))
      AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], status))
)
"""  # noqa: S608 -- put together from the constants above; all that a user gives goes in as parameters
