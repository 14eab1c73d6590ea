"""What tables of output fields are made of: one row gives a field's value, schema and meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sayso.records import Reading, Span

Schema = Mapping[str, object]
T = TypeVar("T")

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
SPAN: Schema = {"$ref": "#/$defs/span"}
SPANS: Schema = {"type": "array", "items": SPAN}
SPAN_OR_NULL: Schema = {"anyOf": [SPAN, {"type": "null"}]}
PROBABILITY: Schema = {"type": "number", "minimum": 0, "maximum": 1}


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One field of an output object: its name, what it holds, how it is got, what it means."""

    name: str
    schema: Schema
    get: Callable[[T, Reading], object]
    description: str


def one_of(labels: type[StrEnum]) -> Schema:
    """Any of the labels."""
    return {"enum": [label.value for label in labels]}


def one_of_or_null(labels: type[StrEnum]) -> Schema:
    """Any of the labels, or nothing."""
    return {"enum": [*(label.value for label in labels), None]}


def list_of(name: str) -> Schema:
    """A list of the objects that the schema defines under this name."""
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def to_object(fields: Sequence[Field[T]], item: T, reading: Reading) -> dict[str, object]:
    """The item as a JSON object, one key a field."""
    return {field.name: field.get(item, reading) for field in fields}


def to_schema(fields: Sequence[Field[T]], description: str) -> Schema:
    """The JSON Schema of that object; later versions may add fields, so others are allowed."""
    return {
        "type": "object",
        "description": description,
        "properties": {
            field.name: {"description": field.description, **field.schema} for field in fields
        },
        "required": [field.name for field in fields],
    }


def to_pair(span: Span) -> list[int]:
    """The span as [start, end]."""
    return [span.start, span.end]


def spans_fields(
    name: str, get: Callable[[T], Iterable[Span]], description: str
) -> tuple[Field[T], Field[T]]:
    """The two fields of a list of spans: offsets, and the words there."""
    return (
        Field(name, SPANS, lambda item, _: [to_pair(span) for span in get(item)], description),
        Field(
            f"{name}_text",
            TEXTS,
            lambda item, reading: [reading.document.slice(span) for span in get(item)],
            f"The words at each span of {name}.",
        ),
    )


def words_fields(
    name: str, get: Callable[[T], Sequence[Span]], description: str
) -> tuple[Field[T], ...]:
    """The two fields of what the corpora give in words: the first span's words, and all offsets."""

    def get_words(item: T, reading: Reading) -> str | None:
        return reading.document.slice(get(item)[0]) if get(item) else None

    return (
        Field(name, TEXT_OR_NULL, get_words, description),
        Field(
            f"{name}_span",
            SPANS,
            lambda item, _: [to_pair(span) for span in get(item)],
            f"Where the {name} stands; [] where there is none.",
        ),
    )


def span_fields(
    names: tuple[str, str], get: Callable[[T], Span], description: str
) -> tuple[Field[T], Field[T]]:
    """The two fields of one span under the two given names: offsets, and the words there."""
    return (
        Field(names[0], SPAN, lambda item, _: to_pair(get(item)), description),
        Field(
            names[1],
            TEXT,
            lambda item, reading: reading.document.slice(get(item)),
            f"The words at {names[0]}.",
        ),
    )


def maybe_span_fields(
    names: tuple[str, str], get: Callable[[T], Span | None], description: str
) -> tuple[Field[T], Field[T]]:
    """The two fields of one span that may be absent: offsets, and the words there."""

    def get_offsets(item: T, _: Reading) -> list[int] | None:
        found = get(item)
        return None if found is None else to_pair(found)

    def get_words(item: T, reading: Reading) -> str | None:
        found = get(item)
        return None if found is None else reading.document.slice(found)

    return (
        Field(names[0], SPAN_OR_NULL, get_offsets, description),
        Field(names[1], TEXT_OR_NULL, get_words, f"The words at {names[0]}, or null."),
    )
