"""Any one byte of a ledger's file may change: either somebody says so, or it changes nothing."""

import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from sayso.ledger.tables import metadata
from tests.ledger.made_ledger import fill, find_faults, load_all

pytestmark = pytest.mark.files
QUESTIONS = {
    "status": lambda ledger: ledger.get_status().n_claims,
    "words": lambda ledger: ledger.get_page(Filters(words='"the clerk" fled')),
    "all": lambda ledger: list(ledger.find_claims(Filters())),
    "dossier": lambda ledger: ledger.get_dossier("Lena Orrick"),
    "timeline": lambda ledger: ledger.get_timeline(Filters()),
    "sources": lambda ledger: ledger.count_sources(Filters()),
    "failures": lambda ledger: ledger.find_failures(),
    "judged": lambda ledger: list(ledger.find_judged_reports()),
}


@pytest.fixture(scope="module")
def filled(shared_place) -> Path:
    with Ledger(shared_place, creates=True) as ledger:
        fill(ledger)
    assert not Path(f"{shared_place}-wal").exists()
    return Path(shared_place)


def read_all(path: Path) -> object:
    """All that the ledger holds, and all that it answers."""
    with Ledger(str(path)) as ledger, ledger.asking() as connection:
        tables = metadata.sorted_tables
        rows = [set(map(tuple, connection.execute(select(table)))) for table in tables]
        answers = {name: ask(ledger) for name, ask in QUESTIONS.items()}
        return rows, load_all(ledger), answers


def is_told(path: Path) -> bool:
    """Whether verify, or whatever is asked, says that the ledger does not hold."""
    try:
        with Ledger(str(path)) as ledger:
            return bool(find_faults(ledger))
    except LedgerError:
        return True


def ask_all(path: Path) -> None:
    """Asks everything; anything but a LedgerError comes through."""
    with suppress(LedgerError), Ledger(str(path)) as ledger:
        for ask in QUESTIONS.values():
            with suppress(LedgerError):
                ask(ledger)


def choose(data: bytes, seed: int, n_positions: int) -> list[int]:
    """Positions of which half hold something."""
    chance = random.Random(seed)
    full = [place for place, byte in enumerate(data) if byte]
    anywhere = chance.sample(range(len(data)), n_positions // 2)
    return anywhere + chance.sample(full, n_positions - len(anywhere))


def flip_and_check(filled: Path, folder: Path, seed: int, n_positions: int) -> int:
    """Flips bits one by one; how many of them were told."""
    good, data, n_told = read_all(filled), filled.read_bytes(), 0
    path = folder / "flipped.ledger"
    for position in choose(data, seed, n_positions):
        shutil.copy(filled, path)
        with path.open("r+b") as file:
            file.seek(position)
            file.write(bytes([data[position] ^ (1 << position % 8)]))
        if is_told(path):
            n_told += 1
        else:
            assert read_all(path) == good, position
        ask_all(path)
    return n_told


def test_a_flipped_byte_is_told_or_changes_nothing(filled, tmp_path):
    assert flip_and_check(filled, tmp_path, 1, 40) > 10


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_any_flipped_byte_is_told_or_changes_nothing(filled, tmp_path, seed):
    assert flip_and_check(filled, tmp_path, seed, 100) > 25


@pytest.mark.parametrize("page", [1, 2, 5, 9])
def test_a_page_of_rubbish_is_told(filled, tmp_path, page):
    path = tmp_path / "page.ledger"
    shutil.copy(filled, path)
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(random.Random(page).randbytes(4096))
    assert is_told(path)
    ask_all(path)
