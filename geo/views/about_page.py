"""The page About the data: sources, how relations are read, how well, what readers marked, limits and licences."""

import streamlit as st
from pandas import DataFrame

from geo.store import listings
from geo.store.query import Store
from geo.views import marks
from geo.views.address import Address
from geo.views.card import card, paragraphs
from geo.views.opening import DEMONSTRATION, is_own, origin
from geo.views.share import share
from geo.views.words import counted, period

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}
_HOW = """
1. **Places and countries.** Every name of a country, city, office or leader is looked up in tables and weighed by what
   stands around it. Expressions such as *the two countries* are traced back to whom they mean.
2. **Who does what to whom.** A small trained reader goes through each passage and says for every two actors in it what
   the one does towards the other: 16 types of act, from agreement to assault, each with a subject, a status (told as a
   fact, announced, denied, alleged, imagined) and a confidence.
3. **Evidence.** Every act keeps the sentence that tells it. An act that one article or its word-for-word copies
   tell several times counts once.
4. **On the map** stands what is told as a fact or announced. An arc says that articles tell of such acts, not that two
   countries are friends or enemies, and not that what was told is true.
"""
_FIGURES = """
Precision (P) is the share of what is drawn that is right, recall (R) the share of what is told that is drawn, and F1
their harmonic mean; 1 would be perfect. From the model's card:
"""
_LICENCES = """
Texts belong to those who published them; a sentence is quoted here as evidence, with its source. Country shapes:
Natural Earth, public domain. Places: GeoNames, CC BY 4.0. Names in other languages: Unicode CLDR, Unicode License v3.
Typefaces: Source Serif and Libre Franklin, SIL Open Font License 1.1. Program, own tables and the model's weights:
Apache-2.0. Every table and its origin stands in the card below.
"""
_ROW = 32  # pixels


def about_page(store: Store, _chosen: Address) -> None:
    """The whole page; it tells of all that the store holds, whatever the address asks for."""
    summary, counts = store.summary(), store.manifest.counts
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.html(
            f"<div class='entente'><h1>About the data</h1><p class='muted'>{counted(counts['articles'], 'article')}, "
            f"{counted(counts['mentions'], 'mention')} of countries and places, {counted(summary.acts, 'act')} "
            f"{period(summary.first, summary.last)}. Read on {store.manifest.made[:10]}.</p></div>"
        )
        share()
    left, right = st.columns(2, gap="large")
    with left:
        _sources(store)
        _marked(store)
    with right:
        _section("How relations are read", _HOW)
        _section("How well", f"{_FIGURES}\n\n{paragraphs('How well it reads.')}")
        _section("What it gets wrong", paragraphs("What it gets wrong."))
    _section("Licences", _LICENCES)
    with st.expander("The whole card of tables and model"):
        st.markdown(card())
    st.caption(origin())


def _section(title: str, text: str) -> None:
    st.html(f"<div class='entente'><h2>{title}</h2></div>")
    st.markdown(text)


def _sources(store: Store) -> None:
    st.html("<div class='entente'><h2>Sources</h2></div>")
    if not is_own():
        st.markdown(f"{DEMONSTRATION} Dates are those of the events told.")
    outlets, languages = listings.outlets(store), listings.languages(store)
    _table(
        {"Outlet": outlets["outlet"].fillna("not known"), "Articles": outlets["articles"],
         "Copies": outlets["copies"], "First": outlets["first"], "Last": outlets["last"]},
        f"{counted(len(outlets), 'outlet')} with their articles",
    )
    unread = languages["language"].map(store.manifest.passed_over).fillna(0).astype(int)
    _table(
        {"Language": languages["language"].map(lambda code: _LANGUAGES.get(code, code)),
         "Articles": languages["articles"], "Not read for acts": unread},
        "Languages with their articles",
    )
    passed = int(unread.sum())
    st.markdown(
        f"Acts are read from English. {counted(passed, 'article')} in other languages "
        f"{'was' if passed == 1 else 'were'} passed over; their places stand on the map all the same."
        if passed else "Acts are read from English; no article was passed over for its language."
    )


def _table(columns: dict[str, object], alt: str) -> None:
    rows = DataFrame(columns)
    day = st.column_config.DateColumn(format="YYYY-MM-DD")
    st.dataframe(
        rows, hide_index=True, row_height=_ROW, height=(min(len(rows), 8) + 1) * _ROW + 3, alt=alt,
        column_config={"Outlet": st.column_config.TextColumn(width=260), "First": day, "Last": day},
    )


def _marked(store: Store) -> None:
    st.html("<div class='entente'><h2>What readers marked</h2></div>")
    acts = marks.acts_marked(store)
    total = sum(acts.values())
    where = "The store keeps marks" if is_own() else "Marks stay in your visit, until you close or reload the page"
    if not total:
        st.markdown(f"Nothing yet. Beside each act stands whether it was read right or wrong. {where}.")
        return
    st.markdown(
        f"**{acts['right'] / total:.0%} right** of {counted(total, 'act')} that readers marked: {acts['right']:,} "
        f"right, {acts['wrong']:,} wrong. What is wrong is left out of counts and map. {where}."
    )
    marks.download(store, "about")
