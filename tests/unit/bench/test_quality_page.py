import pytest

from bench.floors import Figure, Floors
from bench.measure import Result
from bench.quality_page import make_page
from bench.score import Tally, count, share


@pytest.fixture
def page() -> str:
    figure = Figure(
        name="seed.right",
        part="seed",
        score="right",
        measure="number",
        title="right, of 3",
        floor=1,
        aim=3,
        pinned=2,
        orientation="people 3",
    )
    result = Result([{"right": share(2, 3)}], remarks=("g2: not found",))
    digests = {"seed.json": "ab12"}
    return make_page(Floors((figure,), {}), {"seed": result}, weights="w-1", digests=digests)


def test_a_figure_stands_with_its_floors_and_orientation(page: str) -> None:
    assert "| right, of 3 | 1 | 2 | 3 | **2** | people 3 |" in page


def test_what_is_wrong_stands_on_the_page(page: str) -> None:
    assert "- g2: not found\n" in page


def test_weights_and_digests_stand_on_the_page(page: str) -> None:
    assert "Weights `w-1`." in page
    assert "| `seed.json` | `ab12` |" in page


def test_nothing_is_left_to_fill_in(page: str) -> None:
    assert "$" not in page


def test_a_figure_over_many_reports_has_its_interval() -> None:
    figure = Figure(
        name="sayso.found",
        part="sayso",
        score="found",
        measure="F1",
        title="found F1",
        floor=1,
        aim=99.5,
        pinned=2,
        orientation="",
    )
    names = ("found", "cue start", "source", "whole", "parent cue", "no parent", "grounds")
    others = ("addressee", "title", "implied", "times", "time value")
    tally: Tally = dict.fromkeys((*names, *others), count(1, predicted=2, gold=4))
    result = Result([tally, tally], {"calibration error": 0.0421})
    page = make_page(Floors((figure,), {}), {"sayso": result}, weights="w", digests={})
    assert "| found F1 | 1.0 | 2.0 | 99.5 | **33.3** [33.3, 33.3] |  |" in page
    assert "| implied carry-ons | 50.0 | 25.0 | 33.3 | 8 |" in page
    assert "calibration error: 0.042" in page
