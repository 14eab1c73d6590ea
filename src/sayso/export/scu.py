"""The sourcing table of newsroom audits: a reading enters, one JSON list of statements leaves.

Source: the columns are those of the Markkula Center's source audits (Santa Clara University).
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from sayso.export.outline import Entry, make_outline
from sayso.export.paragraphs import Piece, find_pieces, find_touched, join_runs
from sayso.export.scu_types import find_kind
from sayso.export.sources import CitedSource, SourceKey, find_key, find_sources, is_cited
from sayso.records import Reading, Span

GROUNDS_JOINT = ";"


def to_scu_line(reading: Reading) -> str:
    """The report's table as one line of ASCII JSON: a list with one object a statement."""
    return json.dumps(to_scu_rows(reading), ensure_ascii=True)


def to_scu_rows(reading: Reading) -> list[dict[str, str]]:
    """The report's statements in text order: whole sentences of one source in one paragraph each.

    A statement's source is the outermost hop that names anybody: whom the reporter spoke to or
    cites. Headline and standfirst give no rows where they repeat the body.
    """
    pieces, spans = find_pieces(reading), _find_spans(reading)
    rows: list[tuple[Span, dict[str, str]]] = []
    for source in find_sources(reading):
        key = find_key(reading.document, source.entries[0].attribution)
        statements = tuple(join_runs(pieces, find_touched(pieces, spans.get(key, ()))))
        details = _describe(source, reading, pieces) if statements else {}
        rows += [
            (span, {"statement": reading.document.slice(span), **details}) for span in statements
        ]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _find_spans(reading: Reading) -> dict[SourceKey, list[Span]]:
    """Where each outermost source's words stand, its cues and the source itself included."""
    spans: dict[SourceKey, list[Span]] = defaultdict(list)
    for entry in make_outline(reading):
        if entry.repetition is not None:
            continue
        outermost = next((hop for hop in entry.chain if is_cited(hop)), None)
        if outermost is not None:
            spans[find_key(reading.document, outermost)] += _find_own_spans(entry)
    return spans


def _find_own_spans(entry: Entry) -> Iterator[Span]:
    attribution = entry.attribution
    yield from (*attribution.source, *attribution.cue, *attribution.content)
    for _, carried in entry.implied:
        yield from carried.content


def _describe(source: CitedSource, reading: Reading, pieces: tuple[Piece, ...]) -> dict[str, str]:
    document = reading.document
    attributions = [entry.attribution for entry in source.entries]
    grounds = sorted({span for each in attributions for span in each.grounds})
    why = dict.fromkeys(document.slice(span) for span in grounds)
    cues = [span for each in attributions for span in each.cue]
    sentences = (document.slice(pieces[n].span) for n in find_touched(pieces, cues))
    kind = find_kind(source, (*why, *sentences))
    return {
        "type": kind.type,
        "name": kind.name,
        "title": kind.title,
        "justification": GROUNDS_JOINT.join(why),
    }
