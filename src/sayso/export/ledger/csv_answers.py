"""What a ledger answers as tables: answers enter, lines of CSV leave, a row of heads first.

No cell holds a line break or a control, and none that a spreadsheet would take for a formula.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from sayso.answers import Dossier, Fault, Judgement, Line, Moment, SourceCount, Sources, Timeline
from sayso.export.ledger.days import to_iso
from sayso.export.ledger.judgements import describe_judgement
from sayso.export.ledger.shares import describe_publishers
from sayso.export.ledger.words import join_chain, mark
from sayso.export.notes import describe_event
from sayso.export.wording import fold, join_pieces
from sayso.records import Attribution, Failure, Timex

Value = str | int | None
T = TypeVar("T")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Column(NamedTuple, Generic[T]):
    """One column: its head, what stands in it, what it means."""

    head: str
    get: Callable[[T], Value]
    meaning: str


def _of_hop(get: Callable[[Line, Attribution], Value]) -> Callable[[Line], Value]:
    return lambda line: get(line, line.chain[-1]) if line.chain else None


def _join_dates(times: Sequence[Timex]) -> str:
    return "; ".join(time.edtf for time in times if time.edtf)


LINE_COLUMNS: tuple[Column[Line], ...] = (
    Column("id", lambda line: line.claim.id, "The claim's id."),
    Column(
        "date",
        lambda line: line.document.published.value if line.document.published else None,
        "When the report was published.",
    ),
    Column("publisher", lambda line: line.document.publisher, "The outlet."),
    Column("report", lambda line: line.document.title, "The report's title."),
    Column("chain", lambda line: join_chain(line, full=True), "The outlet, then whom it cites."),
    Column(
        "source",
        _of_hop(lambda line, hop: join_pieces(line.document, hop.source)),
        "The innermost source in the report's words; empty in the report's own voice.",
    ),
    Column(
        "source_name",
        _of_hop(lambda _, hop: hop.name.name if hop.name else None),
        "Its fullest name in the report.",
    ),
    Column("source_type", _of_hop(lambda _, hop: hop.source_type.value), "What kind it is."),
    Column("act", _of_hop(lambda _, hop: hop.act.value), "What it does with the claim."),
    Column("hops", lambda line: len(line.chain), "How many sources stand behind it."),
    Column("certainty", lambda line: line.claim.certainty.value, "How firmly it stands in all."),
    Column("claim", lambda line: line.claim.standalone, "The claim understood alone."),
    Column(
        "content",
        lambda line: join_pieces(line.document, line.claim.content),
        "The claim in the report's words.",
    ),
    Column("happened", lambda line: _join_dates(line.claim.happened), "When, as EDTF."),
    Column("said", lambda line: _join_dates(line.claim.said), "When it was said, as EDTF."),
    Column(
        "entities",
        lambda line: "; ".join(dict.fromkeys(each.name for each in line.claim.entities)),
        "Who and what is named in it.",
    ),
    Column(
        "event",
        lambda line: describe_event(line.document, line.claim.event) if line.claim.event else None,
        "The political event it tells of.",
    ),
    Column(
        "judgements",
        lambda line: "; ".join(mark(each, line.document) for each in line.judgements),
        "What people decided about it.",
    ),
    Column("document_id", lambda line: line.document_id, "The report's id."),
    Column("version", lambda line: line.version, "Which version of it, from 1."),
    Column("run", lambda line: line.run_id, "The run that read it."),
    Column("url", lambda line: line.document.url, "Where the report lives."),
    Column("origin", lambda line: line.document.origin, "The file or line it came from."),
)

MOMENT_COLUMNS: tuple[Column[Moment], ...] = (
    Column("lane", lambda moment: moment.lane.value, "happened or said."),
    Column("first", lambda moment: to_iso(moment.first), "The first day; empty: open."),
    Column("last", lambda moment: to_iso(moment.last), "The last day; empty: open."),
)

SOURCE_COLUMNS: tuple[Column[SourceCount], ...] = (
    Column("source", lambda each: each.name, "Who it is; empty where no report tells."),
    Column("source_type", lambda each: each.source_type.value, "What kind it is."),
    Column("claims", lambda each: each.n_claims, "Claims it vouches for in the end."),
    Column("reports", lambda each: each.n_reports, "Reports that cite it."),
    Column("cited_by", lambda each: describe_publishers(each.publishers), "By which outlets."),
)

JUDGEMENT_COLUMNS: tuple[Column[Judgement], ...] = (
    Column("id", lambda judgement: judgement.id, "The decision's id."),
    Column("verdict", lambda judgement: judgement.verdict.value, "What was decided."),
    Column("subject", lambda judgement: judgement.subject, "The claim's id, or a name."),
    Column("other", lambda judgement: judgement.other, "The name beside it."),
    Column("decision", describe_judgement, "All of it in words."),
    Column("author", lambda judgement: judgement.author, "Who decided."),
    Column("made", lambda judgement: judgement.made, "When, in UTC."),
    Column("withdrawn", lambda judgement: judgement.withdrawn, "When it was taken back."),
    Column("withdrawn_by", lambda judgement: judgement.withdrawn_by, "Who took it back."),
)

FAILURE_COLUMNS: tuple[Column[Failure], ...] = (
    Column("origin", lambda failure: failure.origin, "What could not be read."),
    Column("code", lambda failure: failure.code, "The error's code."),
    Column("message", lambda failure: failure.message, "What happened."),
)

FAULT_COLUMNS: tuple[Column[Fault], ...] = (
    Column("where", lambda fault: fault.where, "Where it stands."),
    Column("what", lambda fault: fault.what, "What does not hold."),
)


def of_lines(lines: Iterable[Line]) -> Iterator[str]:
    """One row a claim."""
    return _to_table(LINE_COLUMNS, lines)


def of_dossier(dossier: Dossier) -> Iterator[str]:
    """One row a claim, those about the name first; a column tells which side it is on."""
    sides = [("about", line) for line in dossier.about.lines]
    sides += [("by", line) for line in dossier.by.lines]
    yield _to_row(["side", *(column.head for column in LINE_COLUMNS)])
    for side, line in sides:
        yield _to_row([side, *(column.get(line) for column in LINE_COLUMNS)])


def of_timeline(timeline: Timeline) -> Iterator[str]:
    """One row a moment: clock and days, then its claim."""
    heads = [column.head for column in MOMENT_COLUMNS]
    yield _to_row([*heads, *(column.head for column in LINE_COLUMNS)])
    for moment in timeline.moments:
        place = [column.get(moment) for column in MOMENT_COLUMNS]
        yield _to_row([*place, *(column.get(moment.line) for column in LINE_COLUMNS)])


def of_sources(sources: Sources) -> Iterator[str]:
    """One row a source."""
    return _to_table(SOURCE_COLUMNS, sources.counts)


def of_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """One row a decision."""
    return _to_table(JUDGEMENT_COLUMNS, judgements)


def of_failures(failures: Iterable[Failure]) -> Iterator[str]:
    """One row a report that could not be read."""
    return _to_table(FAILURE_COLUMNS, failures)


def of_faults(faults: Iterable[Fault]) -> Iterator[str]:
    """One row a fault."""
    return _to_table(FAULT_COLUMNS, faults)


def to_cell(value: Value) -> str:
    """The value on one line; an apostrophe stands before what begins like a formula."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    words = fold(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _to_table(columns: Sequence[Column[T]], items: Iterable[T]) -> Iterator[str]:
    yield _to_row([column.head for column in columns])
    for item in items:
        yield _to_row([column.get(item) for column in columns])


def _to_row(values: Iterable[Value]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow([to_cell(value) for value in values])
    return row.getvalue()
