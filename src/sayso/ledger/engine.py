"""How a ledger is opened: a path or a PostgreSQL address in, an engine out, and every error of a
database translated once."""

import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool

from sayso.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerMissing,
    LedgerReadOnly,
    LedgerRefused,
    LedgerUnreachable,
    MissingExtra,
)

_SERVER = re.compile(r"postgresql(\+\w+)?://")
_PASSWORD = re.compile(r"(//[^/@]*:).*@")
WAIT_SECONDS = 60
_CACHE_KIBIBYTES = 128 * 1024
# What SQLite and PostgreSQL say, and what it comes to; the first that is found counts.
_MEANINGS: tuple[tuple[str, type[LedgerError]], ...] = (
    ("disk is full", LedgerFull),
    ("disk i/o error", LedgerFull),
    ("no space left", LedgerFull),
    ("locked", LedgerBusy),
    ("lock timeout", LedgerBusy),
    ("readonly", LedgerReadOnly),
    ("read-only", LedgerReadOnly),
    ("unable to open", LedgerReadOnly),
    ("malformed", LedgerDamaged),
    ("not a database", LedgerDamaged),
    ("corrupt", LedgerDamaged),
    ("connection", LedgerUnreachable),
    ("resolve host", LedgerUnreachable),
)
# What it comes to when a row is not as it was stored.
UNREADABLE = (
    exc.SQLAlchemyError, sqlite3.Error, zlib.error, ValueError, LookupError, TypeError,
    AttributeError, ArithmeticError, RecursionError,
)  # fmt: skip


def is_server(place: str) -> bool:
    """Whether a ledger lives in PostgreSQL rather than in a file."""
    return bool(_SERVER.match(place))


def is_on_server(connection: Connection) -> bool:
    """The same of a connection."""
    return bool(connection.dialect.name == "postgresql")


def open_engine(place: str, *, writes: bool, creates: bool = False) -> Engine:
    """The engine of a ledger, for one that reads only or for one that writes too.

    Raises: LedgerMissing, MissingExtra.
    """
    if is_server(place):
        return _open_server(place, writes=writes)
    path = _to_path(place)
    if not creates and not path.is_file():
        raise LedgerMissing(place)
    return _open_file(path, writes=writes)


@contextmanager
def read_with_care(place: str) -> Iterator[None]:
    """Turns what comes of rows that are not as they were stored into an error that says so."""
    try:
        yield
    except UNREADABLE as error:
        raise LedgerDamaged(hide_password(place), repr(error)) from error


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turns what a database raises into an error that says what to do."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _translate(place, str(error.orig or error)) from error


def hide_password(place: str) -> str:
    """The place as it may be shown."""
    return _PASSWORD.sub(r"\1***@", place) if is_server(place) else place


def _translate(place: str, words: str) -> LedgerError:
    shown, low = hide_password(place), words.lower()
    for sign, meaning in _MEANINGS:
        if sign in low:
            return meaning(shown, words)
    return LedgerRefused(shown, words)


def _open_server(place: str, *, writes: bool) -> Engine:
    """A reader sees one state of the ledger; a writer sees what there was when it got the pen."""
    sees = "READ COMMITTED" if writes else "REPEATABLE READ"
    try:
        return create_engine(place, pool_pre_ping=True, isolation_level=sees)
    except ModuleNotFoundError as error:
        raise MissingExtra("a ledger in PostgreSQL", "postgres") from error
    except (exc.ArgumentError, ValueError) as error:
        raise LedgerUnreachable(hide_password(place), str(error)) from error


def _to_path(place: str) -> Path:
    try:
        if b"\0" in os.fsencode(place):
            raise ValueError("a NUL")
    except ValueError as error:
        raise LedgerReadOnly(place, f"no file can have such a name: {error}") from error
    return Path(place).absolute()


def _open_file(path: Path, *, writes: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # SQLAlchemy would take a name apart at its %, ? and #.
        return sqlite3.connect(_to_uri(path, writes=writes), uri=True, check_same_thread=False)

    # Opening a file anew takes 2 ms.
    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # sayso begins its transactions itself
        for pragma in _find_pragmas(writes=writes):
            connection.execute(pragma)

    def begin(connection: Any) -> None:
        connection.exec_driver_sql("begin immediate" if writes else "begin")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def _find_pragmas(*, writes: bool) -> Iterator[str]:
    yield f"pragma busy_timeout = {WAIT_SECONDS * 1000}"
    yield f"pragma cache_size = -{_CACHE_KIBIBYTES}"
    yield "pragma foreign_keys = on"
    yield "pragma trusted_schema = off"
    if writes:
        yield "pragma journal_mode = wal"
        yield "pragma synchronous = full"  # what was reported as added outlives a power cut
    else:
        yield "pragma query_only = on"


def _to_uri(path: Path, *, writes: bool) -> str:
    """A file that cannot be written is opened as one that nobody changes, unless somebody does."""
    quoted = quote(os.fsencode(path))
    log = path.with_name(f"{path.name}-wal")
    if writes:
        return f"file:{quoted}?mode=rwc"
    is_still = not log.exists() and not _can_write(path)
    return f"file:{quoted}?mode={'ro&immutable=1' if is_still else 'rw'}"


def _can_write(path: Path) -> bool:
    """Whether the file and, for the log beside it, its folder can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
