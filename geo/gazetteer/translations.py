"""Names of countries and capitals in other languages, from Unicode CLDR: called by `geo.gazetteer.build`.

CLDR comes with the package babel, which only this module imports. What it writes for tables and forms
('Myanmar (Birmania)', 'о-ва Кука', 'Congo - Kinshasa') is turned into what stands in a sentence; where it keeps
to an official name that news doesn't use, `data/translated_names.csv` has the other.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from geo.resources import rows

LANGUAGES = ("ar", "de", "es", "fr", "pt", "ru", "zh")
VARIANTS = {"de": ("de_CH",), "es": ("es_419", "es_MX"), "fr": ("fr_CA",), "pt": ("pt_PT",)}
ORGANISATIONS = {"EU": "org:EU", "UN": "org:UN"}
SOURCE = "Unicode CLDR 47"

# Their CLDR names are descriptions; what they are called stands in data/translated_names.csv.
_DESCRIBED = frozenset({"HKG", "MAC", "PSE", "UMI", "VIR", "VGB"})
# A country's name in one language or variant that means something else elsewhere in it: a city, another island.
_MISLEADING = frozenset(
    {
        ("ar", "TLS", "ديلي"), ("fr", "SXM", "Saint-Martin"), ("pt", "PER", "Lima"), ("pt", "SLV", "Salvador"),
        ("pt", "SXM", "São Martinho"),
    }
)  # fmt: skip
_MISLEADING_CAPITALS = frozenset({"Castries", "Saipan", "Stanley"})
_WRITTEN_OUT = {"о-ва": "острова", "о-в": "остров", "Св.": "Святой", "Îles": "îles", "Islas": "islas", "Ilhas": "ilhas"}
_LEADING = re.compile(r"^(?:о-ва|о-в|Îles|Islas|Ilhas)\b")
_ABBREVIATED = re.compile(r"о-ва|о-в|Св\.")


class Translation(NamedTuple):
    """A row of `translations.csv`: a name in a language, and the actor that it stands for."""

    language: str
    name: str
    actor: str
    kind: str
    source: str = SOURCE


def translations() -> Iterator[Translation]:
    """Every name of a country, of the European Union and the United Nations, and of a capital, by language and name."""
    for language in LANGUAGES:
        found = {Translation(language, name, actor, "name") for name, actor in _territories(language)}
        taken = {row.name for row in found}
        capitals = {Translation(language, name, actor, "capital") for name, actor in _capitals(language)}
        found |= {row for row in capitals if row.name not in taken}
        yield from (
            row._replace(kind="organisation") if row.actor.startswith("org:") else row for row in sorted(found)
        )


def spellings(name: str) -> list[str]:
    """How a name of CLDR stands in running text, within a sentence and at its beginning.

    >>> spellings("Congo - Kinshasa"), spellings("Myanmar (Birmania)"), spellings("о-ва Кука")
    (['Congo-Kinshasa'], ['Myanmar'], ['острова Кука', 'Острова Кука'])
    """
    plain = name.replace("’", "'").replace(" - ", "-").replace("\u2011", "-")
    plain = _ABBREVIATED.sub(lambda short: _WRITTEN_OUT[short[0]], plain)
    outside = re.sub(r"\s*\(.*", "", plain)
    leading = _LEADING.match(name)
    if leading is None:
        return [outside]
    small = _WRITTEN_OUT[leading[0]]
    rest = outside[len(small) :]
    return [small + rest, small.capitalize() + rest]


def _territories(language: str) -> Iterator[tuple[str, str]]:
    codes = {row["alpha2"]: row["country"] for row in rows("countries") if row["country"] not in _DESCRIBED}
    for variant in (language, *VARIANTS.get(language, ())):
        called = Locale.parse(variant).territories
        for code, actor in (codes | ORGANISATIONS).items():
            for name in spellings(called[code]):
                if (language, actor, name) not in _MISLEADING:
                    yield name, actor


def _capitals(language: str) -> Iterator[tuple[str, str]]:
    """Capitals that have a time zone of their own name; in Latin letters also those called as in English."""
    latin = language in VARIANTS
    for actor, zone in _zones().items():
        for variant in (language, *VARIANTS.get(language, ())):
            city = Locale.parse(variant).time_zones.get(zone, {}).get("city")
            if city or latin:
                name = spellings(city or _english(zone))[0]
                if name not in _MISLEADING_CAPITALS and (language, actor, name) not in _MISLEADING:
                    yield name, actor


@cache
def _zones() -> dict[str, str]:
    """The time zone that bears the name of a country's capital, by country (not Hong Kong: its name is one)."""
    countries = {row["alpha2"]: row for row in rows("countries")}
    return {
        countries[code]["country"]: zone
        for zone, code in sorted(get_global("zone_territories").items())
        if code in countries and _english(zone) == countries[code]["capital"]
        if countries[code]["country"] not in _DESCRIBED
    }


def _english(zone: str) -> str:
    called = Locale.parse("en").time_zones.get(zone, {}).get("city")
    return str(called or zone.rsplit("/", 1)[-1].replace("_", " "))
