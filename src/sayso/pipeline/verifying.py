"""A ledger against what it once gave out: an export in, what differs out."""

import json
from collections.abc import Iterator
from pathlib import Path

from sayso.answers import Fault
from sayso.errors import BadExport, FileUnreadable
from sayso.export.json_lines import to_json_line
from sayso.export.reading_fields import READING
from sayso.ledger import Ledger

# What says who made the line and from where, not what the report claims.
_NOT_COMPARED = ("schema", "sayso", "origin", "id")


def compare(ledger: Ledger, export: Path) -> Iterator[Fault | None]:
    """How the readings of an export differ from those that the ledger has of the same bytes by the
    same weights; ``None`` after each line.

    Raises: BadExport when a line is no reading, FileUnreadable.
    """
    try:
        with export.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                yield from _compare_line(ledger, line, where=f"{export}:{number}")
                yield None
    except OSError as error:
        raise FileUnreadable(str(export), error.strerror or str(error)) from error


def _compare_line(ledger: Ledger, line: bytes, *, where: str) -> Iterator[Fault]:
    told = _parse(line, where=where)
    if told.get("schema") != READING:
        return
    readings = ledger.find_readings(str(told.get("sha256")), str(told.get("weights")))
    kept = [json.loads(to_json_line(reading)) for reading in readings]
    if not kept:
        yield Fault(where=where, what="the ledger has no reading of these bytes by these weights")
        return
    least = min((_find_different(told, each) for each in kept), key=len)
    for name in least:
        yield Fault(where=where, what=f"{name} is not what the ledger has")


def _find_different(told: dict[str, object], kept: dict[str, object]) -> list[str]:
    names = [name for name in {**told, **kept} if name not in _NOT_COMPARED]
    return [name for name in names if told.get(name) != kept.get(name)]


def _parse(line: bytes, *, where: str) -> dict[str, object]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise BadExport(where, str(error)) from error
    if not isinstance(told, dict):
        raise BadExport(where, f"it holds a {type(told).__name__}")
    return told
