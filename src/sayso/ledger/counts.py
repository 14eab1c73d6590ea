"""What a ledger holds, counted."""

from pathlib import Path

from sqlalchemy import Connection, Table, func, select, text

from sayso.answers import Run, Status
from sayso.ledger.engine import is_server
from sayso.ledger.store import count_failures
from sayso.ledger.tables import (
    documents,
    entities,
    judgements,
    readings,
    runs,
    versions,
)


def count_all(connection: Connection, place: str, *, shown: str) -> Status:
    """The numbers of a ledger; its size is that of its file and of the log beside it."""
    of_current = select(
        func.coalesce(func.sum(readings.c.n_claims), 0),
        func.coalesce(func.sum(readings.c.n_attributions), 0),
    ).where(readings.c.is_current)
    n_claims, n_attributions = connection.execute(of_current).one()
    return Status(
        place=shown,
        n_documents=_count(connection, documents),
        n_versions=_count(connection, versions),
        n_readings=_count(connection, readings),
        n_claims=n_claims,
        n_attributions=n_attributions,
        n_names=_count(connection, entities),
        n_judgements=_count(connection, judgements),
        n_failures=count_failures(connection),
        n_bytes=_measure(connection, place),
        runs=_find_runs(connection),
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _measure(connection: Connection, place: str) -> int | None:
    if is_server(place):
        return int(connection.scalar(text("select pg_database_size(current_database())")) or 0)
    files = (Path(place), Path(f"{place}-wal"))
    return sum(file.stat().st_size for file in files if file.is_file())


def _find_runs(connection: Connection) -> tuple[Run, ...]:
    asked = (
        select(runs, func.count(readings.c.key).label("n_readings"))
        .outerjoin(readings, readings.c.run == runs.c.key)
        .group_by(*runs.c)
        .order_by(runs.c.key)
    )
    return tuple(
        Run(**{name: value for name, value in row.items() if name != "key"})
        for row in connection.execute(asked).mappings()
    )
