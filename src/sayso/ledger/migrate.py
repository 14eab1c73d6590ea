"""The schema of a ledger and how an older one becomes the newest, by the steps in
``migrations/``."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, create_engine, inspect, text

from sayso.errors import LedgerDamaged, LedgerTooNew, LedgerTooOld

HEAD = "0001"
_TABLE = "alembic_version"


def find_revision(connection: Connection) -> str | None:
    """The revision of a ledger's schema; ``None`` for an empty one."""
    if not inspect(connection).has_table(_TABLE):
        return None
    revision = connection.scalar(text(f"select version_num from {_TABLE}"))
    return None if revision is None else str(revision)


def check_revision(connection: Connection, place: str) -> None:
    """Makes sure that a ledger can be read as it is.

    Raises: LedgerTooNew, LedgerTooOld, LedgerDamaged when it holds no ledger.
    """
    revision = find_revision(connection)
    if revision is None:
        raise LedgerDamaged(place, "it has no tables of a ledger")
    if revision > HEAD:
        raise LedgerTooNew(place, revision, HEAD)
    if revision < HEAD:
        raise LedgerTooOld(place, revision, HEAD)


def migrate(connection: Connection, place: str) -> None:
    """Brings the schema up to date inside the transaction of the connection, from nothing too.

    Raises: LedgerTooNew.
    """
    revision = find_revision(connection)
    if revision == HEAD:
        return
    if revision is not None and revision > HEAD:
        raise LedgerTooNew(place, revision, HEAD)
    upgrade(connection, HEAD)


def find_schema_faults(connection: Connection) -> Iterator[str]:
    """What of a file's schema is not, to the letter, as the steps make it; a server looks after
    its own."""
    if connection.dialect.name == "sqlite":
        yield from sorted({name for name, _ in _make_schema() ^ _read_schema(connection)})


@cache
def _make_schema() -> frozenset[tuple[str, str]]:
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
    config.set_main_option("script_location", str(files("sayso.ledger") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
