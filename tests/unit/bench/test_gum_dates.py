"""When a value of GUM and a TIMEX3 value denote the same time."""

import pytest

from bench.gum_dates import denotes_the_same, is_right
from sayso.records import Span, Timex


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


@pytest.mark.parametrize(
    ("gold", "ours", "same"),
    [
        ("1960-01-01/1969-01-01", "196", True),
        ("1960-01-01/1970-01-01", "196", False),
        ("1830-1-1/1839-12-31", "183", True),
        ("-0499/-0400", "BC04", True),
        ("-0499/-0400", "BC05", False),
    ],
)
def test_sloppy_intervals_are_read_as_they_are_meant(gold, ours, same):
    assert denotes_the_same(gold, ours) is same


@pytest.mark.parametrize(
    ("gold", "value", "edtf", "same"),
    [
        ("2031/2034-12-31", "203", "2031/2034", True),
        ("2030/2034", "203", "2030/2033~", True),
        ("2030/2036", "203", "2030/2033~", False),
        ("2030/2034", "203", "2030/2033", False),
        ("2031/", "2031", "2031/..", True),
        ("/2031", "2031", "../2031", True),
        ("2031/", "2031", "../2031", False),
        ("2031/", "2031", "2031", False),
        ("/2031-05", "PAST_REF", None, True),
        ("/2031-04", "PAST_REF", None, False),
        ("2031-05-04/", "FUTURE_REF", None, True),
        ("2031-05-04/", "PAST_REF", None, False),
        ("2031-05-04", "PRESENT_REF", None, False),
    ],
)
def test_the_edtf_counts_where_a_value_cannot_say_it(gold, value, edtf, same):
    time = Timex(span=Span(0, 1), value=value, edtf=edtf)
    assert is_right(gold, time, "2031-05-04") is same
