"""A process that adds is killed, runs out of room, or meets another: nothing told is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from sayso.errors import LedgerMissing
from sayso.ledger import Ledger
from tests.ledger.adder import add_all, make_report
from tests.ledger.made_ledger import find_faults

N_REPORTS = 12


def start(*words: object, **more: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ledger.adder", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)


def read_told(process: subprocess.Popen[str]) -> tuple[set[int], str, int]:
    """The numbers of the reports told as added, what else was said, and the exit code."""
    lines = process.communicate(timeout=60)[0].splitlines()
    told = {int(line.split()[1]) for line in lines if line.startswith("added")}
    said = "\n".join(line for line in lines if not line.startswith("added"))
    return told, said, process.returncode


def find_kept(place: str) -> set[int]:
    """The numbers of the reports in a sound ledger."""
    texts = {make_report(number).document.text: number for number in range(100)}
    try:
        with Ledger(place) as ledger:
            assert find_faults(ledger) == []
            kept = [texts[text] for text in ledger.find_texts()]
            assert ledger.get_status().n_claims == len(kept) == len(set(kept))
            return set(kept)
    except LedgerMissing:
        return set()


class Forker:
    """A process that begins children without the second that Python takes to start."""

    def __init__(self) -> None:
        self._process = start("fork", stdin=subprocess.PIPE)

    def add(
        self, place: str, last: int, *, most_bytes: int = -1, killed_after: float | None = None
    ) -> tuple[set[int], str]:
        """Has a child add reports; the numbers of those it told, and what else it said."""
        self._process.stdin.write(f"{place} 0 {last} {most_bytes}\n")
        self._process.stdin.flush()
        told, said = set(), ""
        for line in self._process.stdout:
            word, _, more = line.partition(" ")
            if word == "ended":
                break
            if word == "child" and killed_after is not None:
                time.sleep(killed_after)
                with suppress(ProcessLookupError):  # it was done before
                    os.kill(int(more), signal.SIGKILL)
            elif word == "added":
                told.add(int(more))
            elif word != "child":
                said += line
        return told, said

    def close(self) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@pytest.fixture(scope="module")
def forker() -> Iterator[Forker]:
    with closing(Forker()) as made:
        yield made


def check_killed(forker: Forker, folder: Path, chance: random.Random, n_times: int) -> int:
    """Kills at random moments; how often some reports were there and others not."""
    n_between = 0
    for number in range(n_times):
        place = str(folder / f"{number}.ledger")
        told, _ = forker.add(place, N_REPORTS, killed_after=chance.uniform(0, 0.25))
        kept = find_kept(place)
        assert told <= kept <= set(range(N_REPORTS))
        assert len(kept - told) <= 1
        n_between += 0 < len(kept) < N_REPORTS
        add_all(place, range(N_REPORTS))
        assert find_kept(place) == set(range(N_REPORTS))
    return n_between


@pytest.mark.files
def test_what_was_told_outlives_a_kill_at_any_moment(forker, tmp_path):
    assert check_killed(forker, tmp_path, random.Random(4), 8)


@pytest.mark.slow
@pytest.mark.files
def test_what_was_told_outlives_fifty_kills(forker, tmp_path):
    assert check_killed(forker, tmp_path, random.Random(50), 50) > 10


@pytest.mark.files
@pytest.mark.parametrize("most_bytes", [10_000, 600_000])
def test_what_was_told_outlives_a_limit_of_the_files_size(forker, place, most_bytes):
    told, said = forker.add(place, 100, most_bytes=most_bytes)
    assert said.startswith("L004 ")
    assert find_kept(place) == told
    assert bool(told) == (most_bytes > 10_000)
    add_all(place, range(20))
    assert find_kept(place) == told | set(range(20))


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    disk = folder / "disk"
    disk.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk]
    if os.geteuid() or subprocess.run(["mount", *options], capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.files
def test_what_was_told_outlives_a_full_disk(forker, tmp_path):
    with small_disk(tmp_path, "1m") as disk:
        place = str(disk / "full.ledger")
        told, said = forker.add(place, 100)
        assert said.startswith("L004 ")
        assert told
        assert find_kept(place) == told
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        add_all(place, range(20))
        assert find_kept(place) == told | set(range(20))


def test_two_that_make_a_ledger_and_add_at_once_both_finish_and_nothing_is_there_twice(place):
    both = [start(place, 0, 20), start(place, 10, 30)]
    assert [read_told(process) for process in both] == [
        (set(range(20)), "", 0),
        (set(range(10, 30)), "", 0),
    ]
    assert find_kept(place) == set(range(30))
