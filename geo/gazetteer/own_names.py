"""A user's own names, which add to the tables of `data/` or override them.

The file is CSV in UTF-8 with a heading row: `name` and `country`, and where wanted `kind`, `place`, `latitude`
and `longitude`. A name means only what its row says, whatever the tables say of it, and is certain: it is not
doubted as a person's or a company's. A row without a country silences its name. Longer names go first, as in the
tables: 'Springfield, Ohio' in the file leaves 'Springfield' alone what it is.
"""

import csv
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from geo.articles.decoding import open_text, require_decoded
from geo.errors import ArticleError, TableError
from geo.gazetteer.actors import actors
from geo.gazetteer.names import PHRASE, Sense
from geo.resources import rows

OWN_KINDS = ("name", "demonym", "capital", "city", "region", "institution", "leader", "organisation")
_REQUIRED = ("name", "country")
_AT_LABEL = ("name", "demonym", "city", "region")  # what lies in the country at large, not at its seat
_POPULATION = 1_000_000  # as for the places that are written by hand
_MOST_TOLD = 10  # problems of one file


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name as the user wants it understood.

    Attributes:
        name: as it stands in a text.
        country: ISO 3166-1 alpha-3, `XKX`, or an organisation of the tables (`org:NATO`); empty where the name is
            to be no mention at all.
        kind: one of `OWN_KINDS`.
        place: name of the place that the coordinates belong to; empty for the name itself where coordinates are
            given, else for the country (names, demonyms, cities, regions) or its seat (all other kinds).
        latitude: degrees, WGS 84; None for the country's or its seat's.
        longitude: likewise.

    Raises:
        TableError: a value is not one of these, or does not fit the others.
    """

    name: str
    country: str
    kind: str = "name"
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        """Refuse what can't be honoured."""
        problem = _problem(self)
        if problem:
            raise TableError(problem)

    def __hash__(self) -> int:
        """The name's, which Python keeps: a list of names is looked up once for every article."""
        return hash(self.name)

    def sense(self) -> Sense:
        """What the gazetteer is to make of it."""
        if not self.country:
            return Sense(PHRASE, "", "", 0.0, 0.0, own=True)
        place, latitude, longitude = _default_point(self.country, self.kind)
        if self.latitude is not None and self.longitude is not None:
            place, latitude, longitude = self.place or self.name, self.latitude, self.longitude
        region = self.name if self.kind == "region" else ""
        people = _POPULATION if self.kind in ("city", "region") else 0
        return Sense(self.kind, self.country, place, latitude, longitude, people, region, own=True)


def own_names(names: Path | str | Sequence[OwnName] | None) -> tuple[OwnName, ...]:
    """Own names however they are given: a file, names themselves, or None for none.

    Raises:
        TableError: as `read_names` does.
    """
    return read_names(names) if isinstance(names, Path | str) else tuple(names or ())


def read_names(path: Path | str) -> tuple[OwnName, ...]:
    """The own names in a CSV file (commas, semicolons or tabs); read again only when it has changed.

    Raises:
        TableError: the file can't be read, is not UTF-8, lacks a column or has one too many, or rows can't be used:
            a line for each, with its number (the heading row is 1) and what to do.
    """
    path = Path(path).expanduser()
    try:
        status = path.stat()
        return _read(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}. Name a CSV file with the columns name and country.") from error


@lru_cache(maxsize=16)
def _read(path: Path, _size: int, _changed: int) -> tuple[OwnName, ...]:
    found: list[OwnName] = []
    first: dict[str, int] = {}  # the row of each name
    problems = []
    for number, cells in _rows(path):
        try:
            own = _own_name(cells)
        except TableError as error:
            problems.append(f"{path}, row {number}: {error}")
            continue
        found.append(own)
        if (before := first.setdefault(own.name, number)) != number:
            problems.append(f"{path}, row {number}: {own.name!r} stands in row {before} already. Keep one of the two.")
    if problems:
        more = len(problems) - _MOST_TOLD
        raise TableError("\n".join(problems[:_MOST_TOLD] + [f"{path}: {more} more rows can't be used."] * (more > 0)))
    return tuple(found)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that holds something, by column, with its number."""
    table = csv.reader(lines := _lines(path), delimiter=max(",;\t", key=(lines or [""])[0].count), strict=True)
    number = 0
    try:
        for number, cells in enumerate(table, start=1):
            if number == 1:
                columns = _columns(path, cells)
            elif len(cells) > len(columns):
                mend = "Put cells that hold a separator between quotes."
                raise TableError(f"{path}, row {number}: {len(cells)} cells under {len(columns)} headings. {mend}")
            elif any(map(str.strip, cells)):
                yield number, dict(zip(columns, map(str.strip, cells), strict=False))
    except csv.Error as error:
        mend = "Close every quote, and write a quote inside a cell as two."
        raise TableError(f"{path}, row {number + 1}: {error}. {mend}") from error
    if not number:
        raise TableError(f"{path}: empty. The first row names the columns: name,country,kind,place,latitude,longitude.")


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as stream:
            lines = list(open_text(stream, str(path), newline=""))
        require_decoded("".join(lines), str(path))
    except (ArticleError, UnicodeError) as error:
        raise TableError(str(error)) from error
    return lines


def _columns(path: Path, cells: Iterable[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    known = [field.name for field in fields(OwnName)]
    missing = [column for column in _REQUIRED if column not in columns]
    strange = [column for column in columns if column not in known or columns.count(column) > 1]
    if missing or strange:
        problem = f"no column {missing[0]!r}" if missing else f"column {strange[0]!r} is unknown or there twice"
        raise TableError(f"{path}, row 1: {problem}. The first row names the columns: {','.join(known)}.")
    return columns


def _own_name(cells: dict[str, str]) -> OwnName:
    point = {axis: _degrees(axis, cells.get(axis, "")) for axis in ("latitude", "longitude")}
    kind = cells.get("kind") or "name"
    return OwnName(cells.get("name", ""), cells.get("country", ""), kind, cells.get("place", ""), **point)


def _degrees(axis: str, cell: str) -> float | None:
    try:
        return float(cell) if cell else None
    except ValueError:
        raise TableError(f"{axis} {cell!r} is not a number. Write degrees with a point: -3.25.") from None


def _problem(own: OwnName) -> str:
    """What keeps an own name from being used, and the mend; empty where nothing does."""
    if not any(map(str.isalnum, own.name)):
        return f"name {own.name!r} has no letter. Write it as it stands in the text."
    if own.kind not in OWN_KINDS:
        return f"kind {own.kind!r} is unknown. Use one of {', '.join(OWN_KINDS)}."
    if not own.country:
        bare = own.kind == "name" and not own.place and own.latitude is None and own.longitude is None
        mend = "Fill in the country, or nothing but the name where it is to be no mention."
        return "" if bare else f"{own.name!r} has no country. {mend}"
    if own.country not in actors():
        return f"country {own.country!r} is unknown. {_country_mend(own.country)}"
    return _problem_with_point(own)


def _problem_with_point(own: OwnName) -> str:
    if (own.latitude is None) != (own.longitude is None):
        axis = "latitude" if own.latitude is None else "longitude"
        return f"{own.name!r} has no {axis}. Give both latitude and longitude, or neither."
    for axis, value, most in (("latitude", own.latitude, 90), ("longitude", own.longitude, 180)):
        if value is not None and not (math.isfinite(value) and abs(value) <= most):
            return f"{axis} {value} is not between -{most} and {most}. Write degrees, WGS 84."
    if own.place and own.latitude is None and own.place != (default := _default_point(own.country, own.kind)[0]):
        return f"place {own.place!r} has no latitude and longitude. Give both, or leave the place empty for {default}."
    return ""


def _country_mend(country: str) -> str:
    """The code that was meant, where the country's name or another of its codes was written."""
    names = {actor.name: code for code, actor in actors().items()} | {code: code for code in actors()}
    names |= {row["alpha2"]: row["country"] for row in rows("countries")}
    meant = {name.casefold(): code for name, code in names.items()}.get(country.casefold())
    return f"Write {meant}." if meant else "Use ISO 3166-1 alpha-3 (KEN), XKX, or an organisation (org:NATO)."


def _default_point(country: str, kind: str) -> tuple[str, float, float]:
    """Place, latitude and longitude as the tables have them for names of this kind."""
    actor = actors()[country]
    if kind in _AT_LABEL:
        return actor.name, actor.label_latitude, actor.label_longitude
    return actor.seat or actor.name, actor.latitude, actor.longitude
