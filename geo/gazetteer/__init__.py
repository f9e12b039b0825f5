"""What we know of the world: names, places, offices, leaders, organisations.

Doors: `gazetteer()`, which finds names in a text with all that each can mean; `actors()`, which tells what a
country or an organisation is called and where it is drawn; `read_names()`, which reads a user's own names.
`build` remakes the tables that come from GeoNames.
"""

from geo.gazetteer.actors import Actor, actors
from geo.gazetteer.matcher import Gazetteer, Match, gazetteer
from geo.gazetteer.names import PHRASE, Sense
from geo.gazetteer.own_names import OwnName, own_names, read_names

__all__ = [
    "PHRASE", "Actor", "Gazetteer", "Match", "OwnName", "Sense", "actors", "gazetteer", "own_names", "read_names",
]
