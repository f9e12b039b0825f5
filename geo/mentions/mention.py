"""A place in an article that names a country or stands for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "name", "demonym", "capital", "city", "region", "institution", "leader", "organisation", "anaphor"
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article's content that names a country, or something that stands for it.

    Attributes:
        start: first character in the article's content.
        end: one past the last character.
        text: the characters between the two.
        kind: what the expression is.
        country: ISO 3166-1 alpha-3 (`XKX` for Kosovo), or `org:…` for an organisation. An expression that
            stands for several countries gives one mention for each, on the same span.
        place: name of the place that the coordinates belong to.
        latitude: degrees, WGS 84, or None where no place is known.
        longitude: degrees, WGS 84, or None where no place is known.
        confidence: 0 to 1.
    """

    start: int
    end: int
    text: str
    kind: Kind
    country: str
    place: str | None
    latitude: float | None
    longitude: float | None
    confidence: float

    def stood_for(self, start: int, text: str, kind: Kind, confidence: float) -> "Mention":
        """An expression elsewhere that stands for the same country, as sure as this mention and the reference are.

        Args:
            start: where the expression begins in the article's content.
            text: the expression.
            kind: what it is.
            confidence: of the reference alone, 0 to 1.
        """
        return Mention(
            start, start + len(text), text, kind, self.country, self.place, self.latitude, self.longitude,
            round(confidence * self.confidence, 4),
        )  # fmt: skip


def of_states(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a country as a state, which other expressions can stand for: no towns, no organisations."""
    kinds = ("name", "demonym", "capital", "leader", "institution")
    return [m for m in mentions if m.kind in kinds and not m.country.startswith("org:")]
