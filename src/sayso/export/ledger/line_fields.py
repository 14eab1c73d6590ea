"""What the JSON output says of a line of the ledger: one row a field, most of them those of a
reading."""

from collections.abc import Callable, Iterable, Sequence

from sayso.answers import Judgement, Line, Verdict
from sayso.export.attribution_fields import ATTRIBUTION_FIELDS
from sayso.export.claim_fields import CLAIM_FIELDS
from sayso.export.fields import (
    TEXT,
    TEXT_OR_NULL,
    Field,
    Schema,
    T,
    list_of,
    one_of,
    to_object,
)
from sayso.export.reading_fields import READING_FIELDS
from sayso.records import Attribution, Claim, Document, Reading

LINE, JUDGEMENT = "sayso.line/1", "sayso.judgement/1"
COUNT: Schema = {"type": "integer", "minimum": 0}
_OBJECT: Schema = {"type": "object"}
_OF_HOPS = (
    "source", "source_text", "source_name", "source_name_score", "source_type", "act", "certainty",
    "cue", "cue_text", "grounds", "grounds_text", "title", "title_span", "addressee",
    "addressee_span", "probability",
)  # fmt: skip
_OF_DOCUMENTS = ("publisher", "byline", "date", "date_precision", "title", "url", "origin")
_OF_CLAIMS = ("content", "content_text", "standalone", "certainty")
_OF_CLAIMS_TOO = ("happened", "said", "repeats", "repeats_text", "entities", "event")


def pick(fields: Iterable[Field[T]], names: Sequence[str]) -> tuple[Field[T], ...]:
    """The fields of these names, in this order."""
    by_name = {field.name: field for field in fields}
    return tuple(by_name[name] for name in names)


def _of_claim(field: Field[Claim]) -> Field[Line]:
    return Field(
        field.name,
        field.schema,
        lambda line, reading: field.get(line.claim, reading),
        field.description,
    )


def _of_document(field: Field[Document]) -> Field[Line]:
    return Field(
        field.name,
        field.schema,
        lambda line, reading: field.get(line.document, reading),
        field.description,
    )


def _plain(
    name: str, get: Callable[[Judgement], object], description: str, schema: Schema = TEXT
) -> Field[Judgement]:
    return Field(name, schema, lambda judgement, _: get(judgement), description)


JUDGEMENT_FIELDS: tuple[Field[Judgement], ...] = (
    _plain("schema", lambda _: JUDGEMENT, "What this is, and its version.", {"const": JUDGEMENT}),
    _plain("id", lambda judgement: judgement.id, "Its id in the ledger."),
    _plain(
        "verdict", lambda judgement: judgement.verdict.value, "What was decided.", one_of(Verdict)
    ),
    _plain("subject", lambda judgement: judgement.subject, "The claim's id, or a name."),
    _plain(
        "other",
        lambda judgement: judgement.other,
        "The name beside it; null for a claim.",
        TEXT_OR_NULL,
    ),
    _plain(
        "details",
        lambda judgement: dict(judgement.details),
        "What was there when it was decided, and what a correction changes.",
        _OBJECT,
    ),
    _plain("author", lambda judgement: judgement.author, "Who decided."),
    _plain("made", lambda judgement: judgement.made, "When, in UTC."),
    _plain(
        "withdrawn",
        lambda judgement: judgement.withdrawn,
        "When it was taken back, in UTC; null while it holds.",
        TEXT_OR_NULL,
    ),
    _plain(
        "withdrawn_by",
        lambda judgement: judgement.withdrawn_by,
        "Who took it back, or null.",
        TEXT_OR_NULL,
    ),
)

HOP_FIELDS: tuple[Field[Attribution], ...] = pick(ATTRIBUTION_FIELDS, _OF_HOPS)

LINE_FIELDS: tuple[Field[Line], ...] = (
    Field("schema", {"const": LINE}, lambda *_: LINE, "What this line is, and its version."),
    Field("id", TEXT, lambda line, _: line.claim.id, "The claim's id in the ledger."),
    Field("document_id", TEXT, lambda line, _: line.document_id, "The report's id in the ledger."),
    Field("version_id", TEXT, lambda line, _: line.version_id, "The id of its version."),
    Field(
        "version",
        {"type": "integer", "minimum": 1},
        lambda line, _: line.version,
        "Which version of the report it is, from 1.",
    ),
    Field("run", TEXT, lambda line, _: line.run_id, "The run that read it."),
    *map(_of_document, pick(READING_FIELDS, _OF_DOCUMENTS)),
    *map(_of_claim, pick(CLAIM_FIELDS, _OF_CLAIMS)),
    Field(
        "chain",
        list_of("hop"),
        lambda line, reading: [to_object(HOP_FIELDS, hop, reading) for hop in line.chain],
        "The hops behind it, outermost first; [] in the report's own voice.",
    ),
    *map(_of_claim, pick(CLAIM_FIELDS, _OF_CLAIMS_TOO)),
    Field(
        "judgements",
        list_of("judgement"),
        lambda line, reading: [
            to_object(JUDGEMENT_FIELDS, judgement, reading) for judgement in line.judgements
        ],
        "What people decided about it, the first decision first.",
    ),
)


def to_reading(line: Line) -> Reading:
    """What the fields of a reading are read from: the line's report."""
    return Reading(
        document=line.document,
        attributions=(),
        implied=(),
        times=(),
        sentences=(),
        weights="",
    )


def line_to_object(line: Line) -> dict[str, object]:
    """The line as an object of plain values, as JSON holds it."""
    return to_object(LINE_FIELDS, line, to_reading(line))
