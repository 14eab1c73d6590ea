"""Findings to claims: which there are, with which chain, in which order."""

from dataclasses import replace

import pytest

from sayso.analyse.claims import make_claims
from sayso.records import (
    Act,
    Certainty,
    Entity,
    EntityKind,
    Event,
    Implied,
    RepeatKind,
    Repetition,
    SourceType,
)
from tests.unit.analyse.claims.made_findings import MadeReport, with_chain

PIER = "Ina Holm said a guard had told her that the pier was closed. The rain fell all day."


def test_a_content_that_wraps_a_further_attribution_is_a_claim_of_its_own():
    report = MadeReport(PIER)
    holm = report.add("Ina Holm", "said", "a guard had told her that the pier was closed")
    guard = report.add(
        "a guard", "had told", "that the pier was closed", inside=holm,
        certainty=Certainty.PROBABLE,
    )  # fmt: skip
    claims = make_claims(report.basis())
    assert with_chain(claims, holm).certainty is Certainty.CERTAIN
    nested = with_chain(claims, holm, guard)
    assert report.words(nested) == "that the pier was closed"
    assert nested.certainty is Certainty.PROBABLE


def test_a_content_that_is_only_passed_on_is_one_claim_with_the_longer_chain():
    report = MadeReport("The Post said, citing a clerk, that “the bridge is safe”.")
    post = report.add("The Post", "said", "that “the bridge is safe”")
    clerk = report.add("a clerk", "citing", "the bridge is safe", inside=post)
    assert [each.chain for each in make_claims(report.basis())] == [(post, clerk)]


def test_a_long_content_does_not_swallow_that_somebody_told_it():
    told = "that the pier had been closed since the storm, for all who came, " * 5 + "for good"
    report = MadeReport(f"Ina Holm said a guard told her {told}.")
    holm = report.add("Ina Holm", "said", f"a guard told her {told}")
    guard = report.add("a guard", "told", told, inside=holm)
    assert [each.chain for each in make_claims(report.basis())] == [(holm,), (holm, guard)]


def test_a_hedge_inside_what_somebody_says_is_a_hop_and_no_second_claim():
    report = MadeReport("Ina Holm said that Bo Lind may be in Lowmarch.")
    holm = report.add("Ina Holm", "said", "that Bo Lind may be in Lowmarch")
    hedge = report.add(
        None, "may", ["Bo Lind", "be in Lowmarch"], inside=holm, act=Act.HEDGE,
        source_type=SourceType.REPORT, certainty=Certainty.POSSIBLE,
    )  # fmt: skip
    (claim,) = make_claims(report.basis())
    assert claim.chain == (holm, hedge)
    assert claim.certainty is Certainty.POSSIBLE
    assert claim.standalone == "Bo Lind [may] be in Lowmarch"


def test_an_accusation_that_somebody_tells_of_stays_beside_what_he_tells():
    report = MadeReport("Ina Holm said that Bo Lind was accused of theft.")
    holm = report.add("Ina Holm", "said", "that Bo Lind was accused of theft")
    nobody = report.add(None, "was accused of", ["Bo Lind", "theft"], inside=holm)
    chains = [each.chain for each in make_claims(report.basis())]
    assert sorted(chains) == [(holm,), (holm, nobody)]


def test_a_source_that_declined_to_comment_claims_nothing():
    report = MadeReport("The directorate declined to comment on it. The rain fell all day.")
    report.add("The directorate", "declined to comment", None, act=Act.DECLINE)
    assert [report.words(each) for each in make_claims(report.basis())] == [
        "The rain fell all day."
    ]


def test_a_content_of_nothing_but_marks_is_no_claim():
    report = MadeReport('Holm said: "')
    report.add("Holm", "said", '"')
    assert make_claims(report.basis()) == ()


def test_a_carry_on_is_a_claim_of_the_one_who_is_carried_on():
    report = MadeReport(PIER)
    holm = report.add("Ina Holm", "said", "a guard had told her that the pier was closed")
    carried = Implied(of=holm, content=report.spans("The rain fell all day."), probability=0.8)
    claims = make_claims(report.basis(implied=[carried]))
    assert [(each.chain, report.words(each)) for each in claims] == [
        ((holm,), "a guard had told her that the pier was closed"),
        ((holm,), "The rain fell all day."),
    ]


def test_what_a_source_could_not_confirm_stays_open_though_another_is_sure():
    text = "The agency could not confirm a report that Bo Lind was in Lowmarch."
    report = MadeReport(text)
    agency = report.add(
        "The agency", "could not confirm", "a report that Bo Lind was in Lowmarch",
        act=Act.UNCONFIRMED,
    )  # fmt: skip
    told = report.add("a report", "report", "that Bo Lind was in Lowmarch", inside=agency)
    assert with_chain(make_claims(report.basis()), agency, told).certainty is Certainty.OPEN


def test_a_headline_points_to_the_sentence_that_it_repeats_also_for_what_is_attributed_in_it():
    text = "Pier is closed, guard says\n\nThe pier is closed, a guard said on Monday."
    report = MadeReport(text)
    headline, body = report.span("Pier is closed, guard says"), report.span(text[28:])
    repetition = Repetition(kind=RepeatKind.HEADLINE, span=headline, body=body)
    report = MadeReport(text, headline=headline, repetitions=(repetition,))
    above = report.add("guard", "says", "Pier is closed")
    below = report.add("a guard", "said", "The pier is closed")
    claims = make_claims(report.basis())
    assert with_chain(claims, above).repeats == body
    assert with_chain(claims, below).repeats is None


def test_claims_are_numbered_in_reading_order():
    report = MadeReport("The rain fell all day. " + PIER)
    report.add("Ina Holm", "said", "a guard had told her that the pier was closed")
    claims = make_claims(report.basis())
    assert [each.id for each in claims] == ["c1", "c2", "c3"]
    assert [each.content[0].start for each in claims] == sorted(
        each.content[0].start for each in claims
    )


def test_entities_and_events_come_from_whoever_finds_them():
    report = MadeReport("The rain fell in Lowmarch. The pier was shut.")
    event = Event(kind="aid", probability=0.5)
    lowmarch = Entity(span=report.span("Lowmarch"), name="Lowmarch Town", kind=EntityKind.PLACE)
    basis = report.basis(find_event=lambda spans: event)
    rain, pier = make_claims(replace(basis, find_entities=lambda spans: (lowmarch,)))
    assert (rain.entities, pier.entities) == ((lowmarch,), ())
    assert rain.event is event


@pytest.mark.parametrize(
    ("actor", "target", "whole"),
    [
        ("Ida", "Strand", ("Ida Strand", None)),
        ("Strand", "Orrin", ("Ida Strand", "Orrin")),
        ("asked", None, ("asked", None)),
    ],
)
def test_an_event_has_whole_names_and_one_name_is_not_both_sides(actor, target, whole):
    report = MadeReport("Ida Strand asked Orrin for help.")
    event = Event(
        kind="request", probability=0.9, actor=report.span(actor),
        target=target and report.span(target),
    )  # fmt: skip
    names = tuple(
        Entity(span=report.span(name), name=name, kind=EntityKind.PERSON)
        for name in ("Ida Strand", "Orrin")
    )
    basis = report.basis(find_event=lambda spans: event)
    (claim,) = make_claims(replace(basis, find_entities=lambda spans: names))
    found = tuple(
        span and report.text[span.start : span.end]
        for span in (claim.event.actor, claim.event.target)
    )
    assert found == whole
