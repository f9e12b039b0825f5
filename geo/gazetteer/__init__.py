"""What we know of the world: names, places, offices, leaders, organisations.

Doors: `gazetteer()`, which finds names in a text with all that each can mean, and `actors()`, which tells
what a country or an organisation is called and where it is drawn. `build` remakes the tables that come
from GeoNames.
"""

from geo.gazetteer.actors import Actor, actors
from geo.gazetteer.matcher import Gazetteer, Match, gazetteer
from geo.gazetteer.names import PHRASE, Sense

__all__ = ["PHRASE", "Actor", "Gazetteer", "Match", "Sense", "actors", "gazetteer"]
