"""sayso as the measurements use it: texts and files in, reports of the corpus format out."""

from pathlib import Path

from bench.measure import Reader
from bench.reports import Report, to_report
from sayso.analyse import find_attributions
from sayso.encoder.session import Encoder
from sayso.intake import Given, make_text_document
from sayso.pipeline import read, read_document
from sayso.records import Span
from sayso.sentences import find_sentences


def load_reader(threads: int = 2) -> Reader:
    """The reader with the shipped weights."""
    encoder = Encoder(threads=threads)

    def read_text(gold: Report, style: str) -> Report:
        given = Given(date=gold.get("date"))  # what times mean depends on it
        document = make_text_document(gold["text"], origin=gold["id"], given=given)
        return to_report(read_document(document, encoder, style=style), gold["id"])

    def read_file(path: Path) -> Report:
        return to_report(read(path), path.stem)

    def judge_event(sentence: str) -> str:
        tokens = encoder.tokenize(sentence)
        windows = encoder.score(tokens, find_sentences(sentence))
        found = find_attributions(sentence, tokens, windows, decoding=encoder.decoding("sayso"))
        shares = found.events.find_shares([Span(0, len(sentence))])
        return max((kind for kind in shares if kind != "none"), key=lambda kind: shares[kind])

    return Reader(read_text, read_file, judge_event, encoder.name)
