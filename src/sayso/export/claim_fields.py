"""What the JSON output says of claims: one row a field."""

from collections.abc import Callable, Sequence

from sayso.encoder.labels import EVENTS
from sayso.export.fields import (
    PROBABILITY,
    TEXT,
    TEXT_OR_NULL,
    TEXTS,
    Field,
    T,
    list_of,
    maybe_span_fields,
    one_of,
    span_fields,
    spans_fields,
    to_object,
)
from sayso.records import Certainty, Claim, Entity, EntityKind, Event, Reading, Timex

TIME_FIELDS: tuple[Field[Timex], ...] = (
    *span_fields(("span", "text"), lambda timex: timex.span, "Where the time expression stands."),
    Field(
        "value",
        TEXT_OR_NULL,
        lambda timex, _: timex.value,
        "What it means, as TIMEX3 writes it and as vague as the words; null if that is unknown.",
    ),
    Field(
        "edtf",
        TEXT_OR_NULL,
        lambda timex, _: timex.edtf,
        "The date or interval as EDTF (ISO 8601-2) writes it; null for what is in no calendar.",
    ),
)

ENTITY_FIELDS: tuple[Field[Entity], ...] = (
    *span_fields(("span", "text"), lambda entity: entity.span, "Where the name stands."),
    Field("name", TEXT, lambda entity, _: entity.name, "The fullest name the report has for it."),
    Field(
        "kind", one_of(EntityKind), lambda entity, _: entity.kind.value, "What it is the name of."
    ),
)

EVENT_FIELDS: tuple[Field[Event], ...] = (
    Field(
        "kind",
        {"enum": [kind for kind in EVENTS if kind != "none"]},
        lambda event, _: event.kind,
        "The class of PLOVER.",
    ),
    Field(
        "probability",
        PROBABILITY,
        lambda event, _: event.probability,
        "How likely the network holds it.",
    ),
    *maybe_span_fields(
        ("actor", "actor_text"), lambda event: event.actor, "Who does it; null if not found."
    ),
    *maybe_span_fields(
        ("target", "target_text"),
        lambda event: event.target,
        "To whom it is done; null if not found.",
    ),
)


def _objects(
    fields: Sequence[Field[T]], get: Callable[[Claim], Sequence[T]]
) -> Callable[[Claim, Reading], object]:
    return lambda claim, reading: [to_object(fields, item, reading) for item in get(claim)]


CLAIM_FIELDS: tuple[Field[Claim], ...] = (
    Field("id", TEXT, lambda claim, _: claim.id, "Its name within this report."),
    *spans_fields(
        "content", lambda claim: claim.content, "What is claimed, in the report's words."
    ),
    Field(
        "standalone",
        TEXT,
        lambda claim, _: claim.standalone,
        "The content understood alone: names and dates added in square brackets, not in quotes.",
    ),
    Field(
        "chain",
        TEXTS,
        lambda claim, _: list(claim.chain),
        "Ids of the attributions behind it, outermost first; [] in the report's own voice.",
    ),
    Field(
        "certainty",
        one_of(Certainty),
        lambda claim, _: claim.certainty.value,
        "How firmly it stands after all hops.",
    ),
    Field(
        "happened",
        list_of("time"),
        _objects(TIME_FIELDS, lambda claim: claim.happened),
        "When it is said to have happened: the times of its main statement, as in times.",
    ),
    Field(
        "said",
        list_of("time"),
        _objects(TIME_FIELDS, lambda claim: claim.said),
        "When it was said: the times beside the cue, as in times.",
    ),
    *maybe_span_fields(
        ("repeats", "repeats_text"),
        lambda claim: claim.repeats,
        "The sentence of the body that this headline or standfirst repeats; null elsewhere.",
    ),
    Field(
        "entities",
        list_of("entity"),
        _objects(ENTITY_FIELDS, lambda claim: claim.entities),
        "Who and what is named in it.",
    ),
    Field(
        "event",
        {"anyOf": [{"$ref": "#/$defs/event"}, {"type": "null"}]},
        lambda claim, reading: claim.event and to_object(EVENT_FIELDS, claim.event, reading),
        "The political event it tells of; null for none.",
    ),
)
