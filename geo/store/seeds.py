"""The store that the dashboard opens on: the one that `ENTENTE_STORE` names, else one made from `seeds/`.

`ENTENTE_NAMES` names a file of own names that the seeds are read with; a store that `ENTENTE_STORE` names has been
read already.

It lies in the user's cache folder under a name that hashes all it was made from: seeds, tables, own names, model,
the form of the tables and the code that reads. So a change of any of these asks for another folder, and what is
there need not be looked into. Two processes that start at once both build; the first to finish is kept.
"""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import platformdirs

from geo.articles import Article, read_articles
from geo.errors import ArticleError, StoreError
from geo.gazetteer import own_names
from geo.resources import DATA
from geo.store.manifest import fingerprint, names_hash, reader_version
from geo.store.query import Store, open_store
from geo.store.schema import FORMAT
from geo.store.write import publish, write_store

if TYPE_CHECKING:
    from geo.pipeline import Reading

Progress = Callable[[int, int], object]
"""Is told how many articles are done, and of how many."""

SURE = 0.7
"""Confidence from which an act is shown at first sight: of the less sure ones in our own briefs half are wrong."""

SEEDS = Path(__file__).parents[2] / "seeds"

_CODE = Path(__file__).parents[1]
_ROOMS = ("articles", "gazetteer", "mentions", "relations", "store")  # whose code decides what a store holds
_WEEK = 7 * 24 * 3600  # seconds
_log = logging.getLogger(__name__)


def default_store(
    progress: Progress | None = None, seeds: Path = SEEDS, cache: Path | None = None, data: Path = DATA
) -> Store:
    """The store to start with; made from the seeds if there is none, or if what it was made from changed.

    Seeds that can't be read are left out, each with a warning in the log. Stores of earlier seeds go when
    they have not been opened for a week.

    Args:
        progress: is called with the articles done and their number, from 0 on, while a store is made.
        seeds: folder of articles.
        cache: where the store is kept; None for the user's cache folder.
        data: folder of tables and model, as far as they decide whether a store is out of date.

    Raises:
        StoreError: no seed can be read, or the store named by `ENTENTE_STORE` can't be opened.
        TableError: the file named by `ENTENTE_NAMES` can't be used.
    """
    if named := os.environ.get("ENTENTE_STORE"):
        return open_store(named)
    cache = cache or platformdirs.user_cache_path("entente")
    names = os.environ.get("ENTENTE_NAMES") or None
    folder = cache / f"seeds-{_fingerprint(seeds, data, names)}"
    store = _ready(folder) or _make(seeds, folder, progress or _nobody, names)
    with suppress(OSError):  # a cache that can only be read still serves
        os.utime(folder)
        _remove_old(cache, folder)
    return store


def _fingerprint(seeds: Path, data: Path, names: str | None) -> str:
    code = [_CODE / "pipeline.py", *(file for room in _ROOMS for file in (_CODE / room).rglob("*.py"))]
    hashes = fingerprint(seeds, seeds.rglob("*")), fingerprint(_CODE, code)
    parts = str(FORMAT), reader_version(data, names_hash(names)), *hashes
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


def _ready(folder: Path) -> Store | None:
    try:
        return open_store(folder)
    except StoreError:
        return None


def _make(seeds: Path, folder: Path, progress: Progress, names: str | None) -> Store:
    # A store that is ready opens without loading the model.
    from geo.pipeline import read_all  # noqa: PLC0415

    articles, own = _articles(seeds), own_names(names)
    draft = _building_place(folder.parent) / "store"
    try:
        readings = _told(read_all(articles, SURE, batch=1, names=own), len(articles), progress)
        write_store(readings, draft, seeds.parent, names)
        _keep(draft, folder)
    finally:
        rmtree(draft.parent, ignore_errors=True)
    return open_store(folder)


def _building_place(cache: Path) -> Path:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return Path(mkdtemp(prefix=".building-", dir=cache))
    except OSError as error:
        mend = "Point XDG_CACHE_HOME to a folder that can be written, or ENTENTE_STORE to a store"
        raise StoreError(f"{cache}: a store can't be kept there ({error}). {mend}.") from error


def _articles(seeds: Path) -> list[Article]:
    """The seeds, their paths as seen from beside the folder: then ids are the same on every machine."""
    found = list(read_articles([seeds]))
    errors = [error for error in found if isinstance(error, ArticleError)]
    for error in errors:
        _log.warning("%s", error)
    articles = [article for article in found if isinstance(article, Article)]
    if not articles:
        raise StoreError(f"{errors[0]} Or let ENTENTE_STORE name the folder of a store.")
    return [replace(article, path=_beside(seeds, article.path)) for article in articles]


def _beside(seeds: Path, path: str | None) -> str | None:
    return path and Path(path).relative_to(seeds.parent).as_posix()


def _told(readings: Iterable["Reading"], total: int, progress: Progress) -> Iterator["Reading"]:
    progress(0, total)
    for done, reading in enumerate(readings, start=1):
        yield reading
        progress(done, total)


def _nobody(_done: int, _total: int) -> None:
    """Progress that nobody asked for."""


def _keep(draft: Path, folder: Path) -> None:
    """Put the draft in its place, unless another process was quicker."""
    try:
        draft.rename(folder)
    except OSError:
        if _ready(folder) is None:
            publish(draft, folder)


def _remove_old(cache: Path, kept: Path) -> None:
    """Remove stores of earlier seeds, and what a crash left, untouched for a week; younger may be in use."""
    for folder in [*cache.glob("seeds-*"), *cache.glob(".building-*")]:
        if folder != kept and folder.stat().st_mtime < time.time() - _WEEK:
            rmtree(folder, ignore_errors=True)
