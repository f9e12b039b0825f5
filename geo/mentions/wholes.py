"""What a region after a comma tells of the name before it: 'Paris, Texas', 'Athens, Ga.', 'in Innisfree, Alberta'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from geo.gazetteer import Match, Sense
from geo.resources import rows

# A town that no table knows, where a preposition, a dateline or an age ('Ann Lee, 34, of …') announces it.
_ANNOUNCED = r"\b(?:in|at|of|from|near|to|outside|around|through|into|across|via|over) |^|\n"
_TOWN = re.compile(rf"(?:{_ANNOUNCED})([A-Z][\w'’.-]*\w(?: [A-Z][\w'’.-]*\w){{0,2}}), $")


def with_wholes(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches with abbreviated states ('Ga.') and with towns that only their region makes known.

    A town without coordinates of its own is given its region's.
    """
    kept = list(matches)
    if abbreviated := list(_abbreviated(text)):
        own = {match.start for match in matches if match.senses[0].own}
        abbreviated = [match for match in abbreviated if match.start not in own]
        taken = {n for match in abbreviated for n in range(match.start, match.end)}
        kept = _in_order(abbreviated, [m for m in matches if m.start not in taken])
    return _in_order(list(_towns(text, kept)), kept)


def _in_order(some: list[Match], others: list[Match]) -> list[Match]:
    """Both by position; the others stand so already."""
    return sorted(some + others, key=lambda m: m.start) if some else others


def _towns(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    end = 0
    for match in matches:
        after_comma = text[match.start - 2 : match.start] == ", " and end != match.start - 2
        region = next((s for s in match.senses if s.kind == "region"), None) if after_comma else None
        if region:
            shift = max(end, match.start - 44)
            if town := _TOWN.search(text[shift : match.start]):
                sense = region._replace(kind="city", place=town[1], population=1_000, own=False)
                yield Match(shift + town.start(1), shift + town.end(1), (sense,))
        end = match.end


def told(text: str, named: Sequence[tuple[Match, Sequence[Sense]]]) -> dict[int, Sense]:
    """Start of each name that a region or country follows after a comma, with the sense that fits it."""
    found = {}
    for (match, senses), (following, wholes) in pairwise(named):
        if following.start == match.end + 2 and text[match.end : following.start] == ", ":
            sense = _inside(senses, [s for s in wholes if s.kind in ("region", "name")])
            if sense:
                found[match.start] = sense
    return found


def _inside(senses: Sequence[Sense], wholes: Sequence[Sense]) -> Sense | None:
    """The sense that lies in one of the wholes; a place of that name in the whole itself where none is known."""
    for whole in wholes:
        for sense in senses:
            same = sense.region == whole.region if whole.kind == "region" else sense.kind in ("city", "capital")
            if sense.kind in ("city", "capital", "region") and sense.country == whole.country and same:
                return sense
    regions = [whole for whole in wholes if whole.kind == "region"]
    peers = any(s.kind == "region" and s.country == w.country for s in senses for w in regions)
    if not regions or peers or senses[0].own or senses[0].kind not in ("city", "capital", "name", "leader"):
        return None  # 'Georgia, Alabama and Tennessee' are a list
    return regions[0]._replace(kind="city", own=False)


def _abbreviated(text: str) -> Iterator[Match]:
    known = _abbreviations()
    for hit in _pattern().finditer(text):
        yield Match(hit.start(1), hit.end(1), (known[hit[1]],))


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_abbreviations(), key=len, reverse=True)
    return re.compile(rf", (?<=[a-zA-Z.], )({'|'.join(map(re.escape, forms))})(?!\w)")


@cache
def _abbreviations() -> dict[str, Sense]:
    """'Ga.' and 'GA' as the region they stand for."""
    regions = {(row["country"], row["name"]): row for row in rows("regions")}
    found = {}
    for row in rows("state_abbreviations"):
        if region := regions.get((row["country"], row["name"])):
            point = float(region["latitude"]), float(region["longitude"])
            people = int(region["population"])
            sense = Sense("region", row["country"], row["name"], *point, people, region["region"])
            found[row["abbreviation"]] = sense
    return found
