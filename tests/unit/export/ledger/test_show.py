"""One claim in its place, and a report whole, at a terminal."""

import io
from collections import namedtuple
from dataclasses import replace

from rich.console import Console

from sayso.answers import Verdict
from sayso.export.ledger.place import LONGEST_SENTENCE, make_place
from sayso.export.ledger.show import make_claim_view, make_report_view
from tests.unit.export.ledger.made_lines import make_judgement, make_line, make_line_of
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_claim,
    make_gull_reading,
    make_reading,
)
from tests.unit.export.printed import find_width, print_plain

Version = namedtuple("Version", "id number added n_claims")
Found = namedtuple("Found", "reading document_id version_id run_id versions")


def test_a_claim_is_shown_in_its_place_with_all_that_stands_behind_it():
    line = make_line(judgements=(make_judgement(Verdict.ACCEPT),))
    assert print_plain(make_claim_view(line, n_versions=2), width=90) == (
        """\
Clerk fled, minister says
The Evening Post · published 2024-03-05T09:30 (metadata of the page)
report.txt

  Clerk fled, minister says
  Lena Orrick, the harbour minister, said on Monday the clerk fled last month, citing a
  file she had signed. She could not confirm that he was ill.
  marked: source  cue  content  grounds

       claim  the clerk fled last month [2024-02]
      stands  ● certain
       chain  The Evening Post
           1  Lena Orrick, the harbour minister  named person
              say  ● certain
              cue: said on
              why: citing a file she had signed
    happened  last month → 2024-02
        said  Monday → 2024-03-04
       names  the clerk (person)
       event  yield, by the clerk
   decisions  ✓ accepted by Ida Strand  2024-03-06 08:05  jdg-00000000000000aa

    claim id  clm-1a2b3c4d00000001
    document  doc-5e6f708100000002
     version  ver-90a1b2c300000003, version 1 of 2
         run  run-d4e5f60700000004

"""
    )


def find_marked(text, style):
    return [text.plain[span.start : span.end] for span in text.spans if style in str(span.style)]


def test_each_part_is_marked_and_what_stands_around_is_dim():
    headline, body = make_place(make_line())
    assert find_marked(headline, "dim") == [headline.plain]
    assert find_marked(body, "bright_blue") == ["Lena Orrick, the harbour minister,"]
    assert find_marked(body, "yellow") == ["said on"]
    assert find_marked(body, "magenta") == ["citing a file she had signed"]
    assert find_marked(body, "underline") == ["the clerk fled last month"]
    assert find_marked(body, "dim") == ["She could not confirm that he was ill."]


def test_every_hop_has_its_words():
    shown = print_plain(make_claim_view(make_line(2), n_versions=1))
    assert "  1  the Gull → Salter Gull?  media\n" in shown
    assert "  2  she → Lena Orrick  named person\n" in shown
    assert "stands  ◕ probable" in shown


def test_the_report_s_own_voice_has_no_hop():
    shown = print_plain(make_claim_view(make_line(3), n_versions=1))
    assert "chain  The Evening Post, in its own voice\n" in shown


def test_parts_far_from_each_other_have_a_gap_between():
    text = "Ida spoke. One. Two. Three. Four. Five. It was over."
    hop = make_attribution("a1", find(text, "spoke"), source=find(text, "Ida"))
    claim = make_claim("c1", find(text, "It was over"), "a1")
    texts = make_place(make_line_of(make_reading(text, hop), claim))
    assert [each.plain for each in texts] == ["Ida spoke. One.", "… Five. It was over."]


def test_a_sentence_without_end_is_cut_around_the_claim():
    text = "so " * 100_000 + "he left" + " so" * 100_000
    line = make_line_of(make_reading(text), make_claim("c1", find(text, "he left")))
    (shown,) = make_place(line)
    assert "he left" in shown.plain
    assert len(shown.plain) <= LONGEST_SENTENCE + 4
    assert (shown.plain[:2], shown.plain[-1]) == ("… ", "…")


def make_found(n_versions):
    versions = [
        Version(f"ver-{n}", n, "2024-03-06T08:05:00+00:00", 4) for n in range(1, n_versions + 1)
    ]
    return Found(make_gull_reading(), "doc-1", f"ver-{n_versions}", "run-1", versions)


def test_a_report_is_shown_whole_after_its_ids_versions_and_decisions():
    judgements = (make_judgement(Verdict.REJECT),)
    shown = print_plain(make_report_view(make_found(2), judgements=judgements))
    assert shown.startswith(
        """\
    document  doc-1
     version  ver-2
         run  run-1
   decisions  clm-1a2b3c4d rejected by Ida Strand

version  added             claims  id
      1  2024-03-06 08:05       4  ver-1
      2  2024-03-06 08:05       4  ver-2

Clerk fled, minister says
"""
    )


def test_a_single_version_is_no_list():
    assert "added" not in print_plain(make_report_view(make_found(1)))


def test_no_line_is_wider_than_the_terminal():
    for width in (60, 100, 160):
        line = replace(make_line(2), judgements=(make_judgement(),))
        assert find_width(print_plain(make_claim_view(line, n_versions=1), width=width)) <= width


def test_colours_reach_the_terminal():
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=80)
    console.print(make_claim_view(make_line(), n_versions=1))
    assert "\x1b[4mthe clerk fled last month\x1b[0m" in out.getvalue()
