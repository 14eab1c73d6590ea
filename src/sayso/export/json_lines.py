"""Readings as JSON: a reading or failure enters, one line leaves; its schema is made here too."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version

from sayso.export.fields import (
    PROBABILITY,
    TEXT,
    TEXT_OR_NULL,
    TEXTS,
    Field,
    Schema,
    T,
    list_of,
    maybe_span_fields,
    one_of,
    one_of_or_null,
    span_fields,
    spans_fields,
    to_object,
    to_schema,
    words_fields,
)
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    DateOrigin,
    Document,
    Failure,
    Implied,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Sentence,
    SourceType,
    Timex,
    Voice,
)

READING = "sayso.reading/1"
FAILURE = "sayso.failure/1"


@cache
def _get_version() -> str:
    return version("sayso")


ATTRIBUTION_FIELDS: tuple[Field[Attribution], ...] = (
    Field("id", TEXT, lambda a, _: a.id, "Its name within this report."),
    *spans_fields(
        "source", lambda a: a.source, "The words that name who vouches; [] where nobody is named."
    ),
    *spans_fields("cue", lambda a: a.cue, "The words that signal the attribution."),
    *spans_fields(
        "content", lambda a: a.content, "What is said; may be [] where a comment is declined."
    ),
    *spans_fields(
        "grounds", lambda a: a.grounds, "Why this source would know or is quoted; may be []."
    ),
    Field(
        "source_type",
        one_of(SourceType),
        lambda a, _: a.source_type.value,
        "What kind of source vouches; none: nobody is named; report: the report hedges itself.",
    ),
    Field("act", one_of(Act), lambda a, _: a.act.value, "What the source does with the content."),
    Field(
        "certainty",
        one_of(Certainty),
        lambda a, _: a.certainty.value,
        "How firmly this source commits to the content.",
    ),
    Field(
        "parent",
        TEXT_OR_NULL,
        lambda a, _: a.parent,
        "Id of the attribution inside whose content this one stands; null for the outermost.",
    ),
    Field(
        "chain",
        TEXTS,
        lambda a, reading: [hop.id for hop in reading.get_chain(a)],
        "Ids of all hops, outermost first, this attribution last.",
    ),
    *words_fields(
        "title", lambda a: a.title, "The source's title or office in the report's words."
    ),
    *words_fields(
        "addressee", lambda a: a.addressee, "To whom the source speaks, where that is stated."
    ),
    Field(
        "probability",
        PROBABILITY,
        lambda a, _: round(a.probability, 4),
        "Calibrated: the share of such attributions that are right.",
    ),
)

IMPLIED_FIELDS: tuple[Field[Implied], ...] = (
    *spans_fields(
        "content", lambda implied: implied.content, "Words that carry on a source's words."
    ),
    Field("of", TEXT, lambda implied, _: implied.of, "Id of the attribution that is carried on."),
    Field(
        "probability",
        PROBABILITY,
        lambda implied, _: round(implied.probability, 4),
        "Calibrated: the share of such stretches that are right.",
    ),
)

TIME_FIELDS: tuple[Field[Timex], ...] = (
    *span_fields(("span", "text"), lambda timex: timex.span, "Where the time expression stands."),
    Field(
        "value",
        TEXT_OR_NULL,
        lambda timex, _: timex.value,
        "What it means, as TIMEX3 writes it and as vague as the words; null if that is unknown.",
    ),
)

SENTENCE_FIELDS: tuple[Field[Sentence], ...] = (
    *span_fields(("span", "text"), lambda sentence: sentence.span, "Where the sentence stands."),
    Field(
        "voice",
        one_of(Voice),
        lambda sentence, _: sentence.voice.value,
        "Whose voice it is in; own: the report states it with neither source nor hedge.",
    ),
    Field(
        "attributions",
        TEXTS,
        lambda sentence, _: list(sentence.attributions),
        "Ids of the attributions that cover a part of it.",
    ),
)

REPETITION_FIELDS: tuple[Field[Repetition], ...] = (
    Field("kind", one_of(RepeatKind), lambda r, _: r.kind.value, "What part of the page repeats."),
    *span_fields(
        ("span", "text"), lambda repetition: repetition.span, "Where the repeating words stand."
    ),
    *span_fields(
        ("body", "body_text"), lambda repetition: repetition.body, "Where the body has said it."
    ),
)


def _objects(
    fields: Sequence[Field[T]], get: Callable[[Reading], Sequence[T]]
) -> Callable[[Document, Reading], object]:
    return lambda _, reading: [to_object(fields, item, reading) for item in get(reading)]


def _of_date(get: Callable[[PublicationDate], str]) -> Callable[[Document, Reading], object]:
    return lambda document, _: document.published and get(document.published)


READING_FIELDS: tuple[Field[Document], ...] = (
    Field("schema", {"const": READING}, lambda *_: READING, "What this line is, and its version."),
    Field("sayso", TEXT, lambda *_: _get_version(), "The version of sayso that read the report."),
    Field("weights", TEXT, lambda _, reading: reading.weights, "The network that read it."),
    Field("id", TEXT, lambda document, _: document.id, "The report's id."),
    Field("origin", TEXT, lambda document, _: document.origin, "The file or line it came from."),
    Field("sha256", TEXT, lambda document, _: document.sha256, "SHA-256 of its raw bytes, in hex."),
    Field("publisher", TEXT_OR_NULL, lambda document, _: document.publisher, "The outlet."),
    Field("byline", TEXT_OR_NULL, lambda document, _: document.byline, "Who wrote it."),
    Field("url", TEXT_OR_NULL, lambda document, _: document.url, "Where the report says it lives."),
    Field(
        "date",
        TEXT_OR_NULL,
        _of_date(lambda date: date.value),
        "When it was published: ISO 8601, no more precise than the report.",
    ),
    Field(
        "date_precision",
        one_of_or_null(Precision),
        _of_date(lambda date: date.precision.value),
        "How much of the date is known.",
    ),
    Field(
        "date_found_in",
        one_of_or_null(DateOrigin),
        _of_date(lambda date: date.found_in.value),
        "Where the date was found.",
    ),
    *maybe_span_fields(
        ("date_span", "date_text"),
        lambda document: document.published and document.published.span,
        "Where the date stands in the text; null where it was found elsewhere.",
    ),
    Field("title", TEXT_OR_NULL, lambda document, _: document.title, "The report's title."),
    Field("text", TEXT, lambda document, _: document.text, "The text that all offsets count in."),
    *maybe_span_fields(
        ("headline", "headline_text"), lambda document: document.headline, "Where the headline is."
    ),
    *maybe_span_fields(
        ("standfirst", "standfirst_text"),
        lambda document: document.standfirst,
        "Where the standfirst is.",
    ),
    Field(
        "attributions",
        list_of("attribution"),
        _objects(ATTRIBUTION_FIELDS, lambda reading: reading.attributions),
        "Who says what, in reading order.",
    ),
    Field(
        "implied",
        list_of("implied"),
        _objects(IMPLIED_FIELDS, lambda reading: reading.implied),
        "Stretches that carry on a source's words without a cue of their own.",
    ),
    Field(
        "times",
        list_of("time"),
        _objects(TIME_FIELDS, lambda reading: reading.times),
        "Time expressions.",
    ),
    Field(
        "sentences",
        list_of("sentence"),
        _objects(SENTENCE_FIELDS, lambda reading: reading.sentences),
        "Every sentence of the text and whose voice it is in.",
    ),
    Field(
        "repetitions",
        list_of("repetition"),
        _objects(REPETITION_FIELDS, lambda reading: reading.document.repetitions),
        "Headline and standfirst where they only repeat the body: no further evidence.",
    ),
)

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
    return _dump(to_json_object(reading))


def failure_to_json_line(failure: Failure) -> str:
    """The failure as one line of ASCII JSON, without a line break."""
    values = (FAILURE, failure.origin, failure.code, failure.message)
    return _dump({name: value for (name, _, _), value in zip(FAILURE_FIELDS, values, strict=True)})


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


def _dump(line: dict[str, object]) -> str:
    return json.dumps(line, ensure_ascii=True, allow_nan=False)  # ASCII keeps lone surrogates whole
