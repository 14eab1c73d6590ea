"""When a value of GUM and a TIMEX3 value denote the same time."""

import pytest

from bench.gum_dates import denotes_the_same


@pytest.mark.parametrize(
    ("gold", "ours", "same"),
    [
        ("2031", "2031", True),
        ("2031", "2031-05", False),
        ("2031-05", "2031", False),
        ("1940-01-01/1949-12-31", "194", True),
        ("1940/1949", "194", True),
        ("1940/1949", "195", False),
        ("1800-01-01/1899-12-31", "18", True),
        ("2031-05-04", "2031-05-04TNI", True),
        ("14:00:00", "2031-05-04T14:00", True),
        ("14:00:00", "2031-05-04T15:00", False),
        ("--07", "XXXX-07", True),
        ("--07", "2031-07", False),
        ("--06/--09", "XXXX-SU", True),
        ("2031-06/2031-08", "2031-SU", True),
        ("2031-06-20/2031-09-21", "2031-SU", True),
        ("2031-06/2031-08", "2032-SU", False),
        ("2031-05-05/2031-05-11", "2031-W19", True),
        ("2031-05-04/2031-05-10", "2031-W19", True),
        ("2031-05-01/2031-05-07", "2031-W19", False),
        ("-0776", "BC0776", True),
        ("2031", None, False),
        ("no date", "2031", False),
    ],
)
def test_values_agree_when_they_denote_the_same_days(gold, ours, same):
    assert denotes_the_same(gold, ours) is same
