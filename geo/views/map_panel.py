"""The map with its legend. A click on an arc selects the dyad, one on an actor's dot the actor, one on a place it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas import DataFrame, Series

from geo.gazetteer.actors import actors
from geo.map import Flow, Focus, Scene, Spot, scale, world
from geo.map.arcs import tip
from geo.map.frame import PHONE
from geo.map.points import named
from geo.store.answers import Summary
from geo.views import address, map_buttons, measure, style
from geo.views.address import Address
from geo.views.map_legend import legend
from geo.views.words import KINDS, counted

ARCS = 100
"""As many are drawn; with more, nothing can be told apart."""

_PLACES = 150


def map_panel(
    dyads: DataFrame, places: DataFrame, summary: Summary, chosen: Address, around: Sequence[str] = ()
) -> None:
    """Legend, map, and how much of it all is drawn.

    Args:
        dyads: source, target, dyad, conflict, quad or change, acts, stories; most acts first.
        places: place, country, latitude, longitude (degrees), mentions; most mentions first.
        summary: counts of the period.
        chosen: how the map is drawn, and what stands out on it.
        around: codes of actors that must be in view, whether an arc reaches them or not.
    """
    palette = style.palette()
    told = dyads.assign(kind=_kinds(dyads))
    drawable = told[told["source"].isin([*actors()]) & told["target"].isin([*actors()])]
    shown = _flows(drawable, chosen)
    widths = scale(shown, chosen.width, summary.stories)
    width = measure.width()
    height = round(width * (0.66 if width < PHONE else 0.5))
    acts = {str(kind): int(count) for kind, count in told.groupby("kind")["acts"].sum().items()}
    legend(acts, shown, widths, chosen, palette)
    with st.container(key="mapframe", gap=None):
        scene = Scene(shown, _spots(places), widths)
        deck = world(scene, palette, (width, height), _focus(chosen, around))
        st.pydeck_chart(deck, height=height, key="map", on_select=_take, alt=_alt(shown))
        map_buttons.buttons(tilted=chosen.view == "3d")
    st.caption(_counts(len(shown), len(drawable), len(told)))


def _selected(chosen: Address) -> str | None:
    return "-".join(chosen.dyad) if chosen.dyad else None


def _focus(chosen: Address, around: Sequence[str]) -> Focus:
    centre = chosen.countries[0] if len(chosen.countries) == 1 and not chosen.changes else None
    return Focus(
        _selected(chosen), chosen.filters.actors, tuple(around), centre, chosen.place, chosen.view == "3d",
        map_buttons.refits(),
    )


def _counts(shown: int, drawable: int, all_of_them: int) -> str:
    """How many arcs there are, and how many of them one sees."""
    sentence = f"Showing {shown:,} of {counted(drawable, 'arc')}"
    if shown < drawable:
        sentence += ": those with most acts" + (", and the selected pair's" if shown > ARCS else "")
    if homeless := all_of_them - drawable:
        sentence += f". {counted(homeless, 'more arc')} can't be drawn, for an actor has no seat: see the table"
    return sentence + "."


def _kinds(dyads: DataFrame) -> "Series[str]":
    if "change" in dyads:
        return (dyads["change"] > 0).map({True: "growth", False: "decline"})
    if "quad" in dyads:
        return dyads["quad"].map(KINDS)
    return dyads["conflict"].map({True: "conflict", False: "cooperation"})


def _alt(shown: Sequence[Flow]) -> str:
    """What is seen, for those who don't see it."""
    first = [tip(flow).replace("\n", ", ") for flow in shown[:3]]
    most = f" Most acts: {'; '.join(first)}." if first else ""
    return f"World map with {counted(len(shown), 'arc')}.{most} The table shows the same pairs."


def _flows(dyads: DataFrame, chosen: Address) -> list[Flow]:
    """The arcs with most acts, and the selected dyad's whatever their rank."""
    rest = dyads.iloc[ARCS:]
    shown = pd.concat([dyads.iloc[:ARCS], rest[rest["dyad"] == _selected(chosen)]])
    columns = (shown[column] for column in ("source", "target", "kind", "acts", "stories"))
    return [
        Flow(source, target, kind, int(acts), int(stories))
        for source, target, kind, acts, stories in zip(*columns, strict=True)
    ]


def _spots(places: DataFrame) -> list[Spot]:
    """Towns and regions; a country that is only named as a whole is no point on the map."""
    names = [actor.name for actor in actors().values()]
    places = places[~places["place"].isin(names)].head(_PLACES)
    columns = (places[column] for column in ("place", "longitude", "latitude", "mentions"))
    return [
        Spot(place, (float(longitude), float(latitude)), int(mentions))
        for place, longitude, latitude, mentions in zip(*columns, strict=True)
    ]


def _take() -> None:
    """Write what was clicked to the address; an empty event is Streamlit's, not the reader's."""
    objects = st.session_state["map"].selection.objects
    for layer, rows in objects.items():
        if layer.startswith("pick-"):
            address.go(dyad=tuple(rows[0]["ends"]), place=None)
        elif layer.startswith("nodes-"):
            address.go(countries=(rows[0]["code"],))
        elif layer.startswith("places-"):
            address.go(place=named(rows[0]), dyad=None)
