"""Where the sentences of an article lie.

nupunkt (Punkt: Kiss and Strunk 2006, trained on news and law) finds the ends, a few rules take back those
that fall inside a name. The title is a sentence of its own, and so is what stands before a blank line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.articles.article import Article
from geo.mentions.mention import Mention

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
# Words that no sentence ends on: ranks and titles of persons, and initials.
_UNFINISHED = re.compile(
    r"\b(?:Adm|Amb|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Lt|Maj|Messrs|Mr|Mrs|Ms|Pres|Prof|Rep|Rev|Sen|Sgt|vs"
    r"|(?<!\.)[A-Z])\.\s*$"
)
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}\s*$")
# After 'the U.S.' or 'the U.N.' only these begin a sentence; anything else goes on with the name.
_OPENER = re.compile(
    r"[\"'“‘(]?(?:A|After|All|An|And|As|At|Both|But|By|For|From|He|His|However|I|If|In|It|Its|Last|Many|Meanwhile"
    r"|More|No|On|One|She|Since|Some|That|The|Their|There|These|They|This|Those|Two|We|What|When|While|With|You)\b"
)
_CONTINUED = re.compile(r"[a-z]|[-–—]\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between blank lines.

    Attributes:
        sentences: as characters of the article's content, without the white space around.
        is_title: whether it is the article's title.
    """

    sentences: Sequence[Span]
    is_title: bool = False


def paragraphs(article: Article, mentions: Sequence[Mention]) -> list[Paragraph]:
    """The sentences of an article, paragraph by paragraph, the title first.

    Args:
        article: the article.
        mentions: its mentions; no sentence ends inside one.
    """
    content = article.content
    inside = {place for mention in mentions for place in range(mention.start + 1, mention.end)}
    text_start = len(content) - len(article.text)
    title = _trimmed(content, 0, text_start)
    found = [Paragraph([title], is_title=True)] if title else []
    texts = (match.span() for match in _PARAGRAPH.finditer(content, text_start))
    return found + [Paragraph(_joined(content, _split(content, *span), inside)) for span in texts]


def _split(content: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one paragraph, as nupunkt sees them."""
    # Imported where it is used: it takes a moment that only those who read relations shall wait.
    from nupunkt import sent_spans  # noqa: PLC0415

    for first, last in sent_spans(content[start:end]):
        if trimmed := _trimmed(content, start + first, start + last):
            yield trimmed


def _joined(content: str, spans: Iterator[Span], inside: set[int]) -> list[Span]:
    """Sentences with those put together that are parts of one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and (start in inside or _goes_on(content[slice(*joined[-1])], content[start:end])):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _goes_on(before: str, after: str) -> bool:
    """Whether two are one: after 'Lt.', 'George W.' or 'the U.S.', and before a small letter."""
    if _UNFINISHED.search(before) or _CONTINUED.match(after):
        return True
    return bool(_DOTTED.search(before)) and not _OPENER.match(after)


def _trimmed(content: str, start: int, end: int) -> Span | None:
    """A span without the white space at its ends, None where nothing is left."""
    part = content[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    return (start, end) if start < end else None
