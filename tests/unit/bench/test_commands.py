import sys

import pytest

from bench.commands import run_command, time_command
from bench.errors import CommandFailed


def run_python(code: str) -> list[str]:
    return [sys.executable, "-S", "-c", code]


def test_the_peak_memory_is_the_childs_own() -> None:
    small = run_command(run_python("pass"))
    large = run_command(run_python("b'x' * 300_000_000"))
    assert 250 < large.peak_megabytes - small.peak_megabytes < 350


def test_the_seconds_are_those_of_the_whole_run() -> None:
    assert run_command(run_python("import time; time.sleep(0.2)")).seconds >= 0.2


def test_a_command_that_fails_has_no_time() -> None:
    with pytest.raises(CommandFailed, match="status 3"):
        run_command(run_python("raise SystemExit(3)"))


def test_the_best_run_is_no_slower_than_the_middle_one() -> None:
    spread = time_command(run_python("pass"), n_runs=3)
    assert 0 < spread.best_seconds <= spread.median_seconds
