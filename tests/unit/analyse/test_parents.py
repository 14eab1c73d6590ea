import numpy as np

from sayso.analyse.drafts import Draft
from sayso.analyse.parents import find_parents
from sayso.encoder.decoding import Decoding

N_TOKENS = 40
NO_RUNS: tuple[tuple[int, int], ...] = ()


def draft(cue: int, content: tuple[int, int], scores: dict[int, float]) -> Draft:
    parents = np.full(1 + N_TOKENS, -9.0, dtype=np.float32)
    parents[0] = 0.0
    for token, score in scores.items():
        parents[1 + token] = score
    return Draft(
        cue=cue,
        score=1.0,
        content_score=1.0,
        runs=(((cue, cue),), NO_RUNS, (content,), NO_RUNS, NO_RUNS, NO_RUNS, NO_RUNS),
        labels=(0, 0, 0),
        window_start=0,
        parents=parents,
        pointed=(),
    )


def test_the_best_scored_cue_is_the_parent() -> None:
    drafts = [
        draft(2, (3, 20), {}),
        draft(5, (6, 20), {2: 1.0}),
        draft(9, (10, 20), {2: 1.0, 5: 3.0}),
    ]
    assert find_parents(drafts, Decoding()) == [None, 0, 1]


def test_a_score_below_none_gives_no_parent() -> None:
    drafts = [draft(2, (3, 20), {}), draft(5, (6, 20), {2: -0.5})]
    assert find_parents(drafts, Decoding()) == [None, None]


def test_a_content_that_holds_the_cue_gets_the_bonus() -> None:
    drafts = [draft(2, (3, 8), {}), draft(5, (6, 8), {2: -0.5}), draft(15, (16, 20), {2: 0.5})]
    assert find_parents(drafts, Decoding(inside_parent=1.0)) == [None, 0, None]


def test_a_circle_is_broken_at_its_weakest_hop() -> None:
    drafts = [draft(2, (3, 20), {5: 1.0}), draft(5, (6, 20), {2: 3.0})]
    assert find_parents(drafts, Decoding()) == [None, 0]


def test_cues_outside_the_window_are_no_parents() -> None:
    far = draft(2, (3, 5), {})
    near = Draft(
        cue=30,
        score=1.0,
        content_score=1.0,
        runs=far.runs,
        labels=(0, 0, 0),
        window_start=20,
        parents=np.array([0.0] + [5.0] * 20, dtype=np.float32),
        pointed=(),
    )
    assert find_parents([far, near], Decoding()) == [None, None]
