"""Rows of the store become a map.

Door: `world`, from a `Scene` (arcs, places, and the `scale` that says how wide arcs are) and the reader's `Focus` to a
pydeck Deck.

All is drawn on one `plane`, the Equal Earth projection. `frame` says what part of it is seen, `curves` how arcs find
their way, `arcs` how wide they are, `labels` where names have room. One file for each layer: `land`, `points`, `flat`
or `tilted` (the arcs), `lettering` (the names); `deck` puts them together, `colours` has the light and dark palettes.
`basemap` remakes the polygons that `land` draws.
"""

from geo.map.arcs import Flow, Scale, scale
from geo.map.deck import Focus, Scene, world
from geo.map.points import Spot

__all__ = ["Flow", "Focus", "Scale", "Scene", "Spot", "scale", "world"]
