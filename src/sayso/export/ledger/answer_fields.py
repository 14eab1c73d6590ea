"""What the JSON output says of all answers but lines: one row a field."""

from collections.abc import Callable, Sequence

from sayso.answers import (
    Alias,
    Dossier,
    Fault,
    Lane,
    Moment,
    Page,
    Run,
    SourceCount,
    Sources,
    Status,
    Title,
)
from sayso.export.fields import TEXT, TEXT_OR_NULL, TEXTS, Field, Schema, T, list_of, one_of
from sayso.export.fields import to_object as to_fields
from sayso.export.ledger.days import to_iso
from sayso.export.ledger.line_fields import COUNT, line_to_object
from sayso.records import Document, Reading, SourceType

DOSSIER, MOMENT, SOURCES = "sayso.dossier/1", "sayso.moment/1", "sayso.sources/1"
STATUS, FAULT = "sayso.status/1", "sayso.fault/1"
_FLAG: Schema = {"type": "boolean"}
_PAGE_NUMBER: Schema = {"type": "integer", "minimum": 1}
_NOTHING = Reading(
    document=Document(id="", text="", sha256="", origin=""),
    attributions=(),
    implied=(),
    times=(),
    sentences=(),
    weights="",
)


def to_object(fields: Sequence[Field[T]], item: T) -> dict[str, object]:
    """An answer that quotes no report, as an object of plain values."""
    return to_fields(fields, item, _NOTHING)


def _field(name: str, schema: Schema, get: Callable[[T], object], description: str) -> Field[T]:
    return Field(name, schema, lambda item, _: get(item), description)


def _objects(fields: Sequence[Field[T]], items: Sequence[T]) -> list[dict[str, object]]:
    return [to_object(fields, item) for item in items]


def _lines(page: Page) -> list[dict[str, object]]:
    return [line_to_object(line) for line in page.lines]


def _schema(name: str) -> Field[T]:
    return Field("schema", {"const": name}, lambda *_: name, "What this is, and its version.")


ALIAS_FIELDS: tuple[Field[Alias], ...] = (
    _field("name", TEXT, lambda alias: alias.name, "The spelling."),
    _field("n_about", COUNT, lambda alias: alias.n_about, "In how many claims it is named."),
    _field("n_by", COUNT, lambda alias: alias.n_by, "For how many claims it vouches."),
)

TITLE_FIELDS: tuple[Field[Title], ...] = (
    _field("words", TEXT, lambda title: title.words, "The title in a report's words."),
    _field("n_reports", COUNT, lambda title: title.n_reports, "How many reports give it."),
    _field("publishers", TEXTS, lambda title: list(title.publishers), "Outlets that give it."),
    _field("claim_id", TEXT, lambda title: title.claim_id, "A claim beside which it stands."),
)

DOSSIER_FIELDS: tuple[Field[Dossier], ...] = (
    _schema(DOSSIER),
    _field("name", TEXT, lambda dossier: dossier.name, "The name that stands for all spellings."),
    _field(
        "aliases",
        list_of("alias"),
        lambda dossier: _objects(ALIAS_FIELDS, dossier.aliases),
        "Its spellings.",
    ),
    _field(
        "doubles",
        TEXTS,
        lambda dossier: list(dossier.doubles),
        "Names that may be the same and that nobody has decided on.",
    ),
    _field(
        "titles",
        list_of("title"),
        lambda dossier: _objects(TITLE_FIELDS, dossier.titles),
        "Its titles, the one most reports give first.",
    ),
    _field(
        "first",
        TEXT_OR_NULL,
        lambda dossier: to_iso(dossier.first),
        "The first day of publication; null where none is known.",
    ),
    _field(
        "last",
        TEXT_OR_NULL,
        lambda dossier: to_iso(dossier.last),
        "The last day of publication; null where none is known.",
    ),
    _field("n_reports", COUNT, lambda dossier: dossier.n_reports, "The reports it stands in."),
    _field("page", _PAGE_NUMBER, lambda dossier: dossier.about.number, "Which page this is."),
    _field("about", list_of("line"), lambda dossier: _lines(dossier.about), "Claims about it."),
    _field("about_has_more", _FLAG, lambda dossier: dossier.about.has_more, "Whether more follow."),
    _field("by", list_of("line"), lambda dossier: _lines(dossier.by), "Claims it vouches for."),
    _field("by_has_more", _FLAG, lambda dossier: dossier.by.has_more, "Whether more follow."),
)

MOMENT_FIELDS: tuple[Field[Moment], ...] = (
    _schema(MOMENT),
    _field("lane", one_of(Lane), lambda moment: moment.lane.value, "On which clock."),
    _field(
        "first",
        TEXT_OR_NULL,
        lambda moment: to_iso(moment.first),
        "The first day it can mean; null for an open beginning.",
    ),
    _field(
        "last",
        TEXT_OR_NULL,
        lambda moment: to_iso(moment.last),
        "The last day it can mean; null for an open end.",
    ),
    _field(
        "line",
        {"$ref": "#/$defs/line"},
        lambda moment: line_to_object(moment.line),
        "The claim.",
    ),
)

SOURCE_COUNT_FIELDS: tuple[Field[SourceCount], ...] = (
    _field("name", TEXT_OR_NULL, lambda each: each.name, "Who it is; null where no report tells."),
    _field(
        "source_type", one_of(SourceType), lambda each: each.source_type.value, "What kind it is."
    ),
    _field("n_claims", COUNT, lambda each: each.n_claims, "Claims it vouches for in the end."),
    _field("n_reports", COUNT, lambda each: each.n_reports, "Reports that cite it."),
    _field(
        "publishers",
        {"type": "array", "items": {"type": "array", "prefixItems": [TEXT, COUNT]}},
        lambda each: [list(pair) for pair in each.publishers],
        "Outlets that cite it most, each with its claims.",
    ),
)

SOURCES_FIELDS: tuple[Field[Sources], ...] = (
    _schema(SOURCES),
    _field("n_claims", COUNT, lambda each: each.n_claims, "Claims that were asked for."),
    _field("n_reports", COUNT, lambda each: each.n_reports, "Reports they stand in."),
    _field("n_own_voice", COUNT, lambda each: each.n_own_voice, "In the reports' own voice."),
    _field(
        "n_single_source",
        COUNT,
        lambda each: each.n_single_source,
        "Reports all of whose attributed claims go back to one source.",
    ),
    _field(
        "n_by_type",
        {"type": "object", "additionalProperties": COUNT},
        lambda each: {kind.value: n for kind, n in each.n_by_type.items()},
        "Attributed claims by the type of their innermost source.",
    ),
    _field(
        "counts",
        list_of("source_count"),
        lambda each: _objects(SOURCE_COUNT_FIELDS, each.counts),
        "The sources, most cited first.",
    ),
)

RUN_FIELDS: tuple[Field[Run], ...] = (
    _field("id", TEXT, lambda run: run.id, "Its id in the ledger."),
    _field("sayso", TEXT, lambda run: run.sayso, "The version of sayso."),
    _field("weights", TEXT, lambda run: run.weights, "The network."),
    _field("settings", TEXT, lambda run: run.settings, "What was set, as JSON."),
    _field("begun", TEXT, lambda run: run.begun, "When it began, in UTC."),
    _field("n_readings", COUNT, lambda run: run.n_readings, "Reports that it read."),
)

STATUS_FIELDS: tuple[Field[Status], ...] = (
    _schema(STATUS),
    _field("place", TEXT, lambda status: status.place, "Where the ledger is."),
    _field("n_documents", COUNT, lambda status: status.n_documents, "Reports."),
    _field("n_versions", COUNT, lambda status: status.n_versions, "Versions of reports."),
    _field("n_readings", COUNT, lambda status: status.n_readings, "Readings, old ones too."),
    _field("n_claims", COUNT, lambda status: status.n_claims, "Claims."),
    _field("n_attributions", COUNT, lambda status: status.n_attributions, "Attributions."),
    _field("n_names", COUNT, lambda status: status.n_names, "Names."),
    _field("n_judgements", COUNT, lambda status: status.n_judgements, "Decisions that hold."),
    _field("n_failures", COUNT, lambda status: status.n_failures, "What could not be read."),
    _field(
        "n_bytes",
        {"anyOf": [COUNT, {"type": "null"}]},
        lambda status: status.n_bytes,
        "How large the ledger is; null where that is not known.",
    ),
    _field(
        "runs", list_of("run"), lambda status: _objects(RUN_FIELDS, status.runs), "What read it."
    ),
)

FAULT_FIELDS: tuple[Field[Fault], ...] = (
    _schema(FAULT),
    _field("where", TEXT, lambda fault: fault.where, "Where it stands."),
    _field("what", TEXT, lambda fault: fault.what, "What does not hold."),
)
