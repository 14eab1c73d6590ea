from dataclasses import replace

import pytest

from bench.commands import Cost, Spread
from bench.speed_page import Machine, Speed, find_slow, make_page
from bench.throughput import Lap

SPEED = Speed(
    laps=[Lap(20.0, 15.0, 40.0, 32.0)],
    claim_laps=[Lap(20.0, 19.0, 40.0, 38.0)],
    n_reports=500,
    n_tokens=300_000,
    whole=Cost(25.0, 300.0),
    help=Spread(0.11, 0.13),
    read=Spread(0.9, 1.1),
    large=Cost(30.0, 450.0),
    n_starts=7,
    window=384,
    weights="w-1",
)
MACHINE = Machine(
    processor="A Processor", n_cores=2, load=0.25, python="3.11.7", runtime="1.22", n_threads=2
)


@pytest.mark.parametrize(
    "row",
    [
        "| reading against the bare encoder | >= 70 % | 85 % | 75.0 % |",
        "| the same by processor time |  |  | 80.0 % |",
        "| bare encoder |  |  | 20,000 tokens/s |",
        "| reading |  |  | 15,000 tokens/s |",
        "| reading |  |  | 25.0 reports/s |",
        "| the whole command |  |  | 20.0 reports/s |",
        "| `sayso --help`, best | < 0.2 s |  | 0.11 s |",
        "| `sayso read` of one report, best | < 1.5 s |  | 0.90 s |",
        "| peak memory, one report of 2 MB | < 600 MB |  | 450 MB |",
    ],
)
def test_every_figure_stands_on_the_page(row: str) -> None:
    assert row in make_page(SPEED, MACHINE)


def test_the_page_says_on_what_it_was_measured() -> None:
    page = make_page(SPEED, MACHINE)
    assert "A Processor (2 cores, load 0.2 when" in page
    assert "$" not in page


def test_nothing_is_slow_when_all_floors_hold() -> None:
    assert find_slow(SPEED) == []


@pytest.mark.parametrize(
    ("speed", "title"),
    [
        (replace(SPEED, laps=[Lap(20.0, 13.0, 1.0, 1.0)]), "reading against the bare encoder"),
        (replace(SPEED, help=Spread(0.2, 0.2)), "`sayso --help`, best"),
        (replace(SPEED, read=Spread(1.6, 1.7)), "`sayso read` of one report, best"),
        (replace(SPEED, large=Cost(1.0, 601.0)), "peak memory, one report of 2 MB"),
    ],
)
def test_a_missed_floor_is_named(speed: Speed, title: str) -> None:
    assert [name for name, _, _ in find_slow(speed)] == [title]
