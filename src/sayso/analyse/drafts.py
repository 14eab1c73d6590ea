"""Window scores into drafts of attributions: which cues stand, and which tokens belong to each."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.analyse.token_sets import Runs, best_token_sets
from sayso.analyse.who.pointer import Pointed, find_pointed
from sayso.encoder.decoding import Decoding
from sayso.encoder.labels import SOURCE_TYPES, SPAN_ROLES
from sayso.encoder.session import WindowScores
from sayso.encoder.tokens import Integers, Tokens
from sayso.records import SourceType

Floats = npt.NDArray[np.float32]

CUE, SOURCE, CONTENT, GROUNDS, ADDRESSEE = map(
    SPAN_ROLES.index, ("cue", "source", "content", "grounds", "addressee")
)
# In which order roles are chosen, and how many runs each may have: in the training parts 2 in
# 10,000 sources and 2 in 1,000 contents have more. No content holds its own cue or source.
_CHOICES = (("cue", 2), ("source", 1), ("content", 2), ("grounds", 1), ("addressee", 1),
            ("title", 1), ("implied", 3))  # fmt: skip
_EXCLUDED = {"cue": ("source", "content"), "source": ("content",)}
# Larger than any score the network gives: what it outweighs is certain.
_CERTAIN = 100.0
# What each token loses in another block of lines than the cue. Of the 13,500 sources, cues and
# grounds in the training part of the sayso corpus none crosses an empty line; a carry-on may.
_LOSSES_IN_OTHER_BLOCK = np.array(
    [0.0 if role in ("content", "implied") else _CERTAIN for role in SPAN_ROLES], np.float32
)
# What each token of a content loses in another line than the cue. Of the contents 2 in 100 leave
# its paragraph, mostly quotations of several, of which the network is sure.
_LOSS_IN_OTHER_LINE = 0.5
_NAMELESS = np.array([each in (SourceType.NONE, SourceType.REPORT) for each in SOURCE_TYPES])


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One cue that stands, in tokens of the whole text.

    Shapes: ``runs`` follow SPAN_ROLES; ``parents`` [1 + tokens of the window], column 0 is "none"
    and column ``1 + t - window_start`` token t; ``labels`` are the best source type, act and
    certainty; ``pointed`` is where the source's name may stand.
    """

    cue: int
    score: float
    content_score: float
    runs: tuple[Runs, ...]
    labels: tuple[int, int, int]
    window_start: int
    parents: Floats
    pointed: tuple[Pointed, ...]

    def content_holds(self, token: int) -> bool:
        """Whether a token lies inside the content."""
        return any(first <= token <= last for first, last in self.runs[CONTENT])


def make_drafts(tokens: Tokens, windows: Iterable[WindowScores], decoding: Decoding) -> list[Draft]:
    """The drafts of all windows in text order, each cue once."""
    blocks, lines = np.cumsum(tokens.blanks), np.cumsum(tokens.paragraphs)
    drafts: list[Draft] = []
    for scores in windows:
        drafts.extend(_drafts_of_window(scores, tokens, blocks, lines, decoding))
    return _without_cues_in_cues(drafts)


def _drafts_of_window(
    scores: WindowScores, tokens: Tokens, blocks: Integers, lines: Integers, decoding: Decoding
) -> list[Draft]:
    kept = np.flatnonzero(scores.anchors > decoding.cue_threshold)
    if not len(kept):
        return []
    start = scores.window.start
    spans = scores.spans[kept]
    _pin_cue(spans, scores.cues[kept] - start)
    window, cues = slice(start, scores.window.end), scores.cues[kept]
    is_in_other_block = blocks[window][None] != blocks[cues][:, None]
    spans[:, :, 0] -= _LOSSES_IN_OTHER_BLOCK[None, :, None] * is_in_other_block[:, None]
    spans[:, CONTENT, 0] -= _LOSS_IN_OTHER_LINE * (lines[window][None] != lines[cues][:, None])
    sets = _choose_sets(spans, _score_empty_sets(scores.source_types[kept], decoding))
    labels = [
        each[kept].argmax(axis=1) for each in (scores.source_types, scores.acts, scores.certainties)
    ]
    return [
        Draft(
            cue=int(scores.cues[row]),
            score=float(scores.anchors[row]),
            content_score=_mean_inside(spans[number, CONTENT, 0], sets[CONTENT][number]),
            runs=tuple(
                tuple((first + start, last + start) for first, last in of_role[number])
                for of_role in sets
            ),
            labels=(int(labels[0][number]), int(labels[1][number]), int(labels[2][number])),
            window_start=start,
            parents=scores.parents[row],
            pointed=find_pointed(scores.names[row], tokens, start) if sets[SOURCE][number] else (),
        )
        for number, row in enumerate(kept)
    ]


def _pin_cue(spans: Floats, cues: npt.NDArray[np.int64]) -> None:
    """A cue begins at its own first token: that one is inside, all before are not."""
    tokens = np.arange(spans.shape[-1])
    spans[:, CUE, 0][tokens[None] < cues[:, None]] = -_CERTAIN
    spans[np.arange(len(cues)), CUE, 0, cues] = _CERTAIN


def _score_empty_sets(source_types: Floats, decoding: Decoding) -> Floats:
    """What it scores to have no token, for each cue and role [cues, roles]."""
    odds = np.exp(source_types - source_types.max(axis=1, keepdims=True))
    nameless = np.log(odds[:, _NAMELESS].sum(axis=1) / odds[:, ~_NAMELESS].sum(axis=1))
    empty = np.zeros((len(source_types), len(SPAN_ROLES)), dtype=np.float32)
    empty[:, CONTENT] = decoding.empty_content
    empty[:, GROUNDS] = decoding.empty_grounds
    empty[:, ADDRESSEE] = decoding.empty_addressee
    empty[:, SOURCE] = decoding.empty_source + decoding.source_by_type * nameless
    return empty


def _choose_sets(spans: Floats, empty: Floats) -> list[list[Runs]]:
    """The token set of each role and cue."""
    sets: list[list[Runs]] = [[] for _ in SPAN_ROLES]
    for name, max_runs in _CHOICES:
        role = SPAN_ROLES.index(name)
        sets[role] = best_token_sets(spans[:, role], max_runs=max_runs, empty=empty[:, role])
        for other in _EXCLUDED.get(name, ()):
            _forbid(spans[:, SPAN_ROLES.index(other), 0], sets[role])
    return sets


def _forbid(inside: Floats, sets: list[Runs]) -> None:
    for row, runs in enumerate(sets):
        for first, last in runs:
            inside[row, first : last + 1] = -_CERTAIN


def _mean_inside(inside: Floats, runs: Runs) -> float:
    if not runs:
        return 0.0
    return float(np.concatenate([inside[first : last + 1] for first, last in runs]).mean())


def _without_cues_in_cues(drafts: list[Draft]) -> list[Draft]:
    """Where a cue starts inside another's cue, only the likelier of the two stands."""
    kept: list[Draft] = []
    for draft in drafts:
        inside = kept and any(first <= draft.cue <= last for first, last in kept[-1].runs[CUE])
        if not inside:
            kept.append(draft)
        elif draft.score > kept[-1].score:
            kept[-1] = draft
    return kept
