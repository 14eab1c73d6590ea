"""What a file without a telling name holds: its first bytes in, a format out."""

import re
import zlib

from sayso.intake.gzip_members import GZIP, MAGIC
from sayso.intake.raw import Format

SNIFFED_BYTES = 4096
_PAGE_OPENINGS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--")
# Each part is taken whole or not at all, so that no head makes the search go back and forth.
_FEED = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:rss|feed|rdf:rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def sniff(head: bytes) -> Format:
    """The format that the first bytes show, plain text where they show none."""
    if head.startswith(b"%PDF-"):
        return Format.PDF
    if head.startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(MAGIC):
        return _sniff_gzip(head)
    if is_feed(head):
        return Format.FEED
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return Format.HTML if opening.startswith(_PAGE_OPENINGS) else Format.TEXT


def is_feed(head: bytes) -> bool:
    """Whether an XML file's root is that of RSS or Atom."""
    return _FEED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def _sniff_gzip(head: bytes) -> Format:
    try:
        inner = zlib.decompressobj(GZIP).decompress(head, SNIFFED_BYTES)
    except zlib.error:
        return Format.TEXT
    if inner.startswith(b"WARC/"):
        return Format.WARC
    return Format.JSONL_GZIP if inner.lstrip().startswith(b"{") else Format.TEXT
