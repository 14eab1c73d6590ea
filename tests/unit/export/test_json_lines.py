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
