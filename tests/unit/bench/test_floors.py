from dataclasses import replace
from pathlib import Path

import pytest

from bench.errors import FloorWouldSink, UnknownFloor
from bench.floors import (
    MEASURES,
    Figure,
    Floors,
    find_sunken,
    load_floors,
    raise_floors,
    save_floors,
)
from bench.measure import PARTS

FOUND = Figure(
    name="p.found",
    part="p",
    score="found",
    measure="F1",
    title="found F1",
    floor=60,
    aim=80,
    pinned=70.0,
    orientation="",
)
RIGHT = replace(FOUND, name="p.right", measure="number", pinned=15)


def test_a_value_under_its_floor_is_found() -> None:
    assert find_sunken([FOUND], {"p.found": 69.99}) == (FOUND,)


def test_a_value_at_its_floor_holds() -> None:
    assert find_sunken([FOUND], {"p.found": 70.0}) == ()


def test_a_figure_that_was_not_measured_is_not_judged() -> None:
    assert find_sunken([FOUND], {}) == ()


def test_a_percentage_is_pinned_half_a_point_under_what_was_measured() -> None:
    assert raise_floors((FOUND,), {"p.found": 74.28})[0].pinned == 73.7


def test_a_number_is_pinned_as_measured() -> None:
    assert raise_floors((RIGHT,), {"p.right": 17})[0].pinned == 17


def test_a_floor_stays_when_the_slack_would_sink_it() -> None:
    assert raise_floors((FOUND,), {"p.found": 70.2})[0].pinned == 70.0


def test_a_floor_is_not_lowered_unasked() -> None:
    with pytest.raises(FloorWouldSink, match=r"--lower-floor p\.found"):
        raise_floors((FOUND,), {"p.found": 65.0})


def test_a_named_floor_is_lowered_and_the_others_are_not() -> None:
    figures = raise_floors((FOUND, RIGHT), {"p.found": 65.0, "p.right": 16}, lower=("p.found",))
    assert [figure.pinned for figure in figures] == [64.5, 16]


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFloor, match=r"'p.fund'; known: p\.found"):
        raise_floors((FOUND,), {"p.found": 75.0}, lower=("p.fund",))


def test_saved_floors_load_again(tmp_path: Path) -> None:
    floors = Floors((FOUND, RIGHT), {"dev.jsonl": "0" * 64})
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors


def test_every_pinned_figure_has_a_known_part_and_measure() -> None:
    figures = load_floors().figures
    assert {figure.part for figure in figures} == set(PARTS)
    assert {figure.measure for figure in figures} <= set(MEASURES)


def test_every_part_has_the_digests_of_its_files() -> None:
    files = {file for part in PARTS.values() for file in part.files}
    assert set(load_floors().digests) == files


def test_names_are_unique() -> None:
    names = [figure.name for figure in load_floors().figures]
    assert len(names) == len(set(names))
