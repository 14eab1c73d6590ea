"""Where reports come from: names of files and folders in, one raw report after another out."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputBinary
from sayso.intake.decoding import check_text, has_wide_mark

STDIN = "-"


class Format(StrEnum):
    """How the bytes of a report are to be understood."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    JSON_LINE = "json_line"


FORMAT_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}
_PAGE_OPENINGS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--")
_SNIFFED_BYTES = 1024
# Above any sensible max_bytes: what keeps an endless line or stream out of memory.
_MOST_HELD_BYTES = 128 * 2**20
_CHUNK_BYTES = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One report before it is read: its name and, for a JSON line or standard input, its bytes.

    Units: ``n_bytes`` counts what a progress bar moves on by; ``data`` is ``None`` for a file,
    which is read late, and for what was too long to hold.
    """

    origin: str
    format: Format
    path: Path | None
    data: bytes | None
    n_bytes: int


def find_reports(names: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[RawReport]:
    """Every report in the files and folders and, for "-", on standard input, in the order given.

    What is missing or unreadable comes out as well, for ``make_document`` to raise its error.
    """
    for name in names:
        if name == STDIN and stdin is not None:
            yield from _read_stream(stdin)
            continue
        for path in _find_files(name):
            yield from _open_file(path, origin=name if path == Path(name) else str(path))


def count_bytes(names: Iterable[str]) -> int:
    """Size of all files that ``find_reports`` would read; standard input counts nothing."""
    return sum(_get_size(path) for name in names if name != STDIN for path in _find_files(name))


def _find_files(name: str) -> Iterator[Path]:
    root = Path(name)
    if not root.is_dir():
        yield root
        return
    n_found = 0
    # links to folders are not followed, so a loop of them ends
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for path in (Path(folder, file) for file in sorted(files)):
            if _is_report(path):
                n_found += 1
                yield path
    if not n_found:
        yield root


def _is_report(path: Path) -> bool:
    """Whether a file of a folder is taken for a report; one that is named outright always is."""
    is_page_about_folder = path.stem.lower() == "readme"
    is_hidden = path.name.startswith(".")
    return path.suffix.lower() in FORMAT_BY_SUFFIX and not (is_hidden or is_page_about_folder)


def _open_file(path: Path, *, origin: str) -> Iterator[RawReport]:
    whole = RawReport(
        origin=origin, format=_find_format(path), path=path, data=None, n_bytes=_get_size(path)
    )
    if whole.format is not Format.JSONL:
        yield whole
        return
    try:
        with path.open("rb") as stream:
            if _is_no_jsonl(stream.read(_SNIFFED_BYTES), origin=origin):
                yield whole
                return
            stream.seek(0)
            n_lines = 0
            for line in _to_reports(_iter_lines(stream), origin=origin):
                n_lines += 1
                yield line
    except OSError:
        yield whole
        return
    if not n_lines:
        yield whole


def _find_format(path: Path) -> Format:
    known = FORMAT_BY_SUFFIX.get(path.suffix.lower())
    if known or not path.is_file():
        return known or Format.TEXT
    try:
        with path.open("rb") as stream:
            return _sniff(stream.read(_SNIFFED_BYTES))
    except OSError:
        return Format.TEXT


def _sniff(head: bytes) -> Format:
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith(_PAGE_OPENINGS):
        return Format.HTML
    return Format.TEXT


def _is_no_jsonl(head: bytes, *, origin: str) -> bool:
    try:
        check_text(head, origin=origin)
    except InputBinary:
        return True
    return has_wide_mark(head)


def _get_size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _read_stream(stream: BinaryIO) -> Iterator[RawReport]:
    first = stream.readline(_MOST_HELD_BYTES)
    if _is_json_line(first):
        yield from _to_reports(chain([first], _iter_lines(stream)), origin=STDIN)
        return
    data = first + stream.read(_MOST_HELD_BYTES - len(first))
    is_whole = len(data) < _MOST_HELD_BYTES
    yield RawReport(
        origin=STDIN,
        format=_sniff(data[:_SNIFFED_BYTES]),
        path=None,
        data=data if is_whole else None,
        n_bytes=len(data),
    )


def _is_json_line(line: bytes) -> bool:
    bare = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (bare.startswith(b"{") and bare.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(bare), dict)
    except (ValueError, RecursionError):
        return b'"text"' in bare


def _to_reports(lines: Iterable[bytes], *, origin: str) -> Iterator[RawReport]:
    for number, line in enumerate(lines, start=1):
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if bare.strip():
            yield RawReport(
                origin=f"{origin}:{number}",
                format=Format.JSON_LINE,
                path=None,
                data=bare.rstrip(b"\r\n") if len(line) < _MOST_HELD_BYTES else None,
                n_bytes=len(line),
            )


def _iter_lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(_MOST_HELD_BYTES):
        yield line
        if len(line) == _MOST_HELD_BYTES:
            _skip_rest(stream)


def _skip_rest(stream: BinaryIO) -> None:
    while (piece := stream.readline(_CHUNK_BYTES)) and not piece.endswith(b"\n"):
        pass
