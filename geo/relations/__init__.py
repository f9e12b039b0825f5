"""Who does what to whom.

The door is `read_relations`: articles with their mentions become relations, each with the sentence that
tells it. Inside: sentences are packed into windows, windows are laid out with markers around the mentions,
the trained reader scores every pair of actors, and what it finds goes back to its sentence. Importing this
loads no model.
"""

from geo.relations.event_types import EVENT_TYPES, EventType
from geo.relations.read import DEFAULT_THRESHOLD, read_relations
from geo.relations.relation import CONTEXTS, STATUSES, Relation

__all__ = [
    "CONTEXTS",
    "DEFAULT_THRESHOLD",
    "EVENT_TYPES",
    "STATUSES",
    "EventType",
    "Relation",
    "read_relations",
]
