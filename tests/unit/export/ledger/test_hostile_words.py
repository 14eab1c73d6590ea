"""Words of reports and people that would steer a terminal, a browser or a spreadsheet."""

import csv
import json
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.answers import Alias, SourceCount, Title, Verdict
from sayso.export.ledger import csv_answers, json_answers
from sayso.export.ledger.dossier import make_dossier_view
from sayso.export.ledger.faults import make_faults_view
from sayso.export.ledger.judgements import describe_judgement, make_judgements_view
from sayso.export.ledger.lines import make_lines_view
from sayso.export.ledger.show import make_claim_view
from sayso.export.ledger.sources import make_sources_view
from sayso.export.ledger.sources_svg import make_sources_page, make_sources_svg
from sayso.export.ledger.status import make_status_view
from sayso.export.ledger.timeline import make_timeline_view
from sayso.export.ledger.timeline_svg import make_timeline_page, make_timeline_svg
from sayso.records import SourceType
from tests.unit.export.ledger.made_lines import (
    ATTACK,
    make_dossier,
    make_failure,
    make_fault,
    make_hostile_line,
    make_judgement,
    make_moment,
    make_page,
    make_sources,
    make_status,
    make_timeline,
)
from tests.unit.export.printed import print_plain
from tests.unit.export.test_html import Shown

WORDS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=50)
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SVG_TAGS = {
    "svg", "style", "rect", "defs", "linearGradient", "stop", "mask", "text", "circle", "line",
    "path", "g", "title", "a",
}  # fmt: skip
PAGE_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "div", "table", "thead", "tbody",
    "tr", "th", "td", "bdi", *map(str.lower, SVG_TAGS),
}  # fmt: skip


def make_hostile_timeline(words):
    line = make_hostile_line(words)
    return make_timeline(make_moment(20190103, line=line), make_moment(0, 20181231, line=line))


def make_hostile_dossier(words):
    title = Title(words=words, n_reports=1, publishers=(words,), claim_id=words)
    page = make_page(make_hostile_line(words))
    aliases = (Alias(name=words, n_about=1, n_by=1),)
    return make_dossier(
        name=words, aliases=aliases, doubles=(words,), titles=(title,), about=page, by=page
    )


def make_hostile_sources(words):
    counted = SourceCount(
        name=words,
        source_type=SourceType.MEDIA,
        n_claims=1,
        n_reports=1,
        publishers=((words, 1),),
    )
    return make_sources(counts=(counted,))


def make_hostile_judgements(words):
    changes = {"source_name": words, words: words}
    names = ("subject", "other", "author", "made", "id", "withdrawn", "withdrawn_by")
    set_by_people = dict.fromkeys(names, words)
    details = {"changes": changes, "words": words}
    return [make_judgement(verdict, details=details, **set_by_people) for verdict in Verdict]


def make_views(words):
    line = make_hostile_line(words)
    status = make_status(place=words)
    run = replace(status.runs[0], id=words, sayso=words, weights=words, settings=words, begun=words)
    return (
        make_lines_view(make_page(line)),
        make_lines_view(make_page(), asked=words),
        make_claim_view(line, n_versions=1),
        make_dossier_view(make_hostile_dossier(words)),
        make_timeline_view(make_hostile_timeline(words)),
        make_sources_view(make_hostile_sources(words)),
        make_status_view(replace(status, runs=(run,)), [make_failure(words)]),
        make_judgements_view(make_hostile_judgements(words)),
        make_faults_view([make_fault(words)], status),
    )


def make_tables(words):
    return (
        csv_answers.of_lines([make_hostile_line(words)]),
        csv_answers.of_dossier(make_hostile_dossier(words)),
        csv_answers.of_timeline(make_hostile_timeline(words)),
        csv_answers.of_sources(make_hostile_sources(words)),
        csv_answers.of_judgements(make_hostile_judgements(words)),
        csv_answers.of_failures([make_failure(words)]),
        csv_answers.of_faults([make_fault(words)]),
    )


def make_objects(words):
    return (
        *json_answers.of_lines([make_hostile_line(words)]),
        *json_answers.of_dossier(make_hostile_dossier(words)),
        *json_answers.of_timeline(make_hostile_timeline(words)),
        *json_answers.of_sources(make_hostile_sources(words)),
        *json_answers.of_status(make_status(place=words), [make_failure(words)]),
        *json_answers.of_judgements(make_hostile_judgements(words)),
        *json_answers.of_faults([make_fault(words)]),
    )


def is_harmless(shown):
    """Whether a terminal shows the text and does nothing else."""
    shown.encode()
    return not [
        c for c in shown.replace("\n", "") if c in DIRECTION or unicodedata.category(c) == "Cc"
    ]


@given(words=WORDS)
@example(words=ATTACK)
@settings(max_examples=40, deadline=None)
def test_no_words_can_steer_the_terminal(words):
    assert all(is_harmless(print_plain(view)) for view in make_views(words))
    assert all("\n" not in describe_judgement(each) for each in make_hostile_judgements(words))


@given(words=WORDS)
@example(words=ATTACK)
@settings(max_examples=40, deadline=None)
def test_any_words_are_words_in_a_picture(words):
    timeline, sources = make_hostile_timeline(words), make_hostile_sources(words)
    for svg in (make_timeline_svg(timeline, title=words), make_sources_svg(sources, title=words)):
        tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(svg).iter()}
        assert tags <= SVG_TAGS
        assert is_harmless(svg)


@given(words=WORDS)
@example(words=ATTACK)
@settings(max_examples=40, deadline=None)
def test_any_words_are_words_on_a_page(words):
    timeline, sources = make_hostile_timeline(words), make_hostile_sources(words)
    for page in (
        make_timeline_page(timeline, title=words),
        make_sources_page(sources, title=words),
    ):
        shown = Shown(page)
        assert set(shown.tags) <= PAGE_TAGS
        assert not any(name.startswith("on") for name, _ in shown.attributes)
        assert is_harmless(page)


@given(words=WORDS)
@example(words=ATTACK)
@example(words="=HYPERLINK(1)")
@settings(max_examples=40, deadline=None)
def test_no_cell_runs_or_breaks_its_row(words):
    for table in make_tables(words):
        heads, *rows = csv.reader(list(table))
        assert rows
        for row in rows:
            assert len(row) == len(heads)
            assert all(is_harmless(cell) and "\n" not in cell for cell in row)
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(words=WORDS)
@example(words=ATTACK)
@settings(max_examples=40, deadline=None)
def test_json_is_one_ascii_line_and_comes_back_whole(words):
    made = make_objects(words)
    assert all(line.isascii() and line.isprintable() for line in made)
    assert json.loads(made[0])["title"] == words


@pytest.mark.parametrize("words", ["[bold]x[/bold]", ":smile:", "[link=file:///]x[/link]"])
def test_markup_of_the_terminal_s_library_is_shown_as_it_stands(words):
    assert words in print_plain(make_lines_view(make_page(make_hostile_line(words))))


@pytest.mark.parametrize(
    "n", [100_000, pytest.param(1_000_000, marks=pytest.mark.slow)], ids=["100 kB", "1 MB"]
)
def test_words_without_end_are_cut_for_people(n):
    words = "x1 " * (n // 3)
    assert all(len(print_plain(view)) < 50_000 for view in make_views(words))
    assert len(make_timeline_page(make_hostile_timeline(words), title=words)) < 20_000
    assert len(make_sources_page(make_hostile_sources(words), title=words)) < 20_000
