"""How fast relations are read, and what each step of it costs, beside the reader run on single sentences.

`make bench ARTICLES="a.jsonl b.jsonl"` measures on your own articles (else on those in `seeds/`) and writes its part of
`RESULTS.md`. One core; seconds are those in which the process itself computed.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from results import ROOT, write_part

from geo.articles import Article, read_articles
from geo.mentions import find_mentions
from geo.mentions.mention import Mention
from geo.relations import read_relations
from geo.relations.layout import lay_out, mark
from geo.relations.reader import load_reader
from geo.relations.sentences import paragraphs
from geo.resources import DATA

T = TypeVar("T")

TITLE = "How fast relations are read"
TABLE = """
## {name} ({articles:,} articles of {length:,.0f} characters, {sentences:,} sentences)

The whole: {articles_a_second:.1f} articles/s, {sentences_a_second:,.0f} sentences/s. The reader run once on every
sentence that names two actors, each for itself, with the mentions given: {every:.1f} articles/s.

| step | ms an article | share |
|---|---|---|
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the reader of relations; write its part of RESULTS.md.")
    parser.add_argument("--articles", nargs="*", type=Path, default=[], help="JSON Lines with 'text' (and 'title')")
    files = parser.parse_args().articles or [ROOT / "seeds"]
    load_reader(DATA)
    text = "".join(_table(file, [a for a in read_articles([file]) if isinstance(a, Article)]) for file in files)
    write_part(TITLE, text)
    print(text)  # noqa: T201


def _table(file: Path, articles: Sequence[Article]) -> str:
    reader = load_reader(DATA)
    read_relations([(articles[0], find_mentions(articles[0]))])  # what is loaded once isn't counted
    mentions, finding = _timed(lambda: [find_mentions(article) for article in articles])
    pairs = list(zip(articles, mentions, strict=True))
    texts, splitting = _timed(lambda: [paragraphs(*pair) for pair in pairs])
    _, cutting = _timed(lambda: [reader.tokens(article.content) for article in articles])
    _, whole = _timed(lambda: read_relations(pairs))
    _, every = _timed(lambda: [_every_sentence(*pair) for pair in pairs])
    number, sentences = len(articles), sum(len(part.sentences) for text in texts for part in text)
    steps = {
        "mentions": finding, "sentences": splitting, "word pieces": cutting,
        "reading twice, dates": whole - splitting - cutting,
    }
    total = finding + whole
    head = TABLE.format(
        name=file.stem, articles=number, length=sum(len(a.content) for a in articles) / number, sentences=sentences,
        articles_a_second=number / total, sentences_a_second=sentences / total, every=number / every,
    )
    rows = (f"| {name} | {1000 * cost / number:.1f} | {cost / total:.0%} |\n" for name, cost in steps.items())
    return head + "".join(rows)


def _every_sentence(article: Article, mentions: Sequence[Mention]) -> None:
    """Reads each sentence with two actors for itself, once."""
    reader, marked = load_reader(DATA), mark(mentions)
    tokens = reader.tokens(article.content)
    for paragraph in paragraphs(article, mentions):
        for start, end in paragraph.sentences:
            inside = [m for m in marked if start <= m.start and m.end <= end]
            reader.read(lay_out(tokens.within(start, end), inside))


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    return work(), time.process_time() - begun


if __name__ == "__main__":
    main()
