"""What the JSON output says of a report as a whole: one row a field."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version

from sayso.export.attribution_fields import ATTRIBUTION_FIELDS, IMPLIED_FIELDS
from sayso.export.claim_fields import CLAIM_FIELDS, TIME_FIELDS
from sayso.export.fields import (
    TEXT,
    TEXT_OR_NULL,
    TEXTS,
    Field,
    T,
    list_of,
    maybe_span_fields,
    one_of,
    one_of_or_null,
    span_fields,
    to_object,
)
from sayso.records import (
    DateOrigin,
    Document,
    FetchDate,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Sentence,
    Voice,
)

READING = "sayso.reading/1"

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


def _of_fetch_date(get: Callable[[FetchDate], str]) -> Callable[[Document, Reading], object]:
    return lambda document, _: document.fetched and get(document.fetched)


def _of_date(get: Callable[[PublicationDate], str]) -> Callable[[Document, Reading], object]:
    return lambda document, _: document.published and get(document.published)


@cache
def _get_version() -> str:
    return version("sayso")


READING_FIELDS: tuple[Field[Document], ...] = (
    Field("schema", {"const": READING}, lambda *_: READING, "What this line is, and its version."),
    Field("sayso", TEXT, lambda *_: _get_version(), "The version of sayso that read the report."),
    Field("weights", TEXT, lambda _, reading: reading.weights, "The network that read it."),
    Field("id", TEXT, lambda document, _: document.id, "The report's id."),
    Field("origin", TEXT, lambda document, _: document.origin, "The file or line it came from."),
    Field("sha256", TEXT, lambda document, _: document.sha256, "SHA-256 of its raw bytes, in hex."),
    Field("publisher", TEXT_OR_NULL, lambda document, _: document.publisher, "The outlet."),
    Field("byline", TEXT_OR_NULL, lambda document, _: document.byline, "Who wrote it."),
    Field(
        "url",
        TEXT_OR_NULL,
        lambda document, _: document.url,
        "Where the report lives, or says it does.",
    ),
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
    Field(
        "fetched",
        TEXT_OR_NULL,
        _of_fetch_date(lambda date: date.value),
        "When the page was fetched or printed, where its archive, sayso or itself tells.",
    ),
    *maybe_span_fields(
        ("fetched_span", "fetched_text"),
        lambda document: document.fetched and document.fetched.span,
        "Where that date stands in the text; null where it was found elsewhere.",
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
        "claims",
        list_of("claim"),
        _objects(CLAIM_FIELDS, lambda reading: reading.claims),
        "What the report wants known: each content with the chain behind it, in reading order.",
    ),
    Field(
        "repetitions",
        list_of("repetition"),
        _objects(REPETITION_FIELDS, lambda reading: reading.document.repetitions),
        "Headline and standfirst where they only repeat the body: no further evidence.",
    ),
)
