"""Whatever is changed in a ledger behind its back, verify tells."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations

import pytest
from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import IntegrityError

from sayso.answers import Fault
from sayso.ledger import Ledger
from sayso.ledger.engine import is_server, open_engine
from sayso.ledger.tables import metadata
from sayso.ledger.verify import find_faults
from tests.ledger.made_ledger import fill

COLUMNS = [column for table in metadata.sorted_tables for column in table.c]
_OF_TYPE = {int: 1, float: 0.5, str: "x", bytes: b"x", bool: True}


@pytest.fixture(scope="module")
def filled(shared_place) -> str:
    with Ledger(shared_place, creates=True) as ledger:
        fill(ledger)
    return shared_place


@contextmanager
def tampering(place: str) -> Iterator[Connection]:
    """A pen that the database does not watch, and whose changes are gone in the end."""
    engine = open_engine(place, writes=True)
    with engine.connect() as connection, connection.begin() as transaction:
        free = "set session_replication_role = replica"
        if not is_server(place):
            free = "pragma defer_foreign_keys = on"
        connection.exec_driver_sql(free)
        yield connection
        transaction.rollback()
    engine.dispose()


def find_first(connection: Connection) -> Fault | None:
    """What verify says first; the rest would take the tests twice as long."""
    return next((fault for fault in find_faults(connection) if fault is not None), None)


def list_columns(table: Table) -> list[str]:
    """The names of its columns."""
    return [column.name for column in table.columns]


def read_rows(connection: Connection, table: Table) -> list[dict[str, object]]:
    """The rows as they are stored, without what ``columns`` makes of them."""
    names = ", ".join(f'"{name}"' for name in list_columns(table))
    order = ", ".join(str(n + 1) for n in range(len(table.c)))
    asked = text(f"select {names} from {table.name} order by {order}")
    return [dict(row) for row in connection.execute(asked).mappings()]


def change(connection: Connection, table: Table, row: dict, name: str, value: object) -> None:
    """Sets one value of the row, whatever it was."""
    which = " and ".join(
        f'"{key}" = :{key}_' if row[key] is not None else f'"{key}" is null'
        for key in list_columns(table)
    )
    known = {f"{key}_": held for key, held in row.items() if held is not None}
    made = text(f'update {table.name} set "{name}" = :value_given where {which}')
    done = connection.execute(made, {**known, "value_given": value})
    assert done.rowcount == 1


def flip(value: object, kind: type) -> object:
    """Another value, as near as can be."""
    if value is None:
        return _OF_TYPE[kind]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return math.nextafter(value, 2)
    if isinstance(value, bytes):
        middle = len(value) // 2
        return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]
    return value[:-1] + chr(ord(value[-1]) ^ 1) if value else "x"


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_a_changed_value_is_told(filled, column):
    table = column.table
    kind = getattr(column.type, "impl", column.type).python_type
    with tampering(filled) as connection:
        rows = read_rows(connection, table)
        assert len(rows) > 1
        kinds = {row[column.name] is None: row for row in rows}
        for row in kinds.values():
            with connection.begin_nested() as nested:
                change(connection, table, row, column.name, flip(row[column.name], kind))
                assert find_first(connection), row
                nested.rollback()


@pytest.mark.slow
@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_two_values_that_change_places_are_told(filled, table):
    with tampering(filled) as connection:
        swaps = [swap_any(connection, table, name) for name in list_columns(table)]
        assert True in swaps
        assert False not in swaps


def swap_any(connection: Connection, table: Table, name: str) -> bool | None:
    """Whether verify tells when the first two rows that can have taken each other's value; ``None``
    where no two can, or where that changes nothing."""
    rows = read_rows(connection, table)
    for first, second in combinations(rows, 2):
        if first[name] == second[name]:
            continue
        with connection.begin_nested() as nested:
            try:
                swap(connection, table, first, second, name)
            except IntegrityError:
                nested.rollback()
                continue
            is_other = read_rows(connection, table) != rows
            told = is_other and find_first(connection)
            nested.rollback()
        if is_other:
            return bool(told)
    return None


def swap(connection: Connection, table: Table, first: dict, second: dict, name: str) -> None:
    """Gives each row the other's value."""
    far = {int: 9999, str: "?", bytes: b"?", float: 9.0}.get(type(first[name]), first[name])
    change(connection, table, first, name, far)
    change(connection, table, second, name, first[name])
    change(connection, table, {**first, name: far}, name, second[name])


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_a_row_taken_out_is_told(filled, table):
    with tampering(filled) as connection:
        rows = read_rows(connection, table)
        assert len(rows) > 1
        for row in (rows[0], rows[-1]):
            with connection.begin_nested() as nested:
                known = {name: value for name, value in row.items() if value is not None}
                which = " and ".join(f'"{name}" = :{name}' for name in known)
                connection.execute(text(f"delete from {table.name} where {which}"), known)
                assert find_first(connection), row
                nested.rollback()


def test_a_ledger_that_nobody_touched_holds(filled):
    with tampering(filled) as connection:
        assert find_first(connection) is None
