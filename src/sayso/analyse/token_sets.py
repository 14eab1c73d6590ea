"""The best token set of each role: scores of tokens, run begins and run ends in, runs of tokens
out."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Runs = tuple[tuple[int, int], ...]


class _Layer(NamedTuple):
    """Scores with exactly so many runs, the last of which begins at a token, or ends at it.

    Shapes: both [tokens, sequences], since running maxima are fastest down the columns.
    """

    opening: Floats
    closing: Floats


def best_token_sets(scores: Floats, *, max_runs: int, empty: Floats | float = 0.0) -> list[Runs]:
    """The token set of highest score for each sequence, as runs of tokens ``(first, last)``,
    ascending.

    Shapes: scores [sequences, 3, tokens]: a token inside, a run that begins at it, a run that ends
    at it; ``empty`` [sequences], or one for all: the score of the set without a token.
    Source: Viterbi decoding of a two-state chain; exact for sets of at most ``max_runs`` runs, by
    running maxima over the tokens instead of a loop over them.
    """
    sets: list[Runs] = [()] * len(scores)
    if not scores.shape[2]:
        return sets
    inside, begin, end = np.ascontiguousarray(scores.transpose(1, 2, 0))
    total = np.cumsum(inside, axis=0)
    opening, ending = begin - total + inside, end + total
    one_run = _Layer(opening, _running_maximum(opening) + ending)
    # Where no single run is better than none, no more of them are: their scores add up.
    some = np.flatnonzero(one_run.closing.max(axis=0) > empty)
    layers = [_Layer(*(each[:, some] for each in one_run))]
    opening, ending = opening[:, some], ending[:, some]
    while len(layers) < max_runs:
        layers.append(_next_layer(layers[-1], opening, ending))
    n_runs = np.argmax([layer.closing.max(axis=0) for layer in layers], axis=0) + 1
    for column, row in enumerate(some.tolist()):
        sets[row] = _trace(layers[: n_runs[column]], column)
    return sets


def _next_layer(before: _Layer, opening: Floats, ending: Floats) -> _Layer:
    """One run more than ``before``; between two runs lies at least one token that is outside."""
    closed_two_before = np.full_like(opening, -np.inf)
    closed_two_before[2:] = _running_maximum(before.closing)[:-2]
    opened = opening + closed_two_before
    return _Layer(opened, _running_maximum(opened) + ending)


def _running_maximum(values: Floats) -> Floats:
    return np.maximum.accumulate(values, axis=0)


def _trace(layers: list[_Layer], column: int) -> Runs:
    runs = []
    stop = None
    for layer in reversed(layers):
        end = int(layer.closing[:stop, column].argmax())
        start = int(layer.opening[: end + 1, column].argmax())
        runs.append((start, end))
        stop = start - 1
    return tuple(reversed(runs))
