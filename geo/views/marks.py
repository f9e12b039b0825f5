"""What readers mark as right or wrong. A store of one's own keeps it; on the seeds it stays in the session."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from geo.errors import StoreError
from geo.store import listings
from geo.store.marks import NAME, Mark, Verdict, keep_marks, latest, mark_now, read_marks
from geo.store.query import Store
from geo.views.download import csv_of
from geo.views.opening import is_own

_COLUMNS = [
    "verdict", "marked_at", "date", "source", "target", "event_type", "context", "status", "confidence", "sentence",
    "title", "outlet", "url", "relation_id", "act_id", "article_id",
]


def marks(store: Store) -> dict[str, Mark]:
    """The marks that count, by relation_id."""
    if not is_own():
        found: dict[str, Mark] = st.session_state.get("marks", {})
        return found
    try:
        return _kept(store.folder, _stamp(store.folder))
    except StoreError as error:
        st.session_state["mark-failure"] = str(error)
        return {}


def mark(store: Store, relation_ids: Iterable[str], verdict: Verdict) -> None:
    """Mark relations."""
    made = [mark_now(name, verdict) for name in relation_ids]
    if not is_own():
        st.session_state["marks"] = latest([*marks(store).values(), *made])
        return
    try:
        keep_marks(store.folder, made)
    except StoreError as error:
        st.session_state["mark-failure"] = str(error)


def failure() -> list[str]:
    """Why marks could not be kept or read, if so; once."""
    return [st.session_state.pop("mark-failure")] if "mark-failure" in st.session_state else []


def sifted(store: Store) -> Store:
    """The store without what is marked wrong: what counts and map are asked from."""
    wrong = frozenset(name for name, made in marks(store).items() if made.verdict == "wrong")
    return _without(store, wrong) if wrong else store


def verdict(marked: dict[str, Mark], relation_ids: Iterable[str]) -> Verdict:
    """What an act is marked as: what all its relations are."""
    verdicts: set[Verdict] = {marked[name].verdict if name in marked else "unmarked" for name in relation_ids}
    return verdicts.pop() if len(verdicts) == 1 else "unmarked"


def acts_marked(store: Store) -> Counter[str]:
    """How many acts are marked as `right` and as `wrong`; marks on what the store no longer holds don't count."""
    acts = table(store).drop_duplicates("act_id")
    return Counter(acts["verdict"])


def table(store: Store) -> DataFrame:
    """What is marked, with all that a reader needs to judge it again; the newest mark first.

    Columns: verdict, marked_at, date, source, target, event_type, context, status, confidence, sentence, title,
    outlet, url, relation_id, act_id, article_id.
    """
    marked = marks(store)
    rows = listings.relations(store.whole, marked)
    rows["verdict"] = [marked[name].verdict for name in rows["relation_id"]]
    rows["marked_at"] = [marked[name].marked_at for name in rows["relation_id"]]
    return rows[_COLUMNS].sort_values("marked_at", ascending=False)


def download(store: Store, panel: str) -> None:
    """A button that hands over what is marked, if anything is.

    Args:
        store: whose marks.
        panel: where the button stands.
    """
    if marks(store):
        st.download_button(
            "Download the marks", lambda: csv_of(table(store)), "marks.csv", "text/csv", icon=":material/download:",
            on_click="ignore", key=f"marks-csv-{panel}", type="tertiary",
        )


def _stamp(folder: Path) -> tuple[int, int]:
    """Another one whenever another mark was added."""
    try:
        status = (folder / NAME).stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@st.cache_resource(max_entries=4)
def _kept(folder: Path, stamp: tuple[int, int]) -> dict[str, Mark]:  # noqa: ARG001 -- part of the cache's key
    return read_marks(folder)


@st.cache_resource(max_entries=4, hash_funcs={Store: lambda store: (str(store.folder), store.manifest.made)})
def _without(store: Store, wrong: frozenset[str]) -> Store:
    """What was counted in it once stays ready for the next run."""
    return store.without(wrong)
