"""Rows to records: keys in, documents and readings out, exactly as they were stored."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from sayso.answers import Lane
from sayso.ledger.raw import find_text, unpack
from sayso.ledger.rows import join_content
from sayso.ledger.tables import (
    attributions,
    claim_times,
    claims,
    entities,
    hops,
    implied,
    mentions,
    readings,
    runs,
    timexes,
    versions,
)
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Claim,
    DateOrigin,
    Document,
    Entity,
    EntityKind,
    Event,
    FetchDate,
    Implied,
    NameRule,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Sentence,
    SourceName,
    SourceType,
    Span,
    Timex,
    Voice,
)

Rows = Sequence[RowMapping]
PIECE = 200
"""How many rows are taken at a time where there may be any number."""


def load_document(row: RowMapping) -> Document:
    """The document of a row of ``versions``.

    Raises: ValueError, zlib.error where the row is not as it was stored.
    """
    return Document(
        id=row["report"],
        text=load_text(row),
        sha256=row["sha256"].hex(),
        origin=row["origin"],
        title=row["title"],
        publisher=row["publisher"],
        byline=row["byline"],
        url=row["url"],
        published=_load_published(row),
        fetched=_load_fetched(row),
        headline=_first(row["headline"]),
        standfirst=_first(row["standfirst"]),
        repetitions=tuple(_load_repetitions(row["repetitions"])),
    )


def load_text(row: RowMapping) -> str:
    """The text of a version: kept, or what its raw bytes are.

    Raises: ValueError, zlib.error where it cannot be told.
    """
    if row["text"] is not None:
        return unpack(row["text"])
    text = find_text(zlib.decompress(row["raw"]), row["format"])
    if text is None:
        raise ValueError("the raw bytes hold no text")
    return text


def stream_texts(connection: Connection) -> Iterator[str]:
    """The text of every version, some at a time."""
    asked = select(versions).order_by(versions.c.key)
    for row in connection.execution_options(yield_per=PIECE).execute(asked).mappings():
        yield load_text(row)


def load_documents(connection: Connection, keys: Iterable[int]) -> dict[int, Document]:
    """The documents of versions by the versions' keys."""
    asked = select(versions).where(versions.c.key.in_(set(keys)))
    return {row["key"]: load_document(row) for row in connection.execute(asked).mappings()}


def load_reading(connection: Connection, key: int) -> Reading:
    """The reading of one report, as the network made it."""
    row = connection.execute(
        select(readings, runs.c.weights)
        .join(runs, runs.c.key == readings.c.run)
        .where(readings.c.key == key)
    ).mappings().one()  # fmt: skip
    document = load_documents(connection, [row["version"]])[row["version"]]
    hop_rows = _fetch(connection, _select_attributions().where(is_of(row, attributions)))
    hop_by_key = {each["key"]: load_attribution(each) for each in hop_rows}
    carried = select(implied).where(is_of(row, implied)).order_by(implied.c.key)
    timed = select(timexes).where(is_of(row, timexes)).order_by(timexes.c.key)
    time_by_key = {each["key"]: load_timex(each) for each in _fetch(connection, timed)}
    claim_rows = _fetch(connection, select(claims).where(is_of(row, claims)).order_by(claims.c.key))
    parts = load_parts(connection, [each["key"] for each in claim_rows])
    return Reading(
        document=document,
        attributions=tuple(hop_by_key.values()),
        implied=tuple(load_implied(each) for each in _fetch(connection, carried)),
        times=tuple(time_by_key.values()),
        sentences=tuple(load_sentences(row["sentences"])),
        weights=row["weights"],
        claims=tuple(
            load_claim(each, document, parts, hop_by_key, time_by_key, number=n)
            for n, each in enumerate(claim_rows, start=1)
        ),
    )


def is_of(reading: RowMapping, table: Table) -> ColumnElement[bool]:
    """Which rows of a table are those of a reading: a range of keys."""
    first: int = reading[f"first_{table.name}"]
    return table.c.key.between(first, first + reading[f"n_{table.name}"] - 1)


class Parts:
    """What hangs on some claims: by the claim's key its hops, times and mentions."""

    def __init__(self) -> None:
        self.hops: dict[int, list[int]] = defaultdict(list)
        self.times: dict[tuple[int, str], list[int]] = defaultdict(list)
        self.mentions: dict[int, list[Entity]] = defaultdict(list)


def load_parts(connection: Connection, keys: Sequence[int]) -> Parts:
    """The hops, times and mentions of claims, by keys of attributions and times."""
    parts = Parts()
    asked_hops = select(hops).where(hops.c.claim.in_(keys)).order_by(hops.c.claim, hops.c.depth)
    for row in _fetch(connection, asked_hops):
        parts.hops[row["claim"]].append(row["attribution"])
    asked_times = select(claim_times).where(claim_times.c.claim.in_(keys))
    for row in _fetch(connection, asked_times.order_by(claim_times.c.claim, claim_times.c.number)):
        parts.times[row["claim"], row["lane"]].append(row["timex"])
    asked = (
        select(mentions, entities.c.name)
        .join(entities, entities.c.key == mentions.c.entity)
        .where(mentions.c.claim.in_(keys))
        .order_by(mentions.c.claim, mentions.c.number)
    )
    for row in _fetch(connection, asked):
        span, kind = row["span"][0], EntityKind(row["kind"])
        parts.mentions[row["claim"]].append(Entity(span=span, name=row["name"], kind=kind))
    return parts


def load_attributions(connection: Connection, keys: Iterable[int]) -> dict[int, Attribution]:
    """Attributions by their keys."""
    asked = _select_attributions().where(attributions.c.key.in_(set(keys)))
    return {row["key"]: load_attribution(row) for row in _fetch(connection, asked)}


def load_times(connection: Connection, keys: Iterable[int]) -> dict[int, Timex]:
    """Time expressions by their keys."""
    asked = select(timexes).where(timexes.c.key.in_(set(keys)))
    return {row["key"]: load_timex(row) for row in _fetch(connection, asked)}


def load_claim(
    row: RowMapping,
    document: Document,
    parts: Parts,
    hop_by_key: Mapping[int, Attribution],
    time_by_key: Mapping[int, Timex],
    *,
    number: int | None = None,
) -> Claim:
    """The claim of a row; its own id is its number within the report, else its id in the ledger."""
    key = row["key"]
    words = row["standalone"]
    return Claim(
        id=row["id"] if number is None else f"c{number}",
        content=row["content"],
        chain=tuple(hop_by_key[hop].id for hop in parts.hops[key]),
        certainty=Certainty(row["certainty"]),
        standalone=join_content(document, row["content"]) if words is None else words,
        happened=tuple(time_by_key[each] for each in parts.times[key, Lane.HAPPENED]),
        said=tuple(time_by_key[each] for each in parts.times[key, Lane.SAID]),
        repeats=_first(row["repeats"]),
        entities=tuple(parts.mentions[key]),
        event=_load_event(row),
    )


def load_attribution(row: RowMapping) -> Attribution:
    """The attribution of a row of ``attributions`` with its name beside it."""
    return Attribution(
        id=row["number"],
        source=row["source"],
        cue=row["cue"],
        content=row["content"],
        grounds=row["grounds"],
        addressee=row["addressee"],
        title=row["title"],
        source_type=SourceType(row["source_type"]),
        act=Act(row["act"]),
        certainty=Certainty(row["certainty"]),
        parent=row["parent"],
        probability=row["probability"],
        name=_load_name(row),
    )


def load_timex(row: RowMapping) -> Timex:
    """The time expression of a row."""
    return Timex(span=row["span"][0], value=row["value"], edtf=row["edtf"])


def load_implied(row: RowMapping) -> Implied:
    """The carry-on of a row."""
    return Implied(of=row["of"], content=row["content"], probability=row["probability"])


def load_sentences(packed: bytes) -> Iterable[Sentence]:
    """The sentences of a reading."""
    for start, end, voice, *ids in json.loads(zlib.decompress(packed)):
        yield Sentence(span=Span(start, end), voice=Voice(voice), attributions=tuple(ids))


def _select_attributions() -> Select[Any]:
    return (
        select(attributions, entities.c.name.label("entity_name"))
        .outerjoin(entities, entities.c.key == attributions.c.entity)
        .order_by(attributions.c.key)
    )


def _fetch(connection: Connection, asked: Select[Any]) -> Rows:
    return connection.execute(asked).mappings().all()


def _load_name(row: RowMapping) -> SourceName | None:
    if row["entity"] is None:
        return None
    return SourceName(
        name=row["entity_name"],
        mention=row["name_mention"][0],
        rule=NameRule(row["name_rule"]),
        score=row["name_score"],
        via=_first(row["name_via"]),
    )


def _load_event(row: RowMapping) -> Event | None:
    if row["event"] is None:
        return None
    return Event(
        kind=row["event"],
        probability=row["event_probability"],
        actor=_first(row["actor"]),
        target=_first(row["target"]),
    )


def _load_published(row: RowMapping) -> PublicationDate | None:
    if row["published"] is None:
        return None
    return PublicationDate(
        value=row["published"],
        precision=Precision(row["published_precision"]),
        found_in=DateOrigin(row["published_found_in"]),
        span=_first(row["published_span"]),
    )


def _load_fetched(row: RowMapping) -> FetchDate | None:
    if row["fetched"] is None:
        return None
    return FetchDate(
        value=row["fetched"],
        precision=Precision(row["fetched_precision"]),
        span=_first(row["fetched_span"]),
    )


def _load_repetitions(words: str) -> Iterable[Repetition]:
    for kind, start, end, body_start, body_end in json.loads(words):
        yield Repetition(
            kind=RepeatKind(kind), span=Span(start, end), body=Span(body_start, body_end)
        )


def _first(spans: Sequence[Span] | None) -> Span | None:
    return spans[0] if spans else None
