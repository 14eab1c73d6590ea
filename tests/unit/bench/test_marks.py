from bench.marks import pair_up


def test_the_heaviest_pair_is_taken_first() -> None:
    weights = {(0, 0): 0.6, (0, 1): 0.9, (1, 0): 0.2, (1, 1): 0.8}
    pairs = pair_up([0, 1], [0, 1], lambda gold, predicted: weights[gold, predicted])
    assert sorted(pairs) == [(0, 1), (1, 0)]


def test_nothing_pairs_without_weight() -> None:
    assert pair_up([0], [0], lambda gold, predicted: 0.0) == []


def test_equal_weights_pair_in_order() -> None:
    assert pair_up("ab", "cd", lambda gold, predicted: 1.0) == [(0, 0), (1, 1)]


def test_each_prediction_is_used_once() -> None:
    assert pair_up([5, 6], [7], lambda gold, predicted: 1.0) == [(0, 0)]
