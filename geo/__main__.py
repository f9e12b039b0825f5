"""The command line: `python -m geo`, installed as `entente`. Arguments, lines out, exit status; nothing else."""

import argparse
import datetime as dt
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from geo import __version__
from geo.articles import Article, read_articles
from geo.errors import ArticleError, EntenteError, TableError

if TYPE_CHECKING:
    from geo.gazetteer import OwnName

_FILES = """files or folders with articles: plain text (the first line may be ' date 2022-01-26 Title'), JSON Lines
(objects with id, date, title, text) or CSV (columns of these names); '-' is JSON Lines on standard input"""
_NAMES = """CSV of your own names, which add to those known or override them: columns name and country (ISO alpha-3 or
org:…; empty: the name is no mention), and where wanted kind, place, latitude and longitude"""


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments after the program's name; None for those of this process.

    Returns:
        0 when all went well, 1 when some inputs failed, each named on standard error, 2 when the file of own names
        can't be used: then nothing is read.

    Raises:
        SystemExit: with status 2 and the usage on standard error, when the arguments are wrong.
    """
    arguments = _parser().parse_args(argv)
    try:
        arguments.names = _own_names(arguments.names)
    except TableError as error:
        _tell(error)
        return 2
    articles = _Inputs(arguments.files)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # UTF-8 whatever the locale; a file name that is no text in any encoding becomes a JSON escape.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        for line in arguments.command(articles, arguments):
            print(json.dumps(line, ensure_ascii=False, default=_day), flush=True)  # noqa: T201
    except BrokenPipeError:
        # Whoever reads has had enough ('| head'): say nothing, also not when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except EntenteError as error:
        _tell(error)
        return 1
    except KeyboardInterrupt:
        return 130  # what shells give for Ctrl-C
    return 1 if articles.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("entente", description="Read in news articles who acts towards whom.")
    parser.add_argument("--version", action="version", version=f"entente {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    mentions = commands.add_parser("mentions", help="where articles speak of countries, as JSON Lines")
    mentions.set_defaults(command=_mentions)
    relations = commands.add_parser("relations", help="which countries act towards which, as JSON Lines")
    relations.add_argument(
        "--threshold", type=_share, metavar="0..1", help="how sure the reader must be (default: its own measure)"
    )
    relations.set_defaults(command=_relations)
    for command in (mentions, relations):
        command.add_argument("--names", metavar="FILE", help=_NAMES)
        command.add_argument("files", nargs="+", metavar="FILE", help=_FILES)
    return parser


def _own_names(path: str | None) -> Sequence["OwnName"]:
    from geo.gazetteer import own_names  # noqa: PLC0415 (help and wrong usage answer at once)

    return own_names(path)


def _mentions(articles: Iterable[Article], arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from geo.pipeline import read_mentions  # noqa: PLC0415 (as above)

    for article, mentions in read_mentions(articles, arguments.names):
        yield {"id": article.id, "mentions": [asdict(mention) for mention in mentions]}


def _relations(articles: Iterable[Article], arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from geo.pipeline import read_all  # noqa: PLC0415 (as above)

    passed_over = 0
    for reading in read_all(articles, arguments.threshold, names=arguments.names):
        passed_over += reading.relations is None
        yield {"id": reading.article.id, "relations": [asdict(relation) for relation in reading.relations or ()]}
    if passed_over:
        _tell(f"{passed_over} passed over for their language: relations are read from English only.")


class _Inputs:
    """The articles of a run, with a bar on the terminal; what can't be read is told and counted."""

    def __init__(self, paths: list[str]) -> None:
        self._paths = paths
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        # No bar between results that appear on the same terminal.
        quiet = sys.stdout.isatty() or not sys.stderr.isatty()
        for article in tqdm(read_articles(self._paths), unit=" articles", disable=quiet, leave=False):
            if isinstance(article, ArticleError):
                self.failed += 1
                _tell(article)
            else:
                yield article


def _tell(message: object) -> None:
    for line in str(message).splitlines():
        tqdm.write(f"entente: {line}", file=sys.stderr)


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 to 1")
    return share


def _day(value: dt.date) -> str:
    return value.isoformat()


if __name__ == "__main__":
    sys.exit(main())
