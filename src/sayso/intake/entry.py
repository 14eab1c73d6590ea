"""One entry of a feed: the JSON that is kept of it in, its text and what it says of itself out."""

import json
from dataclasses import dataclass, fields

from sayso.errors import FeedBroken
from sayso.intake.content import Content, put_headline
from sayso.intake.dates import find_stamp
from sayso.intake.flatten import flatten_html
from sayso.intake.foreign import FOREIGN_ERRORS, describe
from sayso.intake.jsonl import write_canonical
from sayso.records import DateOrigin, PublicationDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says in one entry, in its own words: the date as it is written there, the content
    still marked up where ``content_type`` is HTML."""

    id: str | None = None
    title: str | None = None
    link: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    content: str | None = None
    content_type: str | None = None


_NAMES = tuple(field.name for field in fields(Entry))


def write_entry(entry: Entry) -> bytes:
    """The bytes that are kept of an entry, always the same for the same."""
    return write_canonical({name: getattr(entry, name) for name in _NAMES})


def read_entry(data: bytes, *, origin: str) -> Content:
    """The report that an entry is.

    Raises: FeedBroken.
    """
    from lxml.etree import LxmlError

    try:
        entry = _parse(data)
        title = _flatten(entry.title)
        content = entry.content or ""
        text = flatten_html(content) if _is_html(entry) and content.strip() else content.strip()
    except (LxmlError, *FOREIGN_ERRORS) as error:
        raise FeedBroken(origin, describe(error)) from error
    return Content(
        id=entry.id,
        text=put_headline(text, title),
        title=title,
        publisher=_flatten(entry.publisher),
        byline=_flatten(entry.author),
        url=entry.link,
        published=_find_date(entry.date),
    )


def _parse(data: bytes) -> Entry:
    found = json.loads(data)
    return Entry(**{name: _to_words(found.get(name)) for name in _NAMES})


def _to_words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _is_html(entry: Entry) -> bool:
    return "html" in (entry.content_type or "")


def _flatten(words: str | None) -> str | None:
    """A title is text by right, and marked up in many feeds."""
    if words and ("<" in words or "&" in words):
        words = flatten_html(words)
    return " ".join((words or "").split()) or None


def _find_date(words: str | None) -> PublicationDate | None:
    found = find_stamp(words) if words else None
    if found is None:
        return None
    return PublicationDate(value=found.value, precision=found.precision, found_in=DateOrigin.FEED)
