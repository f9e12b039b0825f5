"""Our labels of texts that are not ours: a passage without its text, on one line of JSON.

    python -m geo.training.labels news_items.jsonl > data/training/labels/news_items.jsonl

    {"id": "…", "date": "2013-10-30", "length": 165, "sha256": "2f1d…",
     "mentions": ["0-9 MNG demonym", "49-60 PRK name"],
     "relations": ["0 MNG > 1 PRK CONSULT diplomatic asserted? 42-48"]}

A mention has its span of characters, its actors joined by `+`, and its kind. A relation has the number
of a mention (from 0) and one of its actors at each end, its labels as in `written.py`, and the span of the trigger.
`geo.training.texts` finds the text again by date, length and the beginning of its SHA-256.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_DIGITS = 16  # of the hash: enough among the few texts of a day
_MENTION = re.compile(r"(\d+)-(\d+) (\S+) (\w+)")
_RELATION = re.compile(r"(\d+) (\S+) > (\d+) (\S+) (\w+) (\w+) (\w+)(\??) (\d+)-(\d+)")


def digest(text: str) -> str:
    """What a text is known by: the beginning of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def label(passage: Row) -> Row:
    """A passage (as `geo.training.passages` gives it) without its words."""
    known = {"id": passage["id"], "date": passage["date"]}
    text = {"length": len(passage["text"]), "sha256": digest(passage["text"])}
    mentions = [f"{m['start']}-{m['end']} {'+'.join(m['codes'])} {m['kind']}" for m in passage["mentions"]]
    return known | text | {"mentions": mentions, "relations": [_line(r) for r in passage["relations"]]}


def _line(relation: Row) -> str:
    ends = " > ".join(f"{relation[f'{end}_mention']} {relation[end]}" for end in ("source", "target"))
    labels = f"{relation['event_type']} {relation['context']} {relation['status']}{'?' * relation['doubtful']}"
    return f"{ends} {labels} {relation['trigger'][0]}-{relation['trigger'][1]}"


def labelled(line: Row, text: str) -> Row:
    """A text with its labels: the passage again.

    Raises:
        ValueError: a mention or relation doesn't have the form that the head of this file shows; says which.
    """
    mentions = [_mention(written, text) for written in line["mentions"]]
    relations = [_relation(written) for written in line["relations"]]
    return {"id": line["id"], "date": line["date"], "text": text, "mentions": mentions, "relations": relations}


def _mention(written: str, text: str) -> Row:
    start, end, codes, kind = _parts(_MENTION, written)
    span = slice(int(start), int(end))
    return {"start": span.start, "end": span.stop, "text": text[span], "codes": codes.split("+"), "kind": kind}


def _relation(written: str) -> Row:
    one, source, other, target, event_type, context, status, doubtful, start, end = _parts(_RELATION, written)
    return {
        "source": source, "target": target, "source_mention": int(one), "target_mention": int(other),
        "event_type": event_type, "context": context, "status": status, "doubtful": bool(doubtful),
        "trigger": [int(start), int(end)],
    }  # fmt: skip


def _parts(form: re.Pattern[str], written: str) -> tuple[str, ...]:
    if not (match := form.fullmatch(written)):
        raise ValueError(f"{written!r} has not the form of a label: {form.pattern}")
    return match.groups()


def main() -> None:
    """Prints the labels of a file of passages, sorted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path)
    with parser.parse_args().passages.open(encoding="utf-8") as stream:
        labels = [label(json.loads(line)) for line in stream]
    for row in sorted(labels, key=lambda row: (row["id"], row["sha256"])):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
