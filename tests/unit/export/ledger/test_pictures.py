"""Timelines and sources as pictures and pages."""

import random
import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest

from sayso.answers import Lane
from sayso.export.ledger.axis import make_axis
from sayso.export.ledger.pictures import WIDTH
from sayso.export.ledger.sources_svg import make_sources_page, make_sources_svg
from sayso.export.ledger.timeline_layout import lay_out
from sayso.export.ledger.timeline_svg import (
    MOST_LABELLED,
    make_timeline_page,
    make_timeline_svg,
)
from sayso.records import Certainty
from tests.unit.export.ledger.made_lines import (
    make_line,
    make_moment,
    make_sources,
    make_timeline,
)
from tests.unit.export.test_html import Shown

SVG = "{http://www.w3.org/2000/svg}"
LINE = make_line()


def make_moments(n):
    """Days, months, years and open ends, the most of them in one week."""
    chance = random.Random(n)
    moments = []
    for k in range(n):
        lane = Lane.SAID if chance.random() < 0.7 else Lane.HAPPENED
        day = 20180709 + chance.randrange(7)
        first, last = [
            (day, day), (day, day), (day, day), (20180701, 20180731), (20170101, 20171231),
            (day, 99991231), (0, day), (19650101 + k % 28, 19650101 + k % 28),
        ][chance.choice((0, 0, 0, 0, 0, 0, 3, 4, 5, 6, 7))]  # fmt: skip
        moments.append(make_moment(first, last, lane, LINE))
    return sorted(moments, key=lambda moment: (moment.first, moment.last))


def parse(svg):
    return ET.fromstring(svg)


def find_texts(svg):
    return [each.text for each in parse(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("n", [0, 1, 2, 10, 40, 41, 300])
def test_any_number_of_moments_is_a_picture(n):
    timeline = make_timeline(*make_moments(n))
    root = parse(make_timeline_svg(timeline, title="clerk"))
    assert root.tag == f"{SVG}svg"
    assert len(list(root.iter(f"{SVG}title"))) == n
    assert float(root.get("height")) < 2000
    page = make_timeline_page(timeline, title="clerk")
    assert page.count('<tr id="r') == n
    assert set(re.findall(r'href="#(r\d+)"', page)) == {f"r{k + 1}" for k in range(n)}


@pytest.mark.parametrize("n", [2, 30, 300])
@pytest.mark.parametrize("is_labelled", [True, False])
def test_no_mark_covers_another_or_leaves_the_picture(n, is_labelled):
    moments = make_moments(n)
    axis = make_axis(moments)
    layout = lay_out(list(enumerate(moments, start=1)), axis, is_labelled=is_labelled)
    assert sorted(mark.n for mark in layout.marks) == list(range(1, n + 1))
    for mark in layout.marks:
        assert 0 <= mark.left < mark.right <= WIDTH
        assert mark.top < layout.height
    for one, other in combinations(layout.marks, 2):
        if one.top == other.top:
            assert one.right <= other.left + 0.02 or other.right <= one.left + 0.02


def test_a_dot_stands_within_its_day():
    moments = [make_moment(20180709 + k // 5, line=LINE) for k in range(35)]
    axis = make_axis(moments)
    layout = lay_out(list(enumerate(moments, start=1)), axis, is_labelled=False)
    days = [[mark for mark in layout.marks if mark.moment.first == 20180709 + k] for k in range(7)]
    for before, after in pairwise(days):
        assert max(mark.right for mark in before) <= min(mark.left for mark in after)


def test_few_marks_have_words_beside_them_and_many_only_tips():
    few = make_timeline_svg(make_timeline(*make_moments(5)), title="clerk")
    many = make_timeline_svg(make_timeline(*make_moments(MOST_LABELLED + 1)), title="clerk")
    said = "the clerk fled last month [2024-02]"
    assert any(said in text for text in find_texts(few))
    assert not any(said in text for text in find_texts(many))
    assert said in many


def test_a_tip_tells_when_who_what_and_how_firmly():
    svg = make_timeline_svg(make_timeline(make_moment(20180709)), title="clerk")
    assert parse(svg).find(f".//{SVG}title").text == (
        "said 9 Jul 2018\nThe Evening Post > Lena Orrick, the harbour minister: the clerk fled "
        "last month [2024-02]\ncertain · clm-1a2b3c4d00000001"
    )


def test_far_moments_are_arrows_with_their_year():
    week = [make_moment(20180709 + k % 7, line=LINE) for k in range(20)]
    svg = make_timeline_svg(make_timeline(make_moment(19650103), *week), title="clerk")
    assert "1965" in find_texts(svg)


def test_open_ends_fade():
    svg = make_timeline_svg(make_timeline(make_moment(20180709, 99991231)), title="clerk")
    assert 'mask="url(#to-open)"' in svg
    assert 'mask="url(#from-open)"' not in svg


@pytest.mark.parametrize(
    "made",
    [
        make_timeline_svg(make_timeline(*make_moments(60)), title="clerk"),
        make_sources_svg(make_sources(), title="clerk"),
    ],
)
def test_a_picture_loads_nothing_runs_nothing_and_knows_the_dark(made):
    assert "<script" not in made
    assert not re.search(r"(?:href|src)\s*=", made)
    assert all(name.startswith("#") for name in re.findall(r"url\(([^)]*)\)", made))
    assert made.count("http") == 1  # the name of SVG
    assert "prefers-color-scheme: dark" in made
    assert all(f"svg .{grade.value} " in made for grade in Certainty)


@pytest.mark.parametrize(
    "page",
    [
        make_timeline_page(make_timeline(*make_moments(60)), title="clerk"),
        make_sources_page(make_sources(), title="clerk"),
    ],
)
def test_a_page_loads_nothing_and_runs_nothing(page):
    shown = Shown(page)
    assert "script" not in shown.tags
    (policy,) = (value for _, value in shown.attributes if value and "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert all(value.startswith("#") for name, value in shown.attributes if name == "href")
    assert not {name for name, _ in shown.attributes} & {"src", "srcset", "style", "action"}
    assert shown.tags.count("style") == 1


def test_sources_are_bars_and_shares():
    texts = find_texts(make_sources_svg(make_sources(), title="all claims"))
    for words in (
        "Lena Orrick", "6 in 2 reports", "(anonymous, not resolved)", "named person 6 (67%)",
        "in the report's own voice 3 (25%)", "all on one source's word 1 (50%)",
    ):  # fmt: skip
        assert words in texts


def test_named_and_unnamed_sources_differ_in_colour():
    root = parse(make_sources_svg(make_sources(), title="all claims"))
    boxes = [each for each in root.iter(f"{SVG}rect") if each.find(f"{SVG}title") is not None]
    assert [each.get("class") for each in boxes][:3] == ["named", "unnamed", "unnamed"]


def test_nobody_cited_is_a_picture_too():
    empty = make_sources(counts=(), n_claims=0, n_reports=0, n_own_voice=0, n_by_type={})
    assert "Nobody is cited." in find_texts(make_sources_svg(empty, title="ferry"))
