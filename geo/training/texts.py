"""Lays the texts that are not ours beside our labels of them.

    python -m geo.training.texts FOLDER [--news CLONE] [--wikinews CLONE]

Fetches two public repositories at the commits that the labels were made on, finds every labelled passage in them by its
date, length and hash, and writes `news_items.jsonl` and `wikinews_2020.jsonl` into the folder, as
`geo.training.passages` reads them. What isn't found is named in `missing.csv` there. A repository that is on the disk
already may be given instead of its address; git fetches the same commit from it.
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from geo.errors import ArticleError
from geo.resources import DATA
from geo.training.labels import digest, labelled

Row = dict[str, Any]
Text = tuple[str, str]  # an ISO date and what was written then
LABELS = DATA / "training" / "labels"


def daily_items(folder: Path, dates: Collection[str]) -> Iterator[Text]:
    """The news items of some days: what stands in a YAML file called like the day, however deep."""
    for path in sorted(folder.rglob("*.yaml")):
        if path.stem in dates:
            day = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
            yield from ((path.stem, text) for text in _strings(day))


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _strings(inner)


def wikinews_articles(folder: Path, dates: Collection[str]) -> Iterator[Text]:
    """The articles of some days, from the table of 2020."""
    table = pd.read_csv(folder / "data" / "wikinews_2020.csv", dtype=str, keep_default_na=False)
    yield from table.loc[table["date"].isin(dates), ["date", "text"]].itertuples(index=False, name=None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where labelled texts come from.

    Attributes:
        name: of the files with the labels and with the passages.
        repository: an address or a folder that git can fetch from.
        commit: the one that the labels were made on.
        origin: whose the texts are, and under which licence; written beside each.
        texts: reads the texts of some dates from the files of that commit.
    """

    name: str
    repository: str
    commit: str
    origin: str
    texts: Callable[[Path, Collection[str]], Iterator[Text]]


NEWS = Source(
    "news_items",
    "https://github.com/ianrastall/current-events-context",
    "4ff6f7d243c81c1df4a919fb4280d9d7e9559bd8",
    "Wikipedia, Current events portal, CC BY-SA 4.0",
    daily_items,
)
WIKINEWS = Source(
    "wikinews_2020",
    "https://github.com/vanatteveldt/wikinews",
    "347254178bf343f3801aac1d03c41cc09c35decb",
    "Wikinews, CC BY 2.5",
    wikinews_articles,
)


def lay_down(source: Source, folder: Path, labels: Path = LABELS) -> tuple[int, list[Row]]:
    """Writes the passages of one source into a folder.

    Args:
        source: where the texts are.
        folder: gets `{name}.jsonl`.
        labels: the folder of the labels.

    Returns:
        How many were found, and the labels of those that were not.

    Raises:
        ArticleError: the commit can't be fetched; names the repository and says what to do.
    """
    lines = [json.loads(line) for line in (labels / f"{source.name}.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as files:
        fetch(source, Path(files))
        texts = defaultdict(list)
        for date, content in source.texts(Path(files), {line["date"] for line in lines}):
            texts[date].append(" ".join(content.split()))
    found = [(line, stretch(texts[line["date"]], line["length"], line["sha256"])) for line in lines]
    with (folder / f"{source.name}.jsonl").open("w", encoding="utf-8") as stream:
        for line, text in found:
            if text:
                stream.write(json.dumps(labelled(line, text) | {"origin": source.origin}, ensure_ascii=False) + "\n")
    return sum(text is not None for _, text in found), [line for line, text in found if text is None]


def fetch(source: Source, folder: Path) -> None:
    """Puts the files of a source's commit into an empty folder, without the history before it."""
    for command in (
        ["init", "--quiet"],
        ["fetch", "--quiet", "--depth", "1", source.repository, source.commit],
        ["checkout", "--quiet", source.commit],
    ):
        done = subprocess.run(  # noqa: S603
            ["git", "-C", folder, *command],  # noqa: S607
            capture_output=True, text=True, check=False, env=os.environ | {"GIT_TERMINAL_PROMPT": "0"},
        )  # fmt: skip
        if done.returncode:
            why = done.stderr.strip().rpartition("\n")[2]
            raise ArticleError(
                f"{source.repository}: commit {source.commit} can't be fetched ({why}). Look whether the network is "
                "there, or give the folder of a clone that holds this commit."
            )


def stretch(texts: Sequence[str], length: int, sha256: str) -> str | None:
    """The part of some texts that begins with a word and has this length and hash.

    A passage is a whole item without the notes on its sources behind it, or a few sentences of an article.
    """
    for text in texts:
        for start in (0, *(space.end() for space in re.finditer(" ", text))):
            part = text[start : start + length]
            if len(part) == length and digest(part) == sha256:
                return part
    return None


def main() -> None:
    """Writes both files of passages, says how many were found, and names the others in `missing.csv`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--news", default=NEWS.repository, help="a clone of %(default)s")
    parser.add_argument("--wikinews", default=WIKINEWS.repository, help="a clone of %(default)s")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    sources = [replace(NEWS, repository=given.news), replace(WIKINEWS, repository=given.wikinews)]
    try:
        missing = [row for source in sources for row in _missing(source, given.folder)]
    except ArticleError as error:
        sys.exit(str(error))
    with (given.folder / "missing.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("file", "id", "date", "sha256"), *missing])


def _missing(source: Source, folder: Path) -> list[tuple[str, ...]]:
    """Lays one source down, prints the counts, and gives what wasn't found as rows of the table."""
    found, missing = lay_down(source, folder)
    print(f"{source.name}: {found} passages found, {len(missing)} missing", flush=True)
    return [(source.name, line["id"], line["date"], line["sha256"]) for line in missing]


if __name__ == "__main__":
    main()
