"""The plane on which the world is drawn: the Equal Earth projection.

Šavrič, Patterson & Jenny (2018), "The Equal Earth map projection": areas keep their share of the globe, so that Russia
isn't blown up and Nicaragua is seen. It lies about 11° E and is cut in the Bering Strait, so that Russia stays whole.

deck.gl's map view takes degrees and draws them after Mercator. Near the equator Mercator changes nothing that one
sees: so the plane goes out as small degrees, the whole world 32 wide, and at the poles it is drawn one part in a
hundred too high. In return flat and tilted map, land, arcs and names all share one plane.
"""

import math
from collections.abc import Sequence

import numpy as np

Position = tuple[float, float]
"""Longitude, latitude: degrees WGS 84."""

Point = tuple[float, float]
"""East and north of the middle of the plane, in its small degrees."""

MERIDIAN = 11.0
"""Degrees east: the middle of the plane."""

CUT = MERIDIAN - 180
"""Degrees east, or west: where the plane ends."""

_DEGREES = 6.0  # of deck.gl's, for the radius of the globe
_DIGITS = 3  # a fifth of a pixel, where the whole world is 6,000 pixels wide
_POLYNOMIAL = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = math.sqrt(3) / 2


def project(places: Sequence[Position] | np.ndarray) -> np.ndarray:
    """Where places lie on the plane: two columns, east and north.

    Longitudes go on past 180° rather than begin anew, from `CUT` eastwards; others are turned into that range.
    """
    degrees = np.asarray(places, dtype=float).reshape(-1, 2)
    inside = (degrees[:, 0] >= CUT) & (degrees[:, 0] <= CUT + 360)
    turned = np.where(inside, degrees[:, 0], (degrees[:, 0] - CUT) % 360 + CUT)
    a, b, c, d = _POLYNOMIAL
    angle = np.arcsin(_ROOT * np.sin(np.radians(degrees[:, 1])))
    square = angle**2
    slope = a + 3 * b * square + square**3 * (7 * c + 9 * d * square)
    east = np.radians(turned - MERIDIAN) * np.cos(angle) / (_ROOT * slope)
    north = angle * (a + b * square + square**3 * (c + d * square))
    return np.column_stack([east, north]) * _DEGREES


def point(place: Position) -> Point:
    """Where one place lies on the plane."""
    (east, north), = project([place])
    return round(float(east), _DIGITS), round(float(north), _DIGITS)
