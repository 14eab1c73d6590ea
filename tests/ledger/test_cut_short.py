"""A process that adds is killed, runs out of room, or meets another: nothing told is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from sayso.errors import LedgerMissing
from sayso.ledger import Ledger
from tests.ledger.adder import REFUSED, add_all, make_report
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


@pytest.fixture(scope="module")
def forker(tmp_path_factory) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """A process that begins children without the second that Python takes to start."""
    folder = tmp_path_factory.mktemp("killed")
    with start(folder, "fork", stdin=subprocess.PIPE) as process:
        yield folder, process


def kill_after(forker, name: str, seconds: float) -> set[int]:
    """Kills a child that adds; the numbers of the reports it told."""
    _, process = forker
    process.stdin.write(f"{name} 0 {N_REPORTS}\n")
    process.stdin.flush()
    told: set[int] = set()
    for line in process.stdout:
        word, number = [*line.split(), "0"][:2]
        if word == "child":
            time.sleep(seconds)
            with suppress(ProcessLookupError):  # it was done before
                os.kill(int(number), signal.SIGKILL)
        elif word == "added":
            told.add(int(number))
        else:
            break
    return told


def check_killed(forker, chance: random.Random, n_times: int) -> int:
    """Kills at random moments; how often some reports were there and others not."""
    n_between = 0
    for time_number in range(n_times):
        name = f"{chance.random()}-{time_number}.ledger"
        told = kill_after(forker, name, chance.uniform(0, 0.3))
        place = str(forker[0] / name)
        kept = find_kept(place)
        assert told <= kept <= set(range(N_REPORTS))
        assert len(kept - told) <= 1
        n_between += 0 < len(kept) < N_REPORTS
        add_all(place, range(N_REPORTS))
        assert find_kept(place) == set(range(N_REPORTS))
    return n_between


@pytest.mark.files
def test_what_was_told_outlives_a_kill_at_any_moment(forker):
    assert check_killed(forker, random.Random(4), 6)


@pytest.mark.slow
@pytest.mark.files
def test_what_was_told_outlives_fifty_kills(forker):
    assert check_killed(forker, random.Random(50), 50) > 10


@pytest.mark.files
@pytest.mark.parametrize("most_bytes", [10_000, 600_000])
def test_what_was_told_outlives_a_limit_of_the_files_size(place, most_bytes):
    told, said, code = read_told(start(place, 0, 100, most_bytes))
    assert code == REFUSED
    assert said.startswith("L004 ")
    assert find_kept(place) == told
    assert bool(told) == (most_bytes > 10_000)
    assert read_told(start(place, 0, 20))[2] == 0
    assert find_kept(place) >= set(range(20))


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
def test_what_was_told_outlives_a_full_disk(tmp_path):
    with small_disk(tmp_path, "1m") as disk:
        place = str(disk / "full.ledger")
        told, said, code = read_told(start(place, 0, 100))
        assert code == REFUSED
        assert said.startswith("L004 ")
        assert told
        assert find_kept(place) == told
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        assert read_told(start(place, 0, 20))[2] == 0
        assert find_kept(place) >= set(range(20))


def test_two_that_add_at_once_both_finish_and_each_report_is_there_once(place):
    Ledger(place, creates=True).close()
    both = [start(place, 0, 20), start(place, 10, 30)]
    ended = [read_told(process) for process in both]
    assert [(told, code) for told, _, code in ended] == [
        (set(range(20)), 0),
        (set(range(10, 30)), 0),
    ]
    assert find_kept(place) == set(range(30))


@pytest.mark.files
def test_two_that_make_a_ledger_at_once_both_finish(place):
    both = [start(place, 0, 5), start(place, 5, 10)]
    assert [read_told(process)[1:] for process in both] == [("", 0), ("", 0)]
    assert find_kept(place) == set(range(10))
