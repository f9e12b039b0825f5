"""How fast the dashboard answers: on the demonstration, and on a store of a million made-up relations.

`make bench` writes its part of `RESULTS.md` beside this file. `--store` keeps the made-up store for the next time.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from made_up import RELATIONS, made_up_store
from results import ROOT, write_part

from geo.store import Store, default_store, open_store

HERE = Path(__file__).parent
TITLE = "How fast the dashboard answers"
TEXT = """\
Chromium on software GL and the server share this machine; a graphics card draws sooner. Twenty changes of the filters
by actor, kind, subject, status, number, confidence and time, each by its address (`changes.py`). What the server
computes is the time of its own process, in Python and DuckDB on all threads together, so that other work on the machine
counts little; seconds in the browser are the clock's, and at the time {load} other processes wanted to run.

| | {names} |
|---|{bars}
{rows}
"""
ROWS = {
    "relations, articles": lambda store, _server, _seen: " ".join(
        f"{store.manifest.counts[table]:,}" for table in ("relations", "articles")
    ),
    "first arcs on screen, server just started, s": lambda _store, _server, seen: f"{seen['first']:.1f}",
    "first arcs on screen, next visitor, s": lambda _store, _server, seen: f"{seen['second']:.1f}",
    "filter change to new arcs, median of 20, s": lambda _store, _server, seen: f"{median(seen['changes']):.2f}",
    "server computes for a filter change, median of 20, ms": lambda _store, server, _seen: (
        f"{1000 * median(server['changes']):.0f}"
    ),
    "of these, the slowest, ms": lambda _store, server, _seen: f"{1000 * max(server['changes']):.0f}",
    "bytes on the wire for a filter change, median (most), kB": lambda _store, _server, seen: _kilobytes(seen["sent"]),
    "the same before compression, kB": lambda _store, _server, seen: _kilobytes(seen["unpacked"]),
    "arcs drawn after a change, median": lambda _store, _server, seen: f"{median(seen['arcs']):.0f}",
    "memory of the server at its most, MB": lambda _store, _server, seen: f"{seen['memory']:.0f}",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the dashboard; write its part of RESULTS.md.")
    parser.add_argument("--relations", type=int, default=RELATIONS)
    parser.add_argument("--store", type=Path, help="where the made-up store is, or is to be kept")
    arguments = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("The dashboard is measured in Chromium: apt-get install chromium.")
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.store or Path(folder) / "made-up"
        made_up = open_store(place) if place.exists() else made_up_store(place, arguments.relations)
        measured = {name: _measured(store, chromium) for name, store in (
            ("the demonstration", default_store()), ("made up", made_up),
        )}
    text = _text(measured)
    write_part(TITLE, text)
    print(text)  # noqa: T201


def _measured(store: Store, chromium: str) -> tuple[Store, dict, dict]:
    return store, _run("one_server_run.py", store.folder), _run("one_browser_run.py", store.folder, chromium)


def _run(script: str, *values: object) -> dict:
    path = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "browser")))
    command = [sys.executable, HERE / script, *map(str, values)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path})
    return json.loads(done.stdout.splitlines()[-1])


def _text(measured: dict[str, tuple[Store, dict, dict]]) -> str:
    rows = [f"| {name} | {' | '.join(say(*known) for known in measured.values())} |" for name, say in ROWS.items()]
    return TEXT.format(
        load=round(os.getloadavg()[2]), names=" | ".join(measured), bars="---|" * len(measured), rows="\n".join(rows),
    )


def _kilobytes(sizes: list[int]) -> str:
    return f"{median(sizes) / 1000:.0f} ({max(sizes) / 1000:.0f})"


if __name__ == "__main__":
    main()
