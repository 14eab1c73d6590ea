"""One input into one document: a raw report or a text in, its document out, or the error that
fits."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import (
    FileMissing,
    FileUnreadable,
    FolderEmpty,
    InputEmpty,
    InputTooLarge,
)
from sayso.intake.decoding import check_text, decode_page, decode_text
from sayso.intake.jsonl import read_json_line, to_given_date
from sayso.intake.language import check_english
from sayso.intake.layout import Layout, find_layout
from sayso.intake.lines import DateMark
from sayso.intake.markdown import read_front_matter
from sayso.intake.page import read_page
from sayso.intake.repetition import find_repetitions
from sayso.intake.reports import FORMAT_BY_SUFFIX, Format, RawReport
from sayso.records import DateOrigin, Document, FetchDate, PublicationDate

TEXT_ORIGIN = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What an input holds: its text and what it says about itself; ``start`` is where the report
    begins in the text."""

    text: str
    start: int = 0
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: PublicationDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a caller knows about a report; it outweighs what the report says of itself."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None


NOTHING_GIVEN = Given()


def make_document(raw: RawReport, *, max_bytes: int, given: Given = NOTHING_GIVEN) -> Document:
    """The document of one raw report.

    Raises: ReadError.
    """
    data = _load(raw, max_bytes=max_bytes)
    if not data.strip():
        raise InputEmpty(raw.origin)
    content = _with_given(_READERS[raw.format](data, raw.origin), given, origin=raw.origin)
    return _to_document(content, data, origin=raw.origin)


def make_text_document(
    text: str, *, origin: str = TEXT_ORIGIN, given: Given = NOTHING_GIVEN
) -> Document:
    """The document of a text that is at hand already.

    Raises: InputEmpty, NotEnglish, BadDate.
    """
    content = _with_given(_Content(text=text), given, origin=origin)
    return _to_document(content, text.encode("utf-8", "surrogatepass"), origin=origin)


def _load(raw: RawReport, *, max_bytes: int) -> bytes:
    data = raw.data
    if data is None and raw.path is not None:
        data = _read_file(raw.path, origin=raw.origin, most=max_bytes + 1)
    if data is None or len(data) > max_bytes:
        n_bytes = max(raw.n_bytes, max_bytes + 1)
        raise InputTooLarge(raw.origin, n_bytes=n_bytes, max_bytes=max_bytes)
    return data


def _read_file(path: Path, *, origin: str, most: int) -> bytes:
    try:
        if path.is_dir():
            raise FolderEmpty(origin, tuple(FORMAT_BY_SUFFIX))
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError as error:
        raise FileMissing(origin) from error
    except OSError as error:
        raise FileUnreadable(origin, error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise FileUnreadable(origin, str(error)) from error


def _read_text(data: bytes, origin: str) -> _Content:
    return _Content(text=decode_text(data, origin=origin))


def _read_markdown(data: bytes, origin: str) -> _Content:
    text = decode_text(data, origin=origin)
    front = read_front_matter(text)
    fields = front.fields
    return _Content(
        text=text,
        start=front.end,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        byline=fields.get("byline") or fields.get("author"),
        url=fields.get("url"),
        published=front.published,
    )


def _read_html(data: bytes, origin: str) -> _Content:
    page = read_page(decode_page(data, origin=origin), origin=origin)
    return _Content(
        text=page.text,
        title=page.title,
        publisher=page.publisher,
        byline=page.byline,
        url=page.url,
        published=page.published,
    )


def _read_json(data: bytes, origin: str) -> _Content:
    check_text(data, origin=origin)
    report = read_json_line(data, origin=origin)
    return _Content(
        id=report.id,
        text=report.text,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        published=report.published,
    )


# A JSONL file comes here whole only when no line of it can be read; reading it as one line raises
# the error that says why.
_READERS: dict[Format, Callable[[bytes, str], _Content]] = {
    Format.TEXT: _read_text,
    Format.MARKDOWN: _read_markdown,
    Format.HTML: _read_html,
    Format.JSONL: _read_json,
    Format.JSON_LINE: _read_json,
}


def _with_given(content: _Content, given: Given, *, origin: str) -> _Content:
    return replace(
        content,
        title=given.title or content.title,
        publisher=given.publisher or content.publisher,
        url=given.url or content.url,
        published=to_given_date(given.date, origin=origin) or content.published,
    )


def _to_document(content: _Content, data: bytes, *, origin: str) -> Document:
    text = content.text
    if not text.strip():
        raise InputEmpty(origin)
    check_english(text[content.start :], origin=origin)
    layout = find_layout(text, start=content.start, title=content.title)
    headline = text[layout.headline.start : layout.headline.end] if layout.headline else None
    return Document(
        id=content.id or origin,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        origin=origin,
        title=content.title or headline,
        publisher=content.publisher,
        byline=content.byline or layout.byline,
        url=content.url,
        published=_choose_date(content.published, layout),
        fetched=_to_fetch_date(layout.fetched),
        headline=layout.headline,
        standfirst=layout.standfirst,
        repetitions=find_repetitions(text, layout),
    )


def _to_fetch_date(mark: DateMark | None) -> FetchDate | None:
    if mark is None:
        return None
    return FetchDate(value=mark.date.value, precision=mark.date.precision, span=mark.span)


def _choose_date(found: PublicationDate | None, layout: Layout) -> PublicationDate | None:
    """What was given or stands in the markup, else the dateline; a dateline of the text has a
    span."""
    mark = layout.dateline
    if mark is None or (found is not None and found.found_in is not DateOrigin.DATELINE):
        return found
    return PublicationDate(
        value=mark.date.value,
        precision=mark.date.precision,
        found_in=DateOrigin.DATELINE,
        span=mark.span,
    )
