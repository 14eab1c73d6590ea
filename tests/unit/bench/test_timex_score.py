"""TempEval-3's counts of time expressions."""

import pytest

from bench.timex_score import score_timex


def gold(*timexes):
    return {"timex": [{"start": s, "end": e, "value": v} for s, e, v in timexes]}


def read(*times):
    return {"times": [{"span": [s, e], "value": v} for s, e, v in times]}


@pytest.mark.parametrize(
    ("figure", "f1"),
    [("relaxed", 2 * 2 / 5), ("strict", 2 * 1 / 5), ("value", 2 * 1 / 5), ("value of found", 0.5)],
)
def test_each_figure_is_what_a_hand_count_gives(figure, f1):
    ours = gold((0, 9, "2031-05"), (20, 28, "P3D"), (40, 44, "2030"))
    theirs = read((3, 9, "2031-05"), (20, 28, "P3W"))
    assert score_timex(ours, theirs)[figure].f1 == pytest.approx(f1)


def test_of_two_overlaps_the_equal_extent_is_paired():
    ours = gold((0, 4, "2031"))
    theirs = read((0, 9, "2031-05"), (0, 4, "2031"))
    assert score_timex(ours, theirs)["value"].precision == pytest.approx(0.5)
