"""Forms of times that a report published on Thursday, 3 January 2019 may use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.when.partial import find_easter, find_season_year
from sayso.analyse.when.setting import Setting
from sayso.analyse.when.values import find_value

TODAY = date(2019, 1, 3)


def get_value(words, **more):
    return find_value(words, Setting(**{"today": TODAY, **more}))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        # hours
        ("0915 GMT", "2019-01-03T09:15"),
        ("0915 GMT (1015 CET) January 2, 2019", "2019-01-02T09:15"),
        ("09:15 this morning", "2019-01-03T09:15"),
        ("5 in the morning", "2019-01-03T05:00"),
        ("nine o'clock in the evening", "2019-01-03T21:00"),
        ("this morning 3rd January", "2019-01-03TMO"),
        ("Tuesday late afternoon", "2019-01-01TAF"),
        ("earlier tonight", "2019-01-03TNI"),
        ("overnight", "2019-01-02TNI"),
        # years
        ("May nineteen ninety-six", "1996-05"),
        ("the spring of fifteen seventy-two", "1572-SP"),
        ("12 March 533", "0533-03-12"),
        ("AD 533", "0533"),
        ("'08", "2008"),
        ("'68", "1968"),
        ("post-1989", "1989"),
        ("the 1700s", "17"),
        ("the '00s", "200"),
        ("the last half of the '70s", "197"),
        ("the 2011 period", "2011"),
        # quarters
        ("the June quarter", "2019-Q2"),
        ("the first six months of 2017", "2017-H1"),
        ("the latter half of 2017", "2017-H2"),
        ("the year-ago second quarter", "2017-Q2"),
        ("last quarter", "2018-Q4"),
        # distances
        ("two Sundays ago", "2018-12-23"),
        ("the Saturday before Christmas", "2018-12-22"),
        ("two days after Christmas", "2018-12-27"),
        ("the week of December 10", "2018-W50"),
        ("half a century ago", "196"),
        ("a year and a half ago", "2017"),
        ("ten thousand years ago", "PAST_REF"),
        ("in two weeks", "2019-W03"),
        ("two hours later", "2019-01-03"),
        # holidays
        ("Easter 2018", "2018-04-01"),
        ("Good Friday", "2019-04-19"),
        ("last Thanksgiving", "2018-11-22"),
        ("last March 31", "2018-03-31"),
        ("Black Friday 2018", "2018-11-23"),
        ("last Friday, December twenty-first", "2018-12-21"),
        ("the 12th of October last", "2018-10-12"),
        # how long
        ("the past month or so", "P1M"),
        ("days and weeks", "PXD"),
        ("the early years", "PXY"),
        ("the last number of years", "PXY"),
        ("the latest fiscal year", "2018"),
        ("a minute and a half", "PT1M30S"),
        ("the entire week", "2019-W01"),
        # seasons
        ("this winter", "2018-WI"),
        ("next winter", "2019-WI"),
        ("earlier in the season", "PAST_REF"),
        # ages are no times
        ("her 20s", None),
        ("his early thirties", None),
    ],
)
def test_value(words, value):
    assert get_value(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two Sundays ago", "XXXX-WXX-7"),
        ("last March 31", "XXXX-03-31"),
        ("this winter", "XXXX-WI"),
        ("'68", "XX68"),
        ("Easter", None),
        ("Easter 2018", "2018-04-01"),
        ("10 minutes later", "PT10M"),
        ("two weeks ago", "XXXX-WXX"),
        ("two years ago", "PAST_REF"),
    ],
)
def test_without_a_publication_date(words, value):
    assert get_value(words, today=None) == value


@pytest.mark.parametrize(
    ("words", "more", "value"),
    [
        ("one day", {"later": True}, "FUTURE_REF"),
        ("one-day", {"later": True}, "P1D"),
        ("overnight", {"later": True}, "2019-01-03TNI"),
        ("in two weeks", {"is_past": True}, "P2W"),
        ("the weekend", {"later": True}, "2019-W01-WE"),
        ("the evening", {"focus": "2018-12-31"}, "2018-12-31TEV"),
        ("the evening", {"focus": "2018-10-31"}, "2019-01-03TEV"),
        ("the latest period", {"quarter": "2018-Q2"}, "2018-Q2"),
        ("the same period last year", {"quarter": "2018-Q2"}, "2017-Q2"),
        ("the same period last year", {}, "2018"),
    ],
)
def test_some_forms_depend_on_their_setting(words, more, value):
    assert get_value(words, **more) == value


@pytest.mark.parametrize(
    ("year", "day"),
    [(1954, "04-18"), (1981, "04-19"), (2000, "04-23"), (2019, "04-21"), (2038, "04-25")],
)
def test_easter(year, day):
    assert f"{find_easter(year):%m-%d}" == day


@given(st.integers(min_value=1583, max_value=4099))
def test_easter_is_a_sunday_of_spring(year):
    easter = find_easter(year)
    assert easter.isoweekday() == 7
    assert (3, 22) <= (easter.month, easter.day) <= (4, 25)


@given(st.dates(min_value=date(2, 1, 1)), st.sampled_from(["SP", "SU", "FA", "WI"]))
def test_last_this_and_next_season_follow_each_other(day, code):
    last, this, following = (find_season_year(day, code, step) for step in (-1, 0, 1))
    assert last < following
    assert last <= this <= following


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from(["years", "decades"]))
def test_long_ago_is_no_day(number, unit):
    assert get_value(f"{number} {unit} ago") == "PAST_REF"
