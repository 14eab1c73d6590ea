"""RSS and Atom: a feed's bytes in, a raw report for each of its entries out; nothing is fetched."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr
from io import BytesIO
from typing import Any, BinaryIO

from sayso.errors import ContainerEmpty, FeedBroken, InputTooLarge
from sayso.intake.entry import Entry, write_entry
from sayso.intake.foreign import FOREIGN_ERRORS, describe
from sayso.intake.raw import Format, RawReport

# The time that feedparser needs for a tag grows with the square of its attributes.
_ENDLESS_TAG = re.compile(rb"<[A-Za-z][^<>]{8192}")
_LONGEST_FIELD = 2000
_SURROGATE = re.compile("[\ud800-\udfff]")


def open_feed(stream: BinaryIO, whole: RawReport, max_bytes: int) -> Iterator[RawReport]:
    """A raw report for each entry of the feed, or one that says why there is none."""
    data = stream.read(max_bytes + 1)
    try:
        if len(data) > max_bytes:
            n_bytes = max(len(data), whole.n_bytes)
            raise InputTooLarge(whole.origin, n_bytes=n_bytes, max_bytes=max_bytes)
        entries = read_feed(data, origin=whole.origin, url=whole.given.url)
    except (InputTooLarge, FeedBroken, ContainerEmpty) as error:
        yield replace(whole, error=error)
        return
    share, rest = divmod(whole.n_bytes, len(entries))
    for number, entry in enumerate(entries, start=1):
        yield replace(
            whole,
            origin=f"{whole.origin}:{number}",
            format=Format.FEED_ENTRY,
            path=None,
            data=write_entry(entry),
            n_bytes=share + (rest if number == 1 else 0),
            given=replace(whole.given, url=None, charset=None),
        )


def read_feed(data: bytes, *, origin: str, url: str | None = None) -> list[Entry]:
    """The entries of a feed in its order; ``url`` is where it was fetched, for its short links.

    Raises: FeedBroken, ContainerEmpty.
    """
    if _ENDLESS_TAG.search(data):
        raise FeedBroken(origin, "it has a tag of more than 8,192 letters")
    try:
        feed = _parse(data, url)
        entries = [_to_entry(each, feed.feed) for each in feed.entries]
    except FOREIGN_ERRORS as error:
        raise FeedBroken(origin, describe(error)) from error
    if entries:
        return entries
    if feed.get("version"):
        raise ContainerEmpty(origin, "entries of RSS and Atom")
    reason = feed.get("bozo_exception")
    raise FeedBroken(origin, describe(reason) if reason else "its root is none of RSS or Atom")


def _parse(data: bytes, url: str | None) -> Any:
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its own parts among themselves
        return feedparser.parse(
            BytesIO(data),  # bare bytes would be tried as the name of a file
            response_headers={"content-location": url} if url else {},
            resolve_relative_uris=False,
            sanitize_html=False,  # what can run in a browser does not run here
        )


def _to_entry(entry: Any, feed: Any) -> Entry:
    content, content_type = _find_content(entry)
    return Entry(
        id=_get(entry, "id"),
        title=_get(entry, "title"),
        link=_get(entry, "link"),
        date=_get(entry, "published") or _get(entry, "updated"),
        author=_find_author(entry),
        publisher=_get(dict.get(entry, "source"), "title") or _get(feed, "title"),
        content=content,
        content_type=content_type,
    )


def _find_content(entry: Any) -> tuple[str | None, str | None]:
    """The full content before the summary, and its media type."""
    for each in (*dict.get(entry, "content", ()), dict.get(entry, "summary_detail")):
        words = dict.get(each, "value") if isinstance(each, dict) else None
        if isinstance(words, str) and words.strip():
            return _SURROGATE.sub("\ufffd", words), str(dict.get(each, "type") or "text/html")
    return None, None


def _find_author(entry: Any) -> str | None:
    words = _get(entry, "author")
    return parseaddr(words)[0] or None if words and "@" in words else words


def _get(record: Any, name: str) -> str | None:
    """A field as it stands; feedparser's own look-up takes one field for another."""
    value = dict.get(record, name) if isinstance(record, dict) else None
    if not isinstance(value, str):
        return None
    return _SURROGATE.sub("\ufffd", value).strip()[:_LONGEST_FIELD] or None
