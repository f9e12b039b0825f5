"""Passages written for the project: text files that people write by hand, and what they hold.

    python -m geo.training.written FILE…    checks files and counts what they hold

A file holds blocks with a blank line between; a line that begins with `#` is a comment. A block is the text, one line
for each paragraph, with its mentions marked, and then what it tells, one relation a line, or `none`:

    [Kenya|KEN] and [Somalia|SOM] agreed to open their border; [both sides|KEN+SOM anaphor] thanked [Doha|QAT capital].
    KEN <> SOM AGREE diplomatic asserted "agreed"
    KEN+SOM > QAT SUPPORT diplomatic asserted "thanked"

`+` joins several actors, `<>` says both directions, `?` behind the status marks a label that another careful reader
might leave out, and a number behind the trigger says which of several equal ones is meant. An actor acts in the mention
nearest to the trigger; `KEN#2` says that it is its second mention. What is marked, and how: `data/training/GUIDE.md`.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geo.errors import ArticleError
from geo.gazetteer.actors import actors
from geo.mentions.mention import KINDS
from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES

Row = dict[str, Any]

_MARKED = re.compile(r"\[([^\[\]|]+)\|([^\s\[\]|]+)(?: (\w+))?\]")
_RELATION = re.compile(r'(\S+) (<?>) (\S+) (\w+) (\w+) (\w+)(\??) "(.+)"(\d*)')
_NONE = "none"


def written(path: Path) -> list[Row]:
    """The passages of one file.

    Returns:
        id (the file's name and the block's number), date (None), text (paragraphs with a blank line between), mentions
        (start, end, text, codes, kind) and relations (source, target, source_mention, target_mention, event_type,
        context, status, doubtful, trigger), like the annotated sets of news.

    Raises:
        ArticleError: names the file, the line, and what to write there.
    """
    rows, errors = checked(path)
    if errors:
        raise ArticleError(errors[0])
    return rows


def checked(path: Path) -> tuple[list[Row], list[str]]:
    """The passages of one file, as `written` gives them, and a sentence for each block that has an error."""
    rows, errors = [], []
    for number, block in enumerate(_blocks(path.read_text(encoding="utf-8").split("\n"))):
        try:
            rows.append(_passage(f"{path.stem}-{number:03}", [line for _, line in block]))
        except ValueError as error:
            errors.append(f"{path}: block at line {block[0][0]}: {error}")
    return rows, errors


def _blocks(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Runs of numbered lines between blank ones; a block of comments alone is none."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip() and not line.startswith("#"):
            block.append((number, line.strip()))
        elif not line.strip() and block:
            yield block
            block = []


def _passage(name: str, lines: Sequence[str]) -> Row:
    found = [(line, _RELATION.fullmatch(line)) for line in lines]
    paragraphs = [line for line, match in found if not match and line != _NONE]
    told = [match for _, match in found if match]
    if bool(told) == (_NONE in lines):
        raise ValueError(f"write what it tells, one relation a line, or '{_NONE}'.")
    if not paragraphs or paragraphs != list(lines[: len(paragraphs)]):
        raise ValueError('text lines come first, relations after them: KEN > SOM AID military asserted "sent".')
    text, mentions = _marked("\n\n".join(paragraphs))
    relations = [row for match in told for row in _relations(match, text, mentions)]
    return {"id": name, "date": None, "text": text, "mentions": mentions, "relations": relations}


def _marked(written_text: str) -> tuple[str, list[Row]]:
    """The text without its marks, and the mentions that they stood around."""
    text, last, mentions = "", 0, []
    for match in _MARKED.finditer(written_text):
        surface, codes, kind = match.groups()
        text += written_text[last : match.start()]
        mentions.append({
            "start": len(text), "end": len(text) + len(surface), "text": surface, "codes": _codes(codes),
            "kind": one_of(kind or "name", KINDS, "kind of mention"),
        })
        text += surface
        last = match.end()
    text += written_text[last:]
    if stray := re.search(r".{,20}[\[\]|].{,20}", text):
        raise ValueError(f"{stray[0]!r}: a mention is marked like [Kenya|KEN] or [it|KEN anaphor].")
    return text, mentions


def _relations(match: re.Match[str], text: str, mentions: Sequence[Row]) -> Iterator[Row]:
    sources, arrow, targets, event_type, context, status, doubtful, words, which = match.groups()
    start = place_of(text, words, int(which or 1))
    labels = {
        "event_type": one_of(event_type, EVENT_TYPES, "event type"),
        "context": one_of(context, CONTEXTS, "context"),
        "status": one_of(status, STATUSES, "status"),
        "doubtful": bool(doubtful), "trigger": [start, start + len(words)],
    }
    ends = [(one, other) for one in _ends(sources) for other in _ends(targets) if one[0] != other[0]]
    for pair in [*ends, *((b, a) for a, b in ends if arrow == "<>")]:
        (source, target), at = [code for code, _ in pair], [mention_of(text, mentions, end, start) for end in pair]
        yield {"source": source, "target": target, "source_mention": at[0], "target_mention": at[1]} | labels


def _ends(joined: str) -> list[tuple[str, int]]:
    """Actors at an end of a relation, each with the number of its mention; 0: the nearest."""
    parts = [part.partition("#") for part in joined.split("+")]
    _codes("+".join(code for code, _, _ in parts))
    for code, mark, number in parts:
        if mark and not (number.isdecimal() and int(number)):
            raise ValueError(f"{code}#{number}: write {code}#2 for the second mention of {code}.")
    return [(code, int(number or 0)) for code, _, number in parts]


def _codes(joined: str) -> list[str]:
    codes = joined.split("+")
    unknown = [code for code in codes if code not in actors()]
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: no country or organisation has this code.")
    return codes


def one_of(value: str, known: Sequence[str] | dict[str, Any], what: str) -> str:
    """The value, if it is one of those known; else a ValueError that names them."""
    if value not in known:
        raise ValueError(f"{value!r} is no {what}: use one of {', '.join(known)}.")
    return value


def place_of(text: str, words: str, which: int) -> int:
    """Where words stand for the first, second, … time, not inside of others; a ValueError if they don't."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if which > len(found):
        raise ValueError(f"the trigger {words!r} stands {len(found)} times in the text, not {which}.")
    return found[which - 1]


def mention_of(text: str, mentions: Sequence[Row], end: tuple[str, int], place: int) -> int:
    """The mention of an actor that is meant, by its number among all: the one named, or else the nearest."""
    code, number = end
    own = [n for n, mention in enumerate(mentions) if code in mention["codes"]]
    if not own:
        raise ValueError(f"{code} acts, but no mention of it is marked.")
    if number > len(own):
        raise ValueError(f"{code}#{number}: {code} is marked {len(own)} times.")
    return own[number - 1] if number else _nearest(text, mentions, own, place)


def _nearest(text: str, mentions: Sequence[Row], own: Sequence[int], place: int) -> int:
    """Of some mentions the one nearest to a place, in its paragraph if there is one."""
    first = text.rfind("\n", 0, place)
    last = text.find("\n", place) % (len(text) + 1)
    starts = {number: mentions[number]["start"] for number in own}
    return min(own, key=lambda number: (not first < starts[number] < last, abs(starts[number] - place)))


def main() -> None:
    """Checks files and counts what they hold; exits with 1 where one has an error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    failed = False
    for path in parser.parse_args().files:
        rows, errors = checked(path)
        print(*errors, sep="\n", end="\n" if errors else "", file=sys.stderr)
        failed |= bool(errors)
        statuses = Counter(relation["status"] for row in rows for relation in row["relations"])
        empty = sum(not row["relations"] for row in rows)
        paragraphs = sum(row["text"].count("\n\n") + 1 for row in rows)
        print(f"{path.name}: {len(rows)} texts, {paragraphs} paragraphs, {empty} that tell nothing; {dict(statuses)}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
