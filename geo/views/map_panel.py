"""The map with its legend. A click on an arc selects the dyad, one on an actor's dot the actor, one on a place it."""

from collections.abc import Sequence

import streamlit as st
from pandas import DataFrame

from geo.gazetteer.actors import actors
from geo.map import Flow, Focus, Scene, Spot, scale, world
from geo.map.colours import Palette
from geo.map.frame import PHONE
from geo.store.query import Summary
from geo.views import address, map_buttons, measure
from geo.views.address import Address
from geo.views.map_legend import legend
from geo.views.words import KINDS, counted

ARCS = 100
"""As many are drawn; with more, nothing can be told apart."""

_PLACES = 200


def map_panel(dyads: DataFrame, places: DataFrame, summary: Summary, chosen: Address, palette: Palette) -> None:
    """Legend, map, and how much of it all is drawn.

    Args:
        dyads: source, target, conflict or quad, acts, stories; most acts first.
        places: place, country, latitude, longitude (degrees), mentions; most mentions first.
        summary: counts of the period.
        chosen: how the map is drawn, and what stands out on it.
        palette: colours.
    """
    flows = _flows(dyads)
    drawable = [flow for flow in flows if _seated(flow)]
    shown = _shown(drawable, chosen)
    widths = scale(shown, chosen.width, summary.stories)
    width = measure.width()
    height = round(width * (0.66 if width < PHONE else 0.5))
    legend(flows, shown, widths, chosen, palette)
    with st.container(key="mapframe", gap=None):
        scene = Scene(shown, _spots(places)[:_PLACES], widths)
        deck = world(scene, palette, (width, height), _focus(chosen))
        alt = f"World map with {counted(len(shown), 'arc')}. The table shows the same pairs."
        st.pydeck_chart(deck, height=height, key="map", on_select=_take, alt=alt)
        map_buttons.buttons(tilted=chosen.view == "3d")
    st.caption(_counts(len(shown), len(drawable), len(flows)))


def _seated(flow: Flow) -> bool:
    return flow.source in actors() and flow.target in actors()


def _shown(flows: Sequence[Flow], chosen: Address) -> list[Flow]:
    """The arcs with most acts, and the selected dyad's whatever their rank."""
    selected = _selected(chosen)
    return [*flows[:ARCS], *(flow for flow in flows[ARCS:] if flow.dyad == selected)]


def _selected(chosen: Address) -> str | None:
    return "-".join(chosen.dyad) if chosen.dyad else None


def _focus(chosen: Address) -> Focus:
    centre = chosen.countries[0] if len(chosen.countries) == 1 and not chosen.changes else None
    return Focus(
        _selected(chosen), chosen.filters.actors, centre, chosen.place, chosen.view == "3d", map_buttons.refits(),
    )


def _counts(shown: int, drawable: int, all_of_them: int) -> str:
    """How many arcs there are, and how many of them one sees."""
    sentence = f"Showing {shown:,} of {counted(drawable, 'arc')}"
    if shown < drawable:
        sentence += ": those with most acts" + (", and the selected pair's" if shown > ARCS else "")
    if homeless := all_of_them - drawable:
        sentence += f". {counted(homeless, 'more arc')} can't be drawn, for an actor has no seat: see the table"
    return sentence + "."


def _flows(dyads: DataFrame) -> list[Flow]:
    if "change" in dyads:
        kinds = (dyads["change"] > 0).map({True: "growth", False: "decline"})
    elif "quad" in dyads:
        kinds = dyads["quad"].map(KINDS)
    else:
        kinds = dyads["conflict"].map({True: "conflict", False: "cooperation"})
    columns = (dyads[column] for column in ("source", "target", "acts", "stories"))
    return [
        Flow(source, target, kind, int(acts), int(stories))
        for source, target, acts, stories, kind in zip(*columns, kinds, strict=True)
    ]


def _spots(places: DataFrame) -> list[Spot]:
    """Towns and regions; a country that is only named as a whole is no point on the map."""
    names = [actor.name for actor in actors().values()]
    places = places[~places["place"].isin(names)]
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
            address.go(place=rows[0]["place"], dyad=None)
