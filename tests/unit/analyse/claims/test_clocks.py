"""When it happened, and when it was said."""

import pytest

from sayso.analyse.claims import make_claims
from sayso.analyse.claims.clauses import is_subordinate
from sayso.records import Act, SourceType
from tests.unit.analyse.claims.made_findings import MadeReport, with_chain


def values(times):
    return [time.value for time in times]


def test_what_was_said_on_monday_happened_last_month():
    report = MadeReport("Ina Holm said on Monday that the port was shut last month.")
    holm = report.add("Ina Holm", "said", "that the port was shut last month")
    times = report.times(("Monday", "2031-05-05"), ("last month", "2031-04"))
    claim = with_chain(make_claims(report.basis(times=times)), holm)
    assert values(claim.said) == ["2031-05-05"]
    assert values(claim.happened) == ["2031-04"]


def test_times_of_a_deeper_claim_are_not_the_outer_ones():
    report = MadeReport("Ina Holm said a guard told her on Sunday that the port was shut in May.")
    holm = report.add("Ina Holm", "said", report.text[14:-1])
    guard = report.add("a guard", "told", "that the port was shut in May", inside=holm)
    times = report.times(("Sunday", "2031-05-04"), ("May", "2031-05"))
    claims = make_claims(report.basis(times=times))
    outer, inner = with_chain(claims, holm), with_chain(claims, holm, guard)
    assert (values(outer.happened), values(outer.said)) == (["2031-05-04"], [])
    assert (values(inner.happened), values(inner.said)) == (["2031-05"], ["2031-05-04"])


def test_of_several_hops_the_innermost_that_has_a_time_tells_when_it_was_said():
    report = MadeReport("The Post said on Monday, citing a clerk, that the port was shut.")
    post = report.add("The Post", "said", "that the port was shut")
    clerk = report.add("a clerk", "citing", "that the port was shut", inside=post)
    times = report.times(("Monday", "2031-05-05"))
    assert values(with_chain(make_claims(report.basis(times=times)), post, clerk).said) == [
        "2031-05-05"
    ]


def test_each_saying_of_a_sentence_has_its_own_time():
    text = "Ina Holm said on Monday it was shut and Bo Lind said on Tuesday it was open."
    report = MadeReport(text)
    holm = report.add("Ina Holm", "said", "it was shut")
    lind = report.add("Bo Lind", ("said", 1), "it was open")
    times = report.times(("Monday", "2031-05-05"), ("Tuesday", "2031-05-06"))
    claims = make_claims(report.basis(times=times))
    assert values(with_chain(claims, holm).said) == ["2031-05-05"]
    assert values(with_chain(claims, lind).said) == ["2031-05-06"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The port was shut on Monday, and Ina Holm said that it was safe.", "Ina Holm"),
        ("Ina Holm, mayor until Monday, said that it was safe.", "Ina Holm, mayor until Monday"),
        ("After she had left on Monday, Ina Holm said that it was safe.", "Ina Holm"),
        ("It rained on Monday.\nIna Holm said that it was safe.", "Ina Holm"),
    ],
)
def test_a_time_beside_no_saying_is_nobodys(text, source):
    report = MadeReport(text)
    holm = report.add(source, "said", "that it was safe")
    times = report.times(("Monday", "2031-05-05"))
    assert with_chain(make_claims(report.basis(times=times)), holm).said == ()


def test_the_year_of_a_document_is_when_it_said_so():
    report = MadeReport("A report from 2030 said that it was safe.")
    paper = report.add(
        "A report from 2030", "said", "that it was safe", source_type=SourceType.DOCUMENT
    )
    times = report.times(("2030", "2030"))
    assert values(with_chain(make_claims(report.basis(times=times)), paper).said) == ["2030"]


def test_a_hedge_is_said_at_no_time():
    report = MadeReport("On Monday the port was reportedly shut.")
    hedge = report.add(
        None, "was reportedly", ["the port", "shut"], act=Act.HEDGE
    )  # fmt: skip
    times = report.times(("Monday", "2031-05-05"))
    assert with_chain(make_claims(report.basis(times=times)), hedge).said == ()


@pytest.mark.parametrize(
    ("words", "hangs"),
    [
        ("the port was shut in 2030", False),
        ("the port was shut since 2030", False),
        ("it was shut before the vote in 2030", False),
        ("it was shut after he had left in 2030", True),
        ("it was shut after leaving Lowmarch in 2030", True),
        ("the mayor, who was elected in 2030", True),
        ("after she left, the port was shut in 2030", False),
        ("after she left the port was shut in 2030", False),
        ("since it had not yet been rebuilt in 2030", True),
    ],
)
def test_a_clause_with_a_verb_of_its_own_hangs_on_the_main_one(words, hangs):
    assert is_subordinate(words, 0, words.index("2030")) is hangs


def test_own_statements_have_times_of_the_event_only():
    report = MadeReport("The port was shut on Monday after it had burnt in 2030.")
    times = report.times(("Monday", "2031-05-05"), ("2030", "2030"))
    (claim,) = make_claims(report.basis(times=times))
    assert (values(claim.happened), claim.said) == (["2031-05-05"], ())
