"""Trains the reader of relations and writes `reader.onnx`.

    python -m geo.training.reader OUT FOLDER… [--from data/reader.onnx] [--epochs 3] [--last 1] [--with OTHER …]

Starts from the weights of a reader that is there, so that twenty new passages are learned in minutes, from a file that
an earlier run kept (`epoch-3.pt`), or from an encoder alone (a folder, as transformers keeps it). At every step the
actors' identities are drawn anew and a third of the passages hide their mentions' words: it learns roles, not which
countries fight. In some a country becomes a list of several (`lists.py`), and in half of them most references and
officials lose their marks, as the geocoder misses some. Doubtful labels are left out of the loss. The last stage, at a
lower rate, dwells on what was written for the purpose and on as much of the news.

A twentieth of the texts is held out; what it tells of them is printed after every epoch. What is written has the mean
of the weights after the last two epochs, and of further runs where `--with` names their files: means are surer than
their parts (Izmailov et al. 2018).
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from geo.resources import DATA
from geo.training.examples import Example, examples
from geo.training.layouts import DEVICE, Passage, laid_out
from geo.training.loss import loss_of
from geo.training.measure import measured
from geo.training.network import Reader, export
from geo.training.passages import ONE_IN, held_out, is_news
from geo.training.weights import load

BATCH, ENCODER_RATE, HEAD_RATE = 16, 5e-5, 2e-4
_LAST_SHARE = 0.7  # of the learning rates, in the last stage


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


def train(
    reader: Reader, tokenizer: Tokenizer, groups: Sequence[Sequence[Example]], epochs: int, share: float = 1.0
) -> Iterator[int]:
    """Trains in place, at a share of the full learning rates, and yields after every epoch."""
    own = set(reader.encoder.parameters())
    rates = [(list(own), ENCODER_RATE), ([p for p in reader.parameters() if p not in own], HEAD_RATE)]
    optimiser = torch.optim.AdamW([{"params": p, "lr": rate} for p, rate in rates], weight_decay=0.01)
    steps = epochs * sum(len(group) // 2 for group in groups) / BATCH
    step = 0
    for epoch in range(epochs):
        for batch in batches(tokenizer, groups):
            step += 1
            now = share * min(1.0, step / (0.05 * steps)) * max(0.02, 1 - step / steps)
            for group, (_, rate) in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * now
            if (loss := loss_of(reader, batch)) is not None:
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
                optimiser.step()
        yield epoch + 1


def _last(groups: Sequence[Sequence[Example]]) -> list[Sequence[Example]]:
    """What the last stage learns from: all that was written for the purpose, and as much of the news."""
    news = [group for group in groups if is_news(group[0].id)]
    written = [group for group in groups if not is_news(group[0].id)]
    return written + random.sample(news, min(len(news), sum(len(group) // 2 for group in written)))


def main() -> None:
    """Trains, prints figures, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--from", dest="start", type=Path, default=DATA / "reader.onnx")
    parser.add_argument("--with", dest="others", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--last", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    tokenizer = Tokenizer.from_file(str(DATA / "reader_tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reader = load(given.start).train().to(DEVICE)
    kept = [*_trained(reader, tokenizer, given)][-2:] + [load(path).state_dict() for path in given.others]
    reader.load_state_dict(mean(kept))
    export(reader.cpu(), given.out / "reader.onnx")


def _trained(reader: Reader, tokenizer: Tokenizer, given: argparse.Namespace) -> Iterator[dict[str, torch.Tensor]]:
    """The weights after every epoch of both stages; each is kept as a file too, with its figures printed."""
    groups = examples(given.folders)
    learned = [group for group in groups if not held_out(group[0].id, ONE_IN)]
    held = [e for group in groups if held_out(group[0].id, ONE_IN) for e in group]
    begun = time.time()
    print(f"{len(learned)} texts, {len(held)} passages held out: {measured(reader, tokenizer, held)}", flush=True)
    stages: list[tuple[str, Sequence[Sequence[Example]], int, float]] = [
        ("epoch", learned, given.epochs, 1.0),
        ("last", _last(learned), given.last, _LAST_SHARE),
    ]
    for name, texts, epochs, share in stages:
        for epoch in train(reader, tokenizer, texts, epochs, share):
            figures = measured(reader, tokenizer, held)
            print(f"{name} {epoch}, {time.time() - begun:.0f} s: {figures}", flush=True)
            state = {key: value.detach().cpu().clone() for key, value in reader.state_dict().items()}
            torch.save(state, given.out / f"{name}-{epoch}.pt")
            yield state


def mean(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights of several readers, name by name."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype)
        for name, value in states[0].items()
    }


if __name__ == "__main__":
    main()
