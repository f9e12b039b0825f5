"""Writing a store: whole or not at all.

The tables are written in a hidden folder beside the store and put in its place when all is there, so that
whatever goes wrong before leaves an older store as it was.
"""

import datetime as dt
import errno
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa
import pyarrow.parquet as pq

from geo.articles.article import Article
from geo.errors import StoreError
from geo.relations.dates import dated
from geo.relations.relation import Relation
from geo.relations.sentences import paragraphs
from geo.store.manifest import NAME, Manifest, file_hash, names_hash, reader_version
from geo.store.marks import carry_marks
from geo.store.query import Store, open_store
from geo.store.rows import Row, article_row, mention_rows, relation_rows, text_hash
from geo.store.schema import FORMAT, SCHEMAS

if TYPE_CHECKING:  # the rows need what a reading holds, not the model that made it
    from geo.pipeline import Reading

_ROW_GROUP = 20_000  # rows held before they are written
_OCCUPIED = {errno.ENOTEMPTY, errno.EEXIST}


def write_store(
    readings: Iterable["Reading"], folder: Path | str, root: Path | None = None, names: Path | str | None = None
) -> Store:
    """Write a new store from readings, in place of an older one in the same folder.

    The same article twice is one article; the same content from elsewhere is kept as a copy
    (`duplicate_of`), and its acts are those of the first.

    Args:
        readings: what `geo.pipeline.read_all` gives; taken one at a time.
        folder: where the store is to lie.
        root: folder that the articles' relative paths start from; None for the current one.
        names: the file of own names that the articles were read with. The manifest keeps its path and hash, and
            rows name another version of the reader.

    Raises:
        StoreError: the folder holds something else than a store, or can't be written.
        TableError: there is no such file of own names.
    """
    folder = Path(folder).expanduser().absolute()
    _refuse_strangers(folder)
    own = names_hash(names)
    with _naming(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        place = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write(readings, place / "store", root or Path(), own)
        with _naming(folder):
            publish(place / "store", folder)
    finally:
        rmtree(place, ignore_errors=True)
    return open_store(folder)


def publish(draft: Path, folder: Path) -> None:
    """Put a finished store in its place; an older one moves to where the draft lay, and leaves its marks behind.

    Between the two moves there is no store for an instant. When two processes publish at once, the later
    one stays.
    """
    older = []
    for attempt in range(100):
        try:
            draft.rename(folder)
        except OSError as error:
            if error.errno not in _OCCUPIED:
                raise
            older.append(draft.with_name(f"old-{attempt}"))
            _move_aside(folder, older[-1])
        else:
            for old in older:
                carry_marks(old, folder)
            return
    raise StoreError(f"{folder}: other processes keep writing this store. Let one finish, then try again.")


class _Tables:
    """The three tables while they are written; rows are held until they fill a row group."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts = dict.fromkeys(SCHEMAS, 0)
        self._held: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
        self._writers = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd")
            for table, schema in SCHEMAS.items()
        }

    def add(self, table: str, rows: Iterable[Row]) -> None:
        self._held[table].extend(rows)
        if len(self._held[table]) >= _ROW_GROUP:
            self._flush(table)

    def _flush(self, table: str) -> None:
        with _naming(self._folder):
            rows = pa.Table.from_pylist(self._held[table], schema=SCHEMAS[table])
            self._writers[table].write_table(rows)
        self.counts[table] += len(self._held[table])
        self._held[table] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for table, writer in self._writers.items():
            if error is None:
                self._flush(table)
            writer.close()


@contextmanager
def _naming(folder: Path) -> Iterator[None]:
    """Say which store a full or locked disk kept from being written; not for errors of who reads."""
    try:
        yield
    except OSError as error:
        mend = "Free some space, or name another folder"
        raise StoreError(f"{folder}: the store can't be written ({error}). {mend}.") from error


def _write(readings: Iterable["Reading"], folder: Path, root: Path, names: dict[str, str]) -> None:
    folder.mkdir()
    reader, read_at = reader_version(names=names), dt.datetime.now(dt.UTC)
    stories: dict[str, tuple[str, dt.date | None]] = {}  # hash of a content to id and day of its first copy
    known: set[str] = set()
    passed_over: Counter[str] = Counter()
    sources: dict[str, str] = {}
    with _Tables(folder) as tables:
        for reading in readings:
            article = reading.article
            if article.article_id in known:
                continue
            known.add(article.article_id)
            story, day = stories.setdefault(text_hash(article.content), (article.article_id, article.date))
            copy_of = None if story == article.article_id else story
            tables.add("articles", [article_row(article, reading.language, read_at, copy_of)])
            tables.add("mentions", mention_rows(article, reading.mentions))
            tables.add("relations", relation_rows(article, _told_on(reading, day), story, reader))
            if reading.relations is None:
                passed_over[reading.language] += 1
            sources.update(_source(article, root))
    made = read_at.isoformat(timespec="seconds")
    Manifest(FORMAT, reader, made, tables.counts, dict(passed_over), sources, names).write(folder)


def _told_on(reading: "Reading", day: dt.date | None) -> Sequence[Relation]:
    """The relations of a reading, dated as its first copy dates them: printed on another day, the acts are the same."""
    relations = reading.relations or ()
    if not relations or reading.article.date == day:
        return relations
    return dated(replace(reading.article, date=day), paragraphs(reading.article, reading.mentions), relations)


def _source(article: Article, root: Path) -> dict[str, str]:
    """The file that an article was read from, with its hash; nothing where it came from elsewhere."""
    if article.path is None or not (root / article.path).is_file():
        return {}
    return {article.path: file_hash(root / article.path)}


def _refuse_strangers(folder: Path) -> None:
    """Nothing but a store, or an empty folder, may be replaced."""
    if not folder.exists() or (folder / NAME).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise StoreError(f"{folder}: holds something else than a store. Name an empty or a new folder.")


def _move_aside(folder: Path, aside: Path) -> None:
    try:
        folder.rename(aside)
    except FileNotFoundError:
        return  # another process has moved it just now
