"""The tables of `data/` that a script makes, and the tables written by hand that it reads."""

import pytest

from geo.errors import TableError
from geo.gazetteer import build
from geo.gazetteer.sources import Settlement, centre
from geo.resources import DATA, rows


def town(name, population=100_000, longitude=0.0):
    return Settlement(name, "BRA", "BR-SP", "", 0.0, longitude, population, ())


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    build.build(folder)
    return folder


@pytest.mark.parametrize("table", ["points", "borders", "cities", "regions", "counties", "translations"])
def test_a_rebuild_gives_the_committed_bytes(rebuilt, table):
    assert (rebuilt / f"{table}.csv").read_bytes() == (DATA / f"{table}.csv").read_bytes()


def test_every_country_has_a_point_for_its_label_and_for_its_capital_if_it_has_one():
    points = {row["country"]: row for row in rows("points")}
    for row in rows("countries"):
        point = points[row["country"]]
        assert -90 <= float(point["label_latitude"]) <= 90
        assert -180 <= float(point["label_longitude"]) <= 180
        assert bool(point["capital_latitude"]) == bool(row["capital"]), row["country"]


def test_a_label_lies_in_the_largest_part_of_its_country():
    points = {row["country"]: row for row in rows("points")}
    for country, latitude, longitude in [("RUS", 63, 94), ("NOR", 61, 10), ("FRA", 47, 2.5), ("USA", 39, -98)]:
        assert float(points[country]["label_latitude"]) == pytest.approx(latitude, abs=1)
        assert float(points[country]["label_longitude"]) == pytest.approx(longitude, abs=1)


def test_news_spellings_stand_beside_the_official_ones():
    assert build.spellings(town("São Paulo")) == ["São Paulo", "Sao Paulo"]
    assert build.spellings(town("Saint Petersburg")) == ["Saint Petersburg", "St. Petersburg"]
    assert build.spellings(town("Biel/Bienne", population=40_000)) == ["Biel", "Bienne"]


def test_very_short_names_are_left_out_for_the_words_that_they_look_like():
    assert build.spellings(town("Oi")) == []
    assert build.spellings(town("Uba")) == ["Uba"]
    assert build.spellings(town("Ubá")) == ["Ubá"]


def test_parts_of_a_city_and_small_places_are_left_out():
    places = [town("Lyon"), town("Lyon 03"), town("6th of October City"), town("Hamlet", population=900)]
    assert [row.name for row in build.cities(places, [])] == ["Lyon", "6th of October City"]


def test_people_on_both_sides_of_the_antimeridian_live_near_it():
    latitude, longitude = centre([town("East", longitude=179.0), town("West", longitude=-179.0)])
    assert latitude == pytest.approx(0)
    assert abs(longitude) == pytest.approx(180)


def test_every_abbreviation_names_a_region_that_is_known():
    regions = {(row["country"], row["name"]) for row in rows("regions")}
    assert {(row["country"], row["name"]) for row in rows("state_abbreviations")} <= regions


def test_an_alias_leads_to_the_largest_city_that_it_is_for():
    places = [town("Rio de Janeiro", population=6_000_000), town("Rio de Janeiro", population=20_000)]
    alias = {"name": "Rio", "country": "BRA", "city": "Rio de Janeiro"}
    assert {row.name: row.population for row in build.cities(places, [alias])}["Rio"] == 6_000_000


def test_an_alias_for_an_unknown_city_is_told_with_its_name():
    alias = {"name": "Rio", "country": "BRA", "city": "River of January"}
    with pytest.raises(TableError, match=r"city_aliases\.csv, 'Rio': no city 'River of January'.* in BRA"):
        list(build.cities([town("Rio de Janeiro")], [alias]))


def test_neighbours_touch_by_land_and_lie_where_the_map_shows_them():
    borders = {(row["country"], row["neighbour"]): int(row["bearing"]) for row in rows("borders")}
    assert {neighbour for country, neighbour in borders if country == "LSO"} == {"ZAF"}
    assert 150 < borders["DNK", "DEU"] < 200
    assert ("CUB", "USA") not in borders
