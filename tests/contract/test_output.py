"""The JSON output: what the page says of it, and how it goes with the corpora."""

import json
import os
from pathlib import Path

import pytest

from sayso.answers import Verdict
from sayso.export.json_lines import make_schema
from sayso.export.ledger import csv_answers, json_answers
from sayso.export.scu import to_scu_rows
from sayso.export.scu_types import KINDS
from sayso.records import Act, Certainty, EntityKind, NameRule, SourceType
from tests.unit.export.made_readings import make_gull_reading

PAGE = Path("docs/output.md")
CORPUS = Path(os.environ.get("SAYSO_CORPORA", "../shared/corpora")) / "sayso" / "dev.jsonl"
OBJECTS = (
    "reading", "attribution", "implied", "time", "sentence", "claim", "entity", "event",
    "repetition", "failure",
)  # fmt: skip
# What the corpora have for stages that a single reading does not reach yet.
NOT_READ_YET = {"corpus"}
needs_corpora = pytest.mark.skipif(not CORPUS.exists(), reason=f"{CORPUS} is not there")


def make_rows(schema, objects):
    return [
        f"| `{name}` | {field['description']} |"
        for each in objects
        for name, field in schema["$defs"][each]["properties"].items()
    ]


def read_corpus():
    with CORPUS.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def get_fields(name):
    return set(make_schema()["$defs"][name]["properties"])


def test_the_page_lists_every_field_and_no_other():
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    of_ledger = make_rows(json_answers.make_schema(), (*json_answers.LINES, *json_answers.PARTS))
    assert rows == make_rows(make_schema(), OBJECTS) + of_ledger


@pytest.mark.parametrize("labels", [SourceType, Act, Certainty, NameRule, EntityKind, Verdict])
def test_the_page_explains_every_label(labels):
    page = PAGE.read_text("utf-8")
    assert all(f"`{label.value}`" in page for label in labels)


def test_the_page_explains_the_sourcing_table():
    part = PAGE.read_text("utf-8").partition("## The sourcing table")[2]
    (row, *_) = to_scu_rows(make_gull_reading())
    assert all(f"- `{column}`: " in part for column in row)
    assert all(f'"{kind}"' in part for kind in KINDS)


COLUMNS = (
    csv_answers.LINE_COLUMNS,
    csv_answers.MOMENT_COLUMNS,
    csv_answers.SOURCE_COLUMNS,
    csv_answers.JUDGEMENT_COLUMNS,
    csv_answers.FAILURE_COLUMNS,
    csv_answers.FAULT_COLUMNS,
)


def test_the_page_lists_every_column_of_the_ledger_s_tables_and_no_other():
    part = PAGE.read_text("utf-8").partition("### As a table")[2].partition("\n### ")[0]
    rows = [line for line in part.splitlines() if line.startswith("- `")]
    assert rows == [f"- `{each.head}`: {each.meaning}" for table in COLUMNS for each in table]


@needs_corpora
def test_field_names_are_those_of_the_corpora():
    for report in read_corpus():
        assert set(report) - NOT_READ_YET <= get_fields("reading")
        for key, name in (("attributions", "attribution"), ("implied", "implied")):
            for each in report[key]:
                assert set(each) - NOT_READ_YET <= get_fields(name)
        assert all(set(each) - NOT_READ_YET <= get_fields("time") for each in report["times"])


@needs_corpora
def test_label_values_are_those_of_the_corpora():
    for name, labels in (("source_type", SourceType), ("act", Act), ("certainty", Certainty)):
        used = {each[name] for report in read_corpus() for each in report["attributions"]}
        assert used <= set(labels)
