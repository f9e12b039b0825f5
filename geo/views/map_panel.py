"""The map with its legend; a click on an arc selects the dyad, one on an actor's dot filters by the actor."""

import math

import streamlit as st
from pandas import DataFrame

from geo.gazetteer.actors import actors
from geo.map import Flow, Focus, Spot, world
from geo.map.arcs import width as arc_width
from geo.map.colours import Palette
from geo.map.deck import PHONE
from geo.store.query import Summary
from geo.views import address, measure
from geo.views.address import Address
from geo.views.words import counted

ARCS = 100
"""As many are drawn; with more, nothing can be told apart."""

_PLACES = 300


def map_panel(dyads: DataFrame, places: DataFrame, summary: Summary, chosen: Address, palette: Palette) -> None:
    """Legend and map.

    Args:
        dyads: source, target, conflict, acts; most acts first.
        places: place, country, latitude, longitude (degrees), mentions; most mentions first.
        summary: counts for the legend.
        chosen: whose `dyad` stands out.
        palette: colours.
    """
    flows, spots = _flows(dyads), _spots(places)[:_PLACES]
    shown = _shown(flows, chosen)
    width = measure.width()
    height = round(width * (0.62 if width < PHONE else 0.53))
    legend(summary, [flow.acts for flow in shown])
    deck = world(shown, spots, palette, (width, height), Focus(_selected(chosen), chosen.countries))
    alt = f"World map with {counted(len(shown), 'arc')}. The table shows the same pairs."
    st.pydeck_chart(deck, height=height, key="map", on_select=_take, alt=alt)
    if len(shown) < len(flows):
        st.caption(f"Showing {len(shown):,} of {len(flows):,} arcs: those with most acts.")


def _shown(flows: list[Flow], chosen: Address) -> list[Flow]:
    """The arcs with most acts, and the selected dyad's whatever their rank."""
    return flows[:ARCS] + [flow for flow in flows[ARCS:] if flow.dyad == _selected(chosen)]


def _selected(chosen: Address) -> str | None:
    return "-".join(chosen.dyad) if chosen.dyad else None


def _flows(dyads: DataFrame) -> list[Flow]:
    columns = (dyads[column] for column in ("source", "target", "conflict", "acts"))
    known = actors()
    return [
        Flow(source, target, "conflict" if conflict else "cooperation", int(acts))
        for source, target, conflict, acts in zip(*columns, strict=True)
        if source in known and target in known
    ]


def _spots(places: DataFrame) -> list[Spot]:
    """One spot for each place: tables that know a city twice differ by some hundred metres."""
    near = places.assign(north=places["latitude"].round(1), east=places["longitude"].round(1))
    merged = near.groupby(["place", "country", "north", "east"], sort=False, as_index=False).agg(
        longitude=("longitude", "first"), latitude=("latitude", "first"), mentions=("mentions", "sum"),
    )
    columns = (merged[column] for column in ("place", "longitude", "latitude", "mentions"))
    return [
        Spot(place, (float(longitude), float(latitude)), int(mentions))
        for place, longitude, latitude, mentions in zip(*columns, strict=True)
    ]


def _take() -> None:
    """Write what was clicked to the address; an empty event is Streamlit's, not the reader's."""
    objects = st.session_state["map"].selection.objects
    for layer, rows in objects.items():
        if layer.startswith("pick-"):
            address.go(dyad=tuple(rows[0]["ends"]))
        elif layer.startswith("nodes-"):
            address.go(countries=(rows[0]["code"],))


def legend(summary: Summary, acts: list[int]) -> None:
    """What colours, widths and dots mean, with the acts of each kind."""
    most = max(acts, default=1)
    samples = sorted({1, math.ceil(most / 3), most})
    widths = "".join(f"<i class='width' style='height:{arc_width(count)}px'></i>{count:,}" for count in samples)
    st.html(
        "<div class='entente'><div class='legend'>"
        f"<span class='cooperation'><i class='arrow'></i>Cooperation <b>{summary.cooperation:,}</b></span>"
        f"<span class='conflict'><i class='arrow'></i>Conflict <b>{summary.conflict:,}</b></span>"
        f"<span>Acts {widths}</span><span><i class='place'></i>Place named in the news</span></div></div>"
    )
