"""Timelines at a terminal, and the axis they lie on."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.answers import Lane
from sayso.export.ledger.axis import make_axis
from sayso.export.ledger.timeline import make_timeline_view
from tests.unit.export.ledger.made_lines import make_line, make_moment, make_timeline
from tests.unit.export.printed import find_width, print_plain

LINE = make_line()
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30)).map(lambda day: int(f"{day:%Y%m%d}"))


def to_number(day):
    return day.year * 10_000 + day.month * 100 + day.day


def make_days(first, n):
    """A moment a day."""
    start = date.fromisoformat(first)
    return [make_moment(to_number(start + timedelta(days=k)), line=LINE) for k in range(n)]


def find_labels(moments, most=10):
    return [tick.label for tick in make_axis(moments).find_ticks(most)]


def test_two_lanes_over_one_axis():
    moments = (
        make_moment(20180101, 20181231, Lane.HAPPENED),
        make_moment(20190103),
        make_moment(20190103),
        make_moment(20170101, 99991231),
    )
    assert print_plain(make_timeline_view(make_timeline(*moments)), width=84) == (
        """\
happened                 Jan 2017      Jul           Jan 2018       Jul
2018                                                 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  ● clm-1a2b3c4d The Evening Post > Lena Orrick, the harbour minister: the clerk
  fled last month [2024-02]

said                     Jan 2017      Jul           Jan 2018       Jul
2017 -                   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▸
  ● clm-1a2b3c4d The Evening Post > Lena Orrick, the harbour minister: the clerk
  fled last month [2024-02]
3 Jan 2019                                                                        █
  ● clm-1a2b3c4d The Evening Post > Lena Orrick, the harbour minister: the clerk
  fled last month [2024-02]
  ● clm-1a2b3c4d The Evening Post > Lena Orrick, the harbour minister: the clerk
  fled last month [2024-02]

4 dated claims
"""
    )


@pytest.mark.parametrize(
    ("moments", "labels"),
    [
        (make_days("2018-07-08", 5), ["7 Jul 2018", "8 Jul", "9 Jul", "12 Jul", "13 Jul"]),
        (make_days("2018-12-20", 40)[::39], ["24 Dec 2018", "31 Dec", "7 Jan 2019", "28 Jan"]),
        ([make_moment(20180215), make_moment(20190310)], ["Apr 2018", "Jul", "Oct", "Jan 2019"]),
        ([make_moment(20100101), make_moment(20181231)], ["2010", "2011", "2018", "2019"]),
        ([make_moment(10101), make_moment(99981231)], ["1000", "2000"]),
    ],
)  # fmt: skip
def test_ticks_are_even_steps_that_people_use(moments, labels):
    assert set(labels) <= set(find_labels(moments))


def test_far_moments_leave_the_axis_to_the_rest():
    moments = [*make_days("2018-07-10", 20), make_moment(19650101, 19651231)]
    axis = make_axis(moments)
    assert date.fromordinal(axis.first).year == 2018
    assert axis.find_reach(moments[-1]).beyond == -1


def test_few_moments_all_stay():
    moments = [make_moment(19650101), make_moment(20180710), make_moment(20180711)]
    axis = make_axis(moments)
    assert [axis.find_reach(each).beyond for each in moments] == [0, 0, 0]


def test_moments_without_any_end_have_no_ticks():
    moments = [make_moment(0, 99991231)]
    assert make_axis(moments).find_ticks(10) == ()
    assert "at any time" in print_plain(make_timeline_view(make_timeline(*moments)))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=30), st.integers(2, 20))
def test_any_moments_have_places_and_ticks_in_order(pairs, most):
    moments = [make_moment(min(pair), max(pair), line=LINE) for pair in pairs]
    axis = make_axis(moments)
    ticks = axis.find_ticks(most)
    assert len(ticks) <= most
    assert all(0 <= tick.place <= 1 for tick in ticks)
    assert all(left.place < right.place for left, right in pairwise(ticks))
    for moment in moments:
        reach = axis.find_reach(moment)
        assert 0 <= reach.start <= reach.end <= 1


@given(st.lists(st.tuples(DAYS, DAYS), min_size=8, max_size=60))
def test_most_moments_stay_on_the_axis(pairs):
    moments = [make_moment(min(pair), max(pair), line=LINE) for pair in pairs]
    axis = make_axis(moments)
    n_beyond = sum(axis.find_reach(moment).beyond != 0 for moment in moments)
    assert n_beyond <= len(moments) / 2


def test_what_lies_beyond_is_an_arrow_at_the_edge():
    moments = [*make_days("2018-07-10", 20), make_moment(19650101, 19651231)]
    shown = print_plain(make_timeline_view(make_timeline(*moments)))
    assert "\n1965                    ◂\n" in shown


def test_open_ends_are_arrows():
    moments = [make_moment(20170101, 99991231), make_moment(0, 20181231), make_moment(20180701)]
    shown = print_plain(make_timeline_view(make_timeline(*moments)))
    assert "▒▸\n" in shown.partition("\n2017 -")[2]
    assert shown.partition("\n- 2018")[2].lstrip().startswith("◂▒")


def test_an_empty_lane_and_an_empty_timeline_are_said():
    assert "happened: nothing has a date" in print_plain(
        make_timeline_view(make_timeline(make_moment(20190103)))
    )
    empty = make_timeline_view(make_timeline(), asked="ferry")
    assert print_plain(empty) == "No dated claim for: ferry\n"


@pytest.mark.parametrize("width", [40, 60, 100, 160, 200])
def test_no_line_is_wider_than_the_terminal(width):
    chance = random.Random(7)
    moments = [
        make_moment(20180101 + chance.randrange(28), 20181201 + chance.randrange(28), line=LINE)
        for _ in range(30)
    ]
    shown = print_plain(make_timeline_view(make_timeline(*moments, has_more=True)), width=width)
    assert find_width(shown) <= width
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
