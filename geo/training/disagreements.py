"""Where a reader and the labels of a passage disagree most surely: there one of the two is wrong.

    python -m geo.training.disagreements FOLDER… [--reader FOLDER_OF_MODEL] > disagreements.jsonl

Best with a reader that hasn't learned from these passages; one that has, and still disagrees, is worth a look too
(Northcutt et al. 2021, confident learning). What turns out to be a wrong label is mended in
`data/training/corrections.csv`, with the reason.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.relations.layout import lay_out
from geo.relations.reader import Reader, load_reader
from geo.resources import DATA
from geo.training.examples import Example, marked
from geo.training.passages import passages

_SURE = 0.9  # probability from which the reader says a relation that no label tells
_DENIED = 0.1  # probability up to which it denies one that a sure label tells


def disagreements(reader: Reader, example: Example) -> Iterator[dict[str, Any]]:
    """Every directed pair that reader and labels see differently: source, target, label, and what the reader says."""
    said = reader.read(lay_out(reader.tokens(example.text), example.mentions))
    told = {(t.source, t.target): t for t in example.told}
    for actors, judgement in said.items():
        label = told.get(actors)
        wrong = judgement.confidence <= _DENIED if label and not label.doubtful else judgement.confidence >= _SURE
        if wrong and not (label and label.doubtful):
            event_type, status, _ = next(judgement.acts())
            yield {
                "source": actors[0], "target": actors[1],
                "label": label and f"{label.event_type} {label.status}",
                "reader": f"{event_type.name} {status}", "confidence": judgement.confidence,
            }


def main() -> None:
    """Prints one line for each passage with a disagreement, the surest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--reader", type=Path, default=DATA)
    given = parser.parse_args()
    reader = load_reader(given.reader)
    for folder in given.folders:
        for passage in passages(folder):
            if found := list(disagreements(reader, marked(passage))):
                print(json.dumps({"id": passage["id"], "text": passage["text"], "disagreements": found}))


if __name__ == "__main__":
    main()
