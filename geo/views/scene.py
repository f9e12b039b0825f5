"""The map with the histogram below it: what an animation draws anew, and nothing else."""

import streamlit as st
from pandas import DataFrame

from geo.gazetteer.actors import actors
from geo.store.query import Store
from geo.views import address, play
from geo.views.address import Address
from geo.views.changes import Changes, for_map
from geo.views.map_panel import ARCS, map_panel
from geo.views.timeline import Timeline, timeline_panel


def scene(store: Store, chosen: Address, changed: Changes | None) -> None:
    """Map and histogram; while an animation runs, they alone are drawn anew for each frame.

    Args:
        store: what is asked.
        chosen: what the address asks for.
        changed: what changed, None where it is not asked for.
    """
    known = address.current(), play.seconds()
    st.fragment(_scene, run_every=play.seconds())(store, chosen, changed, known)


def _scene(store: Store, chosen: Address, changed: Changes | None, known: object) -> None:
    if known != (address.current(), play.seconds()):
        st.rerun()  # a click in here changes the whole page
    timeline = Timeline(store, chosen)
    running = play.seconds()
    shown = play.frame(play.film(chosen, timeline.all_days, timeline.step))
    if running and not shown:
        st.rerun()
    seen = chosen.but(changes=False)
    if shown:
        seen = seen.but(start=shown[0], end=shown[1])
    elif changed:
        seen = chosen.but(start=changed.now[0], end=changed.now[1], width="acts")
    dyads = for_map(changed) if seen.changes and changed else store.dyads(seen.filters, by=chosen.colour)
    around = _ends(store.dyads(timeline.filters, ARCS)) if shown else []
    map_panel(dyads, store.places(seen.filters), store.summary(seen.filters), seen, around)
    timeline_panel(store, timeline, seen if seen.changes else chosen, shown)
    play.ask_for_stillness()


def _ends(dyads: DataFrame) -> list[str]:
    """Who acts in any frame, so that the view stays while the arcs change."""
    ends = sorted({*dyads["source"], *dyads["target"]})
    return [code for code in ends if code in actors()]
