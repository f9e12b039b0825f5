"""Countries and organisations as actors: what they are called and where they are drawn."""

from dataclasses import dataclass
from functools import cache

from geo.resources import rows


@dataclass(frozen=True, slots=True)
class Actor:
    """A country or an intergovernmental organisation.

    Attributes:
        code: ISO 3166-1 alpha-3, `XKX`, or `org:…`.
        name: English name as news writes it, without article.
        seat: capital or headquarters, empty where there is none.
        latitude: of the seat, degrees WGS 84 (the label point where a territory has no seat).
        longitude: of the seat.
        label_latitude: a point well inside the largest part of the country; the seat for organisations.
        label_longitude: its longitude.
    """

    code: str
    name: str
    seat: str
    latitude: float
    longitude: float
    label_latitude: float
    label_longitude: float


@cache
def actors() -> dict[str, Actor]:
    """Every actor by its code: `data/countries.csv` with `data/points.csv`, and `data/organisations.csv`."""
    points = {row["country"]: row for row in rows("points")}
    found = {}
    for row in rows("countries"):
        point = points[row["country"]]
        label = float(point["label_latitude"]), float(point["label_longitude"])
        seated = bool(point["capital_latitude"])
        seat = (float(point["capital_latitude"]), float(point["capital_longitude"])) if seated else label
        found[row["country"]] = Actor(row["country"], row["name"], row["capital"], *seat, *label)
    for row in rows("organisations"):
        seat = float(row["latitude"]), float(row["longitude"])
        code = row["organisation"]
        found[code] = Actor(code, row["name"], row["headquarters"], *seat, *seat)
    return found
