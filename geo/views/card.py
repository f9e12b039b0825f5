"""Paragraphs of `data/README.md`, the card of tables and model: figures stand there, and nowhere else."""

import re
from functools import lru_cache

from geo.resources import DATA


@lru_cache(maxsize=1)
def card() -> str:
    """The whole card, as Markdown."""
    return (DATA / "README.md").read_text(encoding="utf-8")


def paragraphs(lead: str) -> str:
    """What the card says under a lead that stands in bold type, the tables after it too, as Markdown.

    Raises:
        KeyError: the card has no such lead.
    """
    found = re.search(rf"^\*\*{re.escape(lead)}\*\*\s*(.*?)(?=^\*\*|^#|\Z)", card(), re.MULTILINE | re.DOTALL)
    if not found:
        raise KeyError(lead)
    return found[1].strip()
