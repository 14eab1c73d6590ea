"""Whatever the bytes are, intake gives a document or an error of its own."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.intake import make_document
from sayso.intake.reports import Format, RawReport
from sayso.records import Document

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = (EXAMPLES / "10-letter-halvia-one.html").read_bytes()
LINES = (EXAMPLES / "reports.jsonl").read_bytes().splitlines()
# What breaks parsers of pages: marks, nests, ends in the middle, other encodings, huge numbers.
SPLINTERS = [
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"</article>", b"<h1>",
    b"<time datetime=", b'"datePublished": "', b"{", b"[", b"\\u", b"\\ud800", b"&#0;", b"&#xd800;",
    b"&amp", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\r", b"\n\n\n", b"9" * 40, b"1e999",
    b'<meta charset="utf-16">', b'<meta charset="gb2312">', b"<div>" * 300, b"<table><tr><td>",
    "\u202e\u0301\U0001f469\u200d\U0001f467".encode(),
]  # fmt: skip


def check_bytes(data: bytes, format_: Format) -> None:
    raw = RawReport(origin="a", format=format_, path=None, data=data, n_bytes=len(data))
    with suppress(ReadError):
        check_document(make_document(raw, max_bytes=1_000_000))


def check_document(document: Document) -> None:
    for span in (document.headline, document.standfirst):
        assert span is None or document.slice(span).strip()
    for repetition in document.repetitions:
        assert document.slice(repetition.span).strip()
        assert document.slice(repetition.body).strip()
    if document.published and document.published.span:
        assert document.slice(document.published.span)[0].isalnum()


def mutate(data: bytes, rng: random.Random) -> bytes:
    mutated = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        start = rng.randrange(len(mutated) + 1)
        end = min(len(mutated), start + rng.choice((0, 0, 1, 3, 30, 400)))
        moved = rng.randrange(len(data))
        put_in = (rng.choice(SPLINTERS), rng.randbytes(2), data[moved : moved + 60], b"")
        mutated[start:end] = rng.choice(put_in)
    return bytes(mutated)


def check_mutations(n_inputs: int, *, seed: int) -> None:
    rng = random.Random(seed)
    for number in range(n_inputs):
        format_, data = rng.choice(
            [(Format.HTML, PAGE), (Format.HTML, PAGE), (Format.JSON_LINE, rng.choice(LINES))]
        )
        mutated = mutate(data, rng)
        try:
            check_bytes(mutated, format_)
        except Exception as error:
            error.add_note(f"input {number} of seed {seed}: {mutated!r}")
            raise


def test_some_mutations_of_a_page_and_of_json_lines():
    check_mutations(60, seed=1)


@pytest.mark.slow
def test_ten_thousand_mutations_of_a_page_and_of_json_lines():
    check_mutations(10_000, seed=2)


@given(data=st.binary(max_size=600), format_=st.sampled_from(Format))
@settings(deadline=None)
def test_any_bytes(data, format_):
    check_bytes(data, format_)


@given(text=st.text(max_size=600), format_=st.sampled_from(Format))
@settings(deadline=None)
def test_any_text(text, format_):
    check_bytes(text.encode("utf-8", "surrogatepass"), format_)
