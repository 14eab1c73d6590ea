"""Whether a ledger still holds: everything that follows from something else is made again and
compared, from the raw bytes up; what differs comes out."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    exists,
    func,
    not_,
    select,
    text,
)

from sayso.answers import Fault
from sayso.ledger.decisions import make_judgement_id
from sayso.ledger.engine import UNREADABLE, is_on_server
from sayso.ledger.find import find_version_ids
from sayso.ledger.ids import RUN, VERSION, make_id
from sayso.ledger.keys import KEYED
from sayso.ledger.load import is_of, load_document, load_reading
from sayso.ledger.migrate import find_schema_faults
from sayso.ledger.raw import RawBytes
from sayso.ledger.rows import Rows
from sayso.ledger.seals import find_broken
from sayso.ledger.search import CLAIM_WORDS, DOCUMENT_WORDS
from sayso.ledger.spelling import find_skeleton, fold
from sayso.ledger.store import (
    OF_READING,
    digest_reading,
    digest_version,
    find_document_id,
    find_name_keys,
    find_names,
    join_words,
    make_failure_id,
    to_columns,
)
from sayso.ledger.tables import (
    appearances,
    claim_times,
    documents,
    entities,
    failures,
    hops,
    judgements,
    mentions,
    metadata,
    moments,
    readings,
    runs,
    versions,
)
from sayso.ledger.verify_words import IndexCheck, open_index_check
from sayso.records import Reading, Span

_OF_CLAIMS = (hops, mentions, claim_times, appearances, moments)


def find_faults(connection: Connection) -> Iterator[Fault | None]:
    """All that does not hold; ``None`` after each report, so that whoever waits sees it go on."""
    yield from _guard("file", _check_file(connection))
    yield from _guard("schema", _check_schema(connection))
    yield from _guard("keys", _check_keys(connection))
    yield from _guard("references", _check_references(connection))
    yield from _guard("seals", _check_seals(connection))
    for check in (_check_runs, _check_failures, _check_judgements, _check_names):
        yield from _guard("rows", check(connection))
    yield from _check_versions(connection)
    yield from _check_readings(connection)


def _guard(where: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """What cannot even be read is a fault too."""
    try:
        yield from faults
    except UNREADABLE as error:
        said = getattr(error, "orig", None) or repr(error)
        yield Fault(where=where, what=f"cannot be read as it was stored: {said}")


def _check_file(connection: Connection) -> Iterator[Fault]:
    """The pages of a file; a server looks after its own."""
    if not is_on_server(connection):
        for (words,) in connection.execute(text("pragma integrity_check(20)")):
            if words != "ok":
                yield Fault(where="file", what=words)


def _check_schema(connection: Connection) -> Iterator[Fault]:
    for name in find_schema_faults(connection):
        yield Fault(where="schema", what=f"{name} is not as sayso made it")


def _check_keys(connection: Connection) -> Iterator[Fault]:
    """Nothing is ever taken out, so the keys of a table run from 1 without a gap."""
    for table in KEYED:
        asked = select(func.count(), func.coalesce(func.max(table.c.key), 0))
        n_rows, last = connection.execute(asked.select_from(table)).one()
        if n_rows != last:
            yield Fault(where=table.name, what=f"{last - n_rows:,} of {last:,} rows are missing")
    asked = select(*(func.sum(readings.c[f"n_{table.name}"]) for table in OF_READING))
    for table, n_wanted in zip(OF_READING, connection.execute(asked).one(), strict=True):
        n_rows = connection.scalar(select(func.count()).select_from(table)) or 0
        if n_rows != (n_wanted or 0):
            what = f"{n_rows:,} rows where the readings have {n_wanted or 0:,}"
            yield Fault(where=table.name, what=what)


def _check_references(connection: Connection) -> Iterator[Fault]:
    """Rows that refer to nothing, and reports of which nothing is read."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            is_lost = not_(exists().where(key.column == key.parent))
            lost = and_(key.parent.is_not(None), is_lost)
            if n_lost := connection.scalar(select(func.count()).select_from(table).where(lost)):
                what = f"{n_lost:,} rows refer to no row of {key.column.table.name}"
                yield Fault(where=table.name, what=what)
    is_read = exists().where(readings.c.version == versions.c.key, readings.c.is_current)
    for id in connection.scalars(select(versions.c.id).where(not_(is_read))):
        yield Fault(where=id, what="none of its readings is the one to show")


def _check_seals(connection: Connection) -> Iterator[Fault]:
    for name in find_broken(connection):
        yield Fault(where=name, what="its rows are not those that were written")


def _check_runs(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(runs)).mappings():
        if row["id"] != make_id(RUN, row["sayso"], row["weights"], row["settings"]):
            yield Fault(where=row["id"], what="the run is not the one of this id")


def _check_failures(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(failures)).mappings():
        if row["id"] != make_failure_id(dict(row)):
            yield Fault(where=row["id"], what="the failure is not the one of this id")


def _check_judgements(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(judgements)).mappings():
        if row["id"] != make_judgement_id(dict(row)):
            yield Fault(where=row["id"], what="the judgement is not the one of this id")


def _check_names(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(entities)).mappings():
        folded = fold(row["name"])
        if (row["folded"], row["skeleton"]) != (folded, find_skeleton(folded)):
            yield Fault(where=f"name {row['name']!r}", what="is not found by its spelling")


def _check_versions(connection: Connection) -> Iterator[Fault]:
    with closing(open_index_check(connection, DOCUMENT_WORDS)) as index:
        for key in connection.scalars(select(versions.c.key).order_by(versions.c.key)).all():
            yield from _guard(f"version {key}", _check_version(connection, key, index))
        yield from _guard(DOCUMENT_WORDS, index.find_faults())


def _check_readings(connection: Connection) -> Iterator[Fault | None]:
    with closing(open_index_check(connection, CLAIM_WORDS)) as index:
        for key in connection.scalars(select(readings.c.key).order_by(readings.c.key)).all():
            yield from _guard(f"reading {key}", _check_reading(connection, key, index))
            yield None
        yield from _guard(CLAIM_WORDS, index.find_faults())


def _check_version(connection: Connection, key: int, index: IndexCheck) -> Iterator[Fault]:
    asked = select(versions).where(versions.c.key == key)
    row = connection.execute(asked).mappings().one()
    where = row["id"]
    data = zlib.decompress(row["raw"])
    if hashlib.sha256(data).digest() != row["sha256"]:
        yield Fault(where=where, what="the raw bytes do not have their SHA-256")
    document = load_document(row)
    index.add(key, join_words(document))
    if digest_version(document, dict(row)) != row["digest"]:
        yield Fault(where=where, what="the document is not the one that was stored")
    for name, value in to_columns(document).items():
        if row[name] != value:
            yield Fault(where=where, what=f"its {name} does not follow from the document")
    raw = RawBytes(data=data, format=row["format"], origin=row["origin"])
    of_document = select(documents).where(documents.c.key == row["document"])
    owner = connection.execute(of_document).mappings().one()
    expected = find_document_id(document, raw)
    if (owner["id"], owner["url"]) != (expected, document.url):
        yield Fault(where=where, what=f"it belongs to {expected}, not to {owner['id']}")
    if where != make_id(VERSION, expected, row["format"], document.sha256):
        yield Fault(where=where, what="the version is not the one of this id")


def _check_reading(connection: Connection, key: int, index: IndexCheck) -> Iterator[Fault]:
    row = connection.execute(select(readings).where(readings.c.key == key)).mappings().one()
    where, run = find_version_ids(connection, row)
    reading = load_reading(connection, key)
    for number, claim in enumerate(reading.claims, start=row["first_claims"]):
        index.add(number, claim.standalone)
    if digest_reading(reading, where, run, dict(row)) != row["digest"]:
        yield Fault(where=where, what="the reading is not the one that was stored")
    newest = select(func.max(readings.c.key)).where(readings.c.version == row["version"])
    if row["is_current"] != (connection.scalar(newest) == key):
        yield Fault(where=where, what="another reading than the newest is shown")
    yield from _check_spans(reading, where)
    yield from _check_rows(connection, row, reading, where)


def _check_spans(reading: Reading, where: str) -> Iterator[Fault]:
    n_characters = len(reading.document.text)
    spans: list[Span] = [timex.span for timex in reading.times]
    for attribution in reading.attributions:
        for pieces in (attribution.source, attribution.cue, attribution.content):
            spans += pieces
        for pieces in (attribution.grounds, attribution.addressee, attribution.title):
            spans += pieces
    for claim in reading.claims:
        spans += claim.content
        spans += [entity.span for entity in claim.entities]
    for span in spans:
        if span.end > n_characters:
            yield Fault(where=where, what=f"[{span.start}, {span.end}) lies outside its text")


def _check_rows(
    connection: Connection, row: RowMapping, reading: Reading, where: str
) -> Iterator[Fault]:
    """Every row of the reading, made again from it."""
    first = {table.name: row[f"first_{table.name}"] for table in OF_READING}
    keys = range(row["first_claims"], row["first_claims"] + row["n_claims"])
    names = find_name_keys(connection, set(find_names(reading)))
    rows = Rows(reading, names, version_id=where, first={**first, readings.name: row["key"]})
    chosen: ColumnElement[bool]
    for table, expected in rows.make_all():
        if table in _OF_CLAIMS:
            chosen = table.c.claim.between(keys.start, keys.stop - 1)
        else:
            chosen = is_of(row, table)
        kept = connection.execute(select(table).where(chosen)).mappings()
        found = [dict(each) for each in kept]
        if _to_set(table, found) != _to_set(table, expected):
            yield Fault(where=where, what=f"its rows in {table.name} do not follow from it")


def _to_set(table: Table, rows: Iterable[Mapping[str, Any]]) -> set[tuple[Any, ...]]:
    names = table.c.keys()
    return {tuple(row[name] for name in names) for row in rows}
