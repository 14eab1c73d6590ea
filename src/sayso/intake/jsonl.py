"""One line of a JSONL file: bytes in, the checked fields of the report out, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import BadDate, BadField, BadJsonLine, WrongEncoding
from sayso.intake.dates import find_stamp, read_given
from sayso.intake.fields import OWN_FIELDS, Fields, find_value
from sayso.records import DateOrigin, PublicationDate


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonReport:
    """The fields of a line; ``None`` for those it lacks."""

    id: str | None
    text: str
    title: str | None
    publisher: str | None
    url: str | None
    published: PublicationDate | None


def read_json_line(line: bytes, *, origin: str, fields: Fields = OWN_FIELDS) -> JsonReport:
    """The fields of one line, the text exactly as JSON gives it, lone surrogates too.

    Raises: WrongEncoding, BadJsonLine, BadField, BadDate.
    """
    found = _parse(line, origin=origin)
    text = find_value(found, fields.text)
    if not isinstance(text, str):
        raise BadField(origin, name=fields.text, value=text, wanted="a string")
    date = _get_optional(found, fields.date, origin=origin)
    return JsonReport(
        id=_get_id(found, fields.id, origin=origin),
        text=text,
        title=_get_optional(found, fields.title, origin=origin),
        publisher=_get_optional(found, fields.publisher, origin=origin),
        url=_get_optional(found, fields.url, origin=origin),
        published=to_given_date(date if fields is OWN_FIELDS else _trim(date), origin=origin),
    )


def write_json_line(report: JsonReport) -> bytes:
    """The one line of sayso's own fields that reads as this report, always the same bytes."""
    fields = {
        "id": report.id,
        "text": report.text,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "date": report.published.value if report.published else None,
    }
    return write_canonical(fields)


def write_canonical(fields: Mapping[str, str | None]) -> bytes:
    """The JSON object of the fields that are there: keys sorted, no spaces, ASCII, so that lone
    surrogates survive."""
    held = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(held, sort_keys=True, separators=(",", ":")).encode("ascii")


def to_given_date(value: str | None, *, origin: str) -> PublicationDate | None:
    """The publication date that a person gave with the report.

    Raises: BadDate.
    """
    if value is None:
        return None
    given = read_given(value)
    if given is None:
        raise BadDate(origin, value)
    return PublicationDate(value=given[0], precision=given[1], found_in=DateOrigin.GIVEN)


def _parse(line: bytes, *, origin: str) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise WrongEncoding(
            origin, encoding="utf-8", offset=error.start, byte=line[error.start]
        ) from error
    except json.JSONDecodeError as error:
        raise BadJsonLine(origin, f"{error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # an endless number, an endless nest
        raise BadJsonLine(origin, str(error)) from error
    if not isinstance(fields, dict):
        raise BadJsonLine(origin, f"it holds a {type(fields).__name__}")
    return fields


def _get_id(fields: dict[str, object], key: str, *, origin: str) -> str | None:
    value = find_value(fields, key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise BadField(origin, name=key, value=value, wanted="a string that is not empty")
    return value


def _get_optional(fields: dict[str, object], key: str, *, origin: str) -> str | None:
    value = find_value(fields, key)
    if value is not None and not isinstance(value, str):
        raise BadField(origin, name=key, value=value, wanted="a string or absent")
    return value or None


def _trim(date: str | None) -> str | None:
    """The date of a foreign dump, which may be in any manner that names a single day."""
    if date is None or read_given(date) is not None:
        return date
    found = find_stamp(date)
    return found.value if found else date
