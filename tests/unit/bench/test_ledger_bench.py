"""Copies of readings that differ as reports do, and the page of what a ledger costs."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.ledger_maker import make_readings
from bench.ledger_page import Asked, LedgerSpeed, find_missed, make_page
from bench.speed_page import Machine
from sayso.ledger import Ledger
from sayso.pipeline import read

EXAMPLES = Path(__file__).parents[3] / "examples"
SPEED = LedgerSpeed(
    n_reports=100,
    reading_seconds=10.0,
    adding_seconds=10.9,
    n_claims=1000,
    n_documents=50,
    n_bytes=500_000,
    n_text_bytes=40_000,
    asked=(Asked(title="dossier", median_ms=20.0, most_ms=90.0),),
)


@pytest.fixture(scope="module")
def reading():
    return read(EXAMPLES / "04-origin-brannhaven-courier.txt")


def test_copies_differ_in_names_words_and_days_and_not_in_places(reading):
    copies = [made for made, _ in make_readings([reading], 200, seed=1)]
    assert sum(len(copy.claims) for copy in copies) >= 200
    assert len({copy.document.text for copy in copies}) == len(copies)
    assert len({copy.document.published.value for copy in copies}) > 1
    for copy in copies:
        assert len(copy.document.text) == len(reading.document.text)
        assert [each.content for each in copy.claims] == [each.content for each in reading.claims]


def test_the_same_seed_makes_the_same_copies(reading):
    first, second = (list(make_readings([reading], 100, seed=3)) for _ in range(2))
    assert first == second


def test_a_ledger_of_copies_holds(reading, tmp_path):
    with Ledger(str(tmp_path / "copies.ledger"), creates=True) as ledger:
        run = ledger.begin_run(sayso="test", weights=reading.weights)
        for copy, raw in make_readings([reading], 150, seed=2):
            assert ledger.add(copy, raw, run).is_new
        assert [fault for fault in ledger.find_faults() if fault] == []


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"adding_seconds": 11.5}, "adding beyond reading"),
        ({"asked": (Asked(title="dossier", median_ms=151.0, most_ms=200.0),)}, "dossier"),
        ({"n_bytes": 520_001}, "size"),
    ],
)
def test_what_is_over_its_bound_is_named(changed, name):
    assert find_missed(SPEED) == []
    assert [missed[0] for missed in find_missed(replace(SPEED, **changed))] == [name]


def test_the_page_has_every_figure():
    machine = Machine(
        processor="Some Core", n_cores=2, load=0.5, python="3.11", runtime="1.22", n_threads=2
    )
    page = make_page(SPEED, machine)
    for words in ("9.0%", "20 ms (longest 90)", "Some Core", "1,000 claims", "500 |"):
        assert words.replace(" |", "") in page
