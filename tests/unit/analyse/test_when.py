"""What times mean to a reader of a report published on Thursday, 3 January 2019."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.when.setting import Setting
from sayso.analyse.when.values import find_value
from tests.unit.analyse.made_times import published_on, value_all

TODAY = date(2019, 1, 3)


def get_value(words, **more):
    return find_value(words, Setting(**{"today": TODAY, **more}))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        # dates
        ("2015", "2015"),
        ("in 2015", "2015"),
        ("since 2017", "2017"),
        ("3 January 2019", "2019-01-03"),
        ("Thursday, 3rd January 2019", "2019-01-03"),
        ("Sept. 9, 2018", "2018-09-09"),
        ("June 2018", "2018-06"),
        ("2018-11-05", "2018-11-05"),
        ("11/25/2018", "2018-11-25"),
        ("25/11/2018", "2018-11-25"),
        ("the end of 2009", "2009"),
        ("the 5th of November, 2018", "2018-11-05"),
        ("nineteen ninety-six", "1996"),
        # without a year: the nearest
        ("December", "2018-12"),
        ("March", "2019-03"),
        ("Dec. 15", "2018-12-15"),
        ("25 January", "2019-01-25"),
        # days
        ("today", "2019-01-03"),
        ("yesterday", "2019-01-02"),
        ("tomorrow’s", "2019-01-04"),
        ("Thursday", "2019-01-03"),
        ("Wednesday", "2019-01-02"),
        ("last Thursday", "2018-12-27"),
        ("next Monday", "2019-01-07"),
        ("the weekend", "2019-W01-WE"),
        # last, this, next
        ("last month", "2018-12"),
        ("last year", "2018"),
        ("this week", "2019-W01"),
        ("next year", "2020"),
        ("earlier this month", "2019-01"),
        ("last June", "2018-06"),
        ("next spring", "2019-SP"),
        ("last summer", "2018-SU"),
        ("this decade", "201"),
        # so much before or after
        ("two years ago", "2017"),
        ("three weeks ago", "2018-W50"),
        ("ten days ago", "2018-12-24"),
        ("six months earlier", "2018-07"),
        ("many years ago", "PAST_REF"),
        # long stretches
        ("the 1950s", "195"),
        ("early 1990s", "199"),
        ("the late fifties", "195"),
        ("the 19th century", "18"),
        ("the third quarter", "2018-Q3"),
        ("the first quarter of 2017", "2017-Q1"),
        ("the second half of last year", "2018-H2"),
        # parts of the day and hours
        ("Wednesday night", "2019-01-02TNI"),
        ("late on Wednesday", "2019-01-02"),
        ("this morning", "2019-01-03TMO"),
        ("tonight", "2019-01-03TNI"),
        ("last night", "2019-01-02TNI"),
        ("9:30 p.m. on Wednesday", "2019-01-02T21:30"),
        ("4 a.m. EST Thursday", "2019-01-03T04:00"),
        ("noon", "2019-01-03T12:00"),
        # how long
        ("three days", "P3D"),
        ("two-year", "P2Y"),
        ("twenty-four hours", "PT24H"),
        ("half an hour", "PT30M"),
        ("an hour and a half", "PT1H30M"),
        ("six to eight months", "P8M"),
        ("several weeks", "PXW"),
        ("decades", "PXDE"),
        ("the past five years", "P5Y"),
        ("nearly forty years", "P40Y"),
        # how often
        ("daily", "P1D"),
        ("every Friday", "XXXX-WXX-5"),
        ("each December", "XXXX-12"),
        # nothing more precise
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        # holidays
        ("Christmas Eve 2018", "2018-12-24"),
        ("Valentine's Day of 2015", "2015-02-14"),
        ("Election Day 2018", "2018-11-06"),
        ("election day", "2020-11-03"),
        ("last week Friday", "2018-12-28"),
        ("Friday last week", "2018-12-28"),
        ("next Thursday night", "2019-01-10TNI"),
        ("the past five seasons", "P5Y"),
        ("the 2009 season", "2009"),
        ("last season", "PAST_REF"),
        ("year's end", "2019"),
        ("hundreds of years", "PXY"),
        ("1930's", "193"),
        ("6/25/90", "1990-06-25"),
        ("5 o'clock", "2019-01-03T05:00"),
        ("Thanksgiving 2018", "2018-11-22"),
        # no times
        ("the mayor", None),
        ("31 June 2018", None),
        ("", None),
    ],
)
def test_value(words, value):
    assert get_value(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thursday", "XXXX-WXX-4"),
        ("March", "XXXX-03"),
        ("today", "XXXX-XX-XX"),
        ("last year", "PAST_REF"),
        ("this season", "PRESENT_REF"),
        ("last week", "XXXX-WXX"),
        ("Wednesday night", "XXXX-WXX-3TNI"),
        ("the third quarter", "XXXX-Q3"),
        ("3 January 2019", "2019-01-03"),
        ("three days", "P3D"),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(words, value):
    assert get_value(words, today=None) == value


@pytest.mark.parametrize(
    ("words", "later", "value"),
    [
        ("Wednesday", True, "2019-01-09"),
        ("December", True, "2019-12"),
        ("2 January", True, "2020-01-02"),
    ],
)
def test_what_is_to_come_is_looked_for_ahead(words, later, value):
    assert get_value(words, later=later) == value


@pytest.mark.parametrize(
    ("words", "focus", "value"),
    [
        ("that year", "1988-05", "1988"),
        ("the following day", "2018-06-30", "2018-07-01"),
        ("two days later", "2018-06-30", "2018-07-02"),
        ("the same month", "2018-06-30", "2018-06"),
        ("9 a.m.", "2018-06-30", "2018-06-30T09:00"),
    ],
)
def test_some_times_lean_on_the_one_before(words, focus, value):
    assert get_value(words, focus=focus) == value


def test_times_of_a_text_are_valued_in_order():
    text = "It began in May 1988. Later that year it stopped; it will open again on Monday."
    words = ("May 1988", "that year", "Monday")
    assert [time.value for time in value_all(text, *words)] == ["1988-05", "1988", "2019-01-07"]


@pytest.mark.parametrize("words", ["March", "since March"])
def test_what_has_held_since_a_time_began_before_the_report(words):
    text = "The crew has known of it since March."
    (time,) = value_all(text, words, published=published_on("2019-10-14"))
    assert time.value == "2019-03"


PIECES = (
    "last", "next", "a", "an", "two", "of", "the", "first", "1990", "0s", "may", "monday", ".", ",",
    "-", "/", ":", "31", "99", "ago", "later", "half", "night", "year", "weeks", "q4", "hundred",
    "quarter", "every", "noon", "pm", "1/2", "century", "decades",
)  # fmt: skip


@given(st.text(max_size=90) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_no_words_break_it(words):
    for setting in (Setting(), Setting(today=date.max), Setting(today=date.min, later=True)):
        value = find_value(words, setting)
        assert value is None or value.isascii()


@pytest.mark.parametrize(
    ("text", "words", "values"),
    [
        ("from March to June 2018", ("March", "June 2018"), ["2018-03", "2018-06"]),
        ("on November 24 and 25", ("November 24", "25"), ["2018-11-24", "2018-11-25"]),
        ("in 1892-94", ("1892", "94"), ["1892", "1894"]),
        ("6 p.m. on 27 December", ("6 p.m.", "27 December"), ["2018-12-27T18:00", "2018-12-27"]),
        ("before the Sept. 11 attacks", ("Sept. 11",), ["2001-09-11"]),
        ("It often rains in June.", ("June",), ["XXXX-06"]),
        ("It rained in November.", ("November",), ["2018-11"]),
        (
            "profit fell in the third quarter from a year earlier",
            ("the third quarter", "a year earlier"),
            ["2018-Q3", "2017-Q3"],
        ),
        (
            "The port opened in 1871. On 2 October it burned.",
            ("1871", "2 October"),
            ["1871", "1871-10-02"],
        ),
        (
            "The port opened in 2011. On 2 October it burned.",
            ("2011", "2 October"),
            ["2011", "2018-10-02"],
        ),
    ],
)
def test_times_lean_on_the_words_and_times_around_them(text, words, values):
    assert [time.value for time in value_all(text, *words)] == values
