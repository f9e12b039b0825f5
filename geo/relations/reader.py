"""The trained reader: a passage with its actors marked goes in, what each actor does to each other comes out.

A small transformer (MiniLM-L6, 22 million parameters, int8) encodes the passage once. For each ordered pair
of mentions the states of their markers attend over the passage, and the word attended to most is the
trigger; from these come a score for each event type, one for 'any relation', and status and context given
the type. How it was trained and how well it reads: `data/README.md`.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from geo.errors import ModelError
from geo.relations.judgements import Actors, Judgement, Scores, judgements
from geo.relations.layout import Layout, Tokens

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Loaded = TypeVar("Loaded")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_OUTPUTS = ["types", "status", "context", "trigger"]


class Reader:
    """The model and its tokenizer."""

    def __init__(self, folder: Path) -> None:
        """Load `reader.onnx` and `reader_tokenizer.json` from a folder.

        Raises:
            ModelError: a file is missing or damaged.
        """
        self._session = _load(folder / "reader.onnx", _session)
        self._tokenizer = _load(folder / "reader_tokenizer.json", _tokenizer)

    def tokens(self, text: str) -> Tokens:
        """The text's word pieces. No tokenizer takes a lone surrogate: such a character counts as unknown."""
        readable = _LONE_SURROGATE.sub("\ufffd", text)
        encoding = self._tokenizer.encode(readable, add_special_tokens=False)
        return Tokens(encoding.ids, encoding.offsets)

    def read(self, layout: Layout) -> dict[Actors, Judgement]:
        """What a passage tells of every ordered pair of its actors."""
        pairs = layout.pairs()
        if not pairs:
            return {}
        ends = np.asarray(layout.positions, np.int64)[np.asarray(pairs)]
        source, target = ends.T[:, None]
        ids = np.asarray([layout.ids], np.int64)
        given = {"ids": ids, "mask": np.ones_like(ids), "source": source, "target": target}
        # One passage a run: the int8 scales are taken over everything that is run together, so that in a
        # batch one passage would change another's result (by up to 0.2). On one core it costs no time.
        return judgements(layout, pairs, Scores(*(output[0] for output in self._session.run(_OUTPUTS, given))))


@cache
def load_reader(folder: Path) -> Reader:
    """The reader whose files lie in a folder, loaded at the first call.

    Raises:
        ModelError: a file is missing or damaged.
    """
    return Reader(folder)


def _load(path: Path, load: Callable[[Path], Loaded]) -> Loaded:
    mend = "Fetch the file again: 'git checkout' in a checkout, else install Entente anew."
    if not path.is_file():
        raise ModelError(f"{path}: a file of the reader's model is missing. {mend}")
    try:
        return load(path)
    except Exception as error:  # the two libraries raise bare exceptions of many classes
        raise ModelError(f"{path}: a file of the reader's model is damaged ({error}). {mend}") from error


def _session(path: Path) -> "InferenceSession":
    # Imported where it is used: half a second that only those who read relations shall wait.
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # processes, not threads, share out the articles
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
