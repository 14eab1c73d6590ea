"""Corpora into training windows: tokens in, and as targets the shares that the network should
give: 0 or 1 where people annotated."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from bench.reports import Report
from sayso.encoder.labels import (
    ACTORS,
    ACTS,
    CERTAINTIES,
    EVENTS,
    SOURCE_TYPES,
    SPAN_ROLES,
    STYLES,
    TIME_TAGS,
)
from sayso.encoder.tokens import Tokens, tokenize
from sayso.encoder.windows import make_windows
from sayso.sentences import find_sentences
from training.names import find_mentions

UNKNOWN = -100
LABEL_SIZES = (len(SOURCE_TYPES), len(ACTS), len(CERTAINTIES))
N_KNOWN_IN_POLNEAR = 3  # cue, source, content
MAX_POSITIONS = 512


@dataclass(slots=True)
class Cue:
    """One gold attribution in tokens; ``roles`` follows SPAN_ROLES, ``parent`` is the parent's
    first cue token, ``mentions`` the first and last tokens of its source's name."""

    start: int
    roles: list[list[int]]
    parent: int | None = None
    source_type: int = UNKNOWN
    act: int = UNKNOWN
    certainty: int = UNKNOWN
    mentions: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` that tell of an event of a class, and, where they are known, the
    tokens of those who take part, by role."""

    first: int
    last: int
    event: int
    actors: list[list[int]] | None


@dataclass(slots=True)
class Example:
    """One report of one corpus, ready to be cut into windows; of one that is not labelled only the
    text is known."""

    tokens: Tokens
    breaks: np.ndarray
    style: int
    labelled: bool = True
    cues: list[Cue] = field(default_factory=list)
    times: list[list[int]] | None = None
    unknown_anchors: list[int] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A window of an example: tokens ``[start, end)``."""

    example: Example
    start: int
    end: int


def make_example(
    report: Report, style: str, tokenizer: Tokenizer, *, labelled: bool = True
) -> Example:
    """A report with its gold in tokens."""
    tokens = tokenize(report["text"], tokenizer)
    breaks = break_tokens(report["text"], tokens)
    example = Example(tokens, breaks, STYLES.index(style), labelled)
    if not labelled:
        return example
    if style != "polnear":
        example.times = [tokens.covered([span]) for span in _time_spans(report)]
    by_id = {}
    for attribution in report.get("attributions", []):
        cue = _make_cue(attribution, report, tokens)
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


def break_tokens(text: str, tokens: Tokens) -> np.ndarray:
    """The first token of each sentence."""
    return np.searchsorted(tokens.starts, [span.start for span in find_sentences(text)])


def _time_spans(report: Report) -> list[list[int]]:
    if "timex" in report:
        return [[timex["start"], timex["end"]] for timex in report["timex"]]
    return [time["span"] for time in report["times"]]


def _make_cue(attribution: Report, report: Report, tokens: Tokens) -> Cue | None:
    spans = {role: attribution.get(role) for role in SPAN_ROLES}
    near = (attribution["source"] or attribution["cue"] or [[0, 0]])[0][0]
    for role in ("addressee", "title"):
        spans[role] = _nearest(report["text"], spans[role], near)
    roles = [tokens.covered(spans[role] or []) for role in SPAN_ROLES]
    if not roles[0]:
        return None
    cue = Cue(roles[0][0], roles)
    if "source_type" in attribution:
        cue.source_type = SOURCE_TYPES.index(attribution["source_type"])
        cue.act = ACTS.index(attribution["act"])
        cue.certainty = CERTAINTIES.index(attribution["certainty"])
    mentions = [tokens.covered([list(span)]) for span in find_mentions(report, attribution)]
    cue.mentions = [(each[0], each[-1]) for each in mentions if each]
    return cue


def _nearest(text: str, words: str | None, near: int) -> list[list[int]]:
    """Where the words stand nearest to a character, since the corpus gives titles and addressees as
    strings."""
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
    """The windows of an example; ``shift`` moves their borders, so that no two passes see the same
    ones."""
    n_tokens = len(example.tokens)
    shift = shift if n_tokens > length else 0
    if shift:
        yield Piece(example, 0, min(shift + margin, n_tokens))
    for window in make_windows(
        example.breaks[example.breaks >= shift] - shift,
        n_tokens - shift,
        length=length,
        margin=margin,
    ):
        yield Piece(example, window.start + shift, window.end + shift)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded tensors of some windows: what the network sees, and the shares it should give.

    Shapes: ids .. hidden, anchors [batch, tokens]; style, labelled [batch]; times [batch, tokens,
    3]; cues, is_cue [batch, cues]; spans [batch, cues, roles, 3, tokens], where a token is inside,
    a run's begin or its end; known_roles [batch, cues, roles]; source_type .. certainty [batch,
    cues, classes]; parents [batch, cues, 1 + cues], column 0 is "none"; names [batch, cues, 2,
    1 + tokens], where a mention of the source's name begins and where one ends, column 0 is "not in
    this window", of which any is right, or shares of one, as ``named_by_share`` [batch, cues] says;
    stretches [batch, stretches, tokens], bool, events [batch, stretches, classes];
    actors, known_actors [batch, tokens, actors]. All zeros is "not known", for anchors UNKNOWN is.
    ``hidden`` are the tokens to be masked.
    """

    ids: Tensor
    shapes: Tensor
    paragraphs: Tensor
    style: Tensor
    positions: Tensor
    mask: Tensor
    hidden: Tensor
    labelled: Tensor
    anchors: Tensor
    times: Tensor
    cues: Tensor
    is_cue: Tensor
    spans: Tensor
    known_roles: Tensor
    source_type: Tensor
    act: Tensor
    certainty: Tensor
    parents: Tensor
    names: Tensor
    named_by_share: Tensor
    stretches: Tensor
    events: Tensor
    actors: Tensor
    known_actors: Tensor

    def inputs(self) -> dict[str, Tensor]:
        """What the token network is given, by its arguments' names, with no token masked."""
        names = ("ids", "shapes", "paragraphs", "style", "positions", "mask")
        return {name: getattr(self, name) for name in names}

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        moved = {name: getattr(self, name).to(device) for name in self.__slots__}
        return Batch(**moved)


def collate(pieces: list[Piece], rng: random.Random | None, *, hidden_share: float = 0.0) -> Batch:
    """Windows as one padded batch; with ``rng`` at random position offsets, so that every position
    is trained.

    ``hidden_share`` of the tokens are to be masked, so that no single word is relied on.
    """
    n_tokens = max(piece.end - piece.start for piece in pieces)
    inputs = _collate_inputs(pieces, n_tokens)
    hidden = torch.zeros_like(inputs["mask"])
    if rng is not None:
        generator = torch.Generator().manual_seed(rng.getrandbits(32))
        room = MAX_POSITIONS - n_tokens + 1
        inputs["positions"] += torch.randint(room, (len(pieces), 1), generator=generator)
        hidden = torch.rand(hidden.shape, generator=generator) < hidden_share
    return Batch(
        **inputs,
        hidden=hidden & inputs["mask"],
        style=torch.tensor([piece.example.style for piece in pieces]),
        labelled=torch.tensor([piece.example.labelled for piece in pieces]),
        **_collate_tags(pieces, n_tokens),
        **_collate_cues(pieces, n_tokens),
        **_collate_events(pieces, n_tokens),
    )


def _collate_inputs(pieces: list[Piece], n_tokens: int) -> dict[str, Tensor]:
    names = ("ids", "shapes", "paragraphs")
    out = {name: torch.zeros(len(pieces), n_tokens, dtype=torch.long) for name in names}
    out["mask"] = torch.zeros(len(pieces), n_tokens, dtype=torch.bool)
    out["positions"] = torch.arange(n_tokens)[None].repeat(len(pieces), 1)
    for row, piece in enumerate(pieces):
        size = piece.end - piece.start
        out["mask"][row, :size] = True
        for name in names:
            values = getattr(piece.example.tokens, name)[piece.start : piece.end]
            out[name][row, :size] = torch.from_numpy(values)
    return out


def _collate_tags(pieces: list[Piece], n_tokens: int) -> dict[str, Tensor]:
    anchors = torch.full((len(pieces), n_tokens), float(UNKNOWN))
    times = torch.full((len(pieces), n_tokens), UNKNOWN)
    for row, piece in enumerate(pieces):
        if piece.example.labelled:
            _fill_tags(piece, anchors[row], times[row])
    return {"anchors": anchors, "times": _one_hot(times, len(TIME_TAGS))}


def _fill_tags(piece: Piece, anchors: Tensor, times: Tensor) -> None:
    example, size = piece.example, piece.end - piece.start
    if example.style != STYLES.index("timex"):
        anchors[:size] = 0.0
        anchors[_inside(piece, example.unknown_anchors)] = UNKNOWN
        anchors[_inside(piece, [cue.start for cue in example.cues])] = 1.0
    if example.times is not None:
        times[:size] = 0
        times[_inside(piece, [token for tokens in example.times for token in tokens])] = 2
        times[_inside(piece, [tokens[0] for tokens in example.times if tokens])] = 1


def _inside(piece: Piece, tokens: Iterable[int]) -> list[int]:
    return [token - piece.start for token in tokens if piece.start <= token < piece.end]


def _collate_cues(pieces: list[Piece], n_tokens: int) -> dict[str, Tensor]:
    cues = [[cue for cue in p.example.cues if p.start <= cue.start < p.end] for p in pieces]
    shape = len(pieces), max(1, max(len(each) for each in cues))
    starts = torch.zeros(shape, dtype=torch.long)
    is_cue = torch.zeros(shape, dtype=torch.bool)
    roles = torch.zeros(*shape, len(SPAN_ROLES), n_tokens, dtype=torch.bool)
    known = torch.zeros(*shape, len(SPAN_ROLES), dtype=torch.bool)
    parents = torch.full(shape, UNKNOWN)
    names = torch.zeros(*shape, 2, 1 + n_tokens)
    labels = torch.full((*shape, len(LABEL_SIZES)), UNKNOWN)
    for row, piece in enumerate(pieces):
        number = {cue.start: index for index, cue in enumerate(cues[row])}
        polnear = piece.example.style == STYLES.index("polnear")
        for index, cue in enumerate(cues[row]):
            starts[row, index] = cue.start - piece.start
            is_cue[row, index] = True
            for role, tokens in enumerate(cue.roles):
                roles[row, index, role, _inside(piece, tokens)] = True
            known[row, index, : N_KNOWN_IN_POLNEAR if polnear else None] = True
            labels[row, index] = torch.tensor([cue.source_type, cue.act, cue.certainty])
            # Two attributions may share a first token; the pointer cannot tell them apart.
            told_apart = cue.parent != cue.start and (cue.parent is None or cue.parent in number)
            if not polnear and told_apart:
                parents[row, index] = 0 if cue.parent is None else number[cue.parent] + 1
            if cue.mentions:
                _fill_names(names[row, index], piece, cue)
    source_type, act, certainty = (
        _one_hot(labels[..., kind], size) for kind, size in enumerate(LABEL_SIZES)
    )
    return {
        "cues": starts, "is_cue": is_cue, "spans": to_marginals(roles), "known_roles": known,
        "source_type": source_type, "act": act, "certainty": certainty,
        "parents": _one_hot(parents, 1 + shape[1]), "names": names,
        "named_by_share": torch.zeros_like(is_cue),
    }  # fmt: skip


def _fill_names(names: Tensor, piece: Piece, cue: Cue) -> None:
    begins = _inside(piece, [first for first, _ in cue.mentions])
    ends = _inside(piece, [last for _, last in cue.mentions])
    if begins and ends:
        names[0, [1 + token for token in begins]] = 1.0
        names[1, [1 + token for token in ends]] = 1.0
    else:
        names[:, 0] = 1.0


def _collate_events(pieces: list[Piece], n_tokens: int) -> dict[str, Tensor]:
    whole = [
        [each for each in p.example.stretches if p.start <= each.first and each.last < p.end]
        for p in pieces
    ]
    shape = len(pieces), max(1, max(len(each) for each in whole))
    stretches = torch.zeros(*shape, n_tokens, dtype=torch.bool)
    events = torch.full(shape, UNKNOWN)
    actors = torch.zeros(len(pieces), n_tokens, len(ACTORS))
    known = torch.zeros_like(actors)
    for row, piece in enumerate(pieces):
        for index, stretch in enumerate(whole[row]):
            inside = slice(stretch.first - piece.start, stretch.last + 1 - piece.start)
            stretches[row, index, inside] = True
            events[row, index] = stretch.event
            if stretch.actors is not None:
                known[row, inside] = 1.0
                for role, tokens in enumerate(stretch.actors):
                    actors[row, _inside(piece, tokens), role] = 1.0
    return {
        "stretches": stretches, "events": _one_hot(events, len(EVENTS)), "actors": actors,
        "known_actors": known,
    }  # fmt: skip


def _one_hot(numbers: Tensor, size: int) -> Tensor:
    return F.one_hot(numbers.clamp(min=0), size) * (numbers != UNKNOWN)[..., None].float()


def to_marginals(inside: Tensor) -> Tensor:
    """Token sets as the shares that a network certain of them would give: inside, begin, end.

    Shapes: inside [.., tokens] bool; result [.., 3, tokens].
    """
    before, after = F.pad(inside, (1, 0))[..., :-1], F.pad(inside, (0, 1))[..., 1:]
    return torch.stack([inside, inside & ~before, inside & ~after], -2).float()


def batches(pieces: Iterable[Piece], *, n_tokens: int, rng: random.Random) -> list[list[Piece]]:
    """Windows in groups of alike length and about ``n_tokens`` padded tokens, the groups in random
    order."""
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
