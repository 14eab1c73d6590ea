import pytest

from bench.score import Score, add_up, count, find_interval, share


def test_precision_recall_and_f1_of_counts() -> None:
    score = count(3, predicted=4, gold=6)
    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(0.6)


def test_nothing_predicted_and_nothing_in_gold_is_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_a_share_is_the_same_by_every_measure() -> None:
    score = share(1, 4)
    assert (score.precision, score.recall, score.f1) == (0.25, 0.25, 0.25)


def test_tallies_add_up_by_name_even_where_one_lacks_it() -> None:
    total = add_up([{"found": share(1, 2)}, {"found": share(1, 1), "times": share(0, 3)}])
    assert total == {"found": share(2, 3), "times": share(0, 3)}


def test_the_interval_of_equal_reports_is_a_point() -> None:
    low, high = find_interval([share(1, 2)] * 5, lambda score: score.recall)
    assert (low, high) == (0.5, 0.5)


def test_the_interval_of_unequal_reports_is_around_the_value_and_repeatable() -> None:
    scores = [share(0, 1), share(1, 1)] * 20
    low, high = find_interval(scores, lambda score: score.recall)
    assert 0.25 < low < 0.45 < 0.55 < high < 0.75
    assert (low, high) == find_interval(scores, lambda score: score.recall)
