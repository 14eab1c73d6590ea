"""What a ledger keeps of reports that are given to it once, twice, changed, or read again."""

from dataclasses import replace

import pytest

from sayso.answers import Verdict
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from sayso.records import Failure, Span
from tests.ledger.made_ledger import add, begin, find_faults, fit, load_all, make_saying
from tests.unit.export.made_readings import make_gull_reading

URL = "https://post.example/ferry"


def find_words(ledger: Ledger) -> list[str]:
    return [line.claim.standalone for line in ledger.find_claims(Filters())]


def test_a_report_added_twice_is_there_once(ledger):
    first = add(ledger, make_gull_reading())
    second = add(ledger, make_gull_reading())
    assert (first.is_new, second.is_new) == (True, False)
    assert replace(first, is_new=False) == second
    status = ledger.get_status()
    assert (status.n_documents, status.n_versions, status.n_readings, status.n_claims) == (
        1,
        1,
        1,
        4,
    )


def test_a_report_is_known_by_its_bytes_and_run(ledger):
    reading, raw = fit(make_gull_reading())
    run, other = begin(ledger), begin(ledger, "made-2")
    assert ledger.find_known(raw, run) is None
    added = ledger.add(reading, raw, run)
    assert ledger.find_known(raw, run) == replace(added, is_new=False)
    assert ledger.find_known(raw, other) is None
    assert ledger.find_known(replace(raw, data=raw.data + b" "), run) is None
    assert ledger.find_known(replace(raw, format="html"), run) is None
    assert ledger.find_known(replace(raw, url=URL), run) is None


def test_where_the_same_bytes_were_met_again_is_noted_once(ledger):
    reading, raw = fit(make_gull_reading())
    run = begin(ledger)
    ledger.add(reading, raw, run)
    for origin in ("copy.txt", raw.origin, "copy.txt", "other.txt"):
        ledger.find_known(replace(raw, origin=origin), run)
    with ledger.asking() as connection:
        from sqlalchemy import select

        from sayso.ledger.tables import sightings

        assert connection.scalars(select(sightings.c.origin)).all() == ["copy.txt", "other.txt"]
    assert find_faults(ledger) == []


def test_other_words_at_the_same_address_are_a_new_version(ledger):
    first = add(ledger, make_saying("Ada Holm", "it rained", url=URL))
    second = add(ledger, make_saying("Ada Holm", "it poured", url=URL))
    elsewhere = add(ledger, make_saying("Ada Holm", "it poured", url=f"{URL}?"))
    assert first.document_id == second.document_id != elsewhere.document_id
    assert (first.version, second.version, elsewhere.version) == (1, 2, 1)
    found = ledger.get_reading(first.document_id)
    assert found.reading.document.text == "Ada Holm said it poured."
    assert [each.number for each in found.versions] == [1, 2]
    old = ledger.get_reading(found.versions[0].id)
    assert old.reading.document.text == "Ada Holm said it rained."


def test_without_an_address_other_bytes_are_another_report(ledger):
    first = add(ledger, make_saying("Ada Holm", "it rained"))
    second = add(ledger, make_saying("Ada Holm", "it poured"))
    assert first.document_id != second.document_id
    assert ledger.get_status().n_documents == 2


def test_read_again_by_other_weights_the_newest_reading_is_shown_and_the_old_kept(ledger):
    reading = make_saying("Ada Holm", "it rained")
    added = add(ledger, reading)
    again = replace(reading, claims=(replace(reading.claims[0], standalone="it rained [there]"),))
    assert add(ledger, replace(again, weights="made-2")).is_new
    assert find_words(ledger) == ["it rained [there]"]
    assert ledger.get_reading(added.document_id).reading.weights == "made-2"
    assert [each.weights for each in load_all(ledger)] == ["made-1", "made-2"]
    status = ledger.get_status()
    assert (status.n_versions, status.n_readings, status.n_claims) == (1, 2, 1)
    assert [run.n_readings for run in status.runs] == [1, 1]
    assert not add(ledger, reading).is_new
    assert find_words(ledger) == ["it rained [there]"]
    assert find_faults(ledger) == []


def test_a_judgement_stays_with_the_same_claim_of_a_new_reading(ledger):
    reading = make_gull_reading()
    add(ledger, reading)
    judged = next(ledger.find_claims(Filters(words="fled")))
    ledger.judge(judged.claim.id, Verdict.REJECT, author="Nils")
    add(ledger, replace(reading, weights="made-2"))
    assert "the clerk fled last month [2024-02]" not in find_words(ledger)
    line = ledger.get_line(judged.claim.id)
    assert [each.verdict for each in line.judgements] == [Verdict.REJECT]
    assert line.run_id == ledger.get_status().runs[1].id
    ledger.undo(author="Nils")
    assert "the clerk fled last month [2024-02]" in find_words(ledger)
    assert find_faults(ledger) == []


@pytest.mark.parametrize(
    ("content", "is_same"),
    [((25, 34), True), ((20, 40), True), ((30, 34), False), ((25, 60), False), ((0, 5), False)],
)
def test_a_judgement_goes_to_the_claim_that_shares_half_of_its_characters(ledger, content, is_same):
    reading = make_saying("Ada Holm", "x" * 10 + "y" * 40)
    claim = replace(reading.claims[0], content=(Span(25, 35),))
    add(ledger, replace(reading, claims=(claim,)))
    (line,) = ledger.find_claims(Filters())
    ledger.judge(line.claim.id, Verdict.ACCEPT, author="Nils")
    moved = replace(claim, content=(Span(*content),))
    add(ledger, replace(reading, claims=(moved,), weights="made-2"))
    (line,) = ledger.find_claims(Filters())
    assert [each.verdict for each in line.judgements] == [Verdict.ACCEPT] * is_same


def test_a_failure_is_kept_once_and_gone_once_its_file_is_read(ledger):
    failure = Failure(origin="report.txt", code="R004", message="report.txt: is empty")
    other = Failure(origin="other.txt", code="R004", message="other.txt: is empty")
    for each in (failure, failure, other):
        ledger.add_failure(each)
    assert ledger.find_failures() == (failure, other)
    add(ledger, make_gull_reading())
    assert ledger.find_failures() == (other,)


def test_a_failure_is_gone_when_the_file_has_the_bytes_of_a_known_report(ledger):
    reading, raw = fit(make_gull_reading())
    ledger.add(reading, raw, begin(ledger))
    failure = Failure(origin="copy.txt", code="R002", message="copy.txt: is locked")
    ledger.add_failure(failure)
    assert ledger.find_failures() == (failure,)
    ledger.find_known(replace(raw, origin="copy.txt"), begin(ledger))
    assert ledger.find_failures() == ()


def test_what_fails_again_after_it_was_read_is_told_again_once(ledger, monkeypatch):
    failure = Failure(origin="report.txt", code="R004", message="report.txt: is empty")
    seconds = iter(range(100, 1000))
    monkeypatch.setattr(
        "sayso.ledger.ledger.get_now", lambda: f"2024-03-05T12:00:00.{next(seconds)}"
    )
    ledger.add_failure(failure)
    add(ledger, make_gull_reading())
    assert ledger.find_failures() == ()
    ledger.add_failure(failure)
    ledger.add_failure(failure)
    assert ledger.find_failures() == (failure,)
    _, raw = fit(make_gull_reading())
    ledger.find_known(raw, begin(ledger))
    assert ledger.find_failures() == ()
    assert find_faults(ledger) == []


def test_names_that_were_not_kept_are_not_taken_for_known(ledger):
    reading, raw = fit(make_saying("Ada Holm", "it rained"))
    claim = replace(reading.claims[0], chain=("a9",))
    with pytest.raises(KeyError):
        ledger.add(replace(reading, claims=(claim,)), raw, begin(ledger))
    assert ledger.get_status().n_names == 0
    ledger.add(reading, raw, begin(ledger))
    assert load_all(ledger) == [reading]
    assert find_faults(ledger) == []


def test_two_that_have_the_same_ledger_open_add_to_it_in_turn(ledger, place):
    with Ledger(place) as other:
        for number in range(6):
            add((ledger, other)[number % 2], make_saying("Ada Holm", f"berth {number}"))
        assert other.get_status().n_claims == 6
        assert ledger.get_status().n_names == 1
        assert find_faults(other) == []


def test_a_question_sees_one_state_of_the_ledger(ledger, place):
    reading = make_saying("Ada Holm", "berth 0")
    many = (replace(reading.claims[0], id=f"c{n + 1}", standalone=f"berth {n}") for n in range(250))
    add(ledger, replace(reading, claims=tuple(many)))
    lines = ledger.find_claims(Filters())
    first = next(lines)
    with Ledger(place) as other:
        add(other, make_saying("Ada Holm", "late", date="2030"))
    assert [first.claim.standalone, *(line.claim.standalone for line in lines)] == [
        f"berth {number}" for number in reversed(range(250))
    ]
