"""Macro-F1 of event classes."""

import pytest

from bench.event_score import score_events


def test_each_class_counts_the_same():
    tally = score_events(["AID"] * 8 + ["PROTEST"] * 2, ["AID"] * 10)
    assert tally["macro F1"].f1 == pytest.approx((2 * 8 / 18 + 0) / 2)
    assert tally["right class"].f1 == pytest.approx(0.8)
