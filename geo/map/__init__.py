"""Rows of the store become a map.

Door: `world`, from `Flow`s (arcs), `Spot`s (places) and the reader's `Focus` to a pydeck Deck.

One file for each layer: `land`, `points`, `arcs`, `labels`; `deck` puts them together, `frame` says what part
of the world is seen, `sphere` knows great circles, `colours` the light and dark palettes. `basemap` remakes
the polygons that `land` draws.
"""

from geo.map.arcs import Flow
from geo.map.deck import Focus, world
from geo.map.points import Spot

__all__ = ["Flow", "Focus", "Spot", "world"]
