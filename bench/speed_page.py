"""docs/speed.md: what was measured and on what in; the page, or what was too slow, out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from string import Template

from bench.commands import Cost, Spread
from bench.throughput import Lap, get_processor_share, get_share

_TEMPLATE = Path(__file__).with_name("speed_template.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Everything that one speed run measured."""

    laps: list[Lap]
    claim_laps: list[Lap]
    n_reports: int
    n_tokens: int
    whole: Cost
    help: Spread
    read: Spread
    large: Cost
    n_starts: int
    window: int
    weights: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the run was made on; ``load`` is the system's one-minute load before it."""

    processor: str
    n_cores: int
    load: float
    python: str
    runtime: str
    n_threads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; a floor is the least share, or the most seconds or megabytes."""

    title: str
    get: Callable[[Speed], float]
    unit: str
    floor: float | None = None
    aim: str = ""


ROWS = (
    Row(
        title="reading against the bare encoder",
        get=lambda speed: 100 * get_share(speed.laps),
        unit="%",
        floor=70,
        aim="85 %",
    ),
    Row(
        title="the same by processor time",
        get=lambda speed: 100 * get_processor_share(speed.laps),
        unit="%",
    ),
    Row(
        title="reading with names, values and claims against attributions alone",
        get=lambda speed: 100 * get_share(speed.claim_laps),
        unit="%",
        floor=90,
    ),
    Row(
        title="bare encoder",
        get=lambda speed: speed.n_tokens / median(lap.bare_wall for lap in speed.laps),
        unit="tokens/s",
    ),
    Row(
        title="reading",
        get=lambda speed: speed.n_tokens / median(lap.read_wall for lap in speed.laps),
        unit="tokens/s",
    ),
    Row(
        title="reading",
        get=lambda speed: speed.n_reports / median(lap.read_wall for lap in speed.laps),
        unit="reports/s",
    ),
    Row(
        title="the whole command",
        get=lambda speed: speed.n_reports / speed.whole.seconds,
        unit="reports/s",
    ),
    Row(
        title="`sayso --help`, best",
        get=lambda speed: speed.help.best_seconds,
        unit="s",
        floor=0.2,
    ),
    Row(title="`sayso --help`, median", get=lambda speed: speed.help.median_seconds, unit="s"),
    Row(
        title="`sayso read` of one report, best",
        get=lambda speed: speed.read.best_seconds,
        unit="s",
        floor=1.5,
    ),
    Row(
        title="`sayso read` of one report, median",
        get=lambda speed: speed.read.median_seconds,
        unit="s",
    ),
    Row(
        title="peak memory, one report of 2 MB",
        get=lambda speed: speed.large.peak_megabytes,
        unit="MB",
        floor=600,
    ),
    Row(title="time for it", get=lambda speed: speed.large.seconds, unit="s"),
)


def make_page(speed: Speed, machine: Machine) -> str:
    """The whole page in Markdown."""
    rows = [
        f"| {row.title} | {_show_floor(row)} | {row.aim} | {_show(row.get(speed), row.unit)} |"
        for row in ROWS
    ]
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        processor=machine.processor,
        n_cores=machine.n_cores,
        load=f"{machine.load:.1f}",
        python=machine.python,
        runtime=machine.runtime,
        threads=machine.n_threads,
        weights=speed.weights,
        n_reports=speed.n_reports,
        n_tokens=f"{speed.n_tokens:,}",
        window=speed.window,
        n_laps=len(speed.laps),
        n_starts=speed.n_starts,
        rows="\n".join(rows),
    )


def find_slow(speed: Speed) -> list[tuple[str, str, str]]:
    """Title, value and floor of every line that misses its floor."""
    slow = []
    for row in ROWS:
        value = row.get(speed)
        if row.floor is not None and _misses(value, row.floor, row.unit):
            slow.append((row.title, _show(value, row.unit), _show_floor(row)))
    return slow


def _misses(value: float, floor: float, unit: str) -> bool:
    return value < floor if unit == "%" else value >= floor


def _show_floor(row: Row) -> str:
    if row.floor is None:
        return ""
    return f"{'>=' if row.unit == '%' else '<'} {row.floor:g} {row.unit}"


def _show(value: float, unit: str) -> str:
    digits = {"%": 1, "s": 2, "reports/s": 1}.get(unit, 0)
    return f"{value:,.{digits}f} {unit}"
