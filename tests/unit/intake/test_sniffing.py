"""What a file without a telling name holds."""

import gzip
import io
import time

import pytest

from sayso.intake import Format, find_reports
from sayso.intake.reports import STDIN
from sayso.intake.sniffing import sniff
from tests.unit.intake.made_inputs import ATOM, RSS, STORY, make_archive, make_pdf


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        (make_pdf([]), Format.PDF),
        (make_archive({}), Format.WARC),
        (make_archive({}, packed=False), Format.WARC),
        (gzip.compress(b'{"text": 1}'), Format.JSONL_GZIP),
        (gzip.compress(b"words"), Format.TEXT),
        (b"\x1f\x8b\x08", Format.TEXT),
        (RSS, Format.FEED),
        (ATOM, Format.FEED),
        (b'<?xml version="1"?>\n<!-- - -->\n<!DOCTYPE a [<!ENTITY a "b">] >\n<rss >', Format.FEED),
        (b"<rdf:RDF xmlns='x'>", Format.FEED),
        (b"<?xml version='1.0'?><rows>", Format.HTML),
        (b"<rssfeed>", Format.TEXT),
        (b"", Format.TEXT),
    ],
)  # fmt: skip
def test_first_bytes_tell(head, format_):
    assert sniff(head[:4096]) is format_


def test_no_head_takes_long():
    start = time.monotonic()
    for part in (b"<!---->", b"<??>", b"<!DOCTYPE a>", b"<!DOCTYPE a [", b" ", b"<!--"):
        sniff(part * (4096 // len(part)))
    assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("data", "formats"),
    [
        (RSS, [Format.FEED_ENTRY] * 2),
        (make_archive({}, {}), [Format.HTML] * 2),
        (make_pdf(["a"]), [Format.PDF]),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}'), [Format.JSON_LINE] * 2),
        (STORY.encode(), [Format.TEXT]),
    ],
    ids=["feed", "archive", "pdf", "lines", "text"],
)
def test_standard_input_may_hold_many_reports(data, formats):
    raws = list(find_reports([STDIN], stdin=io.BytesIO(data)))
    assert [raw.format for raw in raws] == formats
    assert {raw.origin.partition(":")[0] for raw in raws} == {STDIN}


def test_standard_input_that_is_too_long_is_not_held():
    (raw,) = find_reports([STDIN], stdin=io.BytesIO(RSS), max_bytes=100)
    assert (raw.data, raw.n_bytes) == (None, 101)
