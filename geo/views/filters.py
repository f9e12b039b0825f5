"""The filters, as a sentence whose parts open: acts by or towards whom, when, of what kind, on which subject."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from geo.store.counts import Counts
from geo.store.filters import Filters
from geo.store.query import Store
from geo.views import address, choices, measure, telling
from geo.views.address import FILTERS, Address
from geo.views.options import options
from geo.views.words import capitalised, counted, kinds

_NOTHING = Filters()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the sentence: the words before it, what it says where nothing is chosen, and what it asks."""

    before: str
    anything: str
    back: str
    told: Callable[[Filters], str]
    fields: tuple[str, ...]
    ask: Callable[[Address, Mapping[str, Counts]], None]

    def changes(self, filters: Filters) -> bool:
        """Whether something is chosen in it."""
        return any(getattr(filters, field) != getattr(_NOTHING, field) for field in self.fields)

    def clear(self) -> None:
        """Take what it asks for out of the address."""
        address.go(**{field: getattr(_NOTHING, field) for field in self.fields})


def filters(store: Store, chosen: Address) -> Callable[[], None]:
    """The sentence; what is chosen in it goes to the address.

    Args:
        store: counts what each option would keep.
        chosen: what the address asks for now.

    Returns:
        A function that fills the parts with their options: to be called once all else is shown, for to count them
        takes longer than to draw the map.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filters"):
        boxes = _one_box(chosen.filters) if measure.is_phone() else [_box(part, chosen.filters) for part in _PARTS]
        _left_out(store, chosen)

    def fill() -> None:
        offered = options(store, chosen.filters)
        for part, box in zip(_PARTS, boxes, strict=True):
            with box:
                part.ask(chosen, offered)
                st.button(
                    part.back, key=f"clear-{part.fields[0]}", icon=":material/undo:", type="tertiary",
                    on_click=part.clear, disabled=not part.changes(chosen.filters),
                )

    return fill


def clear() -> None:
    """Take every filter out of the address."""
    address.go(**{field: getattr(_NOTHING, field) for field in FILTERS})


def plain(text: str) -> str:
    """Text that a label shows as it is: labels are Markdown, and anybody may have written an address."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _box(part: _Part, chosen: Filters) -> Any:
    if part.before:
        _word(part.before)
    label = plain(part.told(chosen)) or part.anything
    icon = ":material/tune:" if part.ask is choices.more else None
    return st.popover(label, type=_type(part, chosen=chosen), key=f"part-{part.fields[0]}", icon=icon)


def _one_box(chosen: Filters) -> list[Any]:
    """All parts in one, for a phone."""
    told = [part.told(chosen) or part.anything for part in _PARTS[:3]] + [part.told(chosen) for part in _PARTS[3:]]
    label = capitalised(", ".join(filter(None, told)).removeprefix("by or towards "))
    solid = _type(*_PARTS, chosen=chosen)
    box = st.popover(plain(label), type=solid, key="parts", icon=":material/tune:", width="stretch")
    return [box.container(key=f"part-{part.fields[0]}") for part in _PARTS]


def _type(*parts: _Part, chosen: Filters) -> Any:
    """A button is solid where something is chosen behind it."""
    return "primary" if any(part.changes(chosen) for part in parts) else "secondary"


def _word(words: str) -> None:
    st.html(f"<span class='entente muted'>{words}</span>", width="content")


def _left_out(store: Store, chosen: Address) -> None:
    if chosen.filters == _NOTHING:
        return
    whole, kept = store.summary(Filters()).acts, store.summary(chosen.filters).acts
    if not measure.is_phone():
        st.space("stretch")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, width="content"):
        if kept < whole:
            _word(f"Leaves out {whole - kept:,} of {counted(whole, 'act')}")
        st.button("Clear all", type="tertiary", icon=":material/close:", on_click=clear, key="clear")


_PARTS = (
    _Part(
        "Acts", "by or towards any country", "Any country", telling.who,
        ("countries", "sources", "targets", "between"), choices.who,
    ),
    _Part("", "at any time", "At any time", telling.when, ("start", "end"), choices.when),
    _Part("of", kinds(()), "Any kind of act", telling.what, ("quads", "types"), choices.what),
    _Part("on", "any subject", "Any subject", telling.subject, ("contexts",), choices.subject),
    _Part(
        "", "More", "Nothing more", telling.more, ("statuses", "outlets", "words", "least", "confidence"), choices.more,
    ),
)
