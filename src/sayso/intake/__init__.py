"""Reports in, documents out: files, folders, archives, feeds, web pages and standard input."""

from sayso.intake.document import load_bytes, make_document, make_text_document
from sayso.intake.fields import Fields, read_fields
from sayso.intake.raw import MOST_HELD_BYTES, Format, Given, RawReport
from sayso.intake.reports import count_bytes, find_reports

__all__ = [
    "MOST_HELD_BYTES",
    "Fields",
    "Format",
    "Given",
    "RawReport",
    "count_bytes",
    "find_reports",
    "load_bytes",
    "make_document",
    "make_text_document",
    "read_fields",
]
