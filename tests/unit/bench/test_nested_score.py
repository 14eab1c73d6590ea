from collections.abc import Callable
from typing import Any

import pytest

from bench.nested_score import NestedScore, find_calibration_error, score_nested
from bench.score import Score, Tally, count, share

TEXT = (
    "Mayor Olav Brin said an aide told him on Monday that talks had failed. "
    "The Courier reported that Brin denied the plan, a source close to him as saying. "
    "Toll declined to comment. They may fail again."
)
Mark = Callable[..., dict[str, Any]]


@pytest.fixture
def make(mark_in: Callable[[str], Mark]) -> Mark:
    return mark_in(TEXT)


def make_gold(make: Mark) -> dict[str, Any]:
    attributions = [
        make(
            "g1",
            "Mayor Olav Brin",
            "said",
            "an aide told him on Monday that talks had failed",
            title="Mayor",
            source_name="Olav Brin",
        ),
        make(
            "g2",
            "an aide",
            "told",
            "that talks had failed",
            parent="g1",
            addressee="him",
            source_name="Per Moe",
        ),
        make("g3", "The Courier", "reported", "that Brin denied the plan", grounds="close to him"),
        make("g4", "Brin", "denied", "the plan", parent="g3", act="deny", certainty="denied"),
        make("g5", "Toll", "declined to comment", "", act="decline", certainty="open"),
    ]
    start = TEXT.index("They may")
    return {
        "text": TEXT,
        "attributions": attributions,
        "implied": [{"of": "g1", "content": [[start, start + 19]]}],
        "times": [{"span": [TEXT.index("Monday"), TEXT.index("Monday") + 6], "value": "1999-W01"}],
    }


def make_prediction(make: Mark) -> dict[str, Any]:
    attributions = [
        make(
            "p1",
            "Olav Brin",
            "said",
            "an aide told him on Monday that talks had failed",
            title="the mayor",
            probability=0.95,
            source_name="mayor Olav Brin",
        ),
        make("p2", "an aide", "told him", "that talks had failed", parent="p1", probability=0.75),
        make("p4", "Brin", "Brin denied", "the plan", parent="p3", certainty="denied"),
        make("p3", "The Courier", "reported", "the", addressee="Brin", probability=0.15),
        make("p5", "Toll", "declined", "", act="decline", certainty="certain", probability=0.85),
    ]
    start, monday = TEXT.index("may fail"), TEXT.index("on Monday")
    return {
        "attributions": attributions,
        "implied": [{"of": "p1", "content": [[start, start + 14]]}],
        "times": [{"span": [monday, monday + 9], "value": "1999-W02"}, {"span": [0, 5]}],
    }


@pytest.fixture
def score(make: Mark) -> NestedScore:
    return score_nested(make_gold(make), make_prediction(make))


@pytest.fixture
def tally(score: NestedScore) -> Tally:
    return score.tally


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("found", count(4, predicted=5, gold=5)),  # p3 has too little of g3's content
        ("cue start", count(4, predicted=5, gold=5)),  # p4's cue begins a word early
        ("nested found", share(2, 2)),
        ("parent hop", share(1, 2)),  # p4's parent is not paired with g3
        ("parent cue", share(2, 2)),  # though its cue is g3's
        ("no parent", share(2, 2)),
        ("source", share(4, 4)),
        ("whole", share(3, 5)),  # p4 has another act and hop
        ("source_type", share(4, 4)),
        ("act", share(3, 4)),
        ("certainty", share(3, 4)),
        ("title", count(1, predicted=1, gold=1)),  # "the mayor" has half its words in common
        ("addressee", count(0, predicted=1, gold=1)),
        ("grounds", count(0, predicted=0, gold=1)),
        ("implied", count(1, predicted=1, gold=1)),
        ("times", count(1, predicted=2, gold=1)),
        ("time value", share(0, 1)),
        ("name", share(1, 2)),
        ("name of role", share(0, 1)),
    ],
)
def test_each_figure_is_what_a_hand_count_gives(tally: Tally, name: str, expected: Score) -> None:
    assert tally[name] == expected


def test_each_probability_is_kept_with_whether_it_was_found(score: NestedScore) -> None:
    assert sorted(score.judged) == [(0.15, False), (0.75, True), (0.85, True), (0.95, True)]


def test_cues_that_do_not_touch_do_not_pair(make: Mark) -> None:
    gold = {"text": TEXT, "attributions": [make("g", "Toll", "declined", "They may fail")]}
    other = {"attributions": [make("p", "Toll", "comment", "They may fail")]}
    assert score_nested(gold, other).tally["found"] == count(0, predicted=1, gold=1)


def test_content_against_none_does_not_pair(make: Mark) -> None:
    gold = {"text": TEXT, "attributions": [make("g", "Toll", "declined", "")]}
    other = {"attributions": [make("p", "Toll", "declined", "to comment")]}
    assert score_nested(gold, other).tally["found"] == count(0, predicted=1, gold=1)


def test_two_attributions_may_share_a_cue_start(make: Mark) -> None:
    both = [make("g1", "Toll", "declined", ""), make("g2", "Brin", "declined", "")]
    gold = {"text": TEXT, "attributions": both}
    other = {"attributions": [make("p", "Toll", "declined", "")] * 3}
    assert score_nested(gold, other).tally["cue start"] == count(2, predicted=3, gold=2)


def test_implied_words_of_another_source_are_wrong(make: Mark) -> None:
    gold = make_gold(make)
    other = {**gold, "implied": [{**gold["implied"][0], "of": "g2"}]}
    assert score_nested(gold, other).tally["implied"] == count(0, predicted=1, gold=1)


def test_gold_against_itself_is_all_right(make: Mark) -> None:
    gold = make_gold(make)
    assert all(score.f1 == 1.0 for score in score_nested(gold, gold).tally.values())


def test_calibration_error_is_the_mean_gap_over_bins() -> None:
    judged = [(0.9, True), (0.9, True), (0.94, False), (0.2, False), (1.0, True)]
    gaps = abs(0.9 + 0.9 + 0.94 + 1.0 - 3) + 0.2
    assert find_calibration_error(judged) == pytest.approx(gaps / 5)


def test_calibration_of_nothing_is_no_error() -> None:
    assert find_calibration_error([]) == 0.0
