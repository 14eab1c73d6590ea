"""Dossiers, sources, status, decisions and faults at a terminal."""

from dataclasses import replace

import pytest

from sayso.answers import Alias, Verdict
from sayso.export.ledger.dossier import make_dossier_view
from sayso.export.ledger.faults import make_faults_view
from sayso.export.ledger.judgements import describe_judgement, make_judgements_view
from sayso.export.ledger.sources import make_sources_view
from sayso.export.ledger.status import describe_bytes, make_status_view
from tests.unit.export.ledger.made_lines import (
    make_dossier,
    make_failure,
    make_fault,
    make_judgement,
    make_page,
    make_sources,
    make_status,
)
from tests.unit.export.printed import find_width, print_plain


def test_a_dossier_has_names_titles_doubles_and_both_sides():
    assert print_plain(make_dossier_view(make_dossier()), width=90) == (
        """\
Lena Orrick
          in  2 reports, published 1 - 5 Mar 2024
       spelt  Lena Orrick (3 about, 9 by)
      titles  harbour minister  The Evening Post; Salter Gull in 2 reports  clm-1a2b3c4d
 may also be  Helena O'Rick
              one: sayso merge 'Lena Orrick' 'Helena O'"'"'Rick'   two: sayso apart 'Lena
              Orrick' 'Helena O'"'"'Rick'

Claimed about Lena Orrick
Nothing is claimed about Lena Orrick.

Claimed by Lena Orrick

2024-03-05  The Evening Post  clm-1a2b3c4d
  say  ● certain  The Evening Post > Lena Orrick, the harbour minister
  the clerk fled last month [2024-02]
  happened: last month → 2024-02  said: Monday → 2024-03-04

page 1: 1 claim; the next with --page 2

"""
    )


def test_a_dossier_says_when_nothing_is_dated_and_when_a_page_is_past_the_end():
    dossier = make_dossier(first=0, last=0, by=make_page(number=3), about=make_page(number=3))
    shown = print_plain(make_dossier_view(dossier))
    assert "in  2 reports, undated\n" in shown
    assert shown.count("There is no page 3") == 2


def test_very_many_spellings_are_not_all_shown():
    aliases = tuple(Alias(name=f"L. Orrick {n}", n_about=1, n_by=1) for n in range(40))
    assert "and 28 more" in print_plain(make_dossier_view(make_dossier(aliases=aliases)))


def test_sources_are_a_table_and_shares():
    assert print_plain(make_sources_view(make_sources()), width=100) == (
        """\
source                     type          claims  reports  cited by
Lena Orrick                named person       6        2  The Evening Post 5, Salter Gull 1
officials                  group              2        1  no outlet 2
(anonymous, not resolved)  anonymous          1        1  Salter Gull 1

type of source  claims  share
named person         6    67%  █████████████
group                2    22%  ████
anonymous            1    11%  ██

12 claims in 2 reports: 9 on somebody's word (75%), 3 in the report's own voice (25%)
anonymous: 1 claim (11% of those on somebody's word)
all on one source's word: 1 report (50%)
"""
    )


def test_narrow_sources_leave_out_the_outlets():
    shown = print_plain(make_sources_view(make_sources()), width=60)
    assert "cited by" not in shown
    assert find_width(shown) <= 60


def test_no_sources_are_said():
    empty = make_sources(counts=(), n_reports=0, n_claims=0, n_own_voice=0, n_by_type={})
    assert print_plain(make_sources_view(empty, asked="ferry")) == "No claim for: ferry\n"
    own = make_sources(counts=(), n_own_voice=12, n_by_type={}, n_single_source=0)
    assert "0 on somebody's word (0%)" in print_plain(make_sources_view(own))


def test_status_counts_and_lists_what_could_not_be_read():
    shown = print_plain(make_status_view(make_status(), [make_failure()]))
    assert shown == (
        """\
story.ledger
       holds  2 reports, 3 versions
              1,200 claims from 900 attributions
              40 names, 1 decision
        size  1.2 MB, 1,028 bytes a claim

run           sayso  weights  settings  begun             readings
run-d4e5f607  0.2    made-1             2024-03-06 08:05         3

1 report could not be read
  notes.docx  R007 notes.docx is no report
"""
    )


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ('{"style": "sayso", "decoding": "376441d8747e239f"}', "style sayso, decoding 376441d8"),
        ("[1]", "[1]"),
        ("none", "none"),
    ],
)
def test_settings_of_a_run_are_shown_briefly(settings, shown):
    status = make_status()
    runs = (replace(status.runs[0], settings=settings),)
    table = print_plain(make_status_view(replace(status, runs=runs), []), width=120)
    assert f"  {shown}  " in table


def test_status_of_an_empty_ledger_on_a_server():
    empty = make_status(n_bytes=None, n_claims=0, runs=())
    shown = print_plain(make_status_view(empty, []))
    assert "size" not in shown
    assert "Everything that was given could be read." in shown


def test_many_failures_are_counted():
    shown = print_plain(make_status_view(make_status(), [make_failure()] * 25))
    assert "and 5 more: sayso status --json lists all" in shown


@pytest.mark.parametrize(
    ("n", "shown"), [(1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (12_345_678, "12.3 MB")]
)
def test_sizes(n, shown):
    assert describe_bytes(n) == shown


@pytest.mark.parametrize(
    ("judgement", "shown"),
    [
        (make_judgement(Verdict.ACCEPT), "clm-1a2b3c4d accepted by Ida Strand"),
        (
            make_judgement(Verdict.CORRECT, details={"changes": {"act": "deny", "cue": [[1, 2]]}}),
            "clm-1a2b3c4d corrected by Ida Strand: act deny; cue",
        ),
        (
            make_judgement(Verdict.SAME, subject="Lena", other="Lena Orrick"),
            "Lena is Lena Orrick: held to be one by Ida Strand",
        ),
        (
            make_judgement(Verdict.APART, subject="Lena", other="Lena Orrick"),
            "Lena is not Lena Orrick: held apart by Ida Strand",
        ),
        (
            make_judgement(
                Verdict.SPLIT, subject="Lena", other="Lena (2)", details={"versions": ["a", "b"]}
            ),
            "Lena is Lena (2) in 2 reports: parted by Ida Strand",
        ),
    ],
)
def test_a_decision_is_one_sentence(judgement, shown):
    assert describe_judgement(judgement) == shown


def test_decisions_are_a_list():
    held = make_judgement(details={"words": "the clerk fled"})
    gone = make_judgement(withdrawn="2024-03-07T10:00:00+00:00", withdrawn_by="Bo")
    assert print_plain(make_judgements_view([held, gone]), width=90) == (
        """\
id            made              by          decision    about
jdg-00000000  2024-03-06 08:05  Ida Strand  ✓ accepted  clm-1a2b3c4d; "the clerk fled"
jdg-00000000  2024-03-06 08:05  Ida Strand  ✓ accepted  clm-1a2b3c4d; taken back by Bo
                                                        2024-03-07 10:00

2 decisions, 1 of them taken back
"""
    )


def test_no_decision_is_said():
    assert print_plain(make_judgements_view([])) == "Nobody has decided anything yet.\n"


def test_faults_are_listed_and_their_absence_is_said():
    assert print_plain(make_faults_view([], make_status())) == (
        "All holds: 2 reports, 3 versions, 1,200 claims, 1 decision.\n"
    )
    assert print_plain(make_faults_view([make_fault("clm-1")], make_status())) == (
        "clm-1: the id of clm-1 is another\n"
        "\n1 fault in 2 reports, 3 versions, 1,200 claims, 1 decision\n"
    )


@pytest.mark.parametrize("width", [60, 100, 160])
def test_no_line_is_wider_than_the_terminal(width):
    judgements = [make_judgement(details={"words": "word " * 60})]
    views = (
        make_dossier_view(make_dossier()),
        make_sources_view(make_sources()),
        make_status_view(make_status(), [make_failure("x" * 200)]),
        make_judgements_view(judgements),
    )
    assert all(find_width(print_plain(view, width=width)) <= width for view in views)
