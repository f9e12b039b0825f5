"""The sixteen PLOVER event types, and how each counts in CAMEO's and Goldstein's terms.

Names: PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance).
Intensity: the scores of PLOVER's manual (draft 0.8), the successor of Goldstein 1992. Two of them deserve a
word: the manual prints ACCUSE as +3, though its own modes are scored -2 and -3.5, so it stands here as -3;
and CONCEDE counts as material cooperation, with CAMEO root 08 to which it belongs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of act.

    Attributes:
        name: PLOVER event type.
        root: CAMEO root code, "01" to "20".
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        intensity: from -10 (conflict) to 10 (cooperation).
    """

    name: str
    root: str
    quad: int
    intensity: float


# In the order of the reader's outputs: never reorder without a new model.
EVENT_TYPES: dict[str, EventType] = {
    event_type.name: event_type
    for event_type in (
        EventType("AGREE", "03", 1, 2.5),
        EventType("CONSULT", "04", 1, 2.5),
        EventType("SUPPORT", "05", 1, 5.0),
        EventType("COOPERATE", "06", 2, 9.5),
        EventType("AID", "07", 2, 10.0),
        EventType("CONCEDE", "08", 2, 4.5),
        EventType("RETREAT", "08", 2, 6.5),
        EventType("REQUEST", "10", 3, 0.0),
        EventType("ACCUSE", "11", 3, -3.0),
        EventType("REJECT", "12", 3, -2.0),
        EventType("THREATEN", "13", 3, -3.5),
        EventType("PROTEST", "14", 4, -5.0),
        EventType("MOBILIZE", "15", 4, -5.5),
        EventType("SANCTION", "16", 4, -6.0),
        EventType("COERCE", "17", 4, -7.0),
        EventType("ASSAULT", "19", 4, -9.0),
    )
}
