"""The decisions of people, kept as rows: made, found, taken back, and carried to new readings."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from sayso.answers import Judgement, Verdict
from sayso.errors import NothingToUndo
from sayso.ledger.ids import JUDGEMENT, make_id
from sayso.ledger.keys import next_key
from sayso.ledger.load import is_of
from sayso.ledger.seals import insert_sealed
from sayso.ledger.tables import claims, judged, judgements, readings, withdrawals
from sayso.records import Span

ABOUT_NAMES = (Verdict.SAME, Verdict.APART, Verdict.SPLIT)
_LEAST_OVERLAP = 0.5


def find_decisions(
    connection: Connection, *, with_withdrawn: bool = False, about: Iterable[Verdict] = ABOUT_NAMES
) -> tuple[Judgement, ...]:
    """The judgements of these kinds that hold, the first that was made first."""
    asked = _select().where(judgements.c.verdict.in_([verdict.value for verdict in about]))
    if not with_withdrawn:
        asked = asked.where(withdrawals.c.judgement.is_(None))
    return tuple(load(row) for row in connection.execute(asked).mappings())


def find_of_claims(
    connection: Connection, keys: Sequence[int]
) -> Mapping[int, tuple[Judgement, ...]]:
    """The judgements that hold about claims, by the claims' keys."""
    asked = (
        _select()
        .add_columns(judged.c.claim)
        .join(judged, judged.c.judgement == judgements.c.key)
        .where(judged.c.claim.in_(keys), withdrawals.c.judgement.is_(None))
    )
    found: dict[int, tuple[Judgement, ...]] = defaultdict(tuple)
    for row in connection.execute(asked).mappings():
        found[row["claim"]] += (load(row),)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided about what: a claim of a version by its key there, or a name and another."""

    verdict: Verdict
    subject: str
    other: str | None = None
    details: Mapping[str, object]
    version: int | None = None


def find_of_version(connection: Connection, version: int) -> tuple[Judgement, ...]:
    """The judgements that hold about claims of a version, the first that was made first."""
    asked = _select().where(judgements.c.version == version, withdrawals.c.judgement.is_(None))
    return tuple(load(row) for row in connection.execute(asked).mappings())


def add(
    connection: Connection, decision: Decision, *, author: str, now: str
) -> tuple[int, Judgement]:
    """Keeps a decision; its key and itself."""
    key = next_key(connection, judgements)
    row: dict[str, object] = {
        "verdict": decision.verdict.value,
        "subject": decision.subject,
        "other": decision.other,
        "version": decision.version,
        "details": json.dumps(decision.details, ensure_ascii=True, sort_keys=True),
        "author": author,
        "made": now,
    }
    row["key"] = key
    row["id"] = make_judgement_id(row)
    insert_sealed(connection, judgements, row)
    made = connection.execute(_select().where(judgements.c.key == key)).mappings().one()
    return key, load(made)


def withdraw(connection: Connection, id: str | None, *, author: str, now: str) -> Judgement:
    """Takes back a decision, the last that still holds where none is named.

    Raises: NothingToUndo.
    """
    asked = _select().where(withdrawals.c.judgement.is_(None))
    if id is not None:
        asked = asked.where(judgements.c.id == id)
    row = connection.execute(asked.order_by(None).order_by(judgements.c.key.desc())).mappings()
    found = row.first()
    if found is None:
        raise NothingToUndo(id or "the ledger")
    values = {"judgement": found["key"], "author": author, "made": now}
    insert_sealed(connection, withdrawals, values)
    again = _select().where(judgements.c.key == found["key"])
    return load(connection.execute(again).mappings().one())


def make_judgement_id(row: Mapping[str, object]) -> str:
    """The id of a judgement, from all that it says; its key tells it from one made in the same
    second."""
    said = ("key", "verdict", "subject", "other", "version", "details", "author", "made")
    return make_id(JUDGEMENT, *(row[name] for name in said))


def attach(connection: Connection, judgement: int, claim: int) -> None:
    """Notes for which claim a judgement holds."""
    insert_sealed(connection, judged, {"claim": claim, "judgement": judgement})


def carry_over(connection: Connection, version: int, reading: int) -> None:
    """Attaches the judgements about a report's claims to those of a new reading of it: to the claim
    of the same id, else to the one that shares at least half of the content."""
    asked = select(judgements).where(judgements.c.version == version)
    rows = connection.execute(asked.order_by(judgements.c.key)).mappings().all()
    if not rows:
        return
    of_reading = connection.execute(select(readings).where(readings.c.key == reading)).mappings()
    asked = select(claims.c.key, claims.c.id, claims.c.content)
    new = connection.execute(asked.where(is_of(of_reading.one(), claims))).mappings().all()
    for row in rows:
        if (claim := _find_same(row, new)) is not None:
            attach(connection, row["key"], claim)


def _find_same(row: RowMapping, new: Sequence[RowMapping]) -> int | None:
    exact = [each["key"] for each in new if each["id"] == row["subject"]]
    if exact:
        return int(exact[0])
    content = json.loads(row["details"]).get("content", [])
    old = tuple(Span(start, end) for start, end in content)
    scored = [(_find_overlap(old, each["content"]), each["key"]) for each in new]
    best, key = max(scored, default=(0.0, None))
    return key if best >= _LEAST_OVERLAP else None


def _find_overlap(first: Sequence[Span], second: Sequence[Span]) -> float:
    """The share of common characters among all that either covers."""
    ours = {position for span in first for position in range(span.start, span.end)}
    theirs = {position for span in second for position in range(span.start, span.end)}
    return len(ours & theirs) / max(len(ours | theirs), 1)


def load(row: RowMapping) -> Judgement:
    """The judgement of a row with its withdrawal beside it."""
    return Judgement(
        id=row["id"],
        verdict=Verdict(row["verdict"]),
        subject=row["subject"],
        other=row["other"],
        details=json.loads(row["details"]),
        author=row["author"],
        made=row["made"],
        withdrawn=row["withdrawn"],
        withdrawn_by=row["withdrawn_by"],
    )


def _select() -> Select[Any]:
    return (
        select(
            judgements,
            withdrawals.c.made.label("withdrawn"),
            withdrawals.c.author.label("withdrawn_by"),
        )
        .outerjoin(withdrawals, withdrawals.c.judgement == judgements.c.key)
        .order_by(judgements.c.key)
    )
