"""The address is the state: what is shown follows from `?from=2022-01-01&country=RUS&quad=1&dyad=RUS-CUB`.

Widgets are filled from the address in every run, and their callbacks write to it; so a link, the browser's
back button and a click all go the same way. Streamlit's own `bind="query-params"` is not used: it writes the
label of an option into the address ("Russia"), which another wording would break, and drops what it can't
honour without a word.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import streamlit as st

from geo.store.filters import Filters
from geo.views.parameters import KEYS, LONGEST, SEVERAL, SINGLE

_T = TypeVar("_T")



@dataclass(frozen=True, slots=True)
class Address:
    """What the address asks for; a field left as it is asks for nothing.

    Attributes:
        start: `from`, the first day.
        end: `to`, the last day.
        countries: `country`, actors' codes; acts by or towards any of them.
        sources: `source`, who acts.
        targets: `target`, towards whom.
        between: both ends are among these.
        quads: `quad`, quad classes.
        types: `type`, PLOVER event types.
        contexts: `context`, PLOVER contexts.
        statuses: `status`, what the text says of the act.
        outlets: `outlet`, who published the article.
        words: all of them are in the evidence.
        least: how many acts a dyad has at least.
        confidence: how sure the reader of relations was at least, 0 to 1.
        dyad: source and target of the selected arc.
        place: name of the selected place.
        article: article_id of the article that lies open.
        view: `flat` or `3d`.
        colour: arcs by `sign` or `quad`.
        width: arcs by `acts`, `stories` or `share` of coverage.
        step: of the histogram, `day` to `year`; None to fit the days shown.
        changes: whether the chosen days are held against those before.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    countries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = Filters().statuses
    outlets: tuple[str, ...] = ()
    words: str = ""
    least: int = 1
    confidence: float = 0.0
    dyad: tuple[str, str] | None = None
    place: str | None = None
    article: str | None = None
    view: str = "flat"
    colour: str = "sign"
    width: str = "acts"
    step: str | None = None
    changes: bool = False

    @property
    def filters(self) -> Filters:
        """What the store is asked for."""
        return Filters(**{name: getattr(self, name) for name in FILTERS})

    def but(self, **changes: Any) -> "Address":
        """The same with other values in some fields."""
        return replace(self, **changes)


FILTERS = tuple(field.name for field in fields(Filters))
"""The fields that say which acts are kept."""

_NOTHING = Address()


def parse(parameters: Mapping[str, Iterable[str]]) -> tuple[Address, list[str]]:
    """What the parameters of an address ask for, and a sentence for each value that can't be honoured."""
    notes: list[str] = []
    found: dict[str, Any] = {}
    for key, (field, parser) in SINGLE.items():
        first, *more = _values(parameters.get(key, ()), key, parser, notes) or (None,)
        notes.extend(f"{key} is given more than once: the first counts." for _ in more[:1])
        found |= {} if first is None else {field: first}
    for key, (field, parser) in SEVERAL.items():
        if values := _values(parameters.get(key, ()), key, parser, notes):
            found[field] = values
    address = Address(**found)
    if address.start and address.end and address.start > address.end:
        notes.append(f"from={address.start} lies after to={address.end}: both are left out.")
        address = address.but(start=None, end=None)
    return address, notes


def _values(values: Iterable[str], key: str, parser: Callable[[str], _T], notes: list[str]) -> tuple[_T, ...]:
    """Those that can be honoured, each once; a note for each of the others."""
    found = []
    for value in dict.fromkeys(values):
        try:
            found.append(parser(value))
        except ValueError as error:
            shown = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
            notes.append(f"{key}={shown} is left out: {error}")
    return tuple(dict.fromkeys(found))


def parameters_of(address: Address) -> dict[str, list[str]]:
    """The parameters that ask for it: what `parse` reads."""
    single = {key: [_written(getattr(address, field))] for key, (field, _) in SINGLE.items()
              if getattr(address, field) != getattr(_NOTHING, field)}
    several = {key: list(map(str, getattr(address, field))) for key, (field, _) in SEVERAL.items()
               if set(getattr(address, field)) != set(getattr(_NOTHING, field))}
    written = single | several
    return {key: written[key] for key in KEYS if written.get(key)}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes"
    if isinstance(value, float):
        return f"{value:g}"
    return "-".join(value) if isinstance(value, tuple) else str(value)


def current() -> tuple[Address, list[str]]:
    """The address of this session, and a sentence for each value in it that can't be honoured."""
    return parse({key: st.query_params.get_all(key) for key in KEYS})


def go(**changes: Any) -> None:
    """Change the address of this session; call it in a callback. Parameters of others stay as they are.

    Args:
        changes: fields of `Address`.
    """
    address = current()[0].but(**changes)
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in KEYS}
    st.query_params.from_dict(others | parameters_of(address))
