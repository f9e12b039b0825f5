"""What the network is given in training: passages laid out, and disguised anew at every step."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer

from geo.relations.layout import Layout, Marked, Tokens, actor_pairs, lay_out
from geo.training.examples import Example
from geo.training.lists import expanded

MOST_PAIRS = 300
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
_IDENTITIES, _HIDDEN = 24, 60
_LISTED, _UNMARKED = 0.15, 0.5  # share of the passages with a list made up, or with references unmarked


@dataclass(frozen=True, slots=True)
class Passage:
    """An example laid out, with its pairs of mentions and the actor pairs that these stand for.

    Attributes:
        example: what is laid out.
        layout: how.
        pairs: numbers of mentions.
        actors: an actor pair to the numbers of its mention pairs.
    """

    example: Example
    layout: Layout
    pairs: list[tuple[int, int]]
    actors: dict[tuple[str, str], list[int]]


def laid_out(tokenizer: Tokenizer, example: Example, *, training: bool) -> Passage:
    """An example as the network takes it; in training with identities drawn and some words or marks hidden."""
    if training:
        example = expanded(example) if random.random() < _LISTED else example
        example = _unmarked(example) if random.random() < _UNMARKED else example
    encoding = tokenizer.encode(example.text, add_special_tokens=False)
    layout = lay_out(Tokens(encoding.ids, encoding.offsets), example.mentions)
    if training:
        layout.ids[:] = _disguised(layout)
    pairs = layout.pairs()
    if len(pairs) > MOST_PAIRS:
        pairs = random.sample(pairs, MOST_PAIRS) if training else pairs[:MOST_PAIRS]
    actors: dict[tuple[str, str], list[int]] = {}
    for number, (one, other) in enumerate(pairs):
        for pair in actor_pairs(layout.mentions[one], layout.mentions[other]):
            actors.setdefault(pair, []).append(number)
    return Passage(example, layout, pairs, actors)


def _unmarked(example: Example) -> Example:
    """Without the marks of most references and officials whose actor is marked elsewhere."""
    kept = list(example.mentions)
    for mention in example.referring:
        if mention in kept and random.random() < 0.7:
            rest = [m for m in kept if m is not mention]
            if set(mention.actors) <= {actor for m in rest for actor in m.actors}:
                kept.remove(mention)
    return replace(example, mentions=tuple(kept))


def _disguised(layout: Layout) -> list[int]:
    """The ids with other identities and, in a third of the passages, without most mentions' words."""
    drawn = [0, *random.sample(range(1, _IDENTITIES + 1), _IDENTITIES)]
    hidden = [m for m in layout.mentions if random.random() < 0.6] if random.random() < 0.35 else []
    ids = []
    for token, span in zip(layout.ids, layout.spans, strict=True):
        if span is None:
            ids.append(drawn[token] if 0 < token <= _IDENTITIES else token)
        else:
            within = any(inside(span, m) for m in hidden)
            ids.append(_HIDDEN if within else token)
    return ids


def tensors(batch: Sequence[Passage]) -> tuple[torch.Tensor, ...]:
    """Token ids, mask, and marker positions of sources and targets, padded to the longest."""
    width, most = max(len(p.layout.ids) for p in batch), max(1, *(len(p.pairs) for p in batch))
    ids = np.zeros((len(batch), width), np.int64)
    mask = np.zeros_like(ids)
    ends = np.zeros((2, len(batch), most), np.int64)
    for row, passage in enumerate(batch):
        ids[row, : len(passage.layout.ids)] = passage.layout.ids
        mask[row, : len(passage.layout.ids)] = 1
        for column, pair in enumerate(passage.pairs):
            ends[:, row, column] = [passage.layout.positions[end] for end in pair]
    return tuple(torch.from_numpy(x).to(DEVICE) for x in (ids, mask, ends[0], ends[1]))


def inside(span: tuple[int, int], mention: Marked) -> bool:
    """Whether a token belongs to a mention."""
    return mention.start <= span[0] and span[1] <= mention.end
