"""A fresh ledger for each test: a file, or a database of a PostgreSQL server of the tests' own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from sayso.ledger import Ledger

IS_POSTGRES = os.environ.get("SAYSO_TEST_POSTGRES") == "1"


def pytest_collection_modifyitems(items):
    """Tests about files have nothing to try on a server, and the other way round."""
    wrong, reason = ("files", "about files") if IS_POSTGRES else ("server", "about a server")
    for item in items:
        if item.get_closest_marker(wrong):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def postgres():
    """The server, started with the first test that wants it."""
    from tests.ledger.postgres import MISSING, find_binaries, run_server

    if find_binaries() is None:
        pytest.exit(MISSING, returncode=1)
    with run_server() as server:
        template = server.make_place()
        Ledger(template, creates=True).close()
        server.template = template.rpartition("/")[2]  # a copy takes less time than all the steps
        yield server


@contextmanager
def _making_places(request, tmp_path_factory) -> Iterator[Callable[[], str]]:
    made: list[str] = []
    server = request.getfixturevalue("postgres") if IS_POSTGRES else None

    def make() -> str:
        folder = None if server else tmp_path_factory.mktemp("ledger")
        made.append(server.make_place() if server else str(folder / "made.ledger"))
        return made[-1]

    yield make
    if server:
        for place in made:
            server.drop(place)


@pytest.fixture
def make_place(request, tmp_path_factory):
    """Makes places for ledgers that are not there yet."""
    with _making_places(request, tmp_path_factory) as make:
        yield make


@pytest.fixture(scope="module")
def shared_place(request, tmp_path_factory):
    """A place for one ledger that all tests of a module share."""
    with _making_places(request, tmp_path_factory) as make:
        yield make()


@pytest.fixture
def place(make_place) -> str:
    """A place for one ledger."""
    return make_place()


@pytest.fixture
def ledger(place) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(place, creates=True) as opened:
        yield opened
