"""Whole commands as a person starts them: a command line in; seconds and peak memory out."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.errors import CommandFailed

_LAUNCHER = Path(__file__).with_name("launcher.py")
# ru_maxrss counts kilobytes, but bytes on macOS.
_RSS_UNIT_BYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took; the memory is in millions of bytes."""

    seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The fastest and the middle of several runs."""

    best_seconds: float
    median_seconds: float


def run_command(command: list[str], *, may_fail: bool = False) -> Cost:
    """The cost of one run, its output thrown away; one that may fail may tell of bad reports.

    Raises: CommandFailed.
    """
    launched = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCHER), *command],
        stdout=subprocess.PIPE,
        check=True,
    )
    seconds, peak, status = json.loads(launched.stdout)
    if status != 0 and not may_fail:
        raise CommandFailed(command, status)
    return Cost(seconds, peak * _RSS_UNIT_BYTES / 1e6)


def time_command(command: list[str], *, n_runs: int) -> Spread:
    """The spread of some runs, each a new process.

    Raises: CommandFailed.
    """
    seconds = [run_command(command).seconds for _ in range(n_runs)]
    return Spread(min(seconds), median(seconds))
