"""Keys that the ledger gives out: tables in, the first free number of each out.

Whoever asks must hold the ledger's only pen.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, select

from sayso.ledger.tables import metadata

KEYED = tuple(table for table in metadata.sorted_tables if "key" in table.c)


def next_key(connection: Connection, table: Table) -> int:
    """The first key of a table that is still free."""
    return int(connection.scalar(select(func.coalesce(func.max(table.c.key), 0) + 1)) or 1)


def first_keys(connection: Connection, tables: Sequence[Table]) -> dict[str, int]:
    """The first free key of each table by its name, asked for at once."""
    asked = [
        select(func.coalesce(func.max(table.c.key), 0) + 1).scalar_subquery().label(table.name)
        for table in tables
    ]
    return dict(connection.execute(select(*asked)).mappings().one())
