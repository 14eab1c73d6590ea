"""Files that hold many reports: a stream of bytes in, a raw report for each of them out."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from sayso.intake.feed import open_feed
from sayso.intake.fields import OWN_FIELDS, Fields
from sayso.intake.line_files import open_lines, open_packed_lines
from sayso.intake.raw import Format, RawReport
from sayso.intake.warc import open_archive

_OPENERS: dict[Format, Callable[[BinaryIO, RawReport, int], Iterator[RawReport]]] = {
    Format.FEED: open_feed,
    Format.WARC: open_archive,
}
_LINE_OPENERS = {Format.JSONL: open_lines, Format.JSONL_GZIP: open_packed_lines}


def is_container(format_: Format) -> bool:
    """Whether what has this format holds reports rather than being one."""
    return format_ in _OPENERS or format_ in _LINE_OPENERS


def open_container(
    stream: BinaryIO, whole: RawReport, max_bytes: int, fields: Fields = OWN_FIELDS
) -> Iterator[RawReport]:
    """The reports in a container, and what is wrong with it, each as it comes."""
    if whole.format in _LINE_OPENERS:
        return _LINE_OPENERS[whole.format](stream, whole, max_bytes, fields)
    return _OPENERS[whole.format](stream, whole, max_bytes)
