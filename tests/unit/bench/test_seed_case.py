from collections.abc import Callable
from typing import Any

import pytest

from bench.seed_case import is_date_right, judge_case

TEXT = "Brin said an aide told him that talks failed. Reportedly they go on."
Mark = Callable[..., dict[str, Any]]


@pytest.fixture
def gold(mark_in: Callable[[str], Mark]) -> dict[str, Any]:
    make = mark_in(TEXT)
    attributions = [
        make("g1", "Brin", "said", "an aide told him that talks failed"),
        make("g2", "an aide", "told", "that talks failed", parent="g1"),
        make("g3", "", "Reportedly", "they go on", act="hedge"),
    ]
    return {"text": TEXT, "date": "2031-05-04", "attributions": attributions}


def judge_with(gold: dict[str, Any], index: int, **changes: Any) -> tuple[str, ...]:
    """The faults of one gold attribution when its prediction differs in some fields."""
    predicted = list(gold["attributions"])
    predicted[index] = {**predicted[index], **changes}
    return judge_case(gold, {**gold, "attributions": predicted})[index].faults


def test_gold_against_itself_has_no_faults(gold: dict[str, Any]) -> None:
    assert [verdict.faults for verdict in judge_case(gold, gold)] == [(), (), ()]


@pytest.mark.parametrize(
    ("index", "changes", "faults"),
    [
        (0, {"source": []}, ("source: none where gold has one",)),
        (0, {"source": [[10, 17]]}, ("source: another where gold has one",)),
        (2, {"source": [[0, 4]]}, ("source: one where gold has none",)),
        (2, {"act": "say"}, ("act: say where gold has hedge",)),
        (1, {"parent": None}, ("hop: inside none where gold has g1",)),
        (2, {"parent": "g1"}, ("hop: inside g1 where gold has none",)),
        (2, {"parent": "x"}, ("hop: inside an unknown one where gold has none",)),
        (0, {"cue": [[0, 4]]}, ("not found: no cue there",)),
        (0, {"content": [[10, 12]]}, ("not found: the cue is there, the content is another",)),
    ],
)
def test_each_fault_is_named(
    gold: dict[str, Any], index: int, changes: dict[str, Any], faults: tuple[str, ...]
) -> None:
    assert judge_with(gold, index, **changes) == faults


def test_a_hop_to_an_attribution_that_is_not_found_is_a_fault(gold: dict[str, Any]) -> None:
    predicted = list(gold["attributions"])
    predicted[0] = {**predicted[0], "content": []}
    faults = judge_case(gold, {**gold, "attributions": predicted})[1].faults
    assert faults == ("hop: inside an unknown one where gold has g1",)


@pytest.mark.parametrize(
    ("date", "right"),
    [("2031-05-04", True), ("2031-05-04T09:30", True), ("2031-05", False), (None, False)],
)
def test_the_date_is_right_to_the_day_or_finer(
    gold: dict[str, Any], date: str | None, right: bool
) -> None:
    assert is_date_right(gold, {"date": date}) is right
