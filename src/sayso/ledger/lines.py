"""Lines of the ledger: keys of claims in, claims with their chains and reports out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from sqlalchemy import Connection, Select, select

from sayso.answers import Line, Page
from sayso.ledger import decisions
from sayso.ledger.load import (
    PIECE,
    load_attributions,
    load_claim,
    load_documents,
    load_parts,
    load_times,
)
from sayso.ledger.tables import claims, documents, readings, runs, versions

T = TypeVar("T")


def load_lines(connection: Connection, keys: Sequence[int]) -> tuple[Line, ...]:
    """The lines of these claims, in this order."""
    asked = (
        select(
            claims,
            readings.c.version.label("version_key"),
            versions.c.number.label("version"),
            versions.c.id.label("version_id"),
            documents.c.id.label("document_id"),
            runs.c.id.label("run_id"),
        )
        .join(readings, readings.c.key == claims.c.reading)
        .join(versions, versions.c.key == readings.c.version)
        .join(documents, documents.c.key == versions.c.document)
        .join(runs, runs.c.key == readings.c.run)
        .where(claims.c.key.in_(keys))
    )
    rows = {row["key"]: row for row in connection.execute(asked).mappings()}
    parts = load_parts(connection, keys)
    hop_by_key = load_attributions(connection, chain.from_iterable(parts.hops.values()))
    time_by_key = load_times(connection, chain.from_iterable(parts.times.values()))
    document_by_key = load_documents(connection, (row["version_key"] for row in rows.values()))
    judged = decisions.find_of_claims(connection, keys)
    return tuple(
        Line(
            claim=load_claim(row, document, parts, hop_by_key, time_by_key),
            chain=tuple(hop_by_key[hop] for hop in parts.hops[key]),
            document=document,
            document_id=row["document_id"],
            version_id=row["version_id"],
            version=row["version"],
            run_id=row["run_id"],
            judgements=judged.get(key, ()),
        )
        for key in keys
        for row in (rows[key],)
        for document in (document_by_key[row["version_key"]],)
    )


def load_page(connection: Connection, asked: Select[int], *, number: int, size: int) -> Page:
    """One page of a selection of claims."""
    cut = asked.limit(size + 1).offset((number - 1) * size)
    keys = connection.scalars(cut).all()
    lines = load_lines(connection, keys[:size])
    return Page(lines=lines, number=number, has_more=len(keys) > size)


def stream_lines(connection: Connection, asked: Select[int]) -> Iterator[Line]:
    """All lines of a selection, some at a time."""
    for piece in split(connection.execution_options(yield_per=PIECE).scalars(asked)):
        yield from load_lines(connection, piece)


def split(items: Iterable[T], size: int = PIECE) -> Iterator[list[T]]:
    """The items, so many at a time."""
    waiting = iter(items)
    while piece := list(islice(waiting, size)):
        yield piece
