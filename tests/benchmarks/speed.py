"""How fast the geocoder reads, beside geotext and flashgeotext in the same run.

`make bench ARTICLES="a.jsonl b.jsonl"` measures on your own articles, and writes its part of `RESULTS.md`
beside this file.

Every round runs each tool once in a fresh process on one core; what is written is the median of the rounds, and the
ratio to a peer the median of the rounds' ratios, since other work on the machine slows all tools of a round alike.
Without ARTICLES the texts of `seeds/` are read over and over, which says less: a few hundred sentences fit any cache.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from results import ROOT, write_part

HERE = Path(__file__).parent
TOOLS = ("entente", "geotext", "flashgeotext")
SEED_CHARACTERS = 500_000

Run = dict[str, float]
TITLE = "How fast the geocoder reads"
HEAD = """\
Medians of {rounds} rounds; one core, and a fresh process for each tool and round. Seconds are those in which the
process itself computed, so that other work on the machine counts little. Start: import, tables and the first text.
Memory: the most that the process held until then. What is compared is not the same work: the peers look names up, each
with one fixed meaning, and geotext, a single regular expression over words in capitals, gives no positions either.
"""
TABLE = """
## {name} ({articles:,} articles, {megabytes:.2f} MB)

| | articles/s | MB/s | times geotext | times flashgeotext | start, s | memory, MB |
|---|---|---|---|---|---|---|
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the geocoder beside its peers; write RESULTS.md.")
    parser.add_argument("--peers", required=True, help="the Python of the environment that holds the peers")
    parser.add_argument("--articles", nargs="*", type=Path, default=[], help="JSON Lines with 'text' (and 'title')")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = arguments.articles or [_seeds(Path(folder) / "seeds.jsonl")]
        tables = [_table(file, _rounds(file, arguments)) for file in files]
    results = HEAD.format(rounds=arguments.rounds) + "".join(tables)
    write_part(TITLE, results)
    print(results)  # noqa: T201


def _seeds(path: Path) -> Path:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").rglob("*.txt"))]
    times = 1 + SEED_CHARACTERS // sum(map(len, texts))
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts * times), encoding="utf-8")
    return path


def _rounds(file: Path, arguments: argparse.Namespace) -> list[dict[str, Run]]:
    python = {tool: sys.executable if tool == "entente" else arguments.peers for tool in TOOLS}
    return [{tool: _run(python[tool], tool, file) for tool in TOOLS} for _ in range(arguments.rounds)]


def _run(python: str, tool: str, file: Path) -> Run:
    command = [python, HERE / "one_run.py", tool, file]
    done = subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    return json.loads(done.stdout)


def _table(file: Path, rounds: list[dict[str, Run]]) -> str:
    first = rounds[0]["entente"]
    lines = [_line(tool, rounds) for tool in TOOLS]
    return TABLE.format(name=file.stem, articles=first["articles"], megabytes=first["megabytes"]) + "".join(lines)


def _line(tool: str, rounds: list[dict[str, Run]]) -> str:
    runs = [found[tool] for found in rounds]
    seconds = median(run["seconds"] for run in runs)
    peers = (median(found[peer]["seconds"] / found[tool]["seconds"] for found in rounds) for peer in TOOLS[1:])
    times = " | ".join(f"{ratio:.2f}" for ratio in peers)
    start, memory = median(run["start"] for run in runs), median(run["memory"] for run in runs)
    speed = f"{runs[0]['articles'] / seconds:,.0f} | {runs[0]['megabytes'] / seconds:.1f}"
    return f"| {tool} | {speed} | {times} | {start:.2f} | {memory:.0f} |\n"


if __name__ == "__main__":
    main()
