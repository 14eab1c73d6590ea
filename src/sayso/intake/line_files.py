"""JSONL files: bytes in, a raw report for each line out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from typing import BinaryIO, cast

from sayso.errors import ArchiveBroken, ContainerEmpty, InputBinary, ReadError
from sayso.intake.decoding import check_text, has_wide_mark
from sayso.intake.fields import OWN_FIELDS, Fields
from sayso.intake.foreign import describe
from sayso.intake.gzip_members import Members
from sayso.intake.jsonl import read_json_line, write_json_line
from sayso.intake.raw import Format, RawReport
from sayso.intake.sniffing import SNIFFED_BYTES

_CHUNK_BYTES = 2**20
_LINE_END_BYTES = 2


def open_lines(
    stream: BinaryIO, whole: RawReport, max_bytes: int, fields: Fields = OWN_FIELDS
) -> Iterator[RawReport]:
    """A raw report for each line that is not blank; the whole file where no line can be read, to
    be told of as one bad line.

    Other keys than sayso's own are left behind here, so that a line can be read alone.
    """
    head = stream.read(SNIFFED_BYTES)
    stream.seek(0)
    yield from _open(head, stream, whole, max_bytes, fields)


def open_packed_lines(
    stream: BinaryIO, whole: RawReport, max_bytes: int, fields: Fields = OWN_FIELDS
) -> Iterator[RawReport]:
    """The same of a file that gzip packed; ``n_bytes`` counts packed bytes."""
    head, members, counted = Members(stream).read(SNIFFED_BYTES), Members(stream), 0
    lines = cast(BinaryIO, BufferedReader(members))
    for line in _open(head or b"", lines, whole, max_bytes, fields):
        if line.format is Format.JSONL_GZIP and members.damage is None:
            yield replace(whole, error=ContainerEmpty(whole.origin, "lines of one JSON object"))
        elif line.format is not Format.JSONL_GZIP:
            position = max(stream.tell(), counted)
            yield replace(line, n_bytes=position - counted)
            counted = position
    if members.damage is not None:
        reason = describe(members.damage)
        broken = ArchiveBroken(whole.origin, offset=members.start, reason=reason)
        yield replace(whole, error=broken, n_bytes=max(whole.n_bytes - counted, 0))


def _open(
    head: bytes, stream: BinaryIO, whole: RawReport, max_bytes: int, fields: Fields
) -> Iterator[RawReport]:
    lines = () if _is_no_jsonl(head, origin=whole.origin) else iter_lines(stream, max_bytes)
    n_lines = 0
    for line in to_reports(lines, whole, max_bytes, fields):
        n_lines += 1
        yield line
    if not n_lines:
        yield whole


def iter_lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long the beginning."""
    most = max_bytes + _LINE_END_BYTES + 1
    while line := stream.readline(most):
        yield line
        if len(line) == most and not line.endswith(b"\n"):
            _skip_rest(stream)


def to_reports(
    lines: Iterable[bytes], whole: RawReport, max_bytes: int, fields: Fields = OWN_FIELDS
) -> Iterator[RawReport]:
    """A raw report for each line that is not blank, named by its number."""
    for number, line in enumerate(lines, start=1):
        bare = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).rstrip(b"\r\n")
        if bare.strip():
            report = replace(
                whole,
                origin=f"{whole.origin}:{number}",
                format=Format.JSON_LINE,
                path=None,
                data=bare if len(bare) <= max_bytes else None,
                n_bytes=len(line),
            )
            yield report if fields == OWN_FIELDS else _rename(report, fields)


def _rename(report: RawReport, fields: Fields) -> RawReport:
    if report.data is None:
        return report
    try:
        found = read_json_line(report.data, origin=report.origin, fields=fields)
    except ReadError as error:
        return replace(report, error=error)
    return replace(report, data=write_json_line(found))


def _is_no_jsonl(head: bytes, *, origin: str) -> bool:
    try:
        check_text(head, origin=origin)
    except InputBinary:
        return True
    return has_wide_mark(head)


def _skip_rest(stream: BinaryIO) -> None:
    while (piece := stream.readline(_CHUNK_BYTES)) and not piece.endswith(b"\n"):
        pass
