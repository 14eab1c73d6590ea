"""What a report states in its own voice."""

import pytest

from sayso.analyse.claims import make_claims
from sayso.analyse.claims.statements import find_dateline, is_clause, is_statement
from sayso.records import Act, SourceType
from tests.unit.analyse.claims.made_findings import MadeReport


def own(report):
    return [report.words(each) for each in make_claims(report.basis()) if not each.chain]


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("The port was shut on Monday.", True),
        ("The law gives the mayor new powers.", True),
        ("“The port was shut on Monday.”", True),
        ("It’s the first such storm.", True),
        ("Was the port shut on Monday?", False),
        ("“Was the port shut on Monday?”", False),
        ("LOWMARCH (HPU) -", False),
        ("The long road to Lowmarch", False),
        ("The long road to Lowmarch.", False),
        ("A hundred red beds indeed.", False),
        ("Monday, 5 May 2031.", False),
        ("Read more: the port was shut.", False),
        ("Reporting by Ina Holm; editing was done by Bo Lind.", False),
        ("By Ina Holm, who was in Lowmarch.", False),
        ("Photo: the port was shut on Monday.", False),
        ("© The Lowmarch Post, which was founded in 1901.", False),
        ("By midnight the port was shut again.", True),
    ],
)
def test_only_statements_are_claims_of_the_report(words, stated):
    assert is_statement(words) is stated


@pytest.mark.parametrize(
    ("words", "dateline"),
    [
        ("LOWMARCH (HPU) - The port was shut.", "LOWMARCH (HPU) - "),
        ("LOWMARCH, Halvia — The port was shut.", "LOWMARCH, Halvia — "),
        ("Lowmarch (HPU) – Ina Holm was there.", "Lowmarch (HPU) – "),
        ("HPU - the agency - was wrong.", ""),
        ("The port - it was shut - is open.", ""),
    ],
)
def test_a_dateline_is_no_part_of_what_is_stated(words, dateline):
    assert find_dateline(words) == dateline


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("the port was shut", True),
        ("which was shut on Monday", False),
        ("was shut by the guards", False),
        ("while the port was shut", False),
        ("leaving the guards who were there", False),
        ("the port of Lowmarch", False),
        ("the port “was shut on Monday", False),
    ],
)
def test_a_clause_needs_subject_and_verb_and_nothing_open(words, stands):
    assert is_clause(words) is stands


def test_a_clause_that_is_only_joined_to_a_saying_is_the_reports():
    report = MadeReport("The port was shut, and Ina Holm said that the pier was safe.")
    report.add("Ina Holm", "said", "that the pier was safe")
    assert own(report) == ["The port was shut"]
    report = MadeReport("Ina Holm said that the pier was safe; the port was shut.")
    report.add("Ina Holm", "said", "that the pier was safe")
    assert own(report) == ["the port was shut."]


@pytest.mark.parametrize(
    "text",
    [
        "When the port was shut, Ina Holm said that the pier was safe.",
        "The port, which was shut on Monday, was safe, Ina Holm said.",
        "The guards had left the old pier, the mill, the quay, and Ina Holm said that the pier "
        "was safe.",
        "The port was shut before Ina Holm said that the pier was safe.",
        "Ina Holm said that the pier was safe, but did not say why it was.",
        "And was it the port, and Ina Holm said that the pier was safe?",
    ],
)
def test_a_clause_that_hangs_on_the_saying_is_none(text):
    report = MadeReport(text)
    content = "was safe" if "that the pier" not in text else "that the pier was safe"
    report.add("Ina Holm", "said", content)
    assert own(report) == []


def test_a_hedged_sentence_is_not_claimed_twice():
    report = MadeReport("The envoy was reportedly ill in Lowmarch.")
    report.add(
        None, "was reportedly", ["The envoy", "ill in Lowmarch"], act=Act.HEDGE
    )  # fmt: skip
    assert own(report) == []


def test_grounds_for_a_saying_elsewhere_leave_a_sentence_the_reports():
    report = MadeReport("The clerk had seen the files. The pier is safe, she said.")
    report.add("she", "said", "The pier is safe", grounds=report.spans("had seen the files"))
    assert own(report) == ["The clerk had seen the files."]


def test_what_stands_above_the_headline_is_the_pages():
    text = "This page was printed at noon.\nPort is shut again\n\nThe port was shut."
    report = MadeReport(text)
    report = MadeReport(text, headline=report.span("Port is shut again"))
    assert own(report) == ["Port is shut again", "The port was shut."]


def test_a_heading_without_a_verb_is_no_claim():
    report = MadeReport("A storm at sea\n\nThe port was shut.\n\nThe way ahead\n\nIt may rain.")
    headline = report.span("A storm at sea")
    report = MadeReport(report.text, headline=headline)
    report.add(None, "may", ["It", "rain"], source_type=SourceType.REPORT, act=Act.HEDGE)
    assert own(report) == ["The port was shut."]
