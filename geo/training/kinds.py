"""Measures the geocoder by kind of mention, on the fifth of the annotated passages that nothing is fitted on.

    python -m geo.training.kinds FOLDER_OF_PASSAGES

Found: annotated mentions whose countries all are among those of the mentions that overlap them. Right: mentions that
overlap an annotated one of their country. Annotators mark anaphors only where a relation ends in them, so that a right
anaphor can count as wrong here.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geo.mentions import KINDS, Mention, find_mentions
from geo.training.examples import SUCCESSORS
from geo.training.passages import as_article, held_out, passages


def overlap(mention: Mention, marked: dict[str, Any]) -> bool:
    """Whether a mention and an annotated one share a character."""
    return bool(mention.start < marked["end"] and marked["start"] < mention.end)


def codes(marked: dict[str, Any]) -> set[str]:
    """The countries of an annotated mention, former states as their successors."""
    return {SUCCESSORS.get(code, code) for code in marked["codes"]}


def measure(folder: Iterable[dict[str, Any]]) -> str:
    """The table: for each kind what is annotated and found of it, what is said and right."""
    annotated, found, said, right = (Counter[str]() for _ in range(4))
    for passage in folder:
        mentions = find_mentions(as_article(passage))
        for marked in passage["mentions"]:
            over = {m.country for m in mentions if overlap(m, marked)}
            annotated[marked["kind"]] += 1
            found[marked["kind"]] += codes(marked) <= over
        for mention in mentions:
            said[mention.kind] += 1
            right[mention.kind] += any(
                mention.country in codes(marked) for marked in passage["mentions"] if overlap(mention, marked)
            )
    lines = ["| kind | annotated | found | said | right |", "|---|---|---|---|---|"]
    for kind in KINDS:
        recall, precision = found[kind] / max(1, annotated[kind]), right[kind] / max(1, said[kind])
        lines.append(f"| {kind} | {annotated[kind]} | {recall:.2f} | {said[kind]} | {precision:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    print(measure(p for p in passages(parser.parse_args().folder) if held_out(p["id"])))


if __name__ == "__main__":
    main()
