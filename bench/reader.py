"""sayso as the measurements use it: texts and files in, reports of the corpus format out."""

from pathlib import Path

from bench.measure import Reader
from bench.reports import Report, to_report
from sayso.encoder.session import Encoder
from sayso.intake import Given, make_text_document
from sayso.pipeline import read, read_document


def load_reader(threads: int = 2) -> Reader:
    """The reader with the shipped weights."""
    encoder = Encoder(threads=threads)

    def read_text(gold: Report, style: str) -> Report:
        given = Given(date=gold.get("date"))  # what times mean depends on it
        document = make_text_document(gold["text"], origin=gold["id"], given=given)
        return to_report(read_document(document, encoder, style=style), gold["id"])

    def read_file(path: Path) -> Report:
        return to_report(read(path), path.stem)

    return Reader(read_text, read_file, encoder.name)
