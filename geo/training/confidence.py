"""Fits `data/confidence.csv`: how sure a relation is, given what both readings say.

    python -m geo.training.confidence FOLDER… [--all]

On the texts that were held out when the reader was trained (a twentieth), with the geocoder's own mentions, as the
product reads. Doubtful labels say nothing. Prints how often relations of each confidence are right, on a half of the
texts that the weights were not fitted on. With `--all` nothing is written, and every text of the folders is read: for
texts that the reader has never seen.
"""

import argparse
import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geo.mentions import find_mentions
from geo.relations.confidence import FEATURES
from geo.relations.read import both_readings, signs
from geo.relations.reader import load_reader
from geo.relations.relation import STATUSES
from geo.relations.sentences import paragraphs
from geo.resources import DATA
from geo.training.doubts import fit, reliability
from geo.training.examples import marked
from geo.training.passages import ONE_IN, as_article, held_out, passages

Array = npt.NDArray[np.float64]
Seen = tuple[float, ...]

_PENALTY = 0.1


def said(passage: dict[str, Any]) -> Iterator[tuple[Seen, bool]]:
    """Features of each directed pair of a passage that a reading tells as done or to come, and whether it is right."""
    article = as_article(passage)
    told = marked(passage).told
    sure = {(t.source, t.target) for t in told if not t.doubtful and t.status in STATUSES[:2]}
    doubtful = {(t.source, t.target) for t in told} - sure
    best: dict[tuple[str, str], Seen] = {}
    mentions = find_mentions(article)
    texts = paragraphs(article, mentions)
    for window, first, second in both_readings(load_reader(DATA), article, mentions, texts):
        if any(status in STATUSES[:2] for _, status, _ in first.averaged(second).acts()):
            seen = signs(article, window, first, second).values
            best[first.actors] = max(seen, best.get(first.actors, seen), key=sum)
    for actors, seen in best.items():
        if actors not in doubtful:
            yield seen, actors in sure


def main() -> None:
    """Fits, prints the figures, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    read = (p for folder in given.folders for p in passages(folder) if given.all or held_out(p["id"], ONE_IN))
    parts: dict[bool, list[tuple[Seen, bool]]] = {False: [], True: []}
    for passage in read:
        parts[hashlib.sha256(passage["text"].encode()).digest()[1] % 2 == 0] += said(passage)
    chances, rights = [], []
    for fitted in (False, True):
        weights = _fitted(parts[fitted])
        table, right = _arrays(parts[not fitted])
        chances.append(1 / (1 + np.exp(-table @ weights)))
        rights.append(right)
    print(reliability(np.concatenate(chances), np.concatenate(rights)))
    weights = _fitted([*parts[False], *parts[True]])
    print(dict(zip(FEATURES, weights.round(3).tolist(), strict=True)))
    if not given.all:
        with (DATA / "confidence.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([("feature", "weight"), *zip(FEATURES, weights.round(3).tolist(), strict=True)])


def _fitted(pairs: list[tuple[Seen, bool]]) -> Array:
    table, right = _arrays(pairs)
    return fit(table, right, np.zeros(len(FEATURES)), np.full(len(FEATURES), _PENALTY))


def _arrays(pairs: list[tuple[Seen, bool]]) -> tuple[Array, Array]:
    return np.array([features for features, _ in pairs]), np.array([right for _, right in pairs], float)


if __name__ == "__main__":
    main()
