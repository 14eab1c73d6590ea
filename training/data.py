"""Corpora into training windows: token arrays, cue starts, spans, labels and parents as the network wants them."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.encoder.labels import ACTS, CERTAINTIES, SOURCE_TYPES, SPAN_ROLES, STYLES
from sayso.encoder.tokens import Tokens, tokenize
from sayso.encoder.windows import make_windows
from sayso.sentences import find_sentences

UNKNOWN = -100
N_KNOWN_IN_POLNEAR = 3  # cue, source, content
MAX_POSITIONS = 512
MASK_TOKEN = 103
Report = dict[str, Any]


@dataclass(slots=True)
class Cue:
    """One gold attribution in tokens; ``roles`` follows SPAN_ROLES, ``parent`` is the parent's first cue token."""

    start: int
    roles: list[list[int]]
    parent: int | None = None
    source_type: int = UNKNOWN
    act: int = UNKNOWN
    certainty: int = UNKNOWN


@dataclass(slots=True)
class Example:
    """One report of one corpus, ready to be cut into windows."""

    tokens: Tokens
    breaks: np.ndarray
    style: int
    cues: list[Cue] = field(default_factory=list)
    times: list[list[int]] | None = None
    unknown_anchors: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A window of an example: tokens ``[start, end)``."""

    example: Example
    start: int
    end: int


def read_reports(path: Path) -> list[Report]:
    """The reports of a corpus file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def make_example(report: Report, style: str, tokenizer: Tokenizer) -> Example:
    """A report with its gold in tokens."""
    tokens = tokenize(report["text"], tokenizer)
    breaks = np.searchsorted(tokens.starts, [s.start for s in find_sentences(report["text"])])
    example = Example(tokens, breaks, STYLES.index(style))
    if style != "polnear":
        example.times = [tokens.covered([span]) for span in _time_spans(report)]
    by_id = {}
    for attribution in report.get("attributions", []):
        cue = _make_cue(attribution, report["text"], tokens)
        if cue is not None:
            by_id[attribution["id"]] = cue
    for attribution in report.get("attributions", []):
        parent = by_id.get(attribution.get("parent"))
        if attribution["id"] in by_id and parent is not None:
            by_id[attribution["id"]].parent = parent.start
    for implied in report.get("implied", []):
        if implied["of"] in by_id:
            carried = by_id[implied["of"]].roles[SPAN_ROLES.index("implied")]
            carried.extend(tokens.covered(implied["content"]))
    example.cues = sorted(by_id.values(), key=lambda cue: cue.start)
    if style == "polnear":
        content = SPAN_ROLES.index("content")
        starts = {cue.start for cue in example.cues}
        inside = {token for cue in example.cues for token in cue.roles[content]}
        example.unknown_anchors = sorted(inside - starts)
    return example


def _time_spans(report: Report) -> list[list[int]]:
    if "timex" in report:
        return [[timex["start"], timex["end"]] for timex in report["timex"]]
    return [time["span"] for time in report["times"]]


def _make_cue(attribution: Report, text: str, tokens: Tokens) -> Cue | None:
    spans = {role: attribution.get(role) for role in SPAN_ROLES}
    near = (attribution["source"] or attribution["cue"] or [[0, 0]])[0][0]
    for role in ("addressee", "title"):
        spans[role] = _nearest(text, spans[role], near)
    roles = [tokens.covered(spans[role] or []) for role in SPAN_ROLES]
    if not roles[0]:
        return None
    cue = Cue(roles[0][0], roles)
    if "source_type" in attribution:
        cue.source_type = SOURCE_TYPES.index(attribution["source_type"])
        cue.act = ACTS.index(attribution["act"])
        cue.certainty = CERTAINTIES.index(attribution["certainty"])
    return cue


def _nearest(text: str, words: str | None, near: int) -> list[list[int]]:
    """Where the words stand nearest to a character, since the corpus gives titles and addressees as strings."""
    if not words:
        return []
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    if not starts:
        return []
    best = min(starts, key=lambda found: abs(found - near))
    return [[best, best + len(words)]]


def cut(example: Example, *, length: int, margin: int, shift: int = 0) -> Iterator[Piece]:
    """The windows of an example; ``shift`` moves their borders, so that no two passes see the same ones."""
    n_tokens = len(example.tokens)
    shift = shift if n_tokens > length else 0
    if shift:
        yield Piece(example, 0, min(shift + margin, n_tokens))
    for window in make_windows(
        example.breaks[example.breaks >= shift] - shift, n_tokens - shift, length=length, margin=margin
    ):
        yield Piece(example, window.start + shift, window.end + shift)


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some windows.

    Shapes: ids .. anchors, times [batch, tokens]; cues, parents and labels [batch, cues]; roles
    [batch, cues, roles, tokens] bool; known_roles [batch, cues, roles] bool. Parents are cue numbers plus one,
    0 is "none".
    """

    ids: Tensor
    shapes: Tensor
    paragraphs: Tensor
    style: Tensor
    positions: Tensor
    mask: Tensor
    anchors: Tensor
    times: Tensor
    cues: Tensor
    is_cue: Tensor
    roles: Tensor
    known_roles: Tensor
    parents: Tensor
    labels: Tensor

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def collate(
    pieces: list[Piece], rng: random.Random | None, *, hidden_share: float = 0.0
) -> Batch:
    """Windows as one padded batch; with ``rng`` at random position offsets, so that every position is trained.

    ``hidden_share`` of the tokens are replaced by the mask token, so that no single word is relied on.
    """
    n_tokens = max(piece.end - piece.start for piece in pieces)
    cues = [[cue for cue in p.example.cues if p.start <= cue.start < p.end] for p in pieces]
    n_cues = max(1, max(len(each) for each in cues))
    n = len(pieces)
    whole = {name: torch.zeros(n, n_tokens, dtype=torch.long) for name in ("ids", "shapes", "paragraphs")}
    mask = torch.zeros(n, n_tokens, dtype=torch.bool)
    positions = torch.arange(n_tokens)[None].repeat(n, 1)
    anchors = torch.full((n, n_tokens), float(UNKNOWN))
    times = torch.full((n, n_tokens), UNKNOWN)
    starts = torch.zeros(n, n_cues, dtype=torch.long)
    is_cue = torch.zeros(n, n_cues, dtype=torch.bool)
    roles = torch.zeros(n, n_cues, len(SPAN_ROLES), n_tokens, dtype=torch.bool)
    known = torch.zeros(n, n_cues, len(SPAN_ROLES), dtype=torch.bool)
    parents = torch.full((n, n_cues), UNKNOWN)
    labels = torch.full((n, n_cues, 3), UNKNOWN)
    for row, piece in enumerate(pieces):
        example, size = piece.example, piece.end - piece.start
        for name, tensor in whole.items():
            tensor[row, :size] = torch.from_numpy(getattr(example.tokens, name)[piece.start : piece.end])
        mask[row, :size] = True
        if rng is not None:
            positions[row] += rng.randint(0, MAX_POSITIONS - n_tokens)
        _fill_tags(example, piece, anchors[row], times[row])
        number = {cue.start: index for index, cue in enumerate(cues[row])}
        for index, cue in enumerate(cues[row]):
            starts[row, index] = cue.start - piece.start
            is_cue[row, index] = True
            for role, tokens in enumerate(cue.roles):
                inside = [t - piece.start for t in tokens if piece.start <= t < piece.end]
                roles[row, index, role, inside] = True
            polnear = example.style == STYLES.index("polnear")
            known[row, index, : N_KNOWN_IN_POLNEAR if polnear else None] = True
            labels[row, index] = torch.tensor([cue.source_type, cue.act, cue.certainty])
            if not polnear and (cue.parent is None or cue.parent in number):
                parents[row, index] = 0 if cue.parent is None else number[cue.parent] + 1
    if rng is not None and hidden_share:
        generator = torch.Generator().manual_seed(rng.getrandbits(32))
        hidden = torch.rand(n, n_tokens, generator=generator) < hidden_share
        whole["ids"][hidden & mask] = MASK_TOKEN
    style = torch.tensor([piece.example.style for piece in pieces])
    return Batch(
        whole["ids"], whole["shapes"], whole["paragraphs"], style, positions, mask, anchors, times,
        starts, is_cue, roles, known, parents, labels,
    )  # fmt: skip


def _fill_tags(example: Example, piece: Piece, anchors: Tensor, times: Tensor) -> None:
    size = piece.end - piece.start
    if example.style != STYLES.index("timex"):
        anchors[:size] = 0.0
        anchors[[t - piece.start for t in example.unknown_anchors if piece.start <= t < piece.end]] = UNKNOWN
        for cue in example.cues:
            if piece.start <= cue.start < piece.end:
                anchors[cue.start - piece.start] = 1.0
    if example.times is not None:
        times[:size] = 0
        for tokens in example.times:
            for order, token in enumerate(tokens):
                if piece.start <= token < piece.end:
                    times[token - piece.start] = 1 if order == 0 else 2


def batches(pieces: Iterable[Piece], *, n_tokens: int, rng: random.Random) -> list[list[Piece]]:
    """Windows in groups of alike length and about ``n_tokens`` padded tokens, the groups in random order."""
    ordered = sorted(pieces, key=lambda piece: piece.end - piece.start + rng.random() * 24)
    groups: list[list[Piece]] = []
    group: list[Piece] = []
    for piece in ordered:
        longest = max(piece.end - piece.start, *(p.end - p.start for p in group)) if group else 0
        if group and longest * (len(group) + 1) > n_tokens:
            groups.append(group)
            group = []
        group.append(piece)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups
