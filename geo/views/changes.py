"""What changed: the acts of the chosen days held against those of as many days before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st
from pandas import DataFrame

from geo.map.names import short_name
from geo.store.query import Store
from geo.views.address import Address
from geo.views.pairs import pickable
from geo.views.periods import Period, before, chosen_days, shifted
from geo.views.words import capitalised, counted, listed, period, the

GROUPS = {
    "new": "no act before", "vanished": "no act any more", "grown": "more acts than before",
    "shrunk": "fewer acts than before",
}
"""Dyads by what became of them."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Two stretches of days, and what became of each dyad between them.

    Attributes:
        now: first and last day.
        before: of as many days or months just before.
        dyads: source, target, dyad, acts, before (acts in each stretch), change (the difference), group (of `GROUPS`,
            or `same`); the greatest change first.
    """

    now: Period
    before: Period
    dyads: DataFrame

    def of(self, group: str) -> DataFrame:
        """The dyads of one group."""
        return self.dyads[self.dyads["group"] == group]


def changes(store: Store, chosen: Address) -> Changes | None:
    """The chosen days against those before; where none are chosen, the last twelve months that tell of acts.

    Returns:
        None where no act is dated, so that there is nothing to compare.
    """
    held = store.summary(replace(chosen.filters, start=None, end=None))
    if not (held.first and held.last):
        return None
    now = chosen_days(chosen.start, chosen.end, (held.first, held.last))
    if not now:
        month = held.last.replace(day=1)
        now = shifted(month, "month", -11), shifted(shifted(month, "month", 1), "day", -1)
    then = before(now)
    frames = [store.pairs(replace(chosen.filters, start=start, end=end)) for start, end in (now, then)]
    return Changes(now, then, compared(*frames))


def compared(now: DataFrame, then: DataFrame) -> DataFrame:
    """What became of each dyad; columns as `Changes.dyads` has them.

    Args:
        now: source, target, dyad, acts.
        then: the same of the days before.
    """
    ends = ["source", "target", "dyad"]
    both = now[[*ends, "acts"]].merge(then[[*ends, "acts"]], on=ends, how="outer", suffixes=("", "_then")).fillna(
        {"acts": 0, "acts_then": 0}
    )
    acts, earlier = both["acts"].astype(int), both["acts_then"].astype(int)
    both = both[ends].assign(acts=acts, before=earlier, change=acts - earlier, group="same")
    both.loc[both["change"] > 0, "group"] = "grown"
    both.loc[both["change"] < 0, "group"] = "shrunk"
    both.loc[both["before"] == 0, "group"] = "new"
    both.loc[both["acts"] == 0, "group"] = "vanished"
    return both.sort_values("change", key=abs, ascending=False, kind="stable").reset_index(drop=True)


def for_map(changed: Changes) -> DataFrame:
    """One row for each dyad that changed: an arc as wide as its change.

    Columns: source, target, dyad, change, acts and stories (both how great the change is).
    """
    moved = changed.dyads[changed.dyads["change"] != 0]
    size = moved["change"].abs()
    return moved[["source", "target", "dyad", "change"]].assign(acts=size, stories=size)


def title(changed: Changes) -> str:
    """The two greatest changes: `More between Russia and Cuba, less between the United States and Venezuela`."""
    most = {
        word: rows.iloc[0]
        for word, rows in (
            ("more", changed.dyads[changed.dyads["change"] > 0]), ("less", changed.dyads[changed.dyads["change"] < 0]),
        )
        if len(rows)
    }
    told = [f"{word} from {the(row['source'])} to {the(row['target'])}" for word, row in most.items()]
    return capitalised(", ".join(told)) or "Nothing changed"


def account(changed: Changes) -> str:
    """The figures: `In 2015 61 acts, in 2014 41: 12 pairs are new, 9 vanished, 5 have more acts and 3 fewer`."""
    now, then = int(changed.dyads["acts"].sum()), int(changed.dyads["before"].sum())
    sizes = {group: len(changed.of(group)) for group in GROUPS}
    words = {"new": "new", "vanished": "gone", "grown": "with more acts", "shrunk": "with fewer"}
    told = listed([f"{sizes[group]:,} {word}" for group, word in words.items() if sizes[group]])
    counts = f"{counted(now, 'act')} {period(*changed.now)}, {then:,} {period(*changed.before)}"
    return f"{counts}. Pairs: {told}." if told else f"{counts}."


def changes_table(changed: Changes, chosen: Address) -> None:
    """The dyads of one group at a time, the greatest change first; picking a row selects the dyad.

    Args:
        changed: what to list.
        chosen: whose `dyad` is the row picked.
    """
    groups = [group for group in GROUPS if len(changed.of(group))]
    if not groups:
        st.html("<p class='entente muted'>Every pair has as many acts as before.</p>")
        return
    group = st.session_state.get("group")
    group = st.session_state["group"] = group if group in groups else groups[0]
    st.segmented_control(
        "What became of pairs", groups, key="group", required=True, label_visibility="collapsed",
        format_func=lambda group: f"{capitalised(group)} :gray[{len(changed.of(group)):,}]",
    )
    rows = changed.of(group)
    shown = DataFrame({
        "pair": rows["source"].map(short_name) + " → " + rows["target"].map(short_name),
        "before": rows["before"], "acts": rows["acts"],
    })
    pickable(rows, shown, chosen, _columns(changed), rows=8)
    st.caption(f"{counted(len(rows), 'pair')} with {GROUPS[group]}.")


def _columns(changed: Changes) -> Mapping[str, object]:
    return {
        "pair": st.column_config.TextColumn("Who acts towards whom", width=176),
        "before": st.column_config.NumberColumn("Before", width=62, help=capitalised(period(*changed.before))),
        "acts": st.column_config.NumberColumn("Now", width=58, help=capitalised(period(*changed.now))),
    }
