"""What a ledger answers as JSON."""

import json

import jsonschema
import pytest

from sayso.answers import Verdict
from sayso.export.ledger import json_answers
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
    make_status,
    make_timeline,
)

SCHEMA = json_answers.make_schema()
JUDGED = make_judgement(Verdict.CORRECT, details={"changes": {"cue": [[1, 2]]}})


def read_one(lines):
    (line,) = lines
    assert line.isascii()
    return json.loads(line)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "lines",
    [
        json_answers.of_lines([make_line(n, judgements=(JUDGED,)) for n in range(4)]),
        json_answers.of_lines([make_hostile_line("=\ud800\x1b[2J\n")]),
        json_answers.of_dossier(make_dossier(about=make_page(make_line(2)))),
        json_answers.of_timeline(make_timeline(make_moment(0, 20190103), make_moment(20190103))),
        json_answers.of_sources(make_sources()),
        json_answers.of_status(make_status(n_bytes=None), [make_failure()]),
        json_answers.of_failures([make_failure()]),
        json_answers.of_judgements([JUDGED, make_judgement(Verdict.SAME, other="Lena")]),
        json_answers.of_faults([make_fault()]),
    ],
)
def test_every_answer_is_as_the_schema_says(lines):
    validator = jsonschema.Draft202012Validator(SCHEMA)
    made = [json.loads(line) for line in lines]
    assert made
    for each in made:
        validator.validate(each)


def test_a_line_has_all_of_its_claim():
    line = read_one(json_answers.of_lines([make_line(2, judgements=(JUDGED,))]))
    assert line["schema"] == "sayso.line/1"
    assert (line["id"], line["document_id"]) == ("clm-1a2b3c4d00000003", "doc-5e6f708100000002")
    assert (line["date"], line["publisher"]) == ("2024-03-05T09:30", "The Evening Post")
    assert line["content_text"] == ['"He will be back,"']
    assert line["certainty"] == "probable"
    assert [(hop["source_text"], hop["source_name"]) for hop in line["chain"]] == [
        (["the Gull"], "Salter Gull"),
        (["she"], "Lena Orrick"),
    ]
    assert line["judgements"][0]["details"] == {"changes": {"cue": [[1, 2]]}}


def test_times_entities_and_event_are_as_in_a_reading():
    line = read_one(json_answers.of_lines([make_line()]))
    assert [time["edtf"] for time in line["happened"] + line["said"]] == ["2024-02", "2024-03-04"]
    assert line["entities"][0]["name"] == "the clerk"
    assert (line["event"]["kind"], line["event"]["actor_text"]) == ("YIELD", "the clerk")


def test_the_report_s_own_voice_has_an_empty_chain():
    assert read_one(json_answers.of_lines([make_line(3)]))["chain"] == []


def test_a_dossier_is_one_object_with_its_lines():
    dossier = read_one(json_answers.of_dossier(make_dossier()))
    assert (dossier["first"], dossier["last"]) == ("2024-03-01", "2024-03-05")
    assert dossier["about"] == []
    assert [line["id"] for line in dossier["by"]] == ["clm-1a2b3c4d00000001"]
    assert (dossier["about_has_more"], dossier["by_has_more"]) == (False, True)


def test_open_ends_are_null():
    moment = read_one(json_answers.of_timeline(make_timeline(make_moment(20190103, 99991231))))
    assert (moment["lane"], moment["first"], moment["last"]) == ("said", "2019-01-03", None)
    assert moment["line"]["schema"] == "sayso.line/1"


def test_lone_surrogates_come_through_whole():
    line = read_one(json_answers.of_lines([make_hostile_line("a\ud800\n=")]))
    assert line["title"] == "a\ud800\n="
    assert line["standalone"] == "a\ud800\n="
