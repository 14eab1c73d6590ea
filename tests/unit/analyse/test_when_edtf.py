"""What times are as EDTF to a reader of a report published on Thursday, 3 January 2019."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analyse.made_times import value_all


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("in 2015", "2015", "2015"),
        ("last month", "last month", "2018-12"),
        ("since 2017", "2017", "2017/.."),
        ("since 2017", "since 2017", "2017/.."),
        ("until 2019", "2019", "../2019"),
        ("until 2019", "until 2019", "../2019"),
        ("since early 2017", "early 2017", "2017/.."),
        ("since the late 1990s", "1990s", "199X/.."),
        ("until at least 2020", "2020", "../2020"),
        ("since they left in 2017", "2017", "2017"),
        ("a report from 2017", "2017", "2017"),
        ("a pre-1982 coin", "pre-1982", "../1982"),
        ("in about 1850", "1850", "1850~"),
        ("circa 1850", "circa 1850", "1850~"),
        ("over the past decade", "the past decade", None),
        ("in the later 1800s", "the later 1800s", "1866~/1899"),
        ("the night of 30 December", "the night of 30 December", "2018-12-30"),
        ("on 31 April", "31 April", None),
        ("in the early 1990s", "early 1990s", "1990/1993~"),
        ("in the late 1990s", "1990s", "1996~/1999"),
        ("in the 1990s", "1990s", "199X"),
        ("in mid-August", "mid-August", "2018-08-10~/2018-08-20~"),
        ("in the 19th century", "19th century", "18XX"),
        ("in the 1800s", "1800s", "18XX"),
        ("next spring", "next spring", "2019-21"),
        ("the fourth quarter of 2018", "fourth quarter of 2018", "2018-36"),
        ("last week", "last week", "2018-12-24/2018-12-30"),
        ("last weekend", "last weekend", "2018-12-29/2018-12-30"),
        ("at 6 p.m. on 27 December", "6 p.m. on 27 December", "2018-12-27"),
        ("in 776 BC", "776 BC", "-0775"),
        ("before World War II", "World War II", "1939-09-01/1945-09-02"),
        ("for three days", "three days", None),
        ("every Friday", "every Friday", None),
        ("recently", "recently", None),
    ],
)
def test_edtf_says_no_more_than_the_words(text, words, edtf):
    (time,) = value_all(text, words)
    assert time.edtf == edtf


def test_a_range_is_one_interval():
    times = value_all("from March to June 2018", "March", "June 2018")
    assert [time.edtf for time in times] == ["2018-03/2018-06"] * 2
    times = value_all("in March and June 2018", "March", "June 2018")
    assert [time.edtf for time in times] == ["2018-03", "2018-06"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("5–6 September 2018", "2018-09-05/2018-09-06"),
        ("between May and July 2018", "2018-05/2018-07"),
        ("January-March 2018", "2018-01/2018-03"),
        ("12th to 15th centuries", "11XX/14XX"),
        ("11 and 12 December", "2018-12-11/2018-12-12"),
        ("11 and 14 December", None),
        ("2016-17", "2016/2017"),
    ],
)
def test_an_expression_with_both_ends_is_an_interval_without_a_value(words, edtf):
    (time,) = value_all(f"It ran {words}.", words)
    assert (time.value, time.edtf) == (None, edtf)


def test_without_a_publication_date_a_weekday_is_no_day():
    (time,) = value_all("on Thursday", "Thursday", published=None)
    assert (time.value, time.edtf) == ("XXXX-WXX-4", None)


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_words_may_stand_around_any_words(words, before):
    value_all(before + words, words)


@pytest.mark.parametrize("unit", ["month", "week", "year", "decade", "quarter"])
@given(step=st.sampled_from(["last", "this", "next"]))
def test_no_unit_longer_than_a_day_gets_a_day_for_its_value(unit, step):
    (time,) = value_all(f"{step} {unit}", f"{step} {unit}")
    assert time.value is not None
    assert not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", time.value)
