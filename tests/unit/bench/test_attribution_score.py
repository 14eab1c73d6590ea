from collections.abc import Callable
from typing import Any

import pytest

from bench.attribution_score import same_source, score_attributions
from bench.score import Score, Tally, count, share
from bench.tokens import find_tokens

TEXT = 'Mara said: "It is safe." Olav, the mayor, thinks Mara lied. It is said that rain helps.'


@pytest.fixture
def tally(mark_in: Callable[[str], Callable[..., dict[str, Any]]]) -> Tally:
    """Three gold attributions against three half right predictions and a needless one."""
    make = mark_in(TEXT)
    gold = [
        make("g1", "Mara", "said:", '"It is safe."'),
        make("g2", "Olav, the mayor", "thinks", "Mara lied"),
        make("g3", "", "is said", "that rain helps"),
    ]
    predicted = [
        make("p4", "the mayor", "lied", "helps"),
        make("p3", "the", "is said", "that rain"),
        make("p2", "Olav", "thinks", "Mara lied"),
        make("p1", "Mara", "said", "It is safe"),
    ]
    return score_attributions({"text": TEXT, "attributions": gold}, {"attributions": predicted})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("found", count(3, predicted=4, gold=3)),
        ("who-said-it end-to-end", count(2, predicted=4, gold=2)),
        ("who-said-it accuracy", share(2, 2)),
        ("no-source accuracy", share(0, 1)),
        ("exact source", count(1, predicted=4, gold=2)),
        ("exact cue", count(2, predicted=4, gold=3)),
        ("exact content", count(1, predicted=4, gold=3)),
        ("exact triple", count(0, predicted=4, gold=3)),
        ("soft source", Score(2, 4, 1 + 1 / 4, 2)),
        ("soft cue", Score(3, 4, 1 / 2 + 1 + 1, 3)),
        ("soft content", Score(3, 4, 3 / 6 + 1 + 2 / 3, 3)),
        ("soft triple", Score(2, 4, 1 / 4 + 1 / 4, 3)),
        ("recall direct found", share(1, 1)),
        ("recall direct who", share(1, 1)),
        ("recall mixed found", share(0, 0)),
        ("recall indirect found", share(2, 2)),
        ("recall indirect who", share(1, 1)),
    ],
)
def test_each_figure_is_what_a_hand_count_gives(tally: Tally, name: str, expected: Score) -> None:
    assert tally[name] == expected


def test_attributions_without_content_are_left_out(
    mark_in: Callable[[str], Callable[..., dict[str, Any]]],
) -> None:
    report = {"text": TEXT, "attributions": [mark_in(TEXT)("g", "Mara", "said", "")]}
    assert score_attributions(report, report)["found"] == Score()


def test_an_equal_triple_is_exact_even_when_a_span_is_split(
    mark_in: Callable[[str], Callable[..., dict[str, Any]]],
) -> None:
    gold = mark_in(TEXT)("g", "Olav, the mayor", "thinks", "Mara lied")
    start, end = gold["content"][0]
    split = {**gold, "content": [[start, start + 4], [start + 5, end]]}
    tally = score_attributions({"text": TEXT, "attributions": [gold]}, {"attributions": [split]})
    assert tally["exact triple"] == count(1, predicted=1, gold=1)


@pytest.mark.parametrize(
    ("text", "gold", "predicted", "expected"),
    [
        ("the old mayor", {0, 1, 2}, {1, 2}, True),
        ("Brin , mayor of Oss", {0, 1, 2, 3, 4}, {0}, True),
        ("Olav Brin met Brin", {0, 1}, {3}, True),
        ("old Ng met Ng", {0, 1}, {3}, False),
        ("the mayor met the mayor", {0, 1}, {3, 4}, False),
        ("Brin met her", {0}, {2}, False),
        ("Brin met her", {0}, set(), False),
    ],
    ids=[
        "half is common",
        "same head before the comma",
        "same name elsewhere",
        "names of two letters do not count",
        "same common noun elsewhere",
        "pronoun for name",
        "no source",
    ],
)
def test_sources_are_the_same_when(
    text: str, gold: set[int], predicted: set[int], expected: bool
) -> None:
    tokens = find_tokens(text)
    assert same_source(frozenset(gold), frozenset(predicted), tokens) is expected
