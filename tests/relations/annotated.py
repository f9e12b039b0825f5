"""Articles with mentions written where they stand: 'Police in [Lima|PER] met [both sides|ECU COL]'."""

import re

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.relations import read_relations

_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def annotated(text, title=None, date=None):
    """An article without the marks, and the mentions that they told."""
    content = f"{title}\n\n{text}" if title else text
    mentions, removed = [], 0
    for match in _MARKED.finditer(content):
        surface, codes = match.groups()
        start = match.start() - removed
        span = start, start + len(surface)
        mentions += [Mention(*span, surface, "name", code, None, None, None, 1.0) for code in codes.split()]
        removed += len(match.group()) - len(surface)
    plain = _MARKED.sub(r"\1", text)
    return Article("example", plain, title and _MARKED.sub(r"\1", title), date), mentions


def relations(text, title=None, **options):
    return read_relations([annotated(text, title)], **options)[0]


def acts(text, title=None, statuses=("asserted", "future")):
    """What is told, as {'KEN > UGA CONSULT'}."""
    found = relations(text, title)
    return {f"{one.source} > {one.target} {one.event_type}" for one in found if one.status in statuses}


def pairs(text, title=None):
    """Who acts towards whom, as {'KEN > UGA'}."""
    return {act.rsplit(" ", 1)[0] for act in acts(text, title)}
