"""Whether a full-text index holds the words of the ledger, each where it stands, and no others."""

import sqlite3
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.sql.expression import text

from sayso.answers import Fault
from sayso.ledger.engine import is_on_server
from sayso.ledger.search import make_statement, to_stored

_PIECE = 500
_PLACES = "select term, doc, offset from temp.places"
_OF_TERM = "select count(*), total(doc), total(doc * offset) from temp.places where term = ?"


class IndexCheck(Protocol):
    """Takes all words that an index should hold, and tells how it differs."""

    def add(self, key: int, words: str) -> None:
        """Notes a text that the index should hold."""

    def find_faults(self) -> Iterator[Fault]:
        """How the index differs from the texts that were noted."""

    def close(self) -> None:
        """Lets go of what was needed to compare."""


def open_index_check(connection: Connection, name: str) -> IndexCheck:
    """A check of an index, empty."""
    return (_InServer if is_on_server(connection) else _InFile)(connection, name)


class _InFile:
    """The index is made anew in a temporary file, and both are read side by side."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._anew = sqlite3.connect("", isolation_level=None)
        self._anew.execute(make_statement(name, is_server=False))
        self._anew.execute("begin")

    def add(self, key: int, words: str) -> None:
        values = (key, to_stored(self._name, words, is_server=False))
        self._anew.execute(f"insert into {self._name} (rowid, words) values (?, ?)", values)

    def find_faults(self) -> Iterator[Fault]:
        self._anew.execute("commit")
        kept: Any = self._connection.connection.driver_connection
        ((was_closed,),) = kept.execute("pragma query_only")
        kept.execute("pragma query_only = off")  # a temporary table counts as writing
        try:
            for each in (self._anew, kept):
                of = f"fts5vocab(main, {self._name}, instance)"
                each.execute(f"create virtual table temp.places using {of}")
            yield from self._compare(kept)
        finally:
            kept.execute("drop table if exists temp.places")
            kept.execute(f"pragma query_only = {was_closed}")

    def close(self) -> None:
        self._anew.close()

    def _compare(self, kept: Any) -> Iterator[Fault]:
        """All places in their order, then each word as a query looks it up."""
        for found, wanted in zip_longest(kept.execute(_PLACES), self._anew.execute(_PLACES)):
            if found != wanted:
                row = min(each[1] for each in (found, wanted) if each)
                yield Fault(where=self._name, what=f"row {row} is not found by its own words")
                return
        for (term,) in self._anew.execute("select distinct term from temp.places"):
            found, wanted = (
                each.execute(_OF_TERM, (term,)).fetchone() for each in (kept, self._anew)
            )
            if found != wanted:
                yield Fault(where=self._name, what=f"the word {term!r} is not found")
                return


class _InServer:
    """The server makes each row's words anew."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._waiting: dict[int, str] = {}
        self._n_rows = 0
        self._wrong: list[int] = []

    def add(self, key: int, words: str) -> None:
        self._waiting[key] = to_stored(self._name, words, is_server=True)
        self._n_rows += 1
        if len(self._waiting) >= _PIECE:
            self._compare()

    def find_faults(self) -> Iterator[Fault]:
        self._compare()
        for key in self._wrong:
            yield Fault(where=self._name, what=f"row {key} is not found by its own words")
        n_rows = self._connection.scalar(text(f"select count(*) from {self._name}"))
        if n_rows != self._n_rows:
            yield Fault(where=self._name, what=f"{n_rows:,} rows where {self._n_rows:,} belong")

    def close(self) -> None:
        self._waiting.clear()

    def _compare(self) -> None:
        asked = text(
            "select wanted.key"
            " from unnest(cast(:keys as bigint[]), cast(:words as text[])) as wanted(key, words)"
            f" left join {self._name} kept on kept.key = wanted.key"
            " where kept.words is distinct from cast(wanted.words as tsvector)"
        )
        values = {"keys": list(self._waiting), "words": list(self._waiting.values())}
        self._wrong += self._connection.scalars(asked, values).all()
        self._waiting.clear()
