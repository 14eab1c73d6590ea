"""Ids as people give them, whole or their beginning: an id in, the row it means out."""

from sqlalchemy import Connection, RowMapping, Table, select

from sayso.answers import FoundReport, VersionNote
from sayso.errors import AmbiguousId, UnknownId
from sayso.ledger import decisions
from sayso.ledger.ids import CLAIM, DIGITS, DOCUMENT, JUDGEMENT, VERSION, find_range
from sayso.ledger.load import load_reading
from sayso.ledger.tables import claims, documents, judgements, readings, runs, versions

_MOST_SHOWN = 4
_WANTED_CLAIM = "give an id as `sayso claims` shows it"
_WANTED_JUDGEMENT = "give an id as `sayso judgements` shows it"
_WANTED_REPORT = "give the id of a claim, or of a report, as `sayso claims` and `sayso add` show it"


def find_claim(connection: Connection, id: str) -> int:
    """The key of the claim with this id, in the last reading that has it.

    Raises: UnknownId, AmbiguousId.
    """
    whole = get_whole_id(connection, claims, CLAIM, id, wanted=_WANTED_CLAIM)
    asked = (
        select(claims.c.key)
        .join(readings, readings.c.key == claims.c.reading)
        .where(claims.c.id == whole)
        .order_by(readings.c.is_current.desc(), claims.c.key.desc())
    )
    return int(connection.scalars(asked).first() or 0)


def find_version(connection: Connection, id: str) -> int:
    """The key of the version that an id of a version, document or claim leads to; of a document the
    newest.

    Raises: UnknownId, AmbiguousId.
    """
    prefix = id.partition("-")[0]
    if prefix == CLAIM:
        reading = select(claims.c.reading).where(claims.c.key == find_claim(connection, id))
        asked = select(readings.c.version).where(readings.c.key.in_(reading))
    elif prefix == VERSION:
        whole = get_whole_id(connection, versions, VERSION, id, wanted=_WANTED_REPORT)
        asked = select(versions.c.key).where(versions.c.id == whole)
    else:
        newest = versions.c.number.desc()
        document = find_document(connection, id)
        asked = select(versions.c.key).where(versions.c.document == document).order_by(newest)
    return int(connection.scalars(asked).first() or 0)


def find_document(connection: Connection, id: str) -> int:
    """The key of the document with this id.

    Raises: UnknownId, AmbiguousId.
    """
    whole = get_whole_id(connection, documents, DOCUMENT, id, wanted=_WANTED_REPORT)
    return int(connection.scalars(select(documents.c.key).where(documents.c.id == whole)).one())


def find_judgement_id(connection: Connection, id: str) -> str:
    """The id of the judgement whose id begins so.

    Raises: UnknownId, AmbiguousId.
    """
    return get_whole_id(connection, judgements, JUDGEMENT, id, wanted=_WANTED_JUDGEMENT)


def find_reading(connection: Connection, id: str) -> FoundReport:
    """The last reading of what an id leads to.

    Raises: UnknownId, AmbiguousId.
    """
    asked = (
        select(
            readings.c.key,
            versions.c.key.label("version_key"),
            versions.c.document,
            versions.c.id,
            documents.c.id.label("document_id"),
            runs.c.id.label("run_id"),
        )
        .join(versions, versions.c.key == readings.c.version)
        .join(documents, documents.c.key == versions.c.document)
        .join(runs, runs.c.key == readings.c.run)
        .where(versions.c.key == find_version(connection, id), readings.c.is_current)
    )
    row = connection.execute(asked).mappings().one()
    return FoundReport(
        reading=load_reading(connection, row["key"]),
        document_id=row["document_id"],
        version_id=row["id"],
        run_id=row["run_id"],
        versions=find_versions(connection, row["document"]),
        judgements=decisions.find_of_version(connection, row["version_key"]),
    )


def find_reading_keys(connection: Connection, sha256: str, weights: str) -> tuple[int, ...]:
    """The readings of these bytes by these weights, the newest first."""
    try:
        digest = bytes.fromhex(sha256)
    except ValueError:
        return ()
    asked = (
        select(readings.c.key)
        .join(versions, versions.c.key == readings.c.version)
        .join(runs, runs.c.key == readings.c.run)
        .where(versions.c.sha256 == digest, runs.c.weights == weights)
        .order_by(readings.c.key.desc())
    )
    return tuple(connection.scalars(asked))


def get_whole_id(connection: Connection, table: Table, prefix: str, id: str, *, wanted: str) -> str:
    """The id that begins so.

    Raises: UnknownId, AmbiguousId.
    """
    digits = id.removeprefix(f"{prefix}-").lower()
    if not digits or len(digits) > DIGITS or digits.strip("0123456789abcdef"):
        raise UnknownId(id, wanted)
    first, last = find_range(digits)
    asked = select(table.c.id).where(table.c.id.between(first, last)).distinct()
    found = connection.scalars(asked.order_by(table.c.id).limit(_MOST_SHOWN)).all()
    if not found:
        raise UnknownId(id, wanted)
    if len(found) > 1:
        raise AmbiguousId(id, tuple(found))
    return str(found[0])


def find_version_ids(connection: Connection, reading: RowMapping) -> tuple[str, str]:
    """The ids of a reading's version and run."""
    of_version = select(versions.c.id).where(versions.c.key == reading["version"])
    of_run = select(runs.c.id).where(runs.c.key == reading["run"])
    return connection.scalars(of_version).one(), connection.scalars(of_run).one()


def find_versions(connection: Connection, document: int) -> tuple[VersionNote, ...]:
    """All versions of a document by its key, the first that was added first."""
    asked = (
        select(versions.c.id, versions.c.number, versions.c.added, readings.c.n_claims)
        .join(readings, readings.c.version == versions.c.key)
        .where(versions.c.document == document, readings.c.is_current)
        .order_by(versions.c.number)
    )
    return tuple(VersionNote(**row) for row in connection.execute(asked).mappings())
