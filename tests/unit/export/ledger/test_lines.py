"""Pages of claims at a terminal."""

from dataclasses import replace

import pytest

from sayso.answers import Verdict
from sayso.export.ledger.lines import make_lines_view
from tests.unit.export.ledger.made_lines import (
    make_deep_line,
    make_judgement,
    make_line,
    make_page,
)
from tests.unit.export.printed import find_width, print_plain


def show(*lines, width=80, asked="", full=False, **more):
    return print_plain(
        make_lines_view(make_page(*lines, **more), asked=asked, full=full), width=width
    )


def test_a_claim_is_shown_with_its_report_chain_labels_words_and_times():
    assert show(make_line(), has_more=True, number=2) == (
        """\
2024-03-05  The Evening Post  clm-1a2b3c4d
  say  ● certain  The Evening Post > Lena Orrick, the harbour minister
  the clerk fled last month [2024-02]
  happened: last month → 2024-02  said: Monday → 2024-03-04

page 2: 1 claim; the next with --page 3; sayso show clm-1a2b3c4d shows the first
in its place
"""
    )


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({"publisher": None, "title": "A crane falls"}, "A crane falls"),
        ({"publisher": None, "title": None, "origin": "in/crane.txt:3"}, "in/crane.txt:3"),
    ],
)
def test_a_report_without_a_publisher_is_known_by_its_title_or_its_place(known, shown):
    line = make_line()
    unsigned = replace(line, document=replace(line.document, **known))
    assert show(unsigned).startswith(f"2024-03-05  {shown}  clm-1a2b3c4d\n")


def test_what_is_left_of_the_certainty_stands_beside_the_last_hop_s():
    assert "say  ● certain  in all ◕ probable  The Evening Post > " in show(make_line(2))


def test_the_report_s_own_statements_say_so():
    assert "\n  ● certain  The Evening Post, in its own voice\n" in show(make_line(3))


@pytest.mark.parametrize(
    ("judgement", "shown"),
    [
        (make_judgement(Verdict.ACCEPT), "✓ accepted by Ida Strand"),
        (make_judgement(Verdict.REJECT), "✗ rejected by Ida Strand"),
        (make_judgement(Verdict.UNSURE), "? held open by Ida Strand"),
        (
            make_judgement(
                Verdict.CORRECT,
                details={"changes": {"act": "deny", "source": [[27, 38]], "source_name": None}},
            ),
            '✎ corrected by Ida Strand: act deny; source "Lena Orrick"; source name nobody',
        ),
    ],
)
def test_decisions_stand_below(judgement, shown):
    assert f"\n  {shown}\n" in show(make_line(judgements=(judgement,)), width=100)


@pytest.mark.parametrize(
    ("asked", "number", "shown"),
    [
        ("", 1, "No claim.\n"),
        ("ferry, act deny", 1, "No claim for: ferry, act deny\n"),
        ("ferry", 4, "There is no page 4: the answer ends before it.\n"),
    ],
)
def test_nothing_found_is_said(asked, number, shown):
    assert show(asked=asked, number=number) == shown


@pytest.mark.parametrize("width", [30, 60, 80, 100, 160, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width):
    shown = show(*(make_line(n) for n in range(4)), width=width)
    assert find_width(shown) <= width
    assert not [line for line in shown.splitlines() if line != line.rstrip()]


def test_long_words_are_cut_unless_all_is_asked_for():
    line = make_line()
    long = replace(line, claim=replace(line.claim, standalone="word " * 100 + "end"))
    assert "end" not in show(long).replace("\n", "")
    assert "end" in show(long, full=True)


def test_the_longest_chains_are_shortened_in_the_middle():
    shown = show(make_deep_line(2000))
    assert "… 1,993 more …" in shown
    assert len(shown) < 1000
