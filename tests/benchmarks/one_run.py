"""One tool over one file of articles, in a process of its own: `python one_run.py TOOL FILE`.

FILE holds JSON Lines with `text` and perhaps `title`. Prints one JSON object: `start` (seconds from before the import
to after the first text), `memory` (the most that the process held until then, MB), `seconds` (over all articles
thereafter), `articles`, and `megabytes` of UTF-8. Seconds are those in which the process itself computed. Needs nothing
but Python and the tool, so that each tool can live in its own environment.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Geocode = Callable[[str], object]
FIRST = "In Paris, France, the Kenyan minister spoke on the army of the two countries."


def entente() -> Geocode:
    from geo.articles.article import Article
    from geo.mentions import find_mentions

    # Told to be English, as the peers take everything for; to guess the language costs some tens of microseconds.
    return lambda text: find_mentions(Article("text", text, language="en"))


def geotext() -> Geocode:
    from geotext import GeoText

    return GeoText


def flashgeotext() -> Geocode:
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.remove()
    return GeoText().extract


TOOLS: dict[str, Callable[[], Geocode]] = {tool.__name__: tool for tool in (entente, geotext, flashgeotext)}


def main(tool: str, path: str) -> None:
    if hasattr(os, "sched_setaffinity"):  # one core, the same for all
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    begun = time.process_time()
    geocode = TOOLS[tool]()
    geocode(FIRST)
    start, memory = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    texts = [_content(json.loads(line)) for line in Path(path).read_text(encoding="utf-8").split("\n") if line]
    _seconds(geocode, texts[::10])  # to warm up
    seconds = _seconds(geocode, texts)
    megabytes = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    measured = {"start": start, "memory": memory, "seconds": seconds, "articles": len(texts), "megabytes": megabytes}
    print(json.dumps(measured))  # noqa: T201


def _content(article: dict[str, str | None]) -> str:
    return f"{article['title']}\n\n{article['text']}" if article.get("title") else article["text"] or ""


def _seconds(geocode: Geocode, texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        geocode(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
