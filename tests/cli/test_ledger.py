"""The commands that ask a ledger, decide in it and check it, as their users run them."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path("examples").resolve()


def run(*words, place=None, **variables):
    environment = {**os.environ, "COLUMNS": "100", "SAYSO_AUTHOR": "desk", **variables}
    if place is not None:
        environment["SAYSO_LEDGER"] = str(place)
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, words)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return done


def load(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    place = tmp_path_factory.mktemp("ledger") / "dossier.ledger"
    assert run("add", EXAMPLES, place=place).returncode == 0
    return place


@pytest.fixture
def place(filled, tmp_path):
    """A ledger of its own for whoever changes something."""
    copy = tmp_path / "copy.ledger"
    copy.write_bytes(filled.read_bytes())
    return copy


def get_claim(place, *words):
    return load(run("claims", *words, "--limit", "1", "--json", place=place))[0]


def test_claims_are_found_by_words_and_filters_together(filled):
    lines = load(run("claims", "asylum", "--act", "deny", "--json", place=filled))
    assert lines
    for line in lines:
        assert "asylum" in line["standalone"].lower()
        assert "deny" in [hop["act"] for hop in line["chain"]]


def test_words_of_a_line_are_those_at_its_spans(filled):
    for line in load(run("claims", "envoy", "--json", place=filled)):
        report = load(run("show", line["document_id"], "--json", place=filled))[0]
        words = [report["text"][start:end] for start, end in line["content"]]
        assert words == line["content_text"]
        break


def test_pages_hold_every_claim_once(filled):
    whole = [line["id"] for line in load(run("claims", "--json", place=filled))]
    pages = [
        line["id"]
        for number in range(1, 6)
        for line in load(run("claims", "--json", "--limit", "100", "--page", number, place=filled))
    ]
    assert pages == whole
    assert len(set(whole)) == len(whole)


def test_a_claim_is_shown_in_its_place_by_the_beginning_of_its_id(filled):
    claim = get_claim(filled, "envoy")
    shown = run("show", claim["id"][:14], place=filled)
    assert shown.returncode == 0
    assert claim["document_id"] in shown.stdout
    assert claim["run"] in shown.stdout


def test_a_table_for_spreadsheets_has_a_row_a_claim(filled):
    rows = list(csv.DictReader(io.StringIO(run("claims", "envoy", "--csv", place=filled).stdout)))
    lines = load(run("claims", "envoy", "--json", place=filled))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]


def test_a_dossier_tells_what_is_claimed_about_and_by_a_name(filled):
    shown = run("who", "Edda Wrenfeld", place=filled)
    assert shown.returncode == 0
    assert "Edda Wrenfeld" in shown.stdout
    dossier = load(run("who", "Edda Wrenfeld", "--json", place=filled))[0]
    for line in dossier["by"]:
        assert "Edda Wrenfeld" in [hop["source_name"] for hop in line["chain"]]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("who", "Nobody Atall"), 1, "L012"),
        (("show", "clm-0000"), 1, "L010"),
        (("show", "nonsense"), 1, "L010"),
        (("claims", "--since", "yesterday"), 2, "L013"),
        (("judge", "clm-0000", "accept"), 1, "L010"),
        (("undo",), 1, "L015"),
        (("claims", "--type", "nobody"), 2, "Invalid value"),
    ],
)
def test_what_is_wrong_is_said_and_what_to_do(filled, words, code, says):
    done = run(*words, place=filled)
    assert done.returncode == code
    assert says in done.stderr


def test_nothing_found_is_said_and_is_no_failure(filled):
    done = run("claims", "zeppelin", place=filled)
    assert done.returncode == 0
    assert "zeppelin" in done.stdout


def test_a_rejected_claim_is_gone_until_the_decision_is_taken_back(place):
    claim = get_claim(place, "envoy")
    assert run("judge", claim["id"], "reject", place=place).returncode == 0
    assert claim["id"] not in run("claims", "envoy", "--json", place=place).stdout
    assert claim["id"] in run("claims", "envoy", "--json", "--with-rejected", place=place).stdout
    assert run("undo", place=place).returncode == 0
    assert claim["id"] in run("claims", "envoy", "--json", place=place).stdout


def test_a_correction_becomes_training_data(place):
    claim = get_claim(place, "--depth", "1")
    run("judge", claim["id"], "correct", "--certainty", "doubtful", place=place)
    (line,) = load(run("judgements", "--export", place=place))
    (number,) = line["judged"]
    (judged,) = [each for each in line["attributions"] if each["id"] == number]
    assert judged["certainty"] == "doubtful"


def test_merged_names_share_a_dossier(place):
    run("merge", "Edda Wrenfeld", "Belvara", place=place)
    merged = load(run("who", "Belvara", "--json", place=place))[0]
    assert {alias["name"] for alias in merged["aliases"]} >= {"Edda Wrenfeld", "Belvara"}
    run("undo", place=place)
    parted = load(run("who", "Belvara", "--json", place=place))[0]
    assert "Edda Wrenfeld" not in {alias["name"] for alias in parted["aliases"]}


@pytest.mark.parametrize("command", ["timeline", "sources"])
def test_a_picture_loads_nothing_and_runs_nothing(filled, tmp_path, command):
    page = tmp_path / "page.html"
    assert run(command, "--html", page, place=filled).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html
    for forbidden in ("<script", "http://", "https://", "url(h", "@import"):
        assert forbidden not in html.replace("http://www.w3.org/2000/svg", "")


def test_a_ledger_that_holds_is_said_to_hold(filled, tmp_path):
    export = tmp_path / "export.jsonl"
    export.write_text(run("read", EXAMPLES, "--json").stdout)
    done = run("verify", "--against", export, place=filled)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_changed_claim_is_found_by_verify(place, tmp_path):
    with sqlite3.connect(place) as connection:
        connection.execute("update claims set certainty = 'denied' where key = 7")
    done = run("verify", place=place)
    assert done.returncode == 1
    assert "ver-" in done.stdout
    faults = load(run("verify", "--json", place=place))
    assert faults[0]["schema"] == "sayso.fault/1"


def test_an_export_that_differs_is_found_by_verify(filled, tmp_path):
    export = tmp_path / "export.jsonl"
    told = load(run("read", EXAMPLES / "04-origin-brannhaven-courier.txt", "--json"))[0]
    told["claims"][0]["certainty"] = "denied"
    export.write_text(json.dumps(told) + "\n")
    done = run("verify", "--against", export, place=filled)
    assert done.returncode == 1
    assert "claims" in done.stdout


def test_status_counts_what_is_there(filled):
    assert load(run("status", "--json", place=filled))[0]["n_documents"] == 12
    assert "12 reports" in run("status", place=filled).stdout
