"""The view for a person at a terminal."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.terminal import make_view, to_svg
from tests.unit.export.made_readings import (
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_nested_reading,
    make_plain_reading,
)
from tests.unit.export.printed import print_plain


def show(reading, *, width=80, full=False):
    return print_plain(make_view(reading, full=full), width=width)


def test_a_report_is_shown_with_chains_labels_words_and_lines():
    assert show(make_envoy_reading()) == (
        """\
Envoy is safe, minister says
The Evening Post · published 2024-03-05 (dateline in the text)
report.txt

 line
    5  The Evening Post > minister Lena Orrick
       say  ● certain  to parliament
       Envoy is safe

    6  The Evening Post > The Harbour Post
       say  ● certain
       that he left on "the night ferry"

    6    The Evening Post > The Harbour Post > an unnamed clerk
         say  ● certain  probability 0.41
         that he left on "the night ferry"
         carried on in line 7: It had two decks.
         why: who had seen the file

    9  The Evening Post ("If confirmed")
       hedge  ○ open
       it would be the first such flight

4 attributions, 1 nested; 8 sentences: 3 attributed, 1 implied, 1 hedged, 3 in
the report's own voice

"""
    )


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(width):
    lines = show(make_plain_reading("wide " * 50 + "x" * 300, publisher="P" * 90), width=width)
    assert max(map(len, lines.splitlines())) <= max(width, 27)


def test_lines_do_not_end_in_spaces():
    assert not [line for line in show(make_envoy_reading()).splitlines() if line != line.rstrip()]


def test_long_content_is_cut_unless_all_is_asked_for():
    reading = make_plain_reading("word " * 100 + "end")
    assert ("…" in show(reading), "end" in show(reading)) == (True, False)
    assert "end" in show(reading, full=True)


def test_markup_in_a_report_is_shown_as_it_stands():
    assert "[red]alarm[/red] :smile:" in show(make_plain_reading("[red]alarm[/red] :smile:"))


@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_can_steer_the_terminal(text):
    shown = show(make_plain_reading(text, title=text, publisher=text, byline=text))
    assert not [c for c in shown if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")]
    shown.encode()


@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_name_or_time_can_steer_the_terminal(text):
    shown = show(make_hostile_reading(text))
    assert not [c for c in shown if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")]
    shown.encode()


def test_what_sayso_knows_of_source_time_and_claim_stands_below_the_words():
    assert show(make_gull_reading()) == (
        """\
Clerk fled, minister says
The Evening Post · publication date unknown
report.txt

 line
    3  The Evening Post > Lena Orrick, the harbour minister
       say  ● certain
       the clerk fled last month
       why: citing a file she had signed
       happened: last month → 2024-02
       said: Monday → 2024-03-04
       event: yield, by the clerk

    3  The Evening Post > She → Lena Orrick
       unconfirmed  ○ open
       that he was ill
       title: harbour minister

    4  The Evening Post > the Gull → Salter Gull?
       say  ◕ probable
       "He will be back," she said

    4    The Evening Post > Salter Gull? > she → Lena Orrick
         say  ● certain  in all ◕ probable
         "He will be back,"

    6  The Evening Post > Her office
       decline  ○ open

5 attributions, 1 nested; 4 claims, 1 of them the report's own; 6 sentences: 6
in the report's own voice

"""
    )


def test_deep_nesting_leaves_room_for_words():
    lines = show(make_nested_reading(40), width=40).splitlines()
    assert sum(line.endswith(" so.") for line in lines) == 40


def test_the_picture_is_an_svg_that_loads_nothing():
    svg = to_svg(make_envoy_reading())
    assert ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert "url(http" not in svg.replace('"', "").replace("'", "")
    assert "Harbour" in svg
