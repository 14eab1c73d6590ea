"""What a report is before it is read: how its bytes are to be understood, and what is known."""

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from sayso.errors import ReadError

MOST_HELD_BYTES = 128 * 2**20
"""What keeps an endless line, stream or answer out of memory where no limit is set."""


class Format(StrEnum):
    """How the bytes of a report are to be understood; the last four hold reports."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    MAIL = "mail"
    JSON_LINE = "json_line"
    FEED_ENTRY = "feed_entry"
    JSONL = "jsonl"
    JSONL_GZIP = "jsonl_gzip"
    FEED = "feed"
    WARC = "warc"


FORMAT_BY_ENDING = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".eml": Format.MAIL,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".jsonl.gz": Format.JSONL_GZIP,
    ".ndjson.gz": Format.JSONL_GZIP,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".warc": Format.WARC,
    ".warc.gz": Format.WARC,
}
FORMAT_BY_MEDIA_TYPE = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "application/pdf": Format.PDF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a caller, an archive or a server knows about a report; it outweighs what the report
    says of itself.

    ``date`` and ``fetched`` are ISO 8601 of any precision, ``charset`` is the label of the
    encoding.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    fetched: str | None = None
    charset: str | None = None


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One report before it is read: its name, its bytes or the file that holds them, and what the
    archive, feed or server around it knows.

    ``data`` is ``None`` for a file, which is read late, and for what was too long to hold;
    ``error`` is why there is no report, for ``load_bytes`` to raise.
    Units: ``n_bytes`` counts what a progress bar moves on by.
    """

    origin: str
    format: Format
    path: Path | None
    data: bytes | None
    n_bytes: int
    given: Given = NOTHING_GIVEN
    error: ReadError | None = None


def prefer(first: Given, second: Given) -> Given:
    """What the first says, and what only the second says."""
    names = [field.name for field in fields(Given)]
    return Given(**{name: getattr(first, name) or getattr(second, name) for name in names})
