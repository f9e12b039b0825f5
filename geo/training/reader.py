"""Trains the reader of relations and writes `reader.onnx`.

    python -m geo.training.reader OUT FOLDER… [--from data/reader.onnx] [--epochs 3] [--with OTHER.onnx …]

Starts from the weights of a reader that is there, so that twenty new passages are learned in minutes. At every step
the actors' identities are drawn anew and a third of the passages hide their mentions' words: it learns roles, not
which countries fight. In some a country becomes a list of several (`lists.py`), and in half of them references and
officials lose their marks, to be found. Doubtful labels are left out of the loss. A twentieth of the texts is held out;
what it tells of them is printed after every epoch. What is written has the mean of the weights after the last two
epochs, and of further runs where `--with` names their files: means are surer than their parts (Izmailov et al. 2018).
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES
from geo.relations.layout import Layout, Marked, Tokens, actor_pairs, lay_out
from geo.relations.references import Links, references
from geo.resources import DATA
from geo.training.examples import Example, Told, examples
from geo.training.lists import expanded
from geo.training.network import Reader, export
from geo.training.passages import held_out
from geo.training.weights import load

BATCH, ENCODER_RATE, HEAD_RATE = 16, 5e-5, 2e-4
MOST_PAIRS = 300
TYPES = list(EVENT_TYPES)
_IDENTITIES, _HIDDEN = 24, 60
_LISTED, _UNMARKED = 0.15, 0.5  # share of the passages with a list made up, or with references to be found
_BEGINS, _GOES_ON = 1, 2
_ONE_IN = 20  # texts is held out
_TAG_WEIGHTS = torch.tensor([1.0, 3.0, 3.0])
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


@dataclass(frozen=True, slots=True)
class Passage:
    """An example laid out, with its pairs of mentions and the actor pairs that these stand for.

    Attributes:
        example: what is laid out.
        layout: how.
        pairs: numbers of mentions.
        actors: an actor pair to the numbers of its mention pairs.
        markers: an actor to the places of its markers.
    """

    example: Example
    layout: Layout
    pairs: list[tuple[int, int]]
    actors: dict[tuple[str, str], list[int]]
    markers: dict[str, list[int]]


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
    return Passage(example, layout, pairs, actors, layout.markers())


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
            within = any(_inside(span, m) for m in hidden)
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


def pooled(logits: torch.Tensor, members: Sequence[Sequence[int]]) -> torch.Tensor:
    """Log-sum-exp over the mention pairs of each actor pair."""
    return torch.stack([logits[list(rows)].logsumexp(0) for rows in members])


def loss_of(reader: Reader, batch: Sequence[Passage]) -> torch.Tensor | None:
    """The mean loss of some passages; None where no two actors meet."""
    if not any(p.pairs for p in batch):
        return None
    *scored, tags, links = reader(*tensors(batch))
    features, logits, attention = (x.flatten(0, 1) for x in scored)
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
            columns = [TYPES.index(told.event_type), -1]
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
    for row, passage in enumerate(batch):
        loss = loss + 0.3 * _loss_of_references(passage, tags[row], links[row])
    return loss / len(batch)


def _loss_of_references(passage: Passage, tags: torch.Tensor, links: torch.Tensor) -> torch.Tensor:
    """What the tags and the links of one passage lack."""
    wanted = torch.zeros(len(passage.layout.ids), dtype=torch.long)
    loss = tags.new_zeros(())
    for reference in _to_be_found(passage):
        first, *more = [n for n, span in enumerate(passage.layout.spans) if span and _inside(span, reference)] or [0]
        if first:
            wanted[first], wanted[more] = _BEGINS, _GOES_ON
            scores = pooled(links[first], list(passage.markers.values()))
            meant = torch.tensor([float(actor in reference.actors) for actor in passage.markers], device=DEVICE)
            loss = loss + F.binary_cross_entropy_with_logits(scores, meant, reduction="sum")
    words = [n for n, span in enumerate(passage.layout.spans) if span]
    weight = _TAG_WEIGHTS.to(DEVICE)
    return loss + F.cross_entropy(tags[words], wanted[words].to(DEVICE), weight, reduction="sum")


def _to_be_found(passage: Passage) -> list[Marked]:
    """References without a mark, to actors that are marked."""
    seen = passage.layout.mentions
    return [
        m for m in passage.example.referring
        if set(m.actors) <= passage.markers.keys() and not any(m.start < o.end and o.start < m.end for o in seen)
    ]  # fmt: skip


def _inside(span: tuple[int, int], mention: Marked) -> bool:
    return mention.start <= span[0] and span[1] <= mention.end


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


@torch.no_grad()  # type: ignore[untyped-decorator]
def measured(reader: Reader, tokenizer: Tokenizer, texts: Sequence[Example], threshold: float = 0.5) -> str:
    """Precision, recall and F1 of directed pairs, asserted or to come, and of references, on texts not trained on."""
    reader.eval()
    pairs, found = Counter[str](), Counter[str]()
    for example in texts:
        passage = laid_out(tokenizer, example, training=False)
        if not passage.layout.positions:
            continue
        read = [x[0] for x in reader(*tensors([passage]))]
        said = _said(reader, passage, read, threshold)
        sure = {(t.source, t.target) for t in example.told if t.status in STATUSES[:2] and not t.doubtful}
        allowed = {(t.source, t.target) for t in example.told}
        pairs += Counter(right=len(sure & said), wrong=len(said - allowed), missed=len(sure - said))
        linked = {(m.start, actor) for m in references(passage.layout, _links(*read[3:])) for actor in m.actors}
        meant = {(m.start, actor) for m in _to_be_found(passage) for actor in m.actors}
        found += Counter(right=len(meant & linked), wrong=len(linked - meant), missed=len(meant - linked))
    reader.train()
    return f"{_figures(pairs)}; references {_figures(found)}"


def _links(tags: torch.Tensor, links: torch.Tensor) -> Links:
    return Links(tags.softmax(-1).cpu().numpy(), links.cpu().numpy())


def _figures(counts: Counter[str]) -> str:
    right = counts["right"]
    precision, recall = right / max(1, right + counts["wrong"]), right / max(1, right + counts["missed"])
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _said(
    reader: Reader, passage: Passage, read: Sequence[torch.Tensor], threshold: float
) -> set[tuple[str, str]]:
    if not passage.pairs:
        return set()
    features, logits = read[:2]
    scores = pooled(logits, list(passage.actors.values())).sigmoid()
    said = set()
    for pair, score in zip(passage.actors, scores, strict=True):
        if score[-1] >= threshold:
            best = max(passage.actors[pair], key=lambda n: float(logits[n, -1]))
            status, _ = reader.given_type(features[best], score[:-1].argmax())
            if float(status.softmax(-1)[:2].sum()) >= 0.5:
                said.add(pair)
    return said


def batches(tokenizer: Tokenizer, groups: Sequence[Sequence[Example]]) -> Iterator[list[Passage]]:
    """One epoch: half of the examples of each text or article; passages of like length together."""
    chosen = [e for group in groups for e in random.sample(group, len(group) // 2)]
    random.shuffle(chosen)
    parts = []
    for start in range(0, len(chosen), 20 * BATCH):
        part = sorted(chosen[start : start + 20 * BATCH], key=lambda e: len(e.text))
        parts += [part[n : n + BATCH] for n in range(0, len(part), BATCH)]
    random.shuffle(parts)
    yield from ([laid_out(tokenizer, e, training=True) for e in part] for part in parts)


def train(reader: Reader, tokenizer: Tokenizer, groups: Sequence[Sequence[Example]], epochs: int) -> Iterator[int]:
    """Trains in place and yields after every epoch."""
    own = set(reader.encoder.parameters())
    groups_of = [(list(own), ENCODER_RATE), ([p for p in reader.parameters() if p not in own], HEAD_RATE)]
    optimiser = torch.optim.AdamW([{"params": p, "lr": rate} for p, rate in groups_of], weight_decay=0.01)
    steps = epochs * sum(len(group) // 2 for group in groups) / BATCH
    step = 0
    for epoch in range(epochs):
        for batch in batches(tokenizer, groups):
            step += 1
            share = min(1.0, step / (0.05 * steps)) * max(0.02, 1 - step / steps)
            for group, (_, rate) in zip(optimiser.param_groups, groups_of, strict=True):
                group["lr"] = rate * share
            if (loss := loss_of(reader, batch)) is not None:
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
                optimiser.step()
        yield epoch + 1


def main() -> None:
    """Trains, prints figures, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--from", dest="start", type=Path, default=DATA / "reader.onnx")
    parser.add_argument("--with", dest="others", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    tokenizer = Tokenizer.from_file(str(DATA / "reader_tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    groups = examples(given.folders)
    learned = [group for group in groups if not held_out(group[0].id, _ONE_IN)]
    held = [e for group in groups if held_out(group[0].id, _ONE_IN) for e in group]
    reader = load(given.start).train().to(DEVICE)
    kept: list[dict[str, torch.Tensor]] = []
    begun = time.time()
    print(f"{len(learned)} texts, {len(held)} passages held out: {measured(reader, tokenizer, held)}", flush=True)
    for epoch in train(reader, tokenizer, learned, given.epochs):
        figures = measured(reader, tokenizer, held)
        print(f"epoch {epoch}, {time.time() - begun:.0f} s: {figures}", flush=True)
        kept = [*kept, {name: value.detach().cpu().clone() for name, value in reader.state_dict().items()}][-2:]
        torch.save(kept[-1], given.out / f"epoch-{epoch}.pt")
    kept += [load(path).state_dict() for path in given.others]
    reader.load_state_dict(mean(kept))
    export(reader.cpu(), given.out / "reader.onnx")


def mean(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights of several readers, name by name."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype)
        for name, value in states[0].items()
    }


if __name__ == "__main__":
    main()
