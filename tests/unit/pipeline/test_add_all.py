"""Reports into a ledger, in one process and in several."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Filters, Ledger
from sayso.pipeline import add_all
from sayso.pipeline.adding import choose_jobs
from sayso.settings import Settings

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def ledger(tmp_path):
    with Ledger(str(tmp_path / "a.ledger"), creates=True) as opened:
        yield opened


def add(ledger, *names, jobs=1, n_bytes=0):
    return list(add_all(map(str, names), ledger, settings=Settings(jobs=jobs), n_bytes=n_bytes))


def test_each_report_is_told_once_it_is_in_the_ledger(ledger):
    outcomes = add_all([str(EXAMPLES)], ledger, settings=Settings(jobs=1))
    for number, outcome in enumerate(outcomes, start=1):
        assert outcome.added.is_new
        assert ledger.get_status().n_documents == number
    assert number == 12


def test_what_is_there_is_not_read_again(ledger):
    first = add(ledger, EXAMPLES)
    again = add(ledger, EXAMPLES)
    assert [each.added.document_id for each in again] == [each.added.document_id for each in first]
    assert not any(each.added.is_new or each.n_windows for each in again)
    assert ledger.get_status().n_readings == len(first)


def test_several_processes_tell_the_same_in_the_same_order(ledger, tmp_path):
    alone = add(ledger, EXAMPLES)
    with Ledger(str(tmp_path / "b.ledger"), creates=True) as other:
        together = add(other, EXAMPLES, jobs=2, n_bytes=10**9)
        lines = [line.claim for line in other.find_claims(Filters())]
    assert [each.added for each in together] == [each.added for each in alone]
    assert lines == [line.claim for line in ledger.find_claims(Filters())]


def test_a_report_that_cannot_be_read_costs_no_other_and_is_kept_as_a_failure(ledger, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    good = tmp_path / "good.txt"
    good.write_text("The minister said on Monday that the ferry had sunk off the coast.\n")
    outcomes = add(ledger, bad, tmp_path / "missing.txt", good)
    assert [each.failure.code if each.failure else None for each in outcomes] == [
        "R006",
        "R001",
        None,
    ]
    assert [each.code for each in ledger.find_failures()] == ["R006", "R001"]


def test_a_further_version_of_a_page_is_kept_beside_the_first(ledger, tmp_path):
    def write(words):
        line = {"url": "https://example.org/ferry", "text": f"The minister said {words}."}
        path = tmp_path / f"{len(words)}.jsonl"
        path.write_text(json.dumps(line) + "\n")
        return path

    first, second = add(ledger, write("the ferry had sunk"), write("the ferry is believed lost"))
    assert first.added.document_id == second.added.document_id
    assert (first.added.version, second.added.version) == (1, 2)


@pytest.mark.parametrize(
    ("n_asked", "n_bytes", "n_jobs"), [(8, 0, 1), (8, 400_000, 2), (2, 10**9, 2), (1, 10**9, 1)]
)
def test_further_processes_start_only_for_work_that_pays(n_asked, n_bytes, n_jobs):
    assert choose_jobs(n_asked, n_bytes) == n_jobs
