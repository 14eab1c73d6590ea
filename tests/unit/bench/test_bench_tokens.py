import pytest

from bench.tokens import find_tokens, jaccard


def test_apostrophes_stay_inside_words_and_marks_stand_alone() -> None:
    assert find_tokens("Toll’s dog, isn't it?").words == ("Toll’s", "dog", ",", "isn't", "it", "?")


@pytest.mark.parametrize(
    ("ranges", "covered"),
    [
        ([[0, 3]], {0}),
        ([[1, 5]], {0, 1}),
        ([[3, 4]], set()),
        ([[4, 7], [8, 9]], {1, 2}),
        ([[0, 99]], {0, 1, 2}),
        ([], set()),
    ],
    ids=["whole", "touched", "only a blank", "two ranges", "past the end", "none"],
)
def test_a_range_covers_every_token_it_touches(ranges: list[list[int]], covered: set[int]) -> None:
    assert find_tokens("the dam held").covered(ranges) == covered


def test_equal_pieces_count_once() -> None:
    assert find_tokens("the dam held").pieces([[0, 7], [1, 6], [8, 12]]) == {(0, 2), (2, 3)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [({1, 2}, {2, 3}, 1 / 3), (set(), set(), 1.0), ({1}, set(), 0.0)],
    ids=["one of three", "both empty", "one empty"],
)
def test_jaccard_is_the_common_share(one: set[int], other: set[int], expected: float) -> None:
    assert jaccard(frozenset(one), frozenset(other)) == expected
