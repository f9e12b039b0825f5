"""What a store says of itself: which form, made by which tables and model, when, from what.

The manifest is `manifest.json` in the store's folder. A fingerprint is a hash over names and contents of
files, so that what was made from them is known to be out of date when one of them changes.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.errors import StoreError, TableError
from geo.resources import DATA
from geo.store.schema import FORMAT

NAME = "manifest.json"
_NOT_READ = {".md", ".py", ".pyc"}  # lie beside the tables, but change nothing in what is read


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a store says of itself.

    Attributes:
        format: number of the tables' form (`geo.store.schema.FORMAT`).
        reader: version of tables and model that made the rows (`reader_version`).
        made: when, ISO 8601, UTC.
        counts: rows of each table.
        passed_over: articles of each language (ISO 639-1) that relations were not read from.
        sources: SHA-256 of each file that articles were read from, by its path.
        names: SHA-256 of the file of a user's own names that the articles were read with, by its path; empty
            where there was none.
    """

    format: int
    reader: str
    made: str
    counts: dict[str, int]
    passed_over: dict[str, int]
    sources: dict[str, str]
    names: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write it into a store's folder."""
        text = json.dumps(asdict(self), indent=2, ensure_ascii=False)
        (folder / NAME).write_text(text + "\n", encoding="utf-8", errors="replace")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a store of today's form.

    Raises:
        StoreError: there is none in the folder, it is damaged, or the store has another form.
    """
    known = _load(folder)
    if known.get("format") != FORMAT:
        msg = f"{folder}: the store has form {known.get('format')!r}, this version reads form {FORMAT}"
        raise StoreError(f"{msg}. Make it anew from its articles: entente ingest SOURCE --store {folder}")
    if set(known) != {field.name for field in fields(Manifest)}:
        raise StoreError(f"{folder / NAME}: entries are missing. {_mend(folder)}")
    return Manifest(**known)


def reader_version(data: Path = DATA, names: dict[str, str] | None = None) -> str:
    """Version of what reads: 12 hexadecimal digits.

    Args:
        data: folder of tables and model.
        names: a file of own names that adds to the tables, as `names_hash` gives it.
    """
    tables = fingerprint(data, (path for path in data.rglob("*") if path.suffix not in _NOT_READ))
    own = "".join((names or {}).values())
    return (hashlib.sha256(f"{tables} {own}".encode()).hexdigest() if own else tables)[:12]


def names_hash(path: Path | str | None) -> dict[str, str]:
    """SHA-256 of a file of own names, by its path; nothing for None.

    Raises:
        TableError: there is no such file.
    """
    if path is None:
        return {}
    try:
        return {str(path): file_hash(Path(path).expanduser())}
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}. Name the file of own names that was read with.") from error


def fingerprint(folder: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents of files in a folder, whatever their order or where it lies."""
    files = (path for path in paths if path.is_file())
    digests = sorted(f"{path.relative_to(folder).as_posix()} {file_hash(path)}" for path in files)
    return hashlib.sha256("\n".join(digests).encode("utf-8", "surrogateescape")).hexdigest()


def file_hash(path: Path) -> str:
    """SHA-256 of a file's content; read again only when its size or time of change is another."""
    status = path.stat()
    return _hash(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4096)
def _hash(path: Path, _size: int, _changed: int) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _load(folder: Path) -> dict[str, Any]:
    try:
        known = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        msg = f"{folder}: no store here ({NAME} is missing). Name a store's folder"
        raise StoreError(f"{msg}, or make one: entente ingest SOURCE --store {folder}") from None
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder / NAME}: can't be read ({error}). {_mend(folder)}") from error
    if not isinstance(known, dict):
        raise StoreError(f"{folder / NAME}: not a manifest. {_mend(folder)}")
    return known


def _mend(folder: Path) -> str:
    return f"Remove {folder} and make the store anew from its articles."
