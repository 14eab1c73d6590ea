"""Trains the reader's network from a config file; resumable, on two CPU cores or on a GPU.

Without ``--teachers`` it makes a teacher, from gold alone; with them, states of finished runs, the
student that ships, which learns from them too, and from unlabelled reports.
Usage: python -m training.train [--config FILE] [--out FOLDER] [--seed N] [--steps N]
    [--teachers STATE...]
"""

import argparse
import json
import os
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.utils.data import DataLoader

from bench.held_out import is_held_out
from bench.places import CORPORA_VARIABLE, find_folder, get_digest
from bench.reports import Report, read_reports
from sayso.encoder.tokens import load_tokenizer
from training.data import (
    Batch,
    Example,
    Piece,
    batches,
    collate,
    cut,
    make_example,
)
from training.encoders import KINDS, find_tokenizer
from training.events import make_event_examples
from training.losses import find_losses
from training.network import Network
from training.teachers import load_teachers, soften

DEV = {"sayso/dev.jsonl": "sayso", "polnear/dev.jsonl": "polnear"}
CONFIG = Path("training/config.toml")
# A paragraph of this many characters that is in a dev report too keeps an unlabelled report out.
_LONG_PARAGRAPH = 80
Config = dict[str, Any]


def load_corpora(config: Config, folder: Path) -> list[tuple[list[Example], float]]:
    """The examples of each corpus and how often they are seen in a pass."""
    tokenizer = load_tokenizer(find_tokenizer())
    held_out = {
        paragraph for name in DEV for r in read_reports(folder / name) for paragraph in _long(r)
    }
    corpora = []
    for corpus in config["corpora"]:
        reports = read_reports(folder / corpus["file"])
        if corpus["gold"] == "events":
            quiet = read_reports(folder / corpus["quiet"])
            n_shuffles = corpus["shuffles"]
            examples = make_event_examples(reports, quiet, tokenizer, n_shuffles=n_shuffles)
        else:
            examples = _make_examples(reports, corpus, tokenizer, held_out)
        corpora.append((list(examples), corpus["times_a_pass"]))
    return corpora


def _make_examples(
    reports: list[Report], corpus: Config, tokenizer: Tokenizer, held_out: set[str]
) -> Iterator[Example]:
    for report in reports:
        match corpus["gold"]:
            case "none" if not held_out & _long(report):
                yield make_example(report, corpus["style"], tokenizer, labelled=False)
            case "reports":
                yield make_example(report, corpus["style"], tokenizer)
            case "times" if not is_held_out(report["id"]):
                yield make_example(report, "timex", tokenizer)


def _long(report: Report) -> set[str]:
    return {line for line in report["text"].splitlines() if len(line) >= _LONG_PARAGRAPH}


def one_pass(
    corpora: list[tuple[list[Example], float]], config: Config, rng: random.Random
) -> list[list[Piece]]:
    """The batches of one pass, cut anew."""
    pieces: list[Piece] = []
    for examples, share in corpora:
        drawn = examples * int(share) + rng.sample(examples, int(len(examples) * (share % 1)))
        for example in drawn:
            length = rng.choice(config["lengths"])
            shift = rng.randrange(0, length // 2)
            pieces.extend(cut(example, length=length, margin=config["margin"], shift=shift))
    return batches(pieces, n_tokens=config["batch_tokens"], rng=rng)


def _collate_seeded(item: tuple[int, list[Piece]], *, hidden_share: float) -> Batch:
    seed, pieces = item
    return collate(pieces, random.Random(seed), hidden_share=hidden_share)


def load_batches(groups: list[list[Piece]], config: Config, rng: random.Random) -> Iterator[Batch]:
    """The collated batches of a pass; beside a GPU, other processes make them ahead of time."""
    items = [(rng.getrandbits(32), group) for group in groups]
    return iter(
        DataLoader(
            items,  # type: ignore[arg-type]  # a list is a map-style dataset
            batch_size=None,
            collate_fn=partial(_collate_seeded, hidden_share=config["hidden_share"]),
            num_workers=min(12, os.cpu_count() or 1) if torch.cuda.is_available() else 0,
        )
    )


class Trainer:
    """Network, optimiser, moving average and where the run stands."""

    def __init__(self, config: Config, device: str, teachers: Sequence[Path] = ()) -> None:
        torch.manual_seed(config["seed"])
        self.config = config
        self.device = device
        self.teachers = load_teachers(teachers, device)
        self.network = Network(config["encoder"]).to(device)
        # Half of all weights, and the corpora are too small to teach rare words anything.
        self.network.tokens.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network,
            multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(config["average_decay"]),
        )
        pretrained = [p for p in self.network.tokens.encoder.parameters() if p.requires_grad]
        ids = {id(parameter) for parameter in self.network.tokens.encoder.parameters()}
        fresh = [p for p in self.network.parameters() if id(p) not in ids]
        groups = [
            {"params": pretrained, "lr": config["encoder_rate"]},
            {"params": fresh, "lr": config["head_rate"]},
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config["weight_decay"], fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0
        self.n_passes = 0

    def _rate(self, step: int) -> float:
        warm = min(1.0, (step + 1) / self.config["warmup_steps"])
        return warm * max(0.01, 1 - step / self.config["steps"])

    def learn(self, batch: Batch) -> dict[str, Tensor]:
        """One optimiser step; the loss summands and the gradient's norm before clipping."""
        self.network.train()
        batch = batch.to(self.device)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            if self.teachers:
                batch = soften(batch, self.teachers, trust=self.config["trust"])
            summands = find_losses(self.network, batch, self.config["loss"])
        total = torch.stack(list(summands.values())).sum()
        self.optimizer.zero_grad()
        total.backward()
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip_norm"])
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        if self.step < 1000:  # a young average should not remember the start weights
            decay = min(self.config["average_decay"], (1 + self.step) / (10 + self.step))
            self.average.multi_avg_fn = torch.optim.swa_utils.get_ema_multi_avg_fn(decay)
        self.average.update_parameters(self.network)
        return {name: value.detach() for name, value in summands.items()} | {"norm": norm}

    def save(self, path: Path) -> None:
        """Writes the whole state, so that a run can go on after an interruption."""
        state = {
            "encoder": self.config["encoder"],
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": self.step,
            "n_passes": self.n_passes,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def load(self, path: Path) -> None:
        """Takes up a saved state."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.step, self.n_passes = state["step"], state["n_passes"]


def dev_loss(
    network: Network, examples: list[Example], config: Config, device: str
) -> dict[str, float]:
    """Mean loss summands over fixed windows of the dev reports."""
    network.eval()
    pieces = [
        piece for example in examples for piece in cut(example, length=288, margin=config["margin"])
    ]
    groups = batches(pieces, n_tokens=config["batch_tokens"], rng=random.Random(0))
    sums: dict[str, float] = {}
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
        for group in groups:
            batch = collate(group, None).to(device)
            for name, value in find_losses(network, batch, config["loss"]).items():
                sums[name] = sums.get(name, 0.0) + float(value) / len(groups)
    return {name: round(value, 4) for name, value in sums.items()} | {
        "sum": round(sum(sums.values()), 4)
    }


def train(config: Config, out: Path, teachers: Sequence[Path]) -> None:
    """Trains until ``config['steps']``, going on from ``out/state.pt`` where it is."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    folder = find_folder(CORPORA_VARIABLE)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    corpora = load_corpora(config, folder)
    tokenizer = load_tokenizer(find_tokenizer())
    dev = {
        n: [make_example(r, s, tokenizer) for r in read_reports(folder / n)] for n, s in DEV.items()
    }
    trainer = Trainer(config, device, teachers)
    state = out / "state.pt"
    if state.exists():
        trainer.load(state)
        print(f"going on from step {trainer.step}", flush=True)
    watch = Watch(trainer.step, config["steps"])
    while trainer.step < config["steps"]:
        rng = random.Random(config["seed"] * 1000 + trainer.n_passes)
        for batch in load_batches(one_pass(corpora, config, rng), config, rng):
            watch.tell(trainer.step + 1, trainer.learn(batch))
            if trainer.step % config["save_every_steps"] == 0:
                trainer.save(state)
            if trainer.step >= config["steps"]:
                break
        trainer.n_passes += 1
        print(_get_dev_losses(trainer, dev), flush=True)
        trainer.save(state)
    card = {"steps": trainer.step, "dev_loss": _get_dev_losses(trainer, dev)}
    card |= make_card(config, folder, teachers)
    (out / "card.json").write_text(json.dumps(card, indent=1), encoding="utf-8")


def _get_dev_losses(trainer: Trainer, dev: dict[str, list[Example]]) -> dict[str, Config]:
    network, device = trainer.average.module, trainer.device
    return {
        name: dev_loss(network, examples, trainer.config, device) for name, examples in dev.items()
    }


class Watch:
    """Tells every now and then how far the run has come."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.start = time.monotonic()

    def tell(self, step: int, values: dict[str, Tensor]) -> None:
        """Prints pace, time left and the loss summands at every 25th step."""
        if step % 25 == 0:
            pace = (time.monotonic() - self.start) / (step - self.first)
            left = pace * (self.last - step) / 60
            row = {name: round(float(value), 3) for name, value in values.items()}
            print(
                f"step {step}/{self.last}, {pace:.2f} s each, {left:.0f} min left", row, flush=True
            )


def make_card(config: Config, folder: Path, teachers: Sequence[Path]) -> Config:
    """What the weights were made from: settings, start weights, each file of the corpora with its
    digest and licence, and the cards of the teachers."""
    start = KINDS[config["encoder"]]
    return {
        "config": config,
        "teachers": [json.loads((each.parent / "card.json").read_bytes()) for each in teachers],
        "data": {
            corpus[name]: {
                "sha256": get_digest(folder / corpus[name]),
                "licence": corpus[licence],
            }
            for corpus in config["corpora"]
            for name, licence in (("file", "licence"), ("quiet", "quiet_licence"))
            if name in corpus
        },
        "start_weights": {
            "package": start.package,
            "sha256": get_digest(start.find() / "model.safetensors"),
            "licence": start.licence,
        },
        "torch": torch.__version__,
    }


def load_config(path: Path, *, with_teachers: bool) -> Config:
    """The settings of a run: those of ``[student]`` where there are teachers, else those of
    ``[teacher]`` and no unlabelled corpora."""
    config = tomllib.loads(path.read_text(encoding="utf-8"))
    teacher, student = config.pop("teacher"), config.pop("student")
    if with_teachers:
        return config | student
    config["corpora"] = [each for each in config["corpora"] if each["gold"] != "none"]
    return config | teacher


def main() -> None:
    """Parses the command line and trains."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument("--seed", type=int, help="instead of the config's")
    parser.add_argument("--steps", type=int, help="instead of the config's")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], metavar="STATE")
    arguments = parser.parse_args()
    config = load_config(arguments.config, with_teachers=bool(arguments.teachers))
    given = {"seed": arguments.seed, "steps": arguments.steps}
    config |= {name: value for name, value in given.items() if value is not None}
    train(config, arguments.out, arguments.teachers)


if __name__ == "__main__":
    main()
