"""The hand-kept tables of countries and organisations: complete, dated and in order."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations, pairwise

import pycountry
import pytest

from geo.resources import rows

COUNTRIES = {row["country"]: row for row in rows("countries")}
ORGANISATIONS = {row["organisation"]: row for row in rows("organisations")}
NAMES = list(rows("names"))
MEMBERS = list(rows("members"))

UNINHABITED = {"ATA", "ATF", "BVT", "HMD", "SGS", "UMI"}
# Svalbard's people are called by their own countries; Dominica's are 'Dominicans', which news
# reads as those of the Dominican Republic.
WITHOUT_OWN_DEMONYM = {"SJM"}
WITHOUT_CAPITAL = UNINHABITED | {"IOT", "TKL"}


def surfaces(actor, kind):
    return {row["name"] for row in NAMES if row["actor"] == actor and row["kind"] == kind}


def first_day(value):
    assert re.fullmatch(r"\d{4}(-\d\d-\d\d)?", value), f"{value!r} is neither a year nor an ISO date"
    return date.fromisoformat(value if len(value) > 4 else f"{value}-01-01")


def last_day(value):
    return date.fromisoformat(f"{value}-12-31") if len(value) == 4 else first_day(value)


def test_every_country_of_iso_3166_and_kosovo_has_a_row():
    iso = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    assert {code: row["alpha2"] for code, row in COUNTRIES.items()} == iso | {"XKX": "XK"}


def test_every_country_is_called_by_its_display_name():
    assert [code for code, row in COUNTRIES.items() if row["name"] not in surfaces(code, "name")] == []


def test_every_inhabited_country_has_a_demonym():
    without = {code for code in COUNTRIES if not surfaces(code, "demonym")}
    assert without == UNINHABITED | WITHOUT_OWN_DEMONYM


def test_every_inhabited_country_has_a_capital():
    assert {code for code, row in COUNTRIES.items() if not row["capital"]} == WITHOUT_CAPITAL


def test_every_organisation_is_called_by_its_display_name():
    assert [c for c, row in ORGANISATIONS.items() if row["name"] not in surfaces(c, "organisation")] == []


def test_every_organisation_has_a_place_on_earth():
    for row in ORGANISATIONS.values():
        assert row["headquarters"]
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180


def test_every_name_stands_for_a_known_actor_in_a_known_way():
    for row in NAMES:
        kinds = {"organisation"} if row["actor"] in ORGANISATIONS else {"name", "demonym", "capital"}
        assert row["actor"] in COUNTRIES.keys() | ORGANISATIONS.keys()
        assert row["kind"] in kinds, row


def test_a_name_stands_for_one_actor_unless_two_states_share_it():
    shared = {name for name, count in Counter(row["name"] for row in NAMES).items() if count > 1}
    assert shared == {"Congo", "Congolese", "Dominican", "Dominicans", "Korea", "Korean", "Koreans"}


def test_names_are_written_as_the_matcher_meets_them():
    for row in NAMES:
        assert row["name"] == row["name"].strip()
        assert "’" not in row["name"], row  # the matcher straightens apostrophes


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("countries", ("country",)),
        ("names", ("actor", "kind", "name")),
        ("organisations", ("organisation",)),
        ("members", ("organisation", "country", "joined")),
    ],
)
def test_a_table_is_sorted_by_its_key_and_tells_each_fact_once(table, key):
    keys = [tuple(row[column] for column in key) for row in rows(table)]
    assert all(one < next_one for one, next_one in pairwise(keys))


@pytest.mark.parametrize("table", ["countries", "names", "organisations", "members"])
def test_every_row_names_its_source(table):
    assert all(row["source"] for row in rows(table))


def test_what_began_ended_later():
    for row in NAMES:
        spans = [first_day(row["since"] or "0001"), last_day(row["until"] or "9999")]
        assert spans == sorted(spans), row
    for row in MEMBERS:
        assert first_day(row["joined"]) < last_day(row["left"] or "9999"), row


def test_members_are_known_countries_of_known_organisations():
    for row in MEMBERS:
        assert row["organisation"] in ORGANISATIONS, row
        assert row["country"] in COUNTRIES, row


def test_nobody_is_a_member_twice_at_once():
    spells = defaultdict(list)
    for row in MEMBERS:
        spells[row["organisation"], row["country"]].append(row)
    for both in spells.values():
        for one, other in combinations(both, 2):
            assert last_day(one["left"] or "9999") < first_day(other["joined"]), (one, other)


def members(organisation, day):
    moment = date.fromisoformat(day)
    return {
        row["country"]
        for row in MEMBERS
        if row["organisation"] == organisation and first_day(row["joined"]) <= moment <= last_day(row["left"] or "9999")
    }


@pytest.mark.parametrize(
    ("organisation", "day", "count"),
    [
        ("org:NATO", "2008-01-01", 26),
        ("org:NATO", "2024-04-01", 32),
        ("org:EU", "2019-01-01", 28),
        ("org:EU", "2021-01-01", 27),
        ("org:ASEAN", "2025-12-01", 11),
        ("org:CELAC", "2024-01-01", 33),
        ("org:BRICS", "2025-02-01", 10),
        ("org:G20", "2024-01-01", 19),
        ("org:ARABLEAGUE", "2024-01-01", 22),
        ("org:AU", "2024-01-01", 55),
        ("org:OPEC", "2024-06-01", 12),
        ("org:SCO", "2025-01-01", 10),
        ("org:OAS", "2023-01-01", 34),
        ("org:ECOWAS", "2025-06-01", 12),
    ],
)
def test_organisations_have_as_many_members_as_they_say(organisation, day, count):
    assert len(members(organisation, day)) == count


def test_the_united_kingdom_has_left_the_union_and_stays_in_the_alliance():
    assert "GBR" in members("org:EU", "2020-01-31")
    assert "GBR" not in members("org:EU", "2020-02-01")
    assert "GBR" in members("org:NATO", "2020-02-01")
