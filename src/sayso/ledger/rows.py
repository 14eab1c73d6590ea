"""The rows that a reading comes to: records in, plain values for each table out."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from sayso.answers import Lane
from sayso.ledger.days import Range, find_day, find_range
from sayso.ledger.ids import make_claim_id
from sayso.ledger.tables import (
    appearances,
    attributions,
    claim_times,
    claims,
    hops,
    implied,
    mentions,
    moments,
    readings,
    timexes,
)
from sayso.records import Attribution, Claim, Document, Reading, SourceName, Span, Timex

ABOUT, BY = "about", "by"
Row = dict[str, Any]


class Rows:
    """The rows of one reading."""

    def __init__(
        self, reading: Reading, names: Mapping[str, int], *, version_id: str, first: Row
    ) -> None:
        self._reading = reading
        self._names = names
        self._version_id = version_id
        self.key: int = first[readings.name]
        self._first = first
        numbered = enumerate(reading.attributions, start=first[attributions.name])
        self._attribution_keys = {each.id: key for key, each in numbered}
        self._times = tuple(enumerate(reading.times, start=first[timexes.name]))
        self._timex_keys = {each: key for key, each in self._times}
        self._by_id = {each.id: each for each in reading.attributions}
        self._day, self._published = find_published(reading.document)
        self._claims = tuple(enumerate(reading.claims, start=first[claims.name]))

    @property
    def reading_row(self) -> Row:
        """The reading's own row but for what it belongs to."""
        return {
            "key": self.key,
            "is_current": True,
            "first_attributions": self._first[attributions.name],
            "n_attributions": len(self._reading.attributions),
            "first_implied": self._first[implied.name],
            "n_implied": len(self._reading.implied),
            "first_timexes": self._first[timexes.name],
            "n_timexes": len(self._times),
            "first_claims": self._first[claims.name],
            "n_claims": len(self._reading.claims),
            "sentences": zlib.compress(self._pack_sentences()),
        }

    def make_all(self) -> Iterator[tuple[Table, list[Row]]]:
        """Each table and its rows, what is referred to before what refers."""
        yield attributions, [self._to_attribution(each) for each in self._reading.attributions]
        yield implied, list(self._make_implied())
        yield timexes, [self._to_timex(each, key) for key, each in self._times]
        yield claims, [self._to_claim(key, claim) for key, claim in self._claims]
        yield hops, list(self._make_hops())
        yield mentions, list(self._make_mentions())
        yield claim_times, list(self._make_times())
        yield appearances, self._distinct(self._make_appearances())
        yield moments, self._distinct(self._make_moments())

    def find_words(self) -> Iterator[tuple[int, str]]:
        """What each claim is found by."""
        return ((key, claim.standalone) for key, claim in self._claims)

    def _pack_sentences(self) -> bytes:
        sentences = [
            [each.span.start, each.span.end, each.voice.value, *each.attributions]
            for each in self._reading.sentences
        ]
        return json.dumps(sentences, separators=(",", ":")).encode()

    def _to_attribution(self, each: Attribution) -> Row:
        return {
            "key": self._attribution_keys[each.id],
            "reading": self.key,
            "number": each.id,
            "source": each.source,
            "cue": each.cue,
            "content": each.content,
            "grounds": each.grounds,
            "addressee": each.addressee,
            "title": each.title,
            "source_type": each.source_type.value,
            "act": each.act.value,
            "certainty": each.certainty.value,
            "parent": each.parent,
            "probability": each.probability,
            **self._to_name(each.name),
        }

    def _to_name(self, name: SourceName | None) -> Row:
        return {
            "entity": name and self._names[name.name],
            "name_mention": name and (name.mention,),
            "name_via": name and to_spans(name.via),
            "name_rule": name and name.rule.value,
            "name_score": name and name.score,
        }

    def _make_implied(self) -> Iterator[Row]:
        for key, each in enumerate(self._reading.implied, start=self._first[implied.name]):
            yield {
                "key": key,
                "reading": self.key,
                "of": each.of,
                "content": each.content,
                "probability": each.probability,
            }

    def _to_timex(self, each: Timex, key: int) -> Row:
        row = {"key": key, "reading": self.key, "span": (each.span,)}
        return {**row, "value": each.value, "edtf": each.edtf}

    def _to_claim(self, key: int, claim: Claim) -> Row:
        chain = [self._by_id[id] for id in claim.chain]
        event = claim.event
        own = join_content(self._reading.document, claim.content)
        return {
            "key": key,
            "reading": self.key,
            "id": make_claim_id(self._version_id, claim, chain),
            "day": self._day,
            "content": claim.content,
            "certainty": claim.certainty.value,
            "standalone": None if claim.standalone == own else claim.standalone,
            "repeats": to_spans(claim.repeats),
            "event": event and event.kind,
            "event_probability": event and event.probability,
            "actor": event and to_spans(event.actor),
            "target": event and to_spans(event.target),
        }

    def _make_hops(self) -> Iterator[Row]:
        for key, claim in self._claims:
            for depth, id in enumerate(claim.chain):
                attribution = self._attribution_keys[id]
                yield {"claim": key, "depth": depth, "attribution": attribution}

    def _make_mentions(self) -> Iterator[Row]:
        for key, claim in self._claims:
            for number, entity in enumerate(claim.entities):
                yield {
                    "claim": key,
                    "number": number,
                    "entity": self._names[entity.name],
                    "span": (entity.span,),
                    "kind": entity.kind.value,
                }

    def _make_times(self) -> Iterator[Row]:
        for key, claim in self._claims:
            for lane, times in ((Lane.HAPPENED, claim.happened), (Lane.SAID, claim.said)):
                for number, each in enumerate(times):
                    row = {"claim": key, "lane": lane, "number": number}
                    yield {**row, "timex": self._timex_keys[each]}

    def _make_appearances(self) -> Iterator[Row]:
        for key, claim in self._claims:
            yield from find_appearances(claim, self._by_id, self._names, key=key, day=self._day)

    def _make_moments(self) -> Iterator[Row]:
        for key, claim in self._claims:
            yield from find_moments(claim, self._published, key=key)

    @staticmethod
    def _distinct(rows: Iterable[Row]) -> list[Row]:
        return list({tuple(row.values()): row for row in rows}.values())


def find_appearances(
    claim: Claim,
    by_id: Mapping[str, Attribution],
    names: Mapping[str, int],
    *,
    key: int,
    day: int,
) -> Iterator[Row]:
    """In whose dossier a claim stands, and on which side of it."""
    for entity in claim.entities:
        yield {"entity": names[entity.name], "role": ABOUT, "day": day, "claim": key}
    for id in claim.chain:
        if (name := by_id[id].name) is not None:
            yield {"entity": names[name.name], "role": BY, "day": day, "claim": key}


def find_moments(claim: Claim, published: Range | None, *, key: int) -> Iterator[Row]:
    """When a claim stands on the two lanes of a timeline; what somebody said on no stated day was
    said by the day it was published."""
    lanes = [(Lane.HAPPENED, each.edtf) for each in claim.happened]
    lanes += [(Lane.SAID, each.edtf) for each in claim.said]
    placed = [(lane, days) for lane, edtf in lanes if (days := find_range(edtf))]
    if published and claim.chain and not any(lane is Lane.SAID for lane, _ in placed):
        placed.append((Lane.SAID, published))
    for lane, (first, last) in placed:
        yield {"lane": lane, "first": first, "last": last, "claim": key}


def find_published(document: Document) -> tuple[int, Range | None]:
    """The day of publication as a number, and the days that it can mean."""
    value = document.published.value.partition("T")[0] if document.published else None
    return find_day(value), find_range(value)


def to_spans(span: Span | None) -> tuple[Span, ...] | None:
    """What stands in a column for a single span, which may be empty."""
    return None if span is None else (span,)


def join_content(document: Document, content: Sequence[Span]) -> str:
    """The words of a claim's content as they stand alone where nothing is added to them."""
    pieces = " ... ".join(document.slice(span) for span in content)
    return " ".join(pieces.removeprefix("that ").split())
