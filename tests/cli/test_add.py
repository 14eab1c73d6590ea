"""`sayso add` as people use it: what it says, and what is left when it is cut short."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.ledger import Ledger

EXAMPLES = Path(__file__).parents[2] / "examples"
SAYSO = (sys.executable, "-m", "sayso")
TEXT = (EXAMPLES / "04-origin-brannhaven-courier.txt").read_text(encoding="utf-8")


def run(*words, **options):
    return subprocess.run(
        [*SAYSO, *map(str, words)], capture_output=True, text=True, check=False, **options
    )


def write_reports(folder, n_reports, *, n_times=1):
    folder.mkdir()
    for number in range(n_reports):
        text = f"Report number {number}.\n\n" + "\n\n".join([TEXT] * n_times)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def find_faults(place):
    with Ledger(str(place)) as ledger:
        return [fault for fault in ledger.find_faults() if fault]


def count_reports(place):
    with Ledger(str(place)) as ledger:
        return ledger.get_status().n_documents


def wait_for_end(group):
    """Whether all processes of a group have ended within some seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_what_was_added_is_told_and_can_be_told_to_programs(tmp_path):
    place = tmp_path / "a.ledger"
    done = run("add", EXAMPLES, "--ledger", place)
    assert (done.returncode, done.stdout) == (0, "")
    assert "12 reports added with" in done.stderr
    again = run("add", EXAMPLES, "--ledger", place, "--json")
    lines = [json.loads(line) for line in again.stdout.splitlines()]
    assert len(lines) == 12
    assert not any(line["is_new"] for line in lines)
    assert "12 there already" in again.stderr


def test_what_cannot_be_read_is_listed_at_the_end_and_costs_the_exit_code(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "good.txt").write_text("The minister said that the ferry had sunk.\n")
    done = run("add", tmp_path, "--ledger", tmp_path / "a.ledger")
    assert done.returncode == 1
    assert "bad.txt: R006" in done.stderr
    assert "1 report added" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "x.txt", "--fields", "nonsense"), 2, "S003"),
        (("add", "x.txt", "--ledger", "."), 1, "L002"),
        (("claims", "--ledger", "none.ledger"), 1, "L001"),
        (("add", "x.txt", "--ledger", "postgresql+psycopg://nobody@127.0.0.1:1/x"), 1, "L006"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path, words, code, says):
    done = run(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_hostile_titles_and_names_reach_no_terminal(tmp_path):
    title = "\x1b]0;owned\x07\x1b[31mRed\u202e'; drop table claims; --"
    line = {"title": title, "text": f"{title} said the minister. {TEXT}", "publisher": title}
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n")
    place = tmp_path / "a.ledger"
    told = run("add", tmp_path / "a.jsonl", "--ledger", place)
    shown = run("claims", "--ledger", place)
    assert "Red" in told.stderr
    assert shown.stdout.count("clm-") > 1
    for output in (told.stderr, shown.stdout):
        assert not set(output) & {"\x1b", "\x07", "\u202e"}
    assert find_faults(place) == []


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(10))
def test_a_killed_run_leaves_whole_reports_and_the_next_goes_on(tmp_path, moment):
    folder, place = write_reports(tmp_path / "reports", 40), tmp_path / "a.ledger"
    command = [*SAYSO, "add", str(folder), "--ledger", str(place), "--json", "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        time.sleep(random.Random(moment).uniform(1.0, 6.0))
        running.kill()
        told = running.stdout.read().splitlines()
    if place.exists() and place.stat().st_size:
        assert find_faults(place) == []
        assert len(told) <= count_reports(place) <= len(told) + 1
    assert run("add", folder, "--ledger", place).returncode == 0
    assert count_reports(place) == 40
    assert find_faults(place) == []


def test_an_interrupted_run_ends_quietly_and_leaves_no_process_behind(tmp_path):
    folder, place = write_reports(tmp_path / "reports", 60, n_times=3), tmp_path / "a.ledger"
    command = [*SAYSO, "add", str(folder), "--ledger", str(place), "--json", "--jobs", "2"]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Where the tests themselves run in the background, a shell has switched Ctrl-C off.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    with running:
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said
    assert wait_for_end(running.pid)
    assert find_faults(place) == []
    assert 1 <= count_reports(place) < 60


def test_a_killed_run_takes_its_readers_with_it(tmp_path):
    folder = write_reports(tmp_path / "reports", 60, n_times=3)
    place = tmp_path / "a.ledger"
    command = [*SAYSO, "add", str(folder), "--ledger", str(place), "--json", "--jobs", "2"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    with running:
        running.stdout.readline()
        running.kill()
    assert wait_for_end(running.pid)
