"""What a ledger answers as JSON: answers enter, lines of ASCII leave; their schema is made here
too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.answers import Dossier, Fault, Judgement, Line, Sources, Status, Timeline
from sayso.export import json_lines
from sayso.export.fields import Field, Schema, to_schema
from sayso.export.json_lines import dump, failure_to_json_line
from sayso.export.ledger.answer_fields import (
    ALIAS_FIELDS,
    DOSSIER_FIELDS,
    FAULT_FIELDS,
    MOMENT_FIELDS,
    RUN_FIELDS,
    SOURCE_COUNT_FIELDS,
    SOURCES_FIELDS,
    STATUS_FIELDS,
    TITLE_FIELDS,
    to_object,
)
from sayso.export.ledger.line_fields import (
    HOP_FIELDS,
    JUDGEMENT_FIELDS,
    LINE_FIELDS,
    line_to_object,
)
from sayso.records import Failure

# What an answer's line can be, then what stands inside one: fields and description by name.
LINES: Mapping[str, tuple[Sequence[Field[Any]], str]] = {
    "line": (LINE_FIELDS, "One claim of the ledger, with its chain and its report."),
    "dossier": (DOSSIER_FIELDS, "All that the ledger has on one name."),
    "moment": (MOMENT_FIELDS, "A claim's place on a timeline."),
    "sources": (SOURCES_FIELDS, "Who is cited, counted."),
    "status": (STATUS_FIELDS, "What a ledger holds."),
    "judgement": (JUDGEMENT_FIELDS, "A person's decision about a claim, or about names."),
    "fault": (FAULT_FIELDS, "Something in a ledger that does not hold."),
}
PARTS: Mapping[str, tuple[Sequence[Field[Any]], str]] = {
    "hop": (HOP_FIELDS, "One source on the way from the report to the claim."),
    "alias": (ALIAS_FIELDS, "One spelling of a name."),
    "title": (TITLE_FIELDS, "A title or role."),
    "source_count": (SOURCE_COUNT_FIELDS, "One source, counted."),
    "run": (RUN_FIELDS, "The weights and settings that readings were made with."),
}
_SHARED = ("time", "entity", "event", "span", "failure")


def of_lines(lines: Iterable[Line]) -> Iterator[str]:
    """One object a claim."""
    return (dump(line_to_object(line)) for line in lines)


def of_dossier(dossier: Dossier) -> Iterator[str]:
    """One object, the claims of this page in it."""
    yield dump(to_object(DOSSIER_FIELDS, dossier))


def of_timeline(timeline: Timeline) -> Iterator[str]:
    """One object a moment, its claim in it."""
    return (dump(to_object(MOMENT_FIELDS, moment)) for moment in timeline.moments)


def of_sources(sources: Sources) -> Iterator[str]:
    """One object."""
    yield dump(to_object(SOURCES_FIELDS, sources))


def of_status(status: Status, failures: Iterable[Failure]) -> Iterator[str]:
    """One object of counts, then one for each report that could not be read."""
    yield dump(to_object(STATUS_FIELDS, status))
    yield from of_failures(failures)


def of_failures(failures: Iterable[Failure]) -> Iterator[str]:
    """One object a report that could not be read."""
    return (failure_to_json_line(failure) for failure in failures)


def of_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """One object a decision."""
    return (dump(to_object(JUDGEMENT_FIELDS, judgement)) for judgement in judgements)


def of_faults(faults: Iterable[Fault]) -> Iterator[str]:
    """One object a fault."""
    return (dump(to_object(FAULT_FIELDS, fault)) for fault in faults)


def make_schema() -> dict[str, object]:
    """The JSON Schema of one line that a command on a ledger writes."""
    of_readings = json_lines.make_schema()["$defs"]
    shared: dict[str, Schema] = {}
    if isinstance(of_readings, dict):
        shared = {name: of_readings[name] for name in _SHARED}
    own = {
        name: to_schema(fields, description)
        for name, (fields, description) in (*LINES.items(), *PARTS.items())
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a command on a ledger with --json",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in (*LINES, "failure")],
        "$defs": own | shared,
    }
