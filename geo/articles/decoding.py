"""Bytes → characters: UTF-8, or UTF-16 and UTF-32 with their mark; anything else is named, not guessed.

A wrong guess would put wrong letters into every name of a place without anybody seeing it, so a file in
another encoding is refused with the encoding that it looks like and the command that converts it.
"""

import codecs
import io
import re

from geo.errors import ArticleError

_HEAD = 8192
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet table"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml|rss|feed)\b", re.IGNORECASE)
# What Python's 'surrogateescape' makes of a byte that is not UTF-8.
_UNDECODED = re.compile("[\udc80-\udcff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def open_text(stream: io.BufferedReader, name: str, newline: str | None = None) -> io.TextIOWrapper:
    """The characters of a byte stream, read as they are asked for.

    Args:
        stream: the bytes, at their beginning.
        name: what to call the stream in errors.
        newline: as in `open`.

    Returns:
        The text. Bytes that are not UTF-8 come out as lone surrogates: see `require_decoded`.

    Raises:
        ArticleError: the stream is no text (a PDF, an archive, a picture, a web page, …).
    """
    head = stream.peek(_HEAD)[:_HEAD]
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if encoding is None:
        _require_text(head, name)
        encoding = "utf-8"
    errors = "surrogateescape" if encoding.startswith("utf-8") else "strict"
    return io.TextIOWrapper(stream, encoding, errors, newline)


def require_decoded(text: str, where: str) -> None:
    """Raise an ArticleError that names `where` and the likely encoding, if `text` was not UTF-8."""
    if _UNDECODED.search(text) is None:
        return
    encoding = _likely_encoding(text.encode("utf-8", "surrogateescape"))
    if encoding is None:
        raise ArticleError(f"{where}: neither UTF-8 nor another known encoding. Save the file as UTF-8.")
    raise ArticleError(
        f"{where}: not UTF-8, more likely {encoding}. Save the file as UTF-8, "
        f"or convert it: iconv -f {encoding} -t UTF-8 OLD > NEW"
    )


def without_lone_surrogates(text: str) -> str:
    r"""The text with halves of surrogate pairs (JSON's `"\ud83d"` alone) as U+FFFD, offsets unchanged."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _require_text(head: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _BINARY if head.startswith(magic)), None)
    if kind is None and b"\x00" in head:
        kind = "binary data"
    if kind is None and _MARKUP.match(head):
        kind = "a web page or XML"
    if kind is not None:
        raise ArticleError(f"{name}: {kind}, not a text file. Give plain text, JSON Lines or CSV, in UTF-8.")


def _likely_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (only when something is wrong)

    guesses = list(from_bytes(data[:65536]))
    if not guesses:
        return None
    # Western and Central European Windows often tie; then the far more frequent one is the better advice.
    ties = [g.encoding for g in guesses if (g.chaos, g.coherence) == (guesses[0].chaos, guesses[0].coherence)]
    encoding = "cp1252" if "cp1252" in ties else guesses[0].encoding
    return encoding.replace("cp125", "windows-125").replace("_", "-")
