from itertools import product

import numpy as np
import pytest

from sayso.analyse.token_sets import best_token_sets


def runs_of(inside: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for token, is_inside in enumerate(inside):
        if is_inside and runs and runs[-1][1] == token - 1:
            runs[-1] = (runs[-1][0], token)
        elif is_inside:
            runs.append((token, token))
    return tuple(runs)


def score_of(inside: tuple[int, ...], scores: np.ndarray) -> float:
    token, begin, end = scores
    total = sum(token[index] for index, is_inside in enumerate(inside) if is_inside)
    return float(total + sum(begin[first] + end[last] for first, last in runs_of(inside)))


@pytest.mark.parametrize("n_tokens", [1, 2, 3, 5, 7])
def test_equals_trying_every_set(n_tokens: int) -> None:
    scores = np.random.default_rng(n_tokens).normal(size=(40, 3, n_tokens)).astype(np.float32)
    every = list(product((0, 1), repeat=n_tokens))
    expected = [runs_of(max(every, key=lambda inside: score_of(inside, row))) for row in scores]
    assert best_token_sets(scores, max_runs=4) == expected


def test_no_more_runs_than_asked_for() -> None:
    scores = np.full((1, 3, 9), 0.0, dtype=np.float32)
    scores[0, 0] = [3, -9, 2, -9, 5, -9, 4, -9, 1]
    assert best_token_sets(scores, max_runs=2) == [((4, 4), (6, 6))]


def test_the_empty_set_stands_where_no_other_scores_as_much() -> None:
    scores = np.zeros((3, 3, 2), dtype=np.float32)
    scores[:, 0] = [-1.0, -3.0]
    empty = np.array([0.0, -0.5, -2.0], dtype=np.float32)
    assert best_token_sets(scores, max_runs=3, empty=empty) == [(), (), ((0, 0),)]


def test_no_tokens_give_no_runs() -> None:
    assert best_token_sets(np.zeros((2, 3, 0), dtype=np.float32), max_runs=3) == [(), ()]
