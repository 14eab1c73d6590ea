"""Reports in, documents out: files, folders, pages, JSON lines and standard input."""

from sayso.intake.document import Given, make_document, make_text_document
from sayso.intake.reports import RawReport, count_bytes, find_reports

__all__ = [
    "Given",
    "RawReport",
    "count_bytes",
    "find_reports",
    "make_document",
    "make_text_document",
]
