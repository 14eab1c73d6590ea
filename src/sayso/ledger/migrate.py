"""The schema of a ledger and how an older one becomes the newest, by the steps in
``migrations/``."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, create_engine, inspect, text

from sayso.errors import LedgerDamaged, LedgerMissing, LedgerTooNew, LedgerTooOld
from sayso.ledger.engine import is_on_server

FOLDER = files("sayso.ledger") / "migrations"
REVISIONS = ("0001",)
"""All steps, the first one first; only these are known."""
_TABLE = "alembic_version"


def find_revision(connection: Connection) -> str | None:
    """The revision of a ledger's schema; ``None`` for an empty one."""
    if not inspect(connection).has_table(_TABLE):
        return None
    revision = connection.scalar(text(f"select version_num from {_TABLE}"))
    return None if revision is None else str(revision)


def check_revision(connection: Connection, place: str) -> None:
    """Makes sure that a ledger can be read as it is.

    Raises: LedgerTooNew, LedgerTooOld, LedgerMissing when it is empty, LedgerDamaged when it holds
    something else.
    """
    revision = find_revision(connection)
    if revision is None:
        _refuse_others(connection, place)
        raise LedgerMissing(place)
    if _is_too_new(revision):
        raise LedgerTooNew(place, revision, REVISIONS[-1])
    if revision != REVISIONS[-1]:
        raise LedgerTooOld(place, revision, REVISIONS[-1])


def migrate(connection: Connection, place: str) -> None:
    """Brings the schema up to date inside the transaction of the connection, from nothing too.

    Raises: LedgerTooNew, LedgerDamaged when it holds something else.
    """
    revision = find_revision(connection)
    if revision == REVISIONS[-1]:
        return
    if revision is None:
        _refuse_others(connection, place)
    elif _is_too_new(revision):
        raise LedgerTooNew(place, revision, REVISIONS[-1])
    upgrade(connection, REVISIONS[-1])


def _is_too_new(revision: str) -> bool:
    return revision not in REVISIONS


def _refuse_others(connection: Connection, place: str) -> None:
    """A file with tables of another program is left alone; a server's database may have others."""
    if not is_on_server(connection) and inspect(connection).get_table_names():
        raise LedgerDamaged(place, "it has no tables of a ledger")


def find_schema_faults(connection: Connection) -> Iterator[str]:
    """What of a file's schema is not, to the letter, as the steps make it; a server looks after
    its own."""
    if not is_on_server(connection):
        yield from sorted({name for name, _ in make_schema() ^ _read_schema(connection)})


@cache
def make_schema() -> frozenset[tuple[str, str]]:
    """The names and statements of a file's schema as the steps make it."""
    anew = create_engine("sqlite://")
    with anew.begin() as connection:
        migrate(connection, "")
        made = _read_schema(connection)
    anew.dispose()
    return made


def _read_schema(connection: Connection) -> frozenset[tuple[str, str]]:
    asked = "select name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'"
    return frozenset((row.name, row.sql) for row in connection.execute(text(asked)))


def upgrade(connection: Connection, revision: str) -> None:
    """Takes every step up to a revision."""
    from alembic import command  # a quarter of a second, and only a new or an old ledger needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
