"""Web archives: a WARC file in, a raw report for each page, text and PDF in it out.

A part that is damaged is told of and left out, and reading goes on at the next one.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast

from sayso.errors import ArchiveBroken, ContainerEmpty, InputTooLarge, ReadError
from sayso.intake.dates import read_given
from sayso.intake.foreign import FOREIGN_ERRORS, describe
from sayso.intake.gzip_members import MAGIC, Member, Rest, find_line, find_member, is_end
from sayso.intake.http_body import read_media_type, undo_chunks, unpack
from sayso.intake.raw import FORMAT_BY_MEDIA_TYPE, Given, RawReport

_OPENING = b"WARC/"
_FOUND = 200  # as HTTP counts
_DAMAGE = (OSError, EOFError, zlib.error, *FOREIGN_ERRORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Archive:
    """The archive that is being read, and what its reports have in common."""

    stream: BinaryIO
    whole: RawReport
    max_bytes: int
    is_packed: bool


def open_archive(stream: BinaryIO, whole: RawReport, max_bytes: int) -> Iterator[RawReport]:
    """The reports of an archive as they come, never more than two in memory; ``n_bytes`` of all
    add up to the size of the file."""
    is_packed = stream.read(len(MAGIC)) == MAGIC
    archive = _Archive(stream=stream, whole=whole, max_bytes=max_bytes, is_packed=is_packed)
    held, counted = None, 0
    for report in _read_parts(archive):
        if held is not None:
            position = max(stream.tell(), counted)
            yield replace(held, n_bytes=position - counted)
            counted = position
        held = report
    if held is None:
        error = ContainerEmpty(whole.origin, "pages, texts and PDFs that were fetched")
        held = replace(whole, error=error)
    yield replace(held, n_bytes=max(whole.n_bytes - counted, 0))


def _read_parts(archive: _Archive) -> Iterator[RawReport]:
    start: int | None = 0
    while start is not None and not is_end(archive.stream, start):
        part = Member(archive.stream, start) if archive.is_packed else Rest(archive.stream, start)
        held: RawReport | None = None
        place = start
        try:
            for record in _iter_records(part):
                if held is not None:
                    yield held  # a record counts once the next one begins where it should
                if not archive.is_packed:
                    place = start + record.stream_pos
                inside = record.stream_pos if archive.is_packed else 0
                held = _read_record(record, f"{place}+{inside}" if inside else f"{place}", archive)
            start = part.find_end()
        except _DAMAGE as error:
            yield _tell(archive, place, describe(error))
            start = _find_next(archive, place)
        else:
            if held is not None:
                yield held


def _iter_records(part: Member | Rest) -> Any:
    from fastwarc.warc import ArchiveIterator

    stream = cast(BinaryIO, part)  # it is read and told, nothing else
    return ArchiveIterator(stream, parse_http=False, stream_detect=False)


def _find_next(archive: _Archive, place: int) -> int | None:
    find = find_member if archive.is_packed else find_line
    return find(archive.stream, place + 1, opening=_OPENING)


def _tell(archive: _Archive, place: int, reason: str) -> RawReport:
    origin = f"{archive.whole.origin}:{place}"
    error = ArchiveBroken(archive.whole.origin, offset=place, reason=reason)
    return replace(archive.whole, origin=origin, path=None, error=error)


def _read_record(record: Any, name: str, archive: _Archive) -> RawReport | None:
    """The report in a record; ``None`` for a record of another kind."""
    head = _read_head(record)
    media_type, charset = read_media_type(head.get("Content-Type") if head is not None else None)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    if media_type not in FORMAT_BY_MEDIA_TYPE or _is_for_robots(url):
        return None
    date = record.headers.get("WARC-Date") or ""
    report = RawReport(
        origin=f"{archive.whole.origin}:{name}",
        format=FORMAT_BY_MEDIA_TYPE[media_type],
        path=None,
        data=None,
        n_bytes=0,
        given=Given(url=url, fetched=date if read_given(date) else None, charset=charset),
    )
    try:
        body = _read_body(record, report.origin, archive.max_bytes)
        return replace(report, data=_undo(body, head, report.origin, archive.max_bytes))
    except ReadError as error:
        return replace(report, error=error)


def _read_head(record: Any) -> Any:
    """The headers that tell what a record holds; ``None`` for one that holds no page."""
    from fastwarc.warc import WarcRecordType

    if record.record_type == WarcRecordType.resource:
        return record.headers
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    record.parse_http()
    return record.http_headers if record.http_headers.status_code == _FOUND else None


def _is_for_robots(url: str | None) -> bool:
    return (url or "").partition("?")[0].endswith("/robots.txt")


def _read_body(record: Any, origin: str, max_bytes: int) -> bytes:
    n_bytes = record.content_length
    if n_bytes > max_bytes:
        raise InputTooLarge(origin, n_bytes=n_bytes, max_bytes=max_bytes)
    body = b""
    while len(body) < n_bytes and (piece := record.reader.read(n_bytes - len(body))):
        body += piece
    if len(body) < n_bytes:
        raise EOFError("the record ends in the middle")
    return body


def _undo(body: bytes, head: Any, origin: str, max_bytes: int) -> bytes:
    if "chunked" in (head.get("Transfer-Encoding") or "").lower():
        body = undo_chunks(body)
    return unpack(body, head.get("Content-Encoding") or "", origin=origin, max_bytes=max_bytes)
