"""A reading to rows: one report's records and raw bytes in, all its rows in one transaction."""

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, insert, or_, select, update

from sayso.answers import Added
from sayso.ledger import decisions, search
from sayso.ledger.ids import DOCUMENT, FAILURE, RUN, VERSION, make_digest, make_id
from sayso.ledger.keys import first_keys, next_key
from sayso.ledger.raw import RawBytes, has_text, pack
from sayso.ledger.rows import Row, Rows, find_published, to_spans
from sayso.ledger.seals import insert_sealed
from sayso.ledger.spelling import find_skeleton, fold
from sayso.ledger.tables import (
    attributions,
    claims,
    documents,
    entities,
    failures,
    implied,
    readings,
    runs,
    sightings,
    timexes,
    versions,
)
from sayso.records import Document, Failure, Reading

OF_READING = (attributions, implied, timexes, claims)
_KEYED = (readings, *OF_READING, entities)


def get_run(connection: Connection, *, sayso: str, weights: str, settings: str, now: str) -> str:
    """The id of the run of this version, these weights and settings; a new one where there is
    none."""
    id = make_id(RUN, sayso, weights, settings)
    if connection.scalar(select(runs.c.key).where(runs.c.id == id)) is None:
        row = {"key": next_key(connection, runs), "id": id, "sayso": sayso, "weights": weights}
        insert_sealed(connection, runs, {**row, "settings": settings, "begun": now})
    return id


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A reading that a ledger has: of which version of which document, and whether its report was
    met at this place before."""

    version_key: int
    document_id: str
    number: int
    n_claims: int
    is_sighted: bool


def find_known(connection: Connection, raw: RawBytes, run: str) -> Known | None:
    """The reading of these bytes, at this address if one is given, that a run has made."""
    asked = (
        select(
            versions.c.key,
            versions.c.number,
            versions.c.origin,
            documents.c.id,
            readings.c.n_claims,
        )
        .join(documents, documents.c.key == versions.c.document)
        .join(readings, readings.c.version == versions.c.key)
        .join(runs, runs.c.key == readings.c.run)
        .where(versions.c.sha256 == hashlib.sha256(raw.data).digest())
        .where(versions.c.format == raw.format, runs.c.id == run)
    )
    if raw.url:
        asked = asked.where(documents.c.url == raw.url)
    row = connection.execute(asked).mappings().first()
    if row is None:
        return None
    return Known(
        version_key=row["key"],
        document_id=row["id"],
        number=row["number"],
        n_claims=row["n_claims"],
        is_sighted=_is_sighted(connection, row["key"], raw.origin),
    )


def add_sighting(connection: Connection, version: int, origin: str, *, now: str) -> None:
    """Notes that a version's bytes were met at another place, or at last at one that failed."""
    if not _is_sighted(connection, version, origin):
        insert_sealed(connection, sightings, {"version": version, "origin": origin, "seen": now})


def _is_sighted(connection: Connection, version: int, origin: str) -> bool:
    first = exists().where(versions.c.key == version, versions.c.origin == origin)
    again = exists().where(sightings.c.version == version, sightings.c.origin == origin)
    failed = exists().where(failures.c.origin == origin, ~_is_settled())
    return bool(connection.scalar(select(or_(first, again) & ~failed)))


def add(
    connection: Connection,
    reading: Reading,
    raw: RawBytes,
    run: str,
    *,
    names: Mapping[str, int],
    now: str,
) -> tuple[Added, dict[str, int]]:
    """Writes a report, its version and its reading, whatever of them is new; what comes back beside
    are the names that were new, with their keys."""
    version = _get_version(connection, reading.document, raw, now=now)
    run_key = connection.scalars(select(runs.c.key).where(runs.c.id == run)).one()
    made = select(readings.c.n_claims).where(
        readings.c.version == version.key, readings.c.run == run_key
    )
    added = Added(
        document_id=version.document_id,
        version=version.number,
        n_claims=len(reading.claims),
        is_new=connection.scalar(made) is None,
    )
    if not added.is_new:
        return added, {}
    new_names = _add_reading(
        connection, reading, names, version=version, run=(run_key, run), now=now
    )
    return added, new_names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    key: int
    id: str
    document_id: str
    number: int


def _get_version(
    connection: Connection, document: Document, raw: RawBytes, *, now: str
) -> _Version:
    document_key, document_id = _get_document(connection, document, raw)
    id = make_id(VERSION, document_id, raw.format, document.sha256)
    asked = select(versions.c.key, versions.c.number).where(versions.c.id == id)
    found = connection.execute(asked).first()
    if found is not None:
        return _Version(key=found[0], id=id, document_id=document_id, number=found[1])
    of_document = versions.c.document == document_key
    number = 1 + (connection.scalar(select(func.count()).where(of_document)) or 0)
    key = next_key(connection, versions)
    row = {"key": key, "document": document_key, "id": id, "number": number, "added": now}
    row |= {**_pack_raw(document, raw), **to_columns(document)}
    connection.execute(insert(versions), {**row, "digest": digest_version(document, row)})
    search.insert(connection, search.DOCUMENT_WORDS, [(key, join_words(document))])
    return _Version(key=key, id=id, document_id=document_id, number=number)


def join_words(document: Document) -> str:
    """What a report is found by."""
    return f"{document.title or ''}\n{document.text}"


def digest_version(document: Document, row: Mapping[str, Any]) -> bytes:
    """SHA-256 of a document and of what its version says beside it, its bytes as they are packed
    among it."""
    beside = [row[name] for name in ("key", "number", "added", "format", "container")]
    packed = [hashlib.sha256(row[name] or b"").digest() for name in ("raw", "text")]
    return make_digest([document, *beside, *packed])


def digest_reading(reading: Reading, version: str, run: str, row: Mapping[str, Any]) -> bytes:
    """SHA-256 of a reading, of which version and run it is, and of what its row says beside it."""
    ranges = [f"{part}_{table.name}" for table in OF_READING for part in ("first", "n")]
    beside = [row[name] for name in ("key", "read", *ranges)]
    return make_digest([reading, version, run, *beside, hashlib.sha256(row["sentences"]).digest()])


def find_document_id(document: Document, raw: RawBytes) -> str:
    """Its address makes a report that report; without one, its bytes do."""
    if document.url:
        return make_id(DOCUMENT, document.url)
    return make_id(DOCUMENT, raw.format, document.sha256)


def _get_document(connection: Connection, document: Document, raw: RawBytes) -> tuple[int, str]:
    id = find_document_id(document, raw)
    key = connection.scalar(select(documents.c.key).where(documents.c.id == id))
    if key is None:
        key = next_key(connection, documents)
        connection.execute(insert(documents), {"key": key, "id": id, "url": document.url})
    return int(key), id


def _pack_raw(document: Document, raw: RawBytes) -> Row:
    return {
        "format": raw.format,
        "container": raw.container,
        "raw": zlib.compress(raw.data, 6),
        "text": None if has_text(raw, document.text) else pack(document.text),
    }


def to_columns(document: Document) -> Row:
    """What a version's row has of its document, but for the text."""
    published, fetched = document.published, document.fetched
    return {
        "sha256": bytes.fromhex(document.sha256),
        "day": find_published(document)[0],
        "report": document.id,
        "origin": document.origin,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "url": document.url,
        "published": published and published.value,
        "published_precision": published and published.precision.value,
        "published_found_in": published and published.found_in.value,
        "published_span": published and to_spans(published.span),
        "fetched": fetched and fetched.value,
        "fetched_precision": fetched and fetched.precision.value,
        "fetched_span": fetched and to_spans(fetched.span),
        "headline": to_spans(document.headline),
        "standfirst": to_spans(document.standfirst),
        "repetitions": json.dumps(
            [
                [each.kind.value, each.span.start, each.span.end, each.body.start, each.body.end]
                for each in document.repetitions
            ]
        ),
    }


def _add_reading(
    connection: Connection,
    reading: Reading,
    names: Mapping[str, int],
    *,
    version: _Version,
    run: tuple[int, str],
    now: str,
) -> dict[str, int]:
    first = first_keys(connection, _KEYED)
    new_names = _add_names(connection, reading, names, first[entities.name])
    rows = Rows(reading, {**names, **new_names}, version_id=version.id, first=first)
    of_version = readings.c.version == version.key
    connection.execute(update(readings).where(of_version).values(is_current=False))
    row = {**rows.reading_row, "version": version.key, "run": run[0], "read": now}
    row["digest"] = digest_reading(reading, version.id, run[1], row)
    connection.execute(insert(readings), row)
    for table, values in rows.make_all():
        if values:
            connection.execute(insert(table), values)
    search.insert(connection, search.CLAIM_WORDS, rows.find_words())
    decisions.carry_over(connection, version.key, rows.key)
    return new_names


def add_failure(connection: Connection, failure: Failure, *, now: str) -> None:
    """Keeps what could not be read, once until it is read."""
    told = {"origin": failure.origin, "code": failure.code, "message": failure.message}
    same = and_(*(failures.c[name] == value for name, value in told.items()))
    if connection.scalar(select(failures.c.key).where(same, ~_is_settled())) is None:
        row = {"key": next_key(connection, failures), **told, "seen": now}
        insert_sealed(connection, failures, {**row, "id": make_failure_id(row)})


def make_failure_id(row: Mapping[str, Any]) -> str:
    """The id of a failure, from all that it says."""
    return make_id(FAILURE, *(row[name] for name in ("key", "origin", "code", "message", "seen")))


def _is_settled() -> ColumnElement[bool]:
    """Whether what failed was read at the same place since."""
    added, met = versions.c.added >= failures.c.seen, sightings.c.seen >= failures.c.seen
    return or_(
        exists().where(versions.c.origin == failures.c.origin, added),
        exists().where(sightings.c.origin == failures.c.origin, met),
    )


def count_failures(connection: Connection) -> int:
    """How many there are of those."""
    asked = select(func.count()).select_from(failures).where(~_is_settled())
    return connection.scalar(asked) or 0


def find_failures(connection: Connection) -> tuple[Failure, ...]:
    """What could not be read and was not read at the same place since."""
    asked = select(failures).where(~_is_settled()).order_by(failures.c.key)
    return tuple(
        Failure(origin=row["origin"], code=row["code"], message=row["message"])
        for row in connection.execute(asked).mappings()
    )


def _add_names(
    connection: Connection, reading: Reading, known: Mapping[str, int], first: int
) -> dict[str, int]:
    """Names of the reading that were not known, with their keys."""
    names = dict.fromkeys(name for name in find_names(reading) if name not in known)
    if not names:
        return {}
    found = find_name_keys(connection, names)
    missing = [name for name in names if name not in found]
    rows = [
        {"key": key, "name": name, "folded": folded, "skeleton": find_skeleton(folded)}
        for key, name in enumerate(missing, start=first)
        for folded in (fold(name),)
    ]
    if rows:
        connection.execute(insert(entities), rows)
    return found | dict(zip(missing, range(first, first + len(missing)), strict=True))


def find_name_keys(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """The keys of those of the names that the ledger has."""
    asked = select(entities.c.name, entities.c.key).where(entities.c.name.in_(names))
    return {row.name: int(row.key) for row in connection.execute(asked)}


def find_names(reading: Reading) -> Iterator[str]:
    """The names of its sources, and of all that is named in its claims."""
    yield from (each.name.name for each in reading.attributions if each.name)
    yield from (entity.name for claim in reading.claims for entity in claim.entities)
