"""Where reports come from: names of files, folders and web pages in, raw reports out."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from sayso.errors import FileMissing, FileUnreadable, ReadError
from sayso.intake.containers import is_container, open_container
from sayso.intake.fields import OWN_FIELDS, Fields
from sayso.intake.line_files import iter_lines, to_reports
from sayso.intake.raw import FORMAT_BY_ENDING, MOST_HELD_BYTES, Format, RawReport
from sayso.intake.sniffing import SNIFFED_BYTES, is_feed, sniff

STDIN = "-"
_SCHEMES = ("http://", "https://")
_XML = ".xml"


def find_reports(
    names: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
    max_bytes: int = MOST_HELD_BYTES,
) -> Iterator[RawReport]:
    """Every report in the files, folders and web pages and, for "-", on standard input, in the
    order given; ``fields`` are the keys of JSON lines where they are not sayso's own.

    What is missing, damaged or larger than ``max_bytes`` comes out as well, for ``make_document``
    to raise its error; no more than that is held of anything.
    """
    keys = fields or OWN_FIELDS
    for name in names:
        if name == STDIN and stdin is not None:
            yield from _read_stream(stdin, keys, max_bytes)
        elif is_address(name):
            from sayso.intake.pages import open_address  # brings what the network needs

            yield from open_address(name, max_bytes)
        else:
            for path in _find_files(name):
                origin = name if path == Path(name) else str(path)
                yield from _open_file(path, origin, keys, max_bytes)


def count_bytes(names: Iterable[str]) -> int:
    """Size of all files that ``find_reports`` would read; standard input and web pages count
    nothing."""
    files = (path for name in names if not is_address(name) for path in _find_files(name))
    return sum(_get_size(path) for path in files if str(path) != STDIN)


def is_address(name: str) -> bool:
    """Whether a name is that of a web page rather than of a file."""
    return name.lower().startswith(_SCHEMES)


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
    if path.name.startswith(".") or is_page_about_folder:
        return False
    is_xml = path.suffix.lower() == _XML
    return _find_by_ending(path) is not None or (is_xml and is_feed(_read_head(path)))


def _open_file(path: Path, origin: str, fields: Fields, max_bytes: int) -> Iterator[RawReport]:
    format_ = _find_by_ending(path) or sniff(_read_head(path))
    whole = RawReport(origin=origin, format=format_, path=path, data=None, n_bytes=_get_size(path))
    if not is_container(format_):
        yield whole
        return
    try:
        with path.open("rb") as stream:
            yield from open_container(stream, whole, max_bytes, fields)
    except (OSError, ValueError) as error:
        yield replace(whole, error=explain(error, origin))


def explain(error: OSError | ValueError, origin: str) -> ReadError:
    """What the system said about a file, as sayso says it."""
    if isinstance(error, FileNotFoundError):
        return FileMissing(origin)
    # a ValueError is a NUL in the name
    return FileUnreadable(origin, getattr(error, "strerror", None) or str(error))


def _find_by_ending(path: Path) -> Format | None:
    name = path.name.lower()
    return next((found for end, found in FORMAT_BY_ENDING.items() if name.endswith(end)), None)


def _read_head(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would wait, and what it holds can be read once only
            return b""
        with path.open("rb") as stream:
            return stream.read(SNIFFED_BYTES)
    except OSError:
        return b""


def _get_size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _read_stream(stream: BinaryIO, fields: Fields, max_bytes: int) -> Iterator[RawReport]:
    first = stream.readline(max_bytes + 1)
    whole = RawReport(origin=STDIN, format=Format.TEXT, path=None, data=None, n_bytes=0)
    if _is_json_line(first):
        lines = chain([first], iter_lines(stream, max_bytes))
        yield from to_reports(lines, whole, max_bytes, fields)
        return
    data = first + stream.read(max_bytes + 1 - len(first))
    whole = replace(whole, format=sniff(data[:SNIFFED_BYTES]), n_bytes=len(data))
    if len(data) > max_bytes or not is_container(whole.format):
        yield replace(whole, data=data if len(data) <= max_bytes else None)
        return
    yield from open_container(BytesIO(data), whole, max_bytes, fields)


def _is_json_line(line: bytes) -> bool:
    bare = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (bare.startswith(b"{") and bare.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(bare), dict)
    except (ValueError, RecursionError):
        return b'"text"' in bare
