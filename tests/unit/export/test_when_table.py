"""The table of times."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.when import make_when
from sayso.records import Timex
from tests.unit.export.made_readings import (
    find,
    make_claim,
    make_gull_reading,
    make_hostile_reading,
    make_reading,
)
from tests.unit.export.printed import find_width, print_plain


def show(reading, *, width=80):
    return print_plain(make_when(reading), width=width)


def test_a_time_has_its_value_and_the_claim_that_it_dates():
    assert show(make_gull_reading()) == (
        """\
Clerk fled, minister says
The Evening Post · publication date unknown
report.txt

line  words       value       EDTF        clock     of
   3  Monday      2024-03-04  2024-03-04  said      c1 Lena Orrick
   3  last month  2024-02     2024-02     happened  c1 Lena Orrick
   6  May 2023    2023-05     2023-05     happened  c4 the report's own

3 time expressions

"""
    )


def test_a_time_of_several_claims_is_said_once():
    text = "It rained and blew in 2019, once."
    time = Timex(span=find(text, "2019")[0], value="2019", edtf="2019")
    claims = [
        make_claim(f"c{n}", find(text, words), happened=(time,))
        for n, words in enumerate(("It rained", "blew"), start=1)
    ]
    rows = show(make_reading(text, times=(time,), claims=tuple(claims))).splitlines()
    assert [row.split() for row in rows[5:7]] == [
        ["1", "2019", "2019", "2019", "happened", "c1", "the", "report's", "own"],
        ["happened", "c2", "the", "report's", "own"],
    ]


def test_a_time_that_is_not_understood_and_dates_nothing_still_has_a_row():
    text = "It rained then."
    shown = show(make_reading(text, times=(Timex(span=find(text, "then")[0]),)))
    assert [row.split() for row in shown.splitlines() if "then" in row] == [
        ["1", "then", "-", "-", "-", "-"]
    ]


def test_a_report_without_times_has_no_table():
    assert show(make_reading("It rained.")).splitlines()[-2] == "0 time expressions"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_ends_in_spaces_or_leaves_the_terminal(width):
    lines = show(make_gull_reading(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line.endswith(" ")]


@given(
    text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=90),
    width=st.integers(30, 90),
)
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_to_the_table(text, width):
    shown = show(make_hostile_reading(text), width=width)
    assert not [c for c in shown if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")]
    assert find_width(shown) <= width
