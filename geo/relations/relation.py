"""What one passage says that one actor does to or with another."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

Status = Literal["asserted", "future", "negated", "alleged", "hypothetical"]
STATUSES: tuple[Status, ...] = get_args(Status)
Context = Literal[
    "military", "economic", "diplomatic", "resource", "legal", "rights", "humanitarian", "health",
    "cyber", "nuclear", "territory", "terrorism", "other",
]
CONTEXTS: tuple[Context, ...] = get_args(Context)


@dataclass(frozen=True, slots=True)
class Relation:
    """One act of a source towards a target, with the words that tell it.

    Attributes:
        source: who acts: ISO 3166-1 alpha-3, `XKX`, or `org:…`.
        target: towards whom; never the source.
        event_type: PLOVER event type, `AGREE` to `ASSAULT`.
        context: PLOVER context.
        root: CAMEO root code, "01" to "20".
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        intensity: PLOVER's score on Goldstein's scale, -10 to 10.
        status: whether the text asserts the act.
        date: day of the act: what its sentence says (`dates.py`), else the article's, else None.
        start: first character of the evidence in the article's content.
        end: one past its last character.
        sentence: the evidence itself: the characters between the two.
        source_span: where the source is mentioned, in the article's content.
        target_span: where the target is mentioned.
        trigger: the words that name the act, or None.
        confidence: 0 to 1.
    """

    source: str
    target: str
    event_type: str
    context: Context
    root: str
    quad: int
    intensity: float
    status: Status
    date: dt.date | None
    start: int
    end: int
    sentence: str
    source_span: tuple[int, int]
    target_span: tuple[int, int]
    trigger: tuple[int, int] | None
    confidence: float
