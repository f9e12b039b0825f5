"""The address is the state: what is shown follows from `?from=2022-01-01&country=RUS&quad=1&dyad=RUS-CUB`.

Widgets are filled from the address in every run, and their callbacks write to it; so a link, the browser's
back button and a click all go the same way. Streamlit's own `bind="query-params"` is not used: it writes the
label of an option into the address ("Russia"), which another wording would break, and drops what it can't
honour without a word.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import streamlit as st

from geo.gazetteer.actors import actors
from geo.store.filters import Filters
from geo.views.words import KINDS

_T = TypeVar("_T")
_KEYS = ("from", "to", "country", "quad", "dyad", "article")


@dataclass(frozen=True, slots=True)
class Address:
    """What the address asks for; an empty field asks for nothing.

    Attributes:
        start: `from`, the first day.
        end: `to`, the last day.
        countries: `country`, actors' codes.
        quads: `quad`, quad classes.
        dyad: source and target of the selected arc.
        article: article_id of the article that lies open.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    countries: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    dyad: tuple[str, str] | None = None
    article: str | None = None

    @property
    def filters(self) -> Filters:
        """What the store is asked for."""
        return Filters(self.start, self.end, self.countries, self.quads)

    def but(self, **changes: Any) -> "Address":
        """The same with other values in some fields."""
        return replace(self, **changes)


def parse(parameters: Mapping[str, Iterable[str]]) -> tuple[Address, list[str]]:
    """What the parameters of an address ask for, and a sentence for each value that can't be honoured."""
    notes: list[str] = []

    def values(key: str, parser: Callable[[str], _T]) -> tuple[_T, ...]:
        found = []
        for value in dict.fromkeys(parameters.get(key, ())):
            try:
                found.append(parser(value))
            except ValueError as error:
                notes.append(f"{key}={value} is left out: {error}")
        return tuple(found)

    def single(key: str, parser: Callable[[str], _T]) -> _T | None:
        first, *more = values(key, parser) or (None,)
        notes.extend(f"{key} is given more than once: the first counts." for _ in more[:1])
        return first

    start, end = single("from", _day), single("to", _day)
    if start and end and start > end:
        notes.append(f"from={start} lies after to={end}: both are left out.")
        start = end = None
    address = Address(
        start, end, values("country", _actor), values("quad", _quad), single("dyad", _dyad), single("article", str),
    )
    return address, notes


def parameters_of(address: Address) -> dict[str, list[str]]:
    """The parameters that ask for it: what `parse` reads."""
    single = {
        "from": address.start, "to": address.end,
        "dyad": address.dyad and "-".join(address.dyad), "article": address.article,
    }
    several = {"country": list(address.countries), "quad": [str(quad) for quad in address.quads]}
    return {key: [str(value)] for key, value in single.items() if value} | {
        key: values for key, values in several.items() if values
    }


def current() -> tuple[Address, list[str]]:
    """The address of this session, and a sentence for each value in it that can't be honoured."""
    return parse({key: st.query_params.get_all(key) for key in _KEYS})


def go(**changes: Any) -> None:
    """Change the address of this session; call it in a callback. Parameters of others stay as they are.

    Args:
        changes: fields of `Address`.
    """
    address = current()[0].but(**changes)
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in _KEYS}
    st.query_params.from_dict(others | parameters_of(address))


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError("a day is written like 2022-01-26.") from None


def _actor(value: str) -> str:
    if value not in actors():
        raise ValueError("no country or organisation has this code. Russia, for example, is RUS.")
    return value


def _quad(value: str) -> int:
    if value not in map(str, KINDS):
        raise ValueError("1 and 2 are cooperation in words and deeds, 3 and 4 conflict.")
    return int(value)


def _dyad(value: str) -> tuple[str, str]:
    """Both ends of `RUS-CUB`; codes of organisations may hold a hyphen themselves."""
    cuts = [place for place, letter in enumerate(value) if letter == "-"]
    for cut in cuts:
        source, target = value[:cut], value[cut + 1 :]
        if source != target and source in actors() and target in actors():
            return source, target
    raise ValueError("a pair is written like RUS-CUB, who acts before towards whom.")
