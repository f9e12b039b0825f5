"""What readers think of relations, right or wrong: `marks.jsonl` beside the tables of their store.

One line for each click, so that several readers may mark at once and nothing is ever written anew; the latest
line of a relation counts. Relations keep their names when a store is made again, and so do their marks.
"""

import datetime as dt
import json
import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from geo.errors import StoreError

NAME = "marks.jsonl"

Verdict = Literal["right", "wrong", "unmarked"]
_VERDICTS = ("right", "wrong", "unmarked")
_PATIENCE = 20  # times a twentieth of a second: a store that is being replaced has no folder for an instant


@dataclass(frozen=True, slots=True)
class Mark:
    """One reader's word on one relation.

    Attributes:
        relation_id: the relation.
        verdict: `right`, `wrong`, or `unmarked` where an earlier mark is taken back.
        marked_at: when, ISO 8601 with microseconds, UTC.
    """

    relation_id: str
    verdict: Verdict
    marked_at: str


def mark_now(relation_id: str, verdict: Verdict) -> Mark:
    """A mark made at this moment."""
    return Mark(relation_id, verdict, dt.datetime.now(dt.UTC).isoformat(timespec="microseconds"))


def keep_marks(folder: Path, marks: Iterable[Mark]) -> None:
    """Add marks to those of a store.

    Raises:
        StoreError: nothing can be written there.
    """
    _append(folder, "".join(f"\n{json.dumps(asdict(mark))}" for mark in marks).encode())


def read_marks(folder: Path) -> dict[str, Mark]:
    """The marks of a store's readers that count, by relation_id; none where nobody marked anything.

    A line that is no mark (a full disk may have cut it) is passed over.

    Raises:
        StoreError: the file can't be read.
    """
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{folder / NAME}: the marks can't be read ({error}). Mend the file's permissions.") from error
    return latest(filter(None, map(_mark, lines)))


def latest(marks: Iterable[Mark]) -> dict[str, Mark]:
    """The newest mark of each relation, in the order in which they were made; those taken back are left out."""
    newest = {mark.relation_id: mark for mark in sorted(marks, key=lambda mark: mark.marked_at)}
    return {name: mark for name, mark in newest.items() if mark.verdict != "unmarked"}


def carry_marks(old: Path, new: Path) -> None:
    """Take the marks of a store over to the one that took its place."""
    if (old / NAME).is_file():
        _append(new, (old / NAME).read_bytes())


def _append(folder: Path, lines: bytes) -> None:
    """In one call, so that lines of two readers never mix; each begins its line, should the last be cut."""
    for _ in range(_PATIENCE):
        try:
            descriptor = os.open(folder / NAME, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        except FileNotFoundError:
            time.sleep(0.05)
            continue
        except OSError as error:
            raise StoreError(f"{folder / NAME}: the mark can't be kept ({error}). Make the folder writable.") from error
        with os.fdopen(descriptor, "ab", buffering=0) as stream:
            if stream.write(lines) == len(lines):
                return
            raise StoreError(f"{folder / NAME}: the mark can't be kept, the disk is full. Free some space.")
    raise StoreError(f"{folder}: the mark can't be kept, the store's folder is gone. Open the store again.")


def _mark(line: str) -> Mark | None:
    try:
        mark = Mark(**json.loads(line))
    except (ValueError, TypeError):
        return None
    known = isinstance(mark.relation_id, str) and isinstance(mark.marked_at, str) and mark.verdict in _VERDICTS
    return mark if known else None
