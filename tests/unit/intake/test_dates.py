import pytest

from sayso.intake.dates import find_dates, find_stamp, read_given
from sayso.records import Precision


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("3 January 2019", "2019-01-03"),
        ("Thursday, 3rd January 2019", "2019-01-03"),
        ("January 3, 2019", "2019-01-03"),
        ("Sept. 9, 2021", "2021-09-09"),
        ("2019-01-03", "2019-01-03"),
        ("2019/1/3", "2019-01-03"),
        ("28/11/2019", "2019-11-28"),
        ("11/28/2019", "2019-11-28"),
        ("03-Jan-2019", "2019-01-03"),
        ("January 2019", "2019-01"),
        ("3 January 2019 at 9:30 am GMT", "2019-01-03T09:30Z"),
        ("3 January 2019, 21.05", "2019-01-03T21:05"),
        ("09:30, 3 January 2019", "2019-01-03T09:30"),
        ("2019-01-03T09:30:12+09:00", "2019-01-03T09:30+09:00"),
    ],
)
def test_date_is_found_with_its_precision(line, value):
    (found,) = find_dates(line)
    assert found.value == value
    assert line[found.start : found.end] == line


@pytest.mark.parametrize(
    "line",
    [
        "31 June 2019",
        "Friday, 3 January 2019",  # it was a Thursday
        "03/04/2019",  # two countries read it differently
        "in 2019",
        "3 January",
        "1.2.3.2019",
        "version 12019-01-03",
    ],
)
def test_no_date_is_made_up(line):
    assert find_dates(line) == ()


def test_several_dates_come_in_text_order():
    found = find_dates("Published 3 January 2019, updated 2019-01-05")
    assert [each.value for each in found] == ["2019-01-03", "2019-01-05"]


@pytest.mark.parametrize(
    ("stamp", "value", "precision"),
    [
        ("2019", "2019", Precision.YEAR),
        ("2019-01", "2019-01", Precision.MONTH),
        ("20190103", "2019-01-03", Precision.DAY),
        ("2019-01-03T00:00:00Z", "2019-01-03", Precision.DAY),
        ("2019-01-03T09:30:00-05:00", "2019-01-03T09:30-05:00", Precision.MINUTE),
        ("Thu, 03 Jan 2019 09:30:00 GMT", "2019-01-03T09:30Z", Precision.MINUTE),
    ],
)
def test_stamp_of_a_machine(stamp, value, precision):
    found = find_stamp(stamp)
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize(
    ("given", "value", "precision"),
    [
        ("2019", "2019", Precision.YEAR),
        ("2019-01", "2019-01", Precision.MONTH),
        ("2019-01-03", "2019-01-03", Precision.DAY),
        ("2019-01-03T09:30", "2019-01-03T09:30", Precision.MINUTE),
        ("2019-01-03 09:30:59Z", "2019-01-03T09:30Z", Precision.MINUTE),
        ("2019-01-03T09:30+0530", "2019-01-03T09:30+05:30", Precision.MINUTE),
    ],
)
def test_given_date(given, value, precision):
    assert read_given(given) == (value, precision)


@pytest.mark.parametrize("given", ["", "yesterday", "2019-13", "2019-02-30", "2019-01-03T25:00"])
def test_given_date_that_is_none(given):
    assert read_given(given) is None
