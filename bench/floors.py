"""The pinned floors: a table and measured values in; which floors hold, or a raised table, out."""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench.errors import FloorWouldSink, UnknownFloor
from bench.score import Score

FLOORS_FILE = Path(__file__).with_name("floors.json")
# Points between a measured percentage and its new floor: int8 moves a little between processors.
SLACK = 0.5
_ROUNDING = 1e-9

MEASURES: dict[str, Callable[[Score], float]] = {
    "F1": lambda score: 100 * score.f1,
    "recall": lambda score: 100 * score.recall,
    "share": lambda score: 100 * score.recall,
    "number": lambda score: score.right_of_gold,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A headline figure: where it comes from, its first floor, its aim, and its pinned floor."""

    name: str
    part: str
    score: str
    measure: str
    title: str
    floor: float
    aim: float
    pinned: float
    orientation: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All headline figures and the digests of the files they were pinned on."""

    figures: tuple[Figure, ...]
    digests: dict[str, str]


def load_floors(path: Path = FLOORS_FILE) -> Floors:
    """The table of floors."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return Floors(tuple(Figure(**row) for row in table["figures"]), table["digests"])


def save_floors(floors: Floors, path: Path = FLOORS_FILE) -> None:
    """Writes the table of floors."""
    table = {"digests": floors.digests, "figures": [asdict(figure) for figure in floors.figures]}
    path.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def find_sunken(figures: Iterable[Figure], values: Mapping[str, float]) -> tuple[Figure, ...]:
    """The figures that were measured under their pinned floor."""
    return tuple(
        figure
        for figure in figures
        if figure.name in values and values[figure.name] < figure.pinned - _ROUNDING
    )


def raise_floors(
    figures: tuple[Figure, ...], values: Mapping[str, float], *, lower: tuple[str, ...] = ()
) -> tuple[Figure, ...]:
    """The figures with floors as high as the values allow; only those named in ``lower`` may sink.

    Raises: UnknownFloor, FloorWouldSink.
    """
    known = tuple(figure.name for figure in figures)
    for name in lower:
        if name not in known:
            raise UnknownFloor(name, known)
    sunken = tuple(f.name for f in find_sunken(figures, values) if f.name not in lower)
    if sunken:
        raise FloorWouldSink(sunken)
    return tuple(
        replace(figure, pinned=_pin(figure, values[figure.name], may_sink=figure.name in lower))
        if figure.name in values
        else figure
        for figure in figures
    )


def _pin(figure: Figure, value: float, *, may_sink: bool) -> float:
    slack = 0.0 if figure.measure == "number" else SLACK
    floor = math.floor((value - slack) * 10 + _ROUNDING) / 10
    return floor if may_sink else max(figure.pinned, floor)
