"""What programs get."""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.json_lines import failure_to_json_line, make_schema, to_json_line
from sayso.records import Failure
from tests.unit.export.made_readings import (
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_nested_reading,
    make_plain_reading,
)

VALIDATOR = jsonschema.Draft202012Validator(make_schema())
FAILURE = Failure(origin="a\ud800.txt", code="R004", message="a: is empty\nor so")


def load(line):
    assert line.isascii()
    assert "\n" not in line
    loaded = json.loads(line)
    VALIDATOR.validate(loaded)
    return loaded


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(make_schema())


@pytest.mark.parametrize(
    "line", [to_json_line(make_envoy_reading()), failure_to_json_line(FAILURE)]
)
def test_schema_is_strict_about_what_it_knows(line):
    loaded = load(line)
    for name in loaded:
        without = {key: value for key, value in loaded.items() if key != name}
        assert not VALIDATOR.is_valid(without), name


def test_every_span_comes_with_its_words():
    line = load(to_json_line(make_envoy_reading()))
    third = line["attributions"][2]
    for role in ("source", "cue", "content", "grounds"):
        words = [line["text"][start:end] for start, end in third[role]]
        assert words == third[f"{role}_text"]
    assert third["source_text"] == ["an unnamed clerk"]
    assert third["chain"] == ["a2", "a3"]


def test_time_stands_beside_what_it_means():
    (time,) = load(to_json_line(make_envoy_reading()))["times"]
    assert (time["text"], time["value"]) == ("Monday", "2024-03-04")


def test_name_stands_beside_where_it_was_found_and_by_what():
    third = load(to_json_line(make_gull_reading()))["attributions"][2]
    assert [third[f"source_name{part}"] for part in ("", "_text", "_rule", "_score", "_via")] == [
        "Salter Gull",
        "Gull",
        "network",
        0.4,
        None,
    ]


def test_unresolved_source_has_no_name():
    last = load(to_json_line(make_gull_reading()))["attributions"][-1]
    assert {value for name, value in last.items() if name.startswith("source_name")} == {None}


def test_claim_has_its_chain_its_times_and_who_is_in_it():
    claims = load(to_json_line(make_gull_reading()))["claims"]
    first = claims[0]
    assert (first["content_text"], first["chain"]) == (["the clerk fled last month"], ["a1"])
    assert first["standalone"] == "the clerk fled last month [2024-02]"
    assert [time["edtf"] for time in first["happened"] + first["said"]] == ["2024-02", "2024-03-04"]
    assert [(each["text"], each["name"]) for each in first["entities"]] == [("clerk", "the clerk")]
    assert (first["event"]["kind"], first["event"]["target"]) == ("YIELD", None)
    assert claims[2]["chain"] == ["a3", "a4"]
    assert claims[2]["certainty"] == "probable"
    assert (claims[3]["chain"], claims[3]["event"]) == ([], None)


@given(text=st.text(st.characters(), min_size=1, max_size=60) | st.just("\ud83d\0\u2028"))
@settings(deadline=None)
def test_any_name_and_claim_keeps_to_the_schema(text):
    (claim,) = load(to_json_line(make_hostile_reading(text)))["claims"]
    assert claim["standalone"] == claim["entities"][0]["name"] == text


def test_title_and_addressee_are_words_as_in_the_corpora_with_spans_beside():
    first = load(to_json_line(make_envoy_reading()))["attributions"][0]
    assert (first["title"], first["addressee"]) == ("minister", "parliament")
    assert len(first["title_span"]) == len(first["addressee_span"]) == 1


def test_date_stands_beside_how_well_it_is_known():
    line = load(to_json_line(make_envoy_reading()))
    assert (line["date"], line["date_precision"], line["date_found_in"], line["date_text"]) == (
        "2024-03-05",
        "day",
        "dateline",
        "5 March 2024",
    )


def test_failure_has_its_own_line():
    line = load(failure_to_json_line(FAILURE))
    assert line == {
        "schema": "sayso.failure/1",
        "origin": "a\ud800.txt",
        "code": "R004",
        "message": "a: is empty\nor so",
    }


@given(text=st.text(st.characters(), min_size=1, max_size=200) | st.just("\ud83d\0\u2028"))
@settings(deadline=None)
def test_any_text_comes_back_as_it_was(text):
    assert load(to_json_line(make_plain_reading(text)))["text"] == text


def test_long_chains_are_listed_whole():
    line = load(to_json_line(make_nested_reading(500)))
    assert len(line["attributions"][-1]["chain"]) == 500
