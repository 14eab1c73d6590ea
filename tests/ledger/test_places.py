"""Where a ledger may lie, what is none, and what each place says when something is wrong."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from sayso.answers import Verdict
from sayso.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerMissing,
    LedgerReadOnly,
    LedgerRefused,
    LedgerUnreachable,
    MissingExtra,
)
from sayso.ledger import Ledger, engine
from sayso.ledger.filters import Filters
from sayso.records import Failure
from tests.ledger.made_ledger import add, begin, find_faults, make_saying

NAMES = ("a b.ledger", "100%.ledger", "%41.ledger", "what?.ledger", "a#b.ledger", "ü 🕊️.ledger",
         "a&mode=ro.ledger", "a;b'\".ledger", ":memory:", "file:x.ledger", "-x", "a\nb",
         "a%00b.ledger", "\udcff.ledger")  # fmt: skip
NO_LEDGERS = {
    "text": b"Lena Orrick said it rained. " * 99,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "header only": b"SQLite format 3\0",
    "header and rubbish": b"SQLite format 3\0" + bytes(range(1, 256)) * 40,
    "zeros": bytes(8192),
}


@pytest.mark.files
@pytest.mark.parametrize("name", NAMES)
def test_a_ledger_may_have_any_name(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Ledger(name, creates=True) as ledger:
        add(ledger, make_saying("Ada Holm", "it rained"))
    with Ledger(str(tmp_path / name)) as ledger:
        assert ledger.get_status().n_claims == 1
        assert find_faults(ledger) == []
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.files
def test_a_ledger_stays_where_it_was_opened(tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    with Ledger("x.ledger", creates=True) as ledger:
        monkeypatch.chdir(tmp_path / "other")
        add(ledger, make_saying("Ada Holm", "it rained"))
        assert ledger.get_status().n_claims == 1
    assert list((tmp_path / "other").iterdir()) == []


@pytest.mark.files
@pytest.mark.parametrize("name", ["nothing.ledger", "folder", "folder/nothing.ledger", "empty"])
def test_where_no_ledger_is_nothing_is_made_by_asking(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(LedgerMissing, match="sayso add"):
        Ledger(str(tmp_path / name))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.files
@pytest.mark.parametrize("name", ["folder", "no/folder/x.ledger", "nul\x00byte", "\ud800"])
def test_where_none_can_be_made_it_says_so(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(LedgerError):
        Ledger(str(tmp_path / name), creates=True)


@pytest.mark.files
def test_an_empty_file_becomes_a_ledger_by_adding(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    with Ledger(str(path), creates=True) as ledger:
        add(ledger, make_saying("Ada Holm", "it rained"))
        assert find_faults(ledger) == []


@pytest.mark.files
@pytest.mark.parametrize("creates", [False, True])
@pytest.mark.parametrize("data", NO_LEDGERS.values(), ids=NO_LEDGERS)
def test_a_file_that_is_no_ledger_is_told_and_left_alone(tmp_path, data, creates):
    path = tmp_path / "x.ledger"
    path.write_bytes(data)
    with pytest.raises(LedgerDamaged, match="no ledger"):
        Ledger(str(path), creates=creates)
    assert path.read_bytes() == data


@pytest.mark.files
@pytest.mark.parametrize("creates", [False, True])
def test_another_programs_database_is_told_and_left_alone(tmp_path, creates):
    path = tmp_path / "x.ledger"
    other = sqlite3.connect(path)
    other.execute("create table claims (key integer)")
    other.close()
    with pytest.raises(LedgerDamaged, match="no tables of a ledger"):
        Ledger(str(path), creates=creates)
    other = sqlite3.connect(path)
    assert other.execute("select name from sqlite_schema").fetchall() == [("claims",)]
    other.close()


@pytest.mark.files
def test_a_ledger_cut_off_in_the_middle_is_told(place):
    with Ledger(place, creates=True) as ledger:
        for number in range(20):
            add(ledger, make_saying("Ada Holm", f"berth {number}"))
    os.truncate(place, Path(place).stat().st_size // 2)
    with pytest.raises(LedgerDamaged), Ledger(place) as ledger:  # noqa: PT012 - now or then
        assert find_faults(ledger)
        list(ledger.find_claims(Filters()))


WRITES = {
    "add": lambda ledger: add(ledger, make_saying("Ada Holm", "it poured")),
    "begin_run": lambda ledger: begin(ledger, "made-2"),
    "add_failure": lambda ledger: ledger.add_failure(Failure(origin="x", code="R1", message="x")),
    "undo": lambda ledger: ledger.undo(author="Nils"),
    "judge": lambda ledger: ledger.judge(
        next(ledger.find_claims(Filters())).claim.id, Verdict.ACCEPT, author="Nils"
    ),
}
# Root without the right to write what it may not.
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")
ASK_AND_WRITE = """
import sys
from sayso.errors import LedgerReadOnly
from tests.ledger.test_places import WRITES, Filters, Ledger, find_faults
with Ledger(sys.argv[1]) as ledger:
    assert ledger.get_page(Filters(words="rained")).lines
    assert ledger.get_dossier("Ada Holm").by.lines
    assert find_faults(ledger) == []
    for name, write in WRITES.items():
        try:
            write(ledger)
            sys.exit(name)
        except LedgerReadOnly:
            pass
    assert ledger.get_status().n_claims == 1
"""


@pytest.mark.files
@pytest.mark.parametrize("closed", ["file", "folder", "file and folder"])
def test_who_may_not_write_a_ledger_may_ask_it(tmp_path, closed):
    place = tmp_path / "x.ledger"
    with Ledger(str(place), creates=True) as ledger:
        add(ledger, make_saying("Ada Holm", "it rained"))
        WRITES["judge"](ledger)
    place.chmod(0o444 if "file" in closed else 0o666)
    tmp_path.chmod(0o555 if "folder" in closed else 0o755)
    as_anybody = [] if os.geteuid() else UNPRIVILEGED
    command = [*as_anybody, sys.executable, "-c", ASK_AND_WRITE, place]
    done = subprocess.run(command, capture_output=True, text=True)
    tmp_path.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.files
def test_a_ledger_that_another_holds_is_told_after_a_while(ledger, place, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.1)
    other = sqlite3.connect(place)
    other.execute("begin immediate")
    with Ledger(place) as late:
        with pytest.raises(LedgerBusy, match="another program"):
            add(late, make_saying("Ada Holm", "it rained"))
        assert late.get_status().n_claims == 0
    other.close()


@pytest.mark.server
def test_a_server_that_another_holds_is_told_after_a_while(ledger, place, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.1)
    with Ledger(place) as late, ledger.writing(), pytest.raises(LedgerBusy, match="another"):
        add(late, make_saying("Ada Holm", "it rained"))


@pytest.mark.server
def test_a_server_that_lets_nobody_write_may_be_asked(ledger, place):
    add(ledger, make_saying("Ada Holm", "it rained"))
    name = place.rpartition("/")[2]
    with ledger.writing() as connection:
        connection.execute(text(f"alter database {name} set default_transaction_read_only = on"))
    with Ledger(place) as late:
        assert late.get_status().n_claims == 1
        with pytest.raises(LedgerReadOnly):
            add(late, make_saying("Ada Holm", "it poured"))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://ada:s3cret@127.0.0.1:1/ledger",
        "postgresql+psycopg://ada:s3cret@127.0.0.1:x/ledger",
        "postgresql+psycopg://ada:s3%40cret@no.such.host.invalid/ledger",
    ],
)
@pytest.mark.parametrize("creates", [False, True])
def test_a_server_that_cannot_be_reached_is_told_without_the_password(address, creates):
    with pytest.raises(LedgerUnreachable, match="cannot be reached") as told:
        Ledger(address, creates=creates)
    assert "cret" not in str(told.value)


def test_a_server_without_its_packages_is_told():
    with pytest.raises(MissingExtra, match=r"sayso\[postgres\]"):
        Ledger("postgresql+asyncpg://127.0.0.1/ledger")


def test_what_a_database_refuses_for_other_reasons_is_told(ledger):
    with ledger.writing() as connection:
        connection.execute(text("alter table failures rename to lost"))
    with pytest.raises(LedgerRefused, match="failures"):
        ledger.find_failures()
