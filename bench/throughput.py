"""Reading against its network alone: two ways to treat the same batches in; fair laps out."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Batch = TypeVar("Batch")


@dataclass(frozen=True, slots=True)
class Lap:
    """Seconds that all batches took both ways, by the wall clock and by processor time."""

    read_wall: float
    bare_wall: float
    read_processor: float
    bare_processor: float


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks at one moment, or between two."""

    wall: float
    processor: float


def run_laps(
    batches: Sequence[Batch],
    read: Callable[[Batch], object],
    run_bare: Callable[[Batch], object],
    *,
    n_laps: int,
) -> list[Lap]:
    """Each batch both ways by turns, first one way first and then the other, lap after lap."""
    return [_run_lap(batches, read, run_bare, turn) for turn in range(n_laps)]


def get_share(laps: Sequence[Lap]) -> float:
    """The middle share of the network's throughput that reading keeps, by the wall clock."""
    return median(lap.bare_wall / lap.read_wall for lap in laps)


def get_processor_share(laps: Sequence[Lap]) -> float:
    """The same by processor time, which other programs on the machine disturb less."""
    return median(lap.bare_processor / lap.read_processor for lap in laps)


def _run_lap(
    batches: Sequence[Batch],
    read: Callable[[Batch], object],
    run_bare: Callable[[Batch], object],
    turn: int,
) -> Lap:
    spent: dict[object, list[Clocks]] = {read: [], run_bare: []}
    for index, batch in enumerate(batches):
        order = (read, run_bare) if (index + turn) % 2 == 0 else (run_bare, read)
        for treat in order:
            spent[treat].append(_time(treat, batch))
    return Lap(
        sum(each.wall for each in spent[read]),
        sum(each.wall for each in spent[run_bare]),
        sum(each.processor for each in spent[read]),
        sum(each.processor for each in spent[run_bare]),
    )


def _time(treat: Callable[[Batch], object], batch: Batch) -> Clocks:
    wall, processor = time.perf_counter(), time.process_time()
    treat(batch)
    return Clocks(time.perf_counter() - wall, time.process_time() - processor)
