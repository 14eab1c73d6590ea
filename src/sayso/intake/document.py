"""One input into one document: a raw report or a text in, its document out, or the error that
fits."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from sayso.errors import (
    ContainerEmpty,
    FolderEmpty,
    InputEmpty,
    InputTooLarge,
)
from sayso.intake.content import Content
from sayso.intake.dates import read_given
from sayso.intake.decoding import check_text, decode_page, decode_text
from sayso.intake.entry import read_entry
from sayso.intake.jsonl import read_json_line, to_given_date
from sayso.intake.language import check_english
from sayso.intake.layout import Layout, find_layout
from sayso.intake.lines import DateMark
from sayso.intake.mail import read_mail
from sayso.intake.markdown import read_front_matter
from sayso.intake.page import read_page
from sayso.intake.pdf import read_pdf
from sayso.intake.raw import FORMAT_BY_ENDING, NOTHING_GIVEN, Format, Given, RawReport, prefer
from sayso.intake.repetition import find_repetitions
from sayso.intake.reports import explain
from sayso.records import DateOrigin, Document, FetchDate, PublicationDate

TEXT_ORIGIN = "text"


def make_document(
    raw: RawReport, *, max_bytes: int, given: Given = NOTHING_GIVEN, data: bytes | None = None
) -> Document:
    """The document of one raw report; ``data`` are its bytes where they are loaded already.

    The same format, bytes, origin and given facts always make the same document.
    Raises: ReadError, MissingExtra.
    """
    if data is None:
        data = load_bytes(raw, max_bytes=max_bytes)
    if not data.strip():
        raise InputEmpty(raw.origin)
    content = _READERS[raw.format](data, raw)
    return _to_document(content, data, prefer(given, raw.given), origin=raw.origin)


def make_text_document(
    text: str, *, origin: str = TEXT_ORIGIN, given: Given = NOTHING_GIVEN
) -> Document:
    """The document of a text that is at hand already.

    Raises: InputEmpty, NotEnglish, BadDate.
    """
    data = text.encode("utf-8", "surrogatepass")
    return _to_document(Content(text=text), data, given, origin=origin)


def load_bytes(raw: RawReport, *, max_bytes: int) -> bytes:
    """The bytes of one raw report, to be kept or read.

    Raises: ReadError.
    """
    if raw.error is not None:
        raise raw.error
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
            raise FolderEmpty(origin, tuple(FORMAT_BY_ENDING))
        with path.open("rb") as stream:
            return stream.read(most)
    except (OSError, ValueError) as error:
        raise explain(error, origin) from error


def _read_text(data: bytes, raw: RawReport) -> Content:
    return Content(text=decode_text(data, origin=raw.origin, charset=raw.given.charset))


def _read_markdown(data: bytes, raw: RawReport) -> Content:
    text = decode_text(data, origin=raw.origin, charset=raw.given.charset)
    front = read_front_matter(text)
    fields = front.fields
    return Content(
        text=text,
        start=front.end,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        byline=fields.get("byline") or fields.get("author"),
        url=fields.get("url"),
        published=front.published,
    )


def _read_html(data: bytes, raw: RawReport) -> Content:
    html = decode_page(data, origin=raw.origin, charset=raw.given.charset)
    page = read_page(html, origin=raw.origin)
    return Content(
        text=page.text,
        title=page.title,
        publisher=page.publisher,
        byline=page.byline,
        url=page.url,
        published=page.published,
    )


def _read_json(data: bytes, raw: RawReport) -> Content:
    check_text(data, origin=raw.origin)
    report = read_json_line(data, origin=raw.origin)
    return Content(
        id=report.id,
        text=report.text,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        published=report.published,
    )


def _read_mail(data: bytes, raw: RawReport) -> Content:
    return read_mail(data, origin=raw.origin)


def _read_entry(data: bytes, raw: RawReport) -> Content:
    return read_entry(data, origin=raw.origin)


def _read_pdf(data: bytes, raw: RawReport) -> Content:
    return read_pdf(data, origin=raw.origin)


def _read_container(data: bytes, raw: RawReport) -> Content:
    raise ContainerEmpty(raw.origin, "the reports in it, each as its own,")


# A JSONL file comes here whole only when no line of it can be read; reading it as one line raises
# the error that says why.
_READERS: dict[Format, Callable[[bytes, RawReport], Content]] = {
    Format.TEXT: _read_text,
    Format.MARKDOWN: _read_markdown,
    Format.HTML: _read_html,
    Format.PDF: _read_pdf,
    Format.MAIL: _read_mail,
    Format.JSON_LINE: _read_json,
    Format.FEED_ENTRY: _read_entry,
    Format.JSONL: _read_json,
    Format.JSONL_GZIP: _read_container,
    Format.FEED: _read_container,
    Format.WARC: _read_container,
}


def _to_document(content: Content, data: bytes, given: Given, *, origin: str) -> Document:
    text = content.text
    if not text.strip():
        raise InputEmpty(origin)
    check_english(text[content.start :], origin=origin)
    layout = find_layout(text, start=content.start, title=given.title or content.title)
    headline = text[layout.headline.start : layout.headline.end] if layout.headline else None
    published = to_given_date(given.date, origin=origin)
    return Document(
        id=content.id or origin,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        origin=origin,
        title=given.title or content.title or headline,
        publisher=given.publisher or content.publisher,
        byline=content.byline or layout.byline,
        url=given.url or content.url,
        published=published or _choose_date(content.published, layout),
        fetched=_to_given_fetch_date(given.fetched) or _to_fetch_date(layout.fetched),
        headline=layout.headline,
        standfirst=layout.standfirst,
        repetitions=find_repetitions(text, layout),
    )


def _to_given_fetch_date(fetched: str | None) -> FetchDate | None:
    known = read_given(fetched) if fetched else None
    return FetchDate(value=known[0], precision=known[1]) if known else None


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
