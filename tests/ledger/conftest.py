"""A fresh ledger for each test: a file, or a database of a PostgreSQL server of the tests' own."""

import os
from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger

IS_POSTGRES = os.environ.get("SAYSO_TEST_POSTGRES") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests about files have nothing to try on a server, and the other way round."""
    wrong, reason = ("files", "files only") if IS_POSTGRES else ("server", "PostgreSQL only")
    for item in items:
        if item.get_closest_marker(wrong):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def postgres() -> Iterator[object]:
    """The server, started with the first test that wants it."""
    from tests.ledger.postgres import find_binaries, run_server

    if find_binaries() is None:
        from tests.ledger.postgres import MISSING

        pytest.exit(MISSING, returncode=1)
    with run_server() as server:
        yield server


@pytest.fixture
def make_place(request, tmp_path):
    """Makes places for ledgers that are not there yet."""
    made: list[str] = []

    def make() -> str:
        if IS_POSTGRES:
            made.append(request.getfixturevalue("postgres").make_place())
        else:
            made.append(str(tmp_path / f"{len(made) + 1}.ledger"))
        return made[-1]

    yield make
    for place in made:
        if IS_POSTGRES:
            request.getfixturevalue("postgres").drop(place)


@pytest.fixture
def place(make_place) -> str:
    """A place for one ledger."""
    return make_place()


@pytest.fixture
def ledger(place) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(place, creates=True) as opened:
        yield opened
