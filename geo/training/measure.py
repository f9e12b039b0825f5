"""How well a reader reads passages that it hasn't learned from."""

from collections import Counter
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from geo.relations import STATUSES
from geo.training.examples import Example
from geo.training.layouts import Passage, laid_out, tensors
from geo.training.loss import pooled
from geo.training.network import Reader


@torch.no_grad()  # type: ignore[untyped-decorator]
def measured(reader: Reader, tokenizer: Tokenizer, texts: Sequence[Example], threshold: float = 0.5) -> str:
    """Precision, recall and F1 of directed pairs, asserted or to come, on texts not trained on."""
    reader.eval()
    pairs = Counter[str]()
    for example in texts:
        said = _said(reader, laid_out(tokenizer, example, training=False), threshold)
        sure = {(t.source, t.target) for t in example.told if t.status in STATUSES[:2] and not t.doubtful}
        allowed = {(t.source, t.target) for t in example.told}
        pairs += Counter(right=len(sure & said), wrong=len(said - allowed), missed=len(sure - said))
    reader.train()
    return _figures(pairs)


def _figures(counts: Counter[str]) -> str:
    right = counts["right"]
    precision, recall = right / max(1, right + counts["wrong"]), right / max(1, right + counts["missed"])
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _said(reader: Reader, passage: Passage, threshold: float) -> set[tuple[str, str]]:
    if not passage.pairs:
        return set()
    features, logits, _ = (x[0] for x in reader(*tensors([passage])))
    scores = pooled(logits, list(passage.actors.values())).sigmoid()
    said = set()
    for pair, score in zip(passage.actors, scores, strict=True):
        if score[-1] >= threshold:
            best = max(passage.actors[pair], key=lambda n: float(logits[n, -1]))
            status, _ = reader.given_type(features[best], score[:-1].argmax())
            if float(status.softmax(-1)[:2].sum()) >= 0.5:
                said.add(pair)
    return said
