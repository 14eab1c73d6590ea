"""What a ledger answers as tables."""

import csv

import pytest

from sayso.answers import Verdict
from sayso.export.ledger import csv_answers
from tests.unit.export.ledger.made_lines import (
    make_dossier,
    make_failure,
    make_fault,
    make_hostile_line,
    make_judgement,
    make_line,
    make_moment,
    make_page,
    make_sources,
    make_timeline,
)


def read(lines):
    return list(csv.DictReader(list(lines)))


def test_a_claim_is_a_row():
    judged = (make_judgement(),)
    (row,) = read(csv_answers.of_lines([make_line(2, judgements=judged)]))
    assert row["id"] == "clm-1a2b3c4d00000003"
    assert row["chain"] == "The Evening Post > Salter Gull? > she → Lena Orrick"
    assert (row["source"], row["source_name"], row["hops"]) == ("she", "Lena Orrick", "2")
    assert (row["act"], row["certainty"]) == ("say", "probable")
    assert row["judgements"] == "accepted by Ida Strand"


def test_the_report_s_own_voice_has_no_source():
    (row,) = read(csv_answers.of_lines([make_line(3)]))
    assert (row["source"], row["source_type"], row["hops"]) == ("", "", "0")
    assert row["chain"] == "The Evening Post, in its own voice"
    assert row["happened"] == "2023-05"


def test_a_dossier_tells_the_side_and_a_timeline_the_days():
    dossier = make_dossier(about=make_page(make_line(1)))
    assert [row["side"] for row in read(csv_answers.of_dossier(dossier))] == ["about", "by"]
    (row,) = read(csv_answers.of_timeline(make_timeline(make_moment(20190103, 99991231))))
    assert (row["lane"], row["first"], row["last"]) == ("said", "2019-01-03", "")
    assert row["claim"] == "the clerk fled last month [2024-02]"


def test_other_answers_are_rows():
    sources = read(csv_answers.of_sources(make_sources()))
    assert [(row["source"], row["claims"]) for row in sources] == [
        ("Lena Orrick", "6"), ("officials", "2"), ("", "1"),
    ]  # fmt: skip
    (row,) = read(csv_answers.of_judgements([make_judgement(Verdict.REJECT)]))
    assert row["decision"] == "clm-1a2b3c4d rejected by Ida Strand"
    assert read(csv_answers.of_failures([make_failure()]))[0]["code"] == "R007"
    assert read(csv_answers.of_faults([make_fault("clm-1")]))[0]["where"] == "clm-1"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=x", "'=x"),
        (" \u202e=x", "'=x"),
        ("＝x", "'＝x"),
        ("a=b", "a=b"),
        ("two\nlines", "two lines"),
        (-1, "-1"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula_or_more_than_a_line(value, cell):
    assert csv_answers.to_cell(value) == cell


def test_quotes_and_commas_come_through():
    (row,) = read(csv_answers.of_lines([make_hostile_line('say, "x"')]))
    assert row["claim"] == 'say, "x"'
