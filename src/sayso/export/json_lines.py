"""Readings as JSON: a reading or failure enters, one line leaves; its schema is made here too."""

import json

from sayso.export.attribution_fields import ATTRIBUTION_FIELDS, IMPLIED_FIELDS
from sayso.export.claim_fields import CLAIM_FIELDS, ENTITY_FIELDS, EVENT_FIELDS, TIME_FIELDS
from sayso.export.fields import TEXT, Schema, to_object, to_schema
from sayso.export.reading_fields import READING_FIELDS, REPETITION_FIELDS, SENTENCE_FIELDS
from sayso.records import Failure, Reading

FAILURE = "sayso.failure/1"

FAILURE_FIELDS: tuple[tuple[str, Schema, str], ...] = (
    ("schema", {"const": FAILURE}, "What this line is, and its version."),
    ("origin", TEXT, "The file or line that gave no report."),
    ("code", TEXT, "The stable code of the error."),
    ("message", TEXT, "What happened, and what to do."),
)


def to_json_object(reading: Reading) -> dict[str, object]:
    """The reading as an object of plain values, as JSON holds it."""
    return to_object(READING_FIELDS, reading.document, reading)


def to_json_line(reading: Reading) -> str:
    """The reading as one line of ASCII JSON, without a line break."""
    fields = (
        f"{dump(field.name)}: {dump(field.get(reading.document, reading))}"
        for field in READING_FIELDS
    )
    return "{" + ", ".join(fields) + "}"  # one field's objects at a time, since they take memory


def failure_to_json_line(failure: Failure) -> str:
    """The failure as one line of ASCII JSON, without a line break."""
    values = (FAILURE, failure.origin, failure.code, failure.message)
    return dump({name: value for (name, _, _), value in zip(FAILURE_FIELDS, values, strict=True)})


def make_schema() -> dict[str, object]:
    """The JSON Schema of one output line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of sayso read --json",
        "oneOf": [{"$ref": "#/$defs/reading"}, {"$ref": "#/$defs/failure"}],
        "$defs": {
            "reading": to_schema(READING_FIELDS, "One report as read."),
            "failure": _make_failure_schema(),
            "attribution": to_schema(ATTRIBUTION_FIELDS, "One source, cue and content."),
            "implied": to_schema(IMPLIED_FIELDS, "A stretch that carries on a source's words."),
            "time": to_schema(TIME_FIELDS, "A time expression."),
            "sentence": to_schema(SENTENCE_FIELDS, "A sentence and whose voice it is in."),
            "claim": to_schema(CLAIM_FIELDS, "One content and what stands behind it."),
            "entity": to_schema(ENTITY_FIELDS, "Somebody or something named in a claim."),
            "event": to_schema(EVENT_FIELDS, "A political event that a claim tells of."),
            "repetition": to_schema(REPETITION_FIELDS, "Words that only repeat the body."),
            "span": {
                "description": "Half-open [start, end) in code points of the report's text.",
                "type": "array",
                "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
                "minItems": 2,
                "maxItems": 2,
            },
        },
    }


def _make_failure_schema() -> Schema:
    return {
        "type": "object",
        "description": "One report that could not be read.",
        "properties": {
            name: {"description": meaning, **schema} for name, schema, meaning in FAILURE_FIELDS
        },
        "required": [name for name, _, _ in FAILURE_FIELDS],
    }


def dump(value: object) -> str:
    """The value as ASCII JSON on one line."""
    return json.dumps(
        value, ensure_ascii=True, allow_nan=False
    )  # ASCII keeps lone surrogates whole
