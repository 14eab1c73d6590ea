"""Window scores into drafts of attributions: which cues stand, and which tokens belong to each."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.analyse.token_sets import Runs, best_token_sets
from sayso.encoder.decoding import Decoding
from sayso.encoder.labels import SPAN_ROLES
from sayso.encoder.session import WindowScores

Floats = npt.NDArray[np.float32]

MAX_RUNS = 3
CUE, CONTENT = SPAN_ROLES.index("cue"), SPAN_ROLES.index("content")
# Larger than any score the network gives: what it outweighs is certain.
_CERTAIN = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One cue that stands, in tokens of the whole text.

    Shapes: ``runs`` follow SPAN_ROLES; ``parents`` [1 + tokens of the window], column 0 is "none"
    and column ``1 + t - window_start`` token t; ``labels`` are the best source type, act and
    certainty.
    """

    cue: int
    score: float
    content_score: float
    runs: tuple[Runs, ...]
    labels: tuple[int, int, int]
    window_start: int
    parents: Floats

    def content_holds(self, token: int) -> bool:
        """Whether a token lies inside the content."""
        return any(first <= token <= last for first, last in self.runs[CONTENT])


def make_drafts(windows: Iterable[WindowScores], decoding: Decoding) -> list[Draft]:
    """The drafts of all windows in text order, each cue once."""
    drafts: list[Draft] = []
    for scores in windows:
        drafts.extend(_drafts_of_window(scores, decoding))
    return _without_cues_in_cues(drafts)


def _drafts_of_window(scores: WindowScores, decoding: Decoding) -> list[Draft]:
    kept = np.flatnonzero(scores.anchors > decoding.cue_threshold)
    if not len(kept):
        return []
    start = scores.window.start
    spans = scores.spans[kept]
    _pin_cue(spans, scores.cues[kept] - start)
    n_roles = len(SPAN_ROLES)
    sets = best_token_sets(spans.reshape(-1, *spans.shape[2:]), max_runs=MAX_RUNS)
    labels = [
        each[kept].argmax(axis=1) for each in (scores.source_types, scores.acts, scores.certainties)
    ]
    return [
        Draft(
            cue=int(scores.cues[row]),
            score=float(scores.anchors[row]),
            content_score=_mean_inside(spans[number, CONTENT, 0], sets[number * n_roles + CONTENT]),
            runs=tuple(
                tuple((first + start, last + start) for first, last in runs)
                for runs in sets[number * n_roles : (number + 1) * n_roles]
            ),
            labels=(int(labels[0][number]), int(labels[1][number]), int(labels[2][number])),
            window_start=start,
            parents=scores.parents[row],
        )
        for number, row in enumerate(kept)
    ]


def _pin_cue(spans: Floats, cues: npt.NDArray[np.int64]) -> None:
    """A cue begins at its own first token: that one is inside, all before are not."""
    tokens = np.arange(spans.shape[-1])
    spans[:, CUE, 0][tokens[None] < cues[:, None]] = -_CERTAIN
    spans[np.arange(len(cues)), CUE, 0, cues] = _CERTAIN


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
