"""The reader as torch trains it.

A passage is encoded once by a small transformer. For an ordered pair of mentions the states of their opening markers
attend over the passage; the attention is trained to rest on the words that tell the act. Source, target, their product
and the attended context score the event types (several may hold) and 'any relation'; status and context are classified
given pair and type. An actor pair's score is the log-sum-exp over its mention pairs.
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from transformers import BertConfig, BertModel

from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES

_FEATURES, _TYPE_WIDTH, _HIDDEN = 512, 64, 128


class Reader(nn.Module):  # type: ignore[misc]
    """The network: `forward` for pairs of mentions, `given_type` for status and context."""

    def __init__(self, config: BertConfig, dropout: float = 0.15) -> None:
        """An untrained reader with an encoder of the given shape."""
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.as_source, self.as_target = nn.Linear(width, width), nn.Linear(width, width)
        self.query, self.key = nn.Linear(2 * width, width), nn.Linear(width, width)
        self.pair = nn.Linear(4 * width, _FEATURES)
        self.types = nn.Linear(_FEATURES, len(EVENT_TYPES) + 1)
        self.type_embedding = nn.Embedding(len(EVENT_TYPES), _TYPE_WIDTH)
        self.status = self._given_type(len(STATUSES))
        self.context = self._given_type(len(CONTEXTS))
        self.dropout = nn.Dropout(dropout)

    @staticmethod
    def _given_type(classes: int) -> nn.Sequential:
        return nn.Sequential(nn.Linear(_FEATURES + _TYPE_WIDTH, _HIDDEN), nn.GELU(), nn.Linear(_HIDDEN, classes))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """What the passages tell of pairs of mentions.

        Args:
            ids: token ids (passages, tokens).
            mask: 1 for tokens, 0 for padding, same shape.
            source: positions of the sources' markers (passages, pairs).
            target: positions of the targets' markers, same shape.

        Returns:
            Pair features (passages, pairs, 512), type logits with 'any' last, and log attention over the tokens.
        """
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        width = states.size(-1)
        one, other = (torch.gather(states, 1, at[..., None].expand(-1, -1, width)) for at in (source, target))
        scores = self.query(torch.cat([one, other], -1)) @ self.key(states).transpose(1, 2) / width**0.5
        attention = scores.masked_fill(mask[:, None] == 0, -1e4).log_softmax(-1)
        acting, acted = torch.tanh(self.as_source(one)), torch.tanh(self.as_target(other))
        joined = torch.cat([acting, acted, acting * acted, attention.exp() @ states], -1)
        features = F.gelu(self.pair(self.dropout(joined)))
        return features, self.types(self.dropout(features)), attention

    def given_type(self, features: torch.Tensor, types: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Status and context logits for pair features and type numbers of the same leading shape."""
        joined = torch.cat([features, self.type_embedding(types)], -1)
        return self.status(joined), self.context(joined)


class Exported(nn.Module):  # type: ignore[misc]
    """What the ONNX file gives: type logits ('any' last), status and context given each type, the trigger's token."""

    def __init__(self, reader: Reader) -> None:
        """Wraps a reader for export."""
        super().__init__()
        self.reader = reader

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The four outputs for the four inputs of `Reader.forward`."""
        features, logits, attention = self.reader(ids, mask, source, target)
        spread = features[:, :, None].expand(-1, -1, len(EVENT_TYPES), -1)
        types = torch.arange(len(EVENT_TYPES)).expand(*features.shape[:2], -1)
        status, context = self.reader.given_type(spread, types)
        return logits, status.softmax(-1), context.softmax(-1), attention.argmax(-1)


def export(reader: Reader, path: Path) -> None:
    """Writes the reader as ONNX, its weights rounded to eight bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415  loads slowly

    reader.eval()
    ids = torch.randint(200, 3000, (2, 30))
    at = torch.tensor([[1, 5, 9], [1, 5, 9]])
    whole = path.with_suffix(".whole.onnx")
    axes = {name: {0: "passages", 1: "tokens"} for name in ("ids", "mask")}
    pairs = {0: "passages", 1: "pairs"}
    axes |= dict.fromkeys(("source", "target", "types", "status", "context", "trigger"), pairs)
    torch.onnx.export(
        Exported(reader), (ids, torch.ones_like(ids), at, at.flip(1)), str(whole), opset_version=17, dynamo=False,
        input_names=["ids", "mask", "source", "target"], output_names=["types", "status", "context", "trigger"],
        dynamic_axes=axes,
    )
    quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8)
    whole.unlink()
