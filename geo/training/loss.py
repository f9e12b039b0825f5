"""How far the network is from the labels of a batch of passages."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F

from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES
from geo.training.examples import Told
from geo.training.layouts import DEVICE, Passage, tensors
from geo.training.network import Reader

_TYPES = list(EVENT_TYPES)


def pooled(logits: torch.Tensor, members: Sequence[Sequence[int]]) -> torch.Tensor:
    """Log-sum-exp over the mention pairs of each actor pair."""
    return torch.stack([logits[list(rows)].logsumexp(0) for rows in members])


def loss_of(reader: Reader, batch: Sequence[Passage]) -> torch.Tensor | None:
    """The mean loss of some passages; None where no two actors meet."""
    if not any(p.pairs for p in batch):
        return None
    features, logits, attention = (x.flatten(0, 1) for x in reader(*tensors(batch)))
    most = features.size(0) // len(batch)
    keys = [(row, pair) for row, p in enumerate(batch) for pair in p.actors]
    members = [[row * most + n for n in batch[row].actors[pair]] for row, pair in keys]
    scores = pooled(logits, members)
    wanted, weight = torch.zeros_like(scores), torch.ones_like(scores)
    at, types, status, context, told_by = [], [], [], [], []
    number = {key: n for n, key in enumerate(keys)}
    for row, passage in enumerate(batch):
        for told in sorted(passage.example.told, key=lambda t: not t.doubtful):  # sure labels override doubtful ones
            place = number.get((row, (told.source, told.target)))
            if place is None:
                continue
            columns = [_TYPES.index(told.event_type), -1]
            wanted[place, columns] = float(not told.doubtful)
            weight[place, columns] = float(not told.doubtful)
            pair = row * most + _nearest(passage, told)
            at.append(pair)
            types.append(columns[0])
            status.append(STATUSES.index(told.status))
            context.append(CONTEXTS.index(told.context))
            if words := _trigger_tokens(passage, told):
                told_by.append(-torch.logsumexp(attention[pair, words], 0))
    binary = F.binary_cross_entropy_with_logits(scores, wanted, reduction="none") * weight
    loss = 0.5 * binary[:, :-1].sum() + binary[:, -1].sum()
    if at:
        said, about = reader.given_type(features[at], torch.tensor(types, device=DEVICE))
        loss = loss + 0.3 * F.cross_entropy(said, torch.tensor(status, device=DEVICE), reduction="sum")
        loss = loss + 0.1 * F.cross_entropy(about, torch.tensor(context, device=DEVICE), reduction="sum")
    if told_by:
        loss = loss + 0.15 * torch.stack(told_by).sum()
    return loss / len(batch)


def _nearest(passage: Passage, told: Told) -> int:
    """The pair of mentions nearest to where the annotator saw source and target."""
    mentions = passage.layout.mentions

    def distance(number: int) -> int:
        one, other = passage.pairs[number]
        return abs(mentions[one].start - told.source_at) + abs(mentions[other].start - told.target_at)

    return min(passage.actors[told.source, told.target], key=distance)


def _trigger_tokens(passage: Passage, told: Told) -> list[int]:
    start, end = told.trigger or (0, 0)
    return [n for n, span in enumerate(passage.layout.spans) if span and span[0] < end and span[1] > start]
