"""What the words around a time do to it, in a report published on Thursday, 3 January 2019."""

import pytest

from tests.unit.analyse.made_times import published_on, value_all


def read_value(text, words, published="2019-01-03"):
    (time,) = value_all(text, words, published=published and published_on(published))
    return time.value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned in February.", "February", "2018-02"),
        ("In February, a judge closed the mill.", "February", "2018-02"),
        ("The mill closes by February.", "February", "2019-02"),
        ("The mill was sold in the year ended May 31.", "May 31", "2018-05-31"),
        ("The sale is planned for May 31.", "May 31", "2019-05-31"),
        ("The hearing was moved to Feb. 10.", "Feb. 10", "2019-02-10"),
    ],
)
def test_what_has_happened_lies_behind_and_what_is_planned_ahead(text, words, value):
    assert read_value(text, words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bench was full on Tuesday.", "Tuesday", "2019-01-01"),
        ("She trails ahead of Tuesday's vote.", "Tuesday's", "2019-01-08"),
        ("The board adjourned the talks until Tuesday.", "Tuesday", "2019-01-08"),
        ("The mayor announced Tuesday she will resign.", "Tuesday", "2019-01-01"),
        ("The mayor will resign on Tuesday.", "Tuesday", "2019-01-08"),
        ("The shop is to open on Tuesday.", "Tuesday", "2019-01-08"),
    ],
)
def test_weekdays_and_months_follow_the_tense(text, words, value):
    assert read_value(text, words) == value


def test_a_month_of_what_may_happen_lies_ahead():
    text = "The party may lose in November."
    assert read_value(text, "November", "2018-02-01") == "2018-11"
    assert read_value("The party lost in November.", "November", "2018-02-01") == "2017-11"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The lake freezes in winter.", "winter", "XXXX-WI"),
        ("Over the winter the lake froze.", "winter", "2018-WI"),
        ("The baths are open from May to September.", "May", "XXXX-05"),
        ("The baths are open from May to September.", "September", "XXXX-09"),
        ("Prices rose between May and September.", "May", "2018-05"),
        ("Rents are above today's standards.", "today", "PRESENT_REF"),
        ("The bridge stands as it is today.", "today", "PRESENT_REF"),
        ("The bridge was closed today.", "today", "2019-01-03"),
    ],
)
def test_what_is_so_every_year_has_no_year(text, words, value):
    assert read_value(text, words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Income fell in the year ended March 31.", "the year", "P1Y"),
        ("Income fell in the year.", "the year", "2019"),
        ("The mill closed the day before.", "the day before", "2019-01-02"),
        ("The mill closed the day before the strike.", "the day before", None),
        ("The mill burned last October.", "October", "2018-10"),
        ("The mill burned two years ago.", "two years", "2017"),
        ("The mill burned for two years.", "two years", "P2Y"),
        ("She ran in 92.", "92", "1992"),
        ("She ran in 08.", "08", "2008"),
        ("She lost 92 votes.", "92", None),
    ],
)
def test_the_next_words_belong_to_a_time(text, words, value):
    assert read_value(text, words) == value


def test_nothing_is_guessed_without_a_date():
    assert read_value("It began earlier this year.", "earlier this year", None) == "PAST_REF"
    assert read_value("It ends later this year.", "later this year", None) == "FUTURE_REF"
    assert read_value("It burned ten years ago.", "ten years ago", None) == "PAST_REF"
    assert read_value("It closed over the weekend.", "the weekend", None) == "XXXX-WXX-WE"


def value_in_order(text, words, published="2019-01-03"):
    times = value_all(text, *words, published=published and published_on(published))
    return [time.value for time in times]


@pytest.mark.parametrize(
    ("text", "words", "values"),
    [
        (
            "It opened on Monday. The following day it closed.",
            ("Monday", "The following day"),
            ["XXXX-WXX-1", "XXXX-WXX-2"],
        ),
        (
            "It opened on Sunday. A day later it closed.",
            ("Sunday", "A day later"),
            ["XXXX-WXX-7", "XXXX-WXX-1"],
        ),
        (
            "It opened on March 31. A day later it closed.",
            ("March 31", "A day later"),
            ["XXXX-03-31", "XXXX-04-01"],
        ),
    ],
)
def test_a_day_counts_from_an_open_one(text, words, values):
    assert value_in_order(text, words, None) == values


def test_a_month_counts_from_the_one_just_told():
    text = "It opened in March 2015. The following month it closed."
    assert value_in_order(text, ("March 2015", "The following month")) == ["2015-03", "2015-04"]


def test_the_next_day_is_that_of_the_story():
    text = "It opened on 5 March 2015. The next day it closed. Next day it will open."
    words = ("5 March 2015", "The next day", "Next day")
    assert value_in_order(text, words) == ["2015-03-05", "2015-03-06", "2019-01-04"]


def test_a_number_takes_its_unit_from_the_other_end():
    text = "She will be out six to eight months and lost two of ten games."
    assert value_in_order(text, ("six", "eight months")) == ["P6M", "P8M"]
    assert value_in_order(text, ("six", "two")) == [None, None]


def test_a_decade_counts_from_the_one_just_told():
    text = "It opened in the 1950s and closed in the following decade."
    assert value_in_order(text, ("1950s", "the following decade")) == ["195", "196"]


def test_in_a_history_dates_are_of_the_year_just_told():
    years = [f"{year}" for year in range(1990, 2000)]
    opening = " ".join(f"A mill opened in {year}." for year in years)
    for filler in ("", "It ground flour for the whole valley. " * 30):
        text = f"{opening} {filler}In October it burned."
        assert value_in_order(text, (*years, "October"))[-1] == "1999-10"
    short = "A mill opened in 1999. In October it burned."
    assert value_in_order(short, ("1999", "October"))[-1] == "2018-10"


def test_figures_are_compared_with_the_quarter_of_a_year_ago():
    text = "In the third quarter it lost money; the year-ago quarter brought a gain."
    assert value_in_order(text, ("the third quarter", "the year-ago quarter")) == [
        "2018-Q3",
        "2017-Q3",
    ]
