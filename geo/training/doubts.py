"""Fits `data/doubts.csv`: how far each feature of a name speaks for its being a mention.

    python -m geo.training.doubts FOLDER_OF_PASSAGES

Logistic regression with a quadratic penalty, by Newton's method, on four fifths of the annotated passages. On the
held-out fifth it prints how often mentions of each confidence are right.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geo.gazetteer import gazetteer
from geo.mentions.doubt import features
from geo.mentions.resolve import resolve
from geo.resources import DATA
from geo.training.passages import as_article, held_out, passages

PENALTY = 1.0
RAREST = 8  # a feature seen less often says nothing
# What is known beforehand, for world news has too few people called Jordan or Charlotte to learn it from.
PRIORS = {
    "given name before a surname": -6.0,
    "surname after a first name": -2.5,
    "known after a given name": -7.0,
    "known after a title": -7.0,
    "other after a given name": -2.0,
    "a person's name elsewhere": -4.0,
    "a word that begins a sentence": -4.0,
    "a leader's surname after another's first name": -5.0,
    "an article's first words in capitals": -2.0,
    "is a word": -1.0,
    "is a surname": -0.5,
    "is a given name": -0.5,
    "city is a word": -2.5,
    "city is a surname": -1.0,
    "city is a given name": -1.0,
    "dateline": 3.0,
}
FIRM = 100.0  # how much more firmly than other weights those are held
Array = npt.NDArray[np.float64]


def examples(passage: dict[str, Any]) -> Iterator[tuple[list[str], bool]]:
    """The features of every name in a passage, and whether the annotators marked it with that country.

    Names that they marked with another country are left out: that is a wrong choice, not a doubt.
    """
    article = as_article(passage)
    choices = resolve(article.content, gazetteer().find(article.content), article.date)
    for choice, seen in zip(choices, features(article.content, choices), strict=True):
        over = [m for m in passage["mentions"] if m["start"] < choice.end and choice.start < m["end"]]
        right = any(choice.sense.country in m["codes"] for m in over)
        if right or not over:
            yield seen, right


def matrix(rows: list[list[str]], known: dict[str, int]) -> Array:
    """One row for each example, one column for each known feature."""
    table = np.zeros((len(rows), len(known)))
    for n, seen in enumerate(rows):
        table[n, [known[f] for f in seen if f in known]] = 1.0
    return table


def fit(table: Array, right: Array, prior: Array, penalty: Array, rounds: int = 12) -> Array:
    """Weights of the logistic regression, drawn towards what is known beforehand."""
    weights = prior.copy()
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + penalty * (weights - prior)
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


def reliability(chance: Array, right: Array) -> str:
    """A table: for each band of confidence, how many names, and how many of them right."""
    lines = ["confidence     names   right"]
    for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99):
        high = {0.0: 0.1, 0.1: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 0.95, 0.95: 0.99}.get(low, 1.01)
        inside = (chance >= low) & (chance < high)
        if inside.any():
            lines.append(f"{low:.2f}–{min(high, 1):.2f} {inside.sum():>8} {right[inside].mean():>7.3f}")
    return "\n".join(lines)


def main() -> None:
    """Fits, writes the table and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parts: dict[bool, list[tuple[list[str], bool]]] = {False: [], True: []}
    for passage in passages(parser.parse_args().folder):
        parts[held_out(passage["id"])] += examples(passage)
    seen = Counter(f for row, _ in parts[False] for f in row)
    kept = {f for f, times in seen.items() if times >= RAREST} | PRIORS.keys()
    known = {f: n for n, f in enumerate(sorted(kept))}
    prior = np.array([PRIORS.get(f, 0.0) for f in known])
    penalty = np.array([FIRM if f in PRIORS else 1.0 for f in known]) * PENALTY
    table = matrix([row for row, _ in parts[False]], known)
    weights = fit(table, np.array([r for _, r in parts[False]], float), prior, penalty)
    with (DATA / "doubts.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows((f, f"{weights[n]:.3f}") for f, n in known.items())
    right = np.array([r for _, r in parts[True]], float)
    chance = 1 / (1 + np.exp(-matrix([row for row, _ in parts[True]], known) @ weights))
    print(f"{len(parts[False])} names to fit on, {len(right)} held out\n{reliability(chance, right)}")


if __name__ == "__main__":
    main()
