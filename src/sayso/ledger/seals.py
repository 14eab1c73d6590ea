"""Rows that follow from nothing else, sealed: each table's number of rows and the sum of their
digests, so that none can be changed, added or taken out unseen.

Whoever writes must hold the ledger's only pen.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, insert, select, update

from sayso.ledger.ids import make_digest
from sayso.ledger.tables import failures, judged, judgements, runs, seals, sightings, withdrawals

SEALED = (runs, sightings, judgements, judged, withdrawals, failures)
_N_BYTES = 32
_MOST: int = 2 ** (8 * _N_BYTES)


def insert_sealed(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Adds a row to a sealed table."""
    connection.execute(insert(table), dict(row))
    of_table = seals.c.name == table.name
    known = connection.execute(select(seals.c.n_rows, seals.c.digest).where(of_table)).first()
    if known is None:
        seal = {"name": table.name, "n_rows": 1, "digest": _add(bytes(_N_BYTES), table, row)}
        connection.execute(insert(seals), seal)
    else:
        seal = {"n_rows": known.n_rows + 1, "digest": _add(known.digest, table, row)}
        connection.execute(update(seals).where(of_table).values(seal))


def find_broken(connection: Connection) -> Iterator[str]:
    """The sealed tables whose rows are not those that were added."""
    known = {row.name: (row.n_rows, row.digest) for row in connection.execute(select(seals))}
    for table in SEALED:
        n_rows, digest = 0, bytes(_N_BYTES)
        for row in connection.execute(select(table)).mappings():
            n_rows, digest = n_rows + 1, _add(digest, table, row)
        if known.pop(table.name, (0, bytes(_N_BYTES))) != (n_rows, digest):
            yield table.name
    yield from known


def _add(digest: bytes, table: Table, row: Mapping[str, Any] | RowMapping) -> bytes:
    """The sum with one row more."""
    values: Mapping[str, Any] = dict(row)
    of_row = make_digest([values.get(column.name) for column in table.c])
    both: int = int.from_bytes(digest, "big") + int.from_bytes(of_row, "big")
    return (both % _MOST).to_bytes(_N_BYTES, "big")
