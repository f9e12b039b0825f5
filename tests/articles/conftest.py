"""What the tests of the readers share."""

from pathlib import Path

import pytest

from geo.articles import Article, read_articles
from geo.errors import ArticleError


@pytest.fixture
def read(tmp_path: Path):
    """Write a file, read it, and give the articles and errors that come out of it."""

    def read(name: str, content: str | bytes) -> list[Article | ArticleError]:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_articles([file]))

    return read
