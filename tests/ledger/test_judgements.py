"""Decisions of people: kept with who and when, shown, taken back, and turned into training data."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.answers import Verdict
from sayso.errors import BadJudgement, NothingToUndo, UnknownId
from sayso.export.training import to_training_line
from sayso.ledger.filters import Filters
from sayso.records import Reading
from tests.ledger.made_ledger import add, find_faults, make_saying
from tests.unit.export.made_readings import GULL, make_gull_reading

# What a line of the corpus has, and what its attributions have.
LINE = {"id", "corpus", "date", "title", "text", "attributions", "implied", "times"}
ATTRIBUTION = {
    "id", "source", "cue", "content", "act", "title", "certainty", "source_type", "grounds",
    "source_name", "parent", "addressee",
}  # fmt: skip


def make_gull() -> Reading:
    """The report of the clerk; each claim stands in its own words."""
    reading = make_gull_reading()
    slice_of = reading.document.slice
    claims = (replace(each, standalone=slice_of(each.content[0])) for each in reading.claims)
    return replace(reading, claims=tuple(claims))


@pytest.fixture
def filled(ledger):
    add(ledger, make_gull())
    add(ledger, make_saying("Ada Holm", "it rained"))
    return ledger


def find_id(ledger, words: str) -> str:
    return next(ledger.find_claims(Filters(words=words, with_rejected=True))).claim.id


def export(ledger) -> list[dict]:
    return [json.loads(to_training_line(*each)) for each in ledger.find_judged_reports()]


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE])
def test_a_decision_is_kept_with_who_and_when_and_shown_at_its_claim(filled, verdict):
    id = find_id(filled, "rained")
    before = datetime.now(UTC).isoformat(timespec="seconds")
    made = filled.judge(id, verdict, author="Nils \ud800\x00")
    assert (made.verdict, made.subject, made.author) == (verdict, id, "Nils \ud800\x00")
    assert before <= made.made <= datetime.now(UTC).isoformat(timespec="seconds")
    assert made.details["words"] == "it rained"
    assert filled.get_line(id).judgements == (made,)
    assert filled.find_judgements() == (made,)
    assert find_faults(filled) == []


def test_a_rejected_claim_is_found_only_when_asked_for(filled):
    id = find_id(filled, "rained")
    filled.judge(id, Verdict.REJECT, author="Nils")
    assert filled.get_page(Filters(words="rained")).lines == ()
    assert len(filled.get_page(Filters(words="rained", with_rejected=True)).lines) == 1
    filled.judge(id, Verdict.ACCEPT, author="Tove")
    assert len(filled.get_page(Filters(words="rained")).lines) == 1
    filled.undo(author="Tove")
    assert filled.get_page(Filters(words="rained")).lines == ()


def test_a_decision_taken_back_says_by_whom_and_when(filled):
    made = filled.judge(find_id(filled, "rained"), Verdict.ACCEPT, author="Nils")
    undone = filled.undo(author="Tove")
    assert undone == replace(made, withdrawn=undone.withdrawn, withdrawn_by="Tove")
    assert undone.withdrawn >= made.made
    assert filled.find_judgements() == ()
    assert filled.find_judgements(with_withdrawn=True) == (undone,)


def test_decisions_are_taken_back_from_the_last_to_the_first(filled):
    id = find_id(filled, "rained")
    made = [filled.judge(id, Verdict.ACCEPT, author="Nils") for _ in range(3)]
    assert [filled.undo(author="Nils").id for _ in made] == [each.id for each in reversed(made)]
    with pytest.raises(NothingToUndo):
        filled.undo(author="Nils")


def test_a_named_decision_is_taken_back_once(filled):
    id = find_id(filled, "rained")
    first, second = (filled.judge(id, Verdict.ACCEPT, author="Nils") for _ in range(2))
    assert filled.undo(first.id, author="Nils").id == first.id
    assert filled.find_judgements() == (second,)
    with pytest.raises(NothingToUndo):
        filled.undo(first.id, author="Nils")


@pytest.mark.parametrize("id", ["jdg-0000", "nonsense", "", "clm-1", "jdg-zz", "\x00", "\ud800"])
def test_an_id_of_no_decision_is_refused(filled, id):
    filled.judge(find_id(filled, "rained"), Verdict.ACCEPT, author="Nils")
    with pytest.raises(UnknownId):
        filled.undo(id, author="Nils")
    assert len(filled.find_judgements()) == 1


@pytest.mark.parametrize(
    ("verdict", "changes"),
    [
        (Verdict.CORRECT, {}),
        (Verdict.ACCEPT, {"act": "deny"}),
        (Verdict.CORRECT, {"act": "shout"}),
        (Verdict.CORRECT, {"certainty": ""}),
        (Verdict.CORRECT, {"parent": "a1"}),
        (Verdict.CORRECT, {"source": "words that stand nowhere"}),
        (Verdict.CORRECT, {"content": ["it rained", "nowhere"]}),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_leaves_nothing(filled, verdict, changes):
    with pytest.raises(BadJudgement):
        filled.judge(find_id(filled, "rained"), verdict, changes=changes, author="Nils")
    assert filled.find_judgements() == ()


def test_a_claim_in_the_reports_own_voice_has_no_source_to_correct(filled):
    with pytest.raises(BadJudgement, match="own voice"):
        filled.judge(
            find_id(filled, "ferry"), Verdict.CORRECT, changes={"cue": "said"}, author="Nils"
        )


def test_corrected_words_are_those_nearest_to_the_claim(filled):
    id = find_id(filled, "clerk")
    made = filled.judge(id, Verdict.CORRECT, changes={"cue": "she", "act": "show"}, author="Nils")
    start = GULL.rindex("she", 0, GULL.index("clerk fled last") + 40)
    nearest = min(
        (n for n in range(len(GULL)) if GULL.startswith("she", n)),
        key=lambda n: abs(n - GULL.index("the clerk fled")),
    )
    assert start == nearest
    assert made.details["changes"] == {"cue": [[nearest, nearest + 3]], "act": "show"}


def test_judged_reports_come_out_as_lines_of_the_corpus(filled):
    filled.judge(find_id(filled, "clerk"), Verdict.ACCEPT, author="Nils")
    (line,) = export(filled)
    assert set(line) == LINE | {"judged"}
    assert all(set(each) == ATTRIBUTION for each in line["attributions"])
    assert line["judged"] == {"a1": "accept"}
    assert line["text"] == GULL
    first = line["attributions"][0]
    assert [GULL[start:end] for start, end in first["content"]] == ["the clerk fled last month"]
    assert (first["title"], first["source_name"]) == ("harbour minister", "Lena Orrick")
    assert [GULL[slice(*each["span"])] for each in line["times"]] == [
        "Monday",
        "last month",
        "May 2023",
    ]


def test_a_rejected_attribution_is_left_out_and_nothing_hangs_on_it(filled):
    filled.judge(find_id(filled, "back"), Verdict.REJECT, author="Nils")
    (line,) = export(filled)
    assert [each["id"] for each in line["attributions"]] == ["a1", "a2", "a3", "a5"]
    assert line["judged"] == {"a4": "reject"}


def test_a_correction_comes_out_as_the_person_left_it(filled):
    changes = {"certainty": "doubtful", "source_name": "Ida Moss", "source": "Her office"}
    filled.judge(find_id(filled, "ill"), Verdict.CORRECT, changes=changes, author="Nils")
    (line,) = export(filled)
    corrected = line["attributions"][1]
    assert (corrected["certainty"], corrected["source_name"]) == ("doubtful", "Ida Moss")
    assert [GULL[start:end] for start, end in corrected["source"]] == ["Her office"]
    assert corrected["act"] == "unconfirmed"


@pytest.mark.parametrize("words", ["ferry", "rained"])
def test_what_was_taken_back_or_is_the_reports_own_does_not_come_out(filled, words):
    filled.judge(find_id(filled, words), Verdict.REJECT, author="Nils")
    if words == "rained":
        filled.undo(author="Nils")
    assert export(filled) == []


def test_the_last_decision_about_a_claim_comes_out(filled):
    for verdict in (Verdict.REJECT, Verdict.ACCEPT, Verdict.UNSURE):
        filled.judge(find_id(filled, "rained"), verdict, author="Nils")
    filled.undo(author="Nils")
    assert [line["judged"] for line in export(filled)] == [{"a1": "accept"}]


def test_decisions_come_out_with_the_newest_reading(filled):
    reading = make_gull()
    filled.judge(find_id(filled, "clerk"), Verdict.ACCEPT, author="Nils")
    renamed = replace(reading.attributions[0], id="b1")
    claim = replace(reading.claims[0], chain=("b1",))
    others = reading.attributions[1:]
    add(
        filled,
        replace(
            reading,
            attributions=(renamed, *others),
            claims=(claim, *reading.claims[1:]),
            weights="made-2",
        ),
    )
    assert [line["judged"] for line in export(filled)] == [{"b1": "accept"}]
