"""Writes the encoder package: both networks as int8 ONNX files, the tokenizer and the manifest that
names them.

The unquantised twin goes into ``float/`` below it, for comparison.

Usage: python -m training.export [--state build/training/state.pt] [--out build/package]
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from bench.places import CORPORA_VARIABLE, find_folder
from bench.reports import read_reports
from sayso.encoder.package import CUE_FILE, TOKEN_FILE, TOKENIZER_FILE, make_manifest
from sayso.encoder.tokens import load_tokenizer
from training.data import MAX_POSITIONS, Batch, Piece, collate, make_example
from training.encoders import find_tokenizer
from training.network import CueNetwork, EventNetwork, Network, TokenNetwork
from training.smooth import smooth
from training.teachers import load_average

OPSET = 18
_N_REPORTS, _LENGTH = 24, 384


class TokenGraph(nn.Module):
    """The token network for one window: ids, shapes, paragraphs [tokens] and a style [1]."""

    def __init__(self, network: TokenNetwork, events: EventNetwork) -> None:
        super().__init__()
        self.network = network
        self.events = events

    def forward(
        self, ids: Tensor, shapes: Tensor, paragraphs: Tensor, style: Tensor
    ) -> tuple[Tensor, ...]:
        positions = torch.arange(ids.shape[0])[None]
        hidden, anchor, times = self.network(
            ids[None], shapes[None], paragraphs[None], style, positions, None
        )
        return hidden[0], anchor[0], times[0], self.events(hidden)[0]


class CueGraph(nn.Module):
    """The cue network for one window: hidden states [tokens, width] and cue starts [cues]."""

    def __init__(self, network: CueNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, cues: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(hidden[None], cues[None])
        labels = (scores.source_type[0], scores.act[0], scores.certainty[0])
        return scores.spans[0], scores.parent[0], scores.names[0], *labels


def write_graphs(network: Network, folder: Path) -> None:
    """Both networks as float32 ONNX files with free numbers of tokens and cues."""
    tokens, cues = (
        torch.export.Dim("tokens", min=2, max=MAX_POSITIONS),
        torch.export.Dim("cues", min=1),
    )
    # The exporter takes one tensor given twice for one input, so each input gets its own.
    ids, shapes, paragraphs = (torch.zeros(37, dtype=torch.long) for _ in range(3))
    torch.onnx.export(
        TokenGraph(network.tokens, network.events).eval(),
        (ids, shapes, paragraphs, torch.ones(1, dtype=torch.long)),
        folder / TOKEN_FILE,
        input_names=["ids", "shapes", "paragraphs", "style"],
        output_names=["hidden", "anchor", "times", "events"],
        dynamic_shapes={
            "ids": {0: tokens},
            "shapes": {0: tokens},
            "paragraphs": {0: tokens},
            "style": None,
        },
        dynamo=True,
        external_data=False,
        opset_version=OPSET,
    )
    torch.onnx.export(
        CueGraph(network.cues).eval(),
        (torch.randn(37, 384), torch.arange(5)),
        folder / CUE_FILE,
        input_names=["hidden", "cues"],
        output_names=["spans", "parent", "names", "source_type", "act", "certainty"],
        dynamic_shapes={"hidden": {0: tokens}, "cues": {0: cues}},
        dynamo=True,
        external_data=False,
        opset_version=OPSET,
    )


def quantize(source: Path, target: Path) -> None:
    """An int8 copy of an ONNX file: weights per channel, activations at run time."""
    quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8)


def write_manifest(folder: Path, card: dict[str, Any]) -> None:
    """The manifest of an encoder package: labels, hashes and the training data card."""
    manifest = make_manifest(folder, onnxruntime=onnxruntime.__version__, training=card)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _read_batches() -> Iterator[Batch]:
    """The first windows of some training reports, to see how large the inputs of the layers get."""
    tokenizer = load_tokenizer(find_tokenizer())
    reports = read_reports(find_folder(CORPORA_VARIABLE) / "sayso/train.jsonl")[:_N_REPORTS]
    for report in reports:
        example = make_example(report, "sayso", tokenizer)
        end = min(_LENGTH, len(example.tokens))
        yield collate([Piece(example, 0, end)], None)


def main() -> None:
    """Parses the command line and writes the package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--state", type=Path, default=Path("build/training/state.pt"))
    parser.add_argument("--out", type=Path, default=Path("build/package"))
    arguments = parser.parse_args()
    network = load_average(arguments.state)
    smooth(network, _read_batches())
    out: Path = arguments.out
    raw = out / "float"
    raw.mkdir(parents=True, exist_ok=True)
    write_graphs(network, raw)
    quantize(raw / TOKEN_FILE, out / TOKEN_FILE)
    quantize(raw / CUE_FILE, out / CUE_FILE)
    card_file = arguments.state.parent / "card.json"
    card = json.loads(card_file.read_text(encoding="utf-8")) if card_file.exists() else {}
    for folder in (out, raw):
        (folder / TOKENIZER_FILE).write_bytes(find_tokenizer().read_bytes())
        write_manifest(folder, card)
    for name in (TOKEN_FILE, CUE_FILE):
        print(name, round((out / name).stat().st_size / 1e6, 1), "MB")


if __name__ == "__main__":
    main()
