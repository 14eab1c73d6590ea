"""One line of a JSONL file: bytes in, the checked fields of the report out."""

import json
from dataclasses import dataclass

from sayso.errors import BadDate, BadField, BadJsonLine, WrongEncoding
from sayso.intake.dates import read_given
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


def read_json_line(line: bytes, *, origin: str) -> JsonReport:
    """The fields of one line, the text exactly as JSON gives it, lone surrogates too.

    Raises: WrongEncoding, BadJsonLine, BadField, BadDate.
    """
    fields = _parse(line, origin=origin)
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadField(origin, name="text", value=text, wanted="a string")
    date = _get_optional(fields, "date", origin=origin)
    return JsonReport(
        id=_get_id(fields, origin=origin),
        text=text,
        title=_get_optional(fields, "title", origin=origin),
        publisher=_get_optional(fields, "publisher", origin=origin),
        url=_get_optional(fields, "url", origin=origin),
        published=to_given_date(date, origin=origin),
    )


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


def _get_id(fields: dict[str, object], *, origin: str) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise BadField(origin, name="id", value=value, wanted="a string that is not empty")
    return value


def _get_optional(fields: dict[str, object], name: str, *, origin: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadField(origin, name=name, value=value, wanted="a string or absent")
    return value or None
