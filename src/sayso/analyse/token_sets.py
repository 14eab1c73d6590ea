"""The best token set of each role: scores of tokens, run begins and run ends in, runs of tokens out."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Runs = tuple[tuple[int, int], ...]


class _Layer(NamedTuple):
    """Best scores with exactly so many runs; the last run still open, or closed.

    Shapes: all [sequences, tokens]; ``opened_at`` and ``closed_at`` say where the best last run begins and ends.
    """

    closed: Floats
    opened_at: Integers
    closed_at: Integers


def best_token_sets(scores: Floats, *, max_runs: int) -> list[Runs]:
    """The token set of highest score for each sequence, as runs of tokens ``(first, last)``, ascending.

    Shapes: scores [sequences, 3, tokens]: a token inside, a run that begins at it, a run that ends at it.
    Source: Viterbi decoding of a two-state chain; exact for sets of at most ``max_runs`` runs, by running maxima
    over the tokens instead of a loop over them.
    """
    n_sequences, _, n_tokens = scores.shape
    if not n_tokens:
        return [()] * n_sequences
    inside, begin, end = scores[:, 0], scores[:, 1], scores[:, 2]
    total = np.cumsum(inside, axis=1)
    opening = begin - total + inside
    ending = end + total
    layers: list[_Layer] = []
    for _ in range(max_runs):
        before = _closed_two_before(layers[-1].closed) if layers else 0.0
        layers.append(_next_layer(opening + before, ending))
    finals = np.stack([np.zeros(n_sequences), *(layer.closed[:, -1] for layer in layers)])
    n_runs = finals.argmax(axis=0)
    return [_trace(layers[: n_runs[row]], row, n_tokens - 1) for row in range(n_sequences)]


def _next_layer(opening: Floats, ending: Floats) -> _Layer:
    opened, opened_at = _running_maximum(opening)
    closed, closed_at = _running_maximum(opened + ending)
    return _Layer(closed, opened_at, closed_at)


def _closed_two_before(closed: Floats) -> Floats:
    """What was closed two tokens earlier: between two runs lies at least one token that is outside."""
    shifted = np.full_like(closed, -np.inf)
    shifted[:, 2:] = closed[:, :-2]
    return shifted


def _running_maximum(values: Floats) -> tuple[Floats, Integers]:
    best = np.maximum.accumulate(values, axis=1)
    is_new = np.ones(values.shape, dtype=bool)
    is_new[:, 1:] = values[:, 1:] > best[:, :-1]
    where = np.where(is_new, np.arange(values.shape[1]), 0)
    return best, np.maximum.accumulate(where, axis=1)


def _trace(layers: list[_Layer], row: int, last: int) -> Runs:
    runs = []
    for layer in reversed(layers):
        end = int(layer.closed_at[row, last])
        start = int(layer.opened_at[row, end])
        runs.append((start, end))
        last = start - 2
    return tuple(reversed(runs))
