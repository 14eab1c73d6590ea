"""Whatever the bytes are, intake gives a document or an error of its own."""

import gzip
import io
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import MissingExtra, ReadError
from sayso.intake import Fields, Format, RawReport, make_document
from sayso.intake.containers import is_container, open_container
from sayso.records import Document
from tests.unit.intake.made_inputs import ATOM, MAIL, RSS, make_archive, make_pdf

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = (EXAMPLES / "10-letter-halvia-one.html").read_bytes()
LINES = (EXAMPLES / "reports.jsonl").read_bytes().splitlines()

SEEDS = [
    (Format.HTML, PAGE),
    (Format.HTML, PAGE),
    *((Format.JSON_LINE, line) for line in LINES),
    (Format.MAIL, MAIL),
    (Format.FEED, RSS),
    (Format.FEED, ATOM),
    (Format.WARC, make_archive({}, {"kind": "request"}, {"kind": "resource"})),
    (Format.WARC, make_archive({}, {"kind": "resource"}, packed=False)),
    (Format.JSONL_GZIP, gzip.compress(b"\n".join(LINES))),
]
PDF = make_pdf(["The mayor said on Thurs-", "day that it was so."])
FORMATS = [each for each in Format if each is not Format.PDF]  # which starts a process each time
# What breaks parsers of pages: marks, nests, ends in the middle, other encodings, huge numbers.
SPLINTERS = [
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"</article>", b"<h1>",
    b"<time datetime=", b'"datePublished": "', b"{", b"[", b"\\u", b"\\ud800", b"&#0;", b"&#xd800;",
    b"&amp", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\r", b"\n\n\n", b"9" * 40, b"1e999",
    b'<meta charset="utf-16">', b'<meta charset="gb2312">', b"<div>" * 300, b"<table><tr><td>",
    b"\n--outer\n", b"=?utf-8?q?=", b"charset=", b"\x1f\x8b\x08", b"WARC/1.1\r\n", b"\r\n\r\n",
    b"Content-Length: 7\r\n", b"Content-Encoding: br\r\n", b"<item>", b"&x;", b"<!DOCTYPE a [",
    b" obj", b"stream\n", b"/Kids [2 0 R]", b"endobj",
    "\u202e\u0301\U0001f469\u200d\U0001f467".encode(),
]  # fmt: skip


def check_bytes(data: bytes, format_: Format) -> None:
    raw = RawReport(origin="a", format=format_, path=None, data=data, n_bytes=len(data))
    reports = [raw]
    if is_container(format_):
        reports = list(open_container(io.BytesIO(data), raw, 1_000_000, Fields(title="head.line")))
        assert reports
    for report in reports:
        with suppress(ReadError, MissingExtra):
            check_document(make_document(report, max_bytes=1_000_000))


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


def check_mutations(n_inputs: int, *, seed: int, seeds: list[tuple[Format, bytes]]) -> None:
    rng = random.Random(seed)
    for number in range(n_inputs):
        format_, data = rng.choice(seeds)
        mutated = mutate(data, rng)
        try:
            check_bytes(mutated, format_)
        except Exception as error:
            error.add_note(f"input {number} of seed {seed}: {mutated!r}")
            raise


def test_some_mutations_of_every_format():
    check_mutations(150, seed=1, seeds=SEEDS)


def test_some_mutations_of_a_pdf():
    check_mutations(8, seed=1, seeds=[(Format.PDF, PDF)])


@pytest.mark.slow
def test_ten_thousand_mutations_of_every_format():
    check_mutations(10_000, seed=2, seeds=SEEDS)
    check_mutations(300, seed=2, seeds=[(Format.PDF, PDF)])


@given(data=st.binary(max_size=600), format_=st.sampled_from(FORMATS))
@settings(deadline=None)
def test_any_bytes(data, format_):
    check_bytes(data, format_)


@given(text=st.text(max_size=600), format_=st.sampled_from(FORMATS))
@settings(deadline=None)
def test_any_text(text, format_):
    check_bytes(text.encode("utf-8", "surrogatepass"), format_)


def test_page_of_a_hundred_thousand_levels_ends():
    deep = b"<p>The mayor said so.</p>" + b"<div>" * 100_000 + b"<p>deep</p>"
    check_bytes(deep, Format.HTML)
    check_bytes(b"Subject: a\nContent-Type: text/html\n\n" + deep, Format.MAIL)
    entry = b"<rss><channel><item><description><![CDATA[%s]]></description></item></channel></rss>"
    check_bytes(entry % deep, Format.FEED)


def test_every_seed_may_be_cut_anywhere():
    for format_, data in dict(SEEDS).items():
        for end in range(0, len(data), max(1, len(data) // 25)):
            check_bytes(data[:end], format_)
    for end in range(0, len(PDF), len(PDF) // 6):
        check_bytes(PDF[:end], Format.PDF)
