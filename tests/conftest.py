"""What the tests of the dashboard share: a browser's whereabouts, and stores to look at."""

import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest

from geo.articles.article import Article
from geo.gazetteer.actors import actors
from geo.mentions.mention import Mention
from geo.pipeline import Reading
from geo.relations.relation import Relation
from geo.store import default_store, write_store

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium():
    """Path of a browser. Where there is none, tests that need one are skipped, but never on a CI machine."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found:
        return found
    message = "The browser test needs Chromium: apt-get install chromium, or name its path in CHROMIUM."
    return pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """A cache folder of the tests' own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def seed_store(cache):
    """The store that the dashboard opens on, made from `seeds/`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ENTENTE_STORE", raising=False)
        patch.delenv("ENTENTE_NAMES", raising=False)
        return default_store(cache=cache / "entente")


def told(title, sentence, *, day=dt.date(2021, 5, 3), url=None, quad=1):
    """A reading of one sentence that is written like `[PER Peru] {signed} a pact with [CHL Chile].`"""
    plain = re.sub(r"\[[A-Z]{3} (.*?)\]|\{(.*?)\}", lambda found: found[1] or found[2], sentence)
    content = f"{title}\n\n{plain}"

    def span(words):
        start = content.index(words, len(title))
        return start, start + len(words)

    (source, source_words), (target, target_words) = re.findall(r"\[([A-Z]{3}) (.*?)\]", sentence)
    mentions = tuple(
        Mention(*span(words), words, "name", code, words, actors()[code].latitude, actors()[code].longitude, 0.9)
        for code, words in ((source, source_words), (target, target_words))
    )
    event_type, root = {1: ("AGREE", "03"), 2: ("AID", "07"), 3: ("ACCUSE", "11"), 4: ("SANCTION", "16")}[quad]
    relation = Relation(
        source, target, event_type, "diplomatic", root, quad, 1.0, "asserted", day, len(title) + 2, len(content),
        plain, span(source_words), span(target_words), span(re.search(r"\{(.*?)\}", sentence)[1]), 0.9,
    )
    article = Article(title, plain, title=title, date=day, outlet="Harbour Post", url=url)
    return Reading(article, "en", mentions, (relation,))


HOSTILE = told(
    "<b>Ink</b> & [salt](https://elsewhere.example) $x^2$",
    "<img src=x onerror=\"document.title='taken'\"> [PER Peru] {**thanked**} $y_1$ <script>alert(1)</script> "
    "[CHL Chile].",
    url="javascript:alert(1)",
)


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory):
    """A store of one article that tries to be more than text."""
    return write_store([HOSTILE], tmp_path_factory.mktemp("stores") / "hostile")


@pytest.fixture(scope="session")
def harbour_store(tmp_path_factory):
    """A store of three articles: Peru and Chile on good terms, then at odds."""
    readings = [
        told("Harbour", "[PER Peru] {signed} a pact with [CHL Chile]."),
        told("Fishing", "[CHL Chile] {accused} [PER Peru] of poaching.", quad=3, day=dt.date(2022, 8, 9)),
        told("Tariffs", "[PER Peru] {sanctioned} [CHL Chile].", quad=4, day=dt.date(2022, 9, 1)),
    ]
    return write_store(readings, tmp_path_factory.mktemp("stores") / "harbour")


@pytest.fixture(scope="session")
def dashboard():
    """Path of the app."""
    return Path(__file__).parents[1] / "dashboard.py"
