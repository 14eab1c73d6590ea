"""What the records of a web archive become, whatever is wrong with others."""

import gzip
import tracemalloc

import brotli
import pytest

from sayso.errors import (
    ArchiveBroken,
    CompressionBroken,
    CompressionUnknown,
    ContainerEmpty,
    InputTooLarge,
)
from sayso.intake import find_reports, load_bytes, make_document
from tests.unit.intake.made_inputs import PAGE, STORY, URL, make_archive, make_bomb, make_record

LIMIT = 1_000_000


def find(tmp_path, data, name="a.warc.gz"):
    (tmp_path / name).write_bytes(data)
    return list(find_reports([str(tmp_path / name)], max_bytes=LIMIT))


def get_errors(raws):
    return [type(raw.error) if raw.error else None for raw in raws]


@pytest.mark.parametrize("packed", [True, False])
def test_page_has_the_address_and_the_time_of_its_record(tmp_path, packed):
    (raw,) = find(tmp_path, make_archive({}, packed=packed), "a.warc.gz" if packed else "a.warc")
    document = make_document(raw, max_bytes=LIMIT)
    assert (document.origin, document.url) == (f"{raw.origin}", URL)
    assert raw.origin.endswith(":0")
    assert (document.fetched.value, document.fetched.span) == ("2024-03-09T08:15Z", None)
    assert document.title == "Old bridge closed"


def test_only_pages_texts_and_pdfs_that_were_found_are_reports(tmp_path):
    data = make_archive(
        {"kind": "warcinfo", "type_": "application/warc-fields"},
        {"kind": "request"},
        {"status": "404 Not Found"},
        {"status": "301 Moved", "Location": URL},
        {"type_": "image/png"},
        {"url": "https://courier.example/robots.txt", "type_": "text/plain"},
        {"type_": "application/pdf", "body": b"%PDF-1.4"},
        {"kind": "resource", "type_": "text/plain; charset=cp1252", "body": b"So \x96 said."},
        {"kind": "metadata"},
    )
    pdf, text = find(tmp_path, data)
    assert pdf.format == "pdf"
    assert make_document(text, max_bytes=LIMIT).text == "So – said."
    assert pdf.n_bytes + text.n_bytes == len(data)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (brotli.compress(PAGE), {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (b"4\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (PAGE[:4], len(PAGE) - 4, PAGE[4:]), {}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
    ],
    ids=["gzip", "brotli", "no gzip", "chunks", "no chunks"],
)
def test_body_is_unpacked_as_its_headers_say_or_pretend(tmp_path, body, headers):
    headers = headers or {"Transfer_Encoding": "chunked"}
    (raw,) = find(tmp_path, make_archive({"body": body, **headers}))
    assert load_bytes(raw, max_bytes=LIMIT) == PAGE


def test_body_that_cannot_be_unpacked_costs_no_other(tmp_path):
    half = gzip.compress(PAGE)[:-30]
    records = [
        {},
        {"body": half, "Content_Encoding": "gzip"},
        {"Content_Encoding": "zstd"},
        {"body": make_bomb(), "Content_Encoding": "gzip"},
        {"body": bytes(LIMIT + 1)},
        {},
    ]
    errors = get_errors(find(tmp_path, make_archive(*records)))
    told = [CompressionBroken, CompressionUnknown, InputTooLarge, InputTooLarge]
    assert errors == [None, *told, None]


def test_damaged_member_is_named_and_the_rest_is_read(tmp_path):
    members = [bytearray(make_archive({"url": f"{URL}/{n}"})) for n in range(5)]
    members[1][150:180] = b"\xff" * 30
    members[3][-6] ^= 1  # its checksum
    raws = find(tmp_path, b"".join(members))
    assert get_errors(raws) == [None, ArchiveBroken, None, ArchiveBroken, None]
    first, second = (raw.error for raw in raws if raw.error)
    assert first.offset == len(members[0])
    assert second.offset == sum(map(len, members[:3]))
    assert str(tmp_path / "a.warc.gz") in str(first)
    assert f"byte {first.offset}" in str(first)


def test_archive_that_is_cut_gives_what_was_before(tmp_path):
    packed = make_archive({}, {})
    plain = make_archive({}, {}, packed=False)
    for data, name in ((packed[:-50], "a.warc.gz"), (plain[:-50], "a.warc")):
        assert get_errors(find(tmp_path, data, name)) == [None, ArchiveBroken]
    assert get_errors(find(tmp_path, gzip.compress(plain)[:-100])) == [ArchiveBroken]


@pytest.mark.parametrize("length", ["9", "99999", "99999999999999999999999", "-7", "x"])
def test_record_with_a_wrong_length_costs_itself(tmp_path, length):
    data = make_archive({}, {}, {}, packed=False)
    right = f"Content-Length: {len(make_record()) - data.index(b'HTTP/') - 4}\r\n".encode()
    assert data.count(right) == 3
    wrong = data.replace(right, f"Content-Length: {length}\r\n".encode(), 1)
    errors = get_errors(find(tmp_path, wrong, "a.warc"))
    assert errors[-2:] == [None, None]
    assert set(errors[:-2]) <= {ArchiveBroken}


@pytest.mark.parametrize("data", [b"", b"\0" * 100, make_archive({"kind": "request"})])
def test_archive_without_a_report_is_told(tmp_path, data):
    (raw,) = find(tmp_path, data)
    with pytest.raises(ContainerEmpty):
        make_document(raw, max_bytes=LIMIT)


@pytest.mark.parametrize("data", [b"no archive", b"\x1f\x8b\x08\0", gzip.compress(b"no archive")])
def test_what_is_no_archive_is_told(tmp_path, data):
    assert get_errors(find(tmp_path, data)) == [ArchiveBroken]


def test_records_packed_together_have_names_of_their_own(tmp_path):
    data = gzip.compress(make_archive({}, {}, packed=False))
    first, second = find(tmp_path, data)
    assert first.origin != second.origin
    assert make_document(second, max_bytes=LIMIT).title == "Old bridge closed"


def test_address_that_climbs_is_only_a_name(tmp_path):
    climbing = "file:///../../../../tmp/../etc/passwd"
    before = sorted(tmp_path.rglob("*"))
    (raw,) = find(tmp_path, make_archive({"url": climbing}))
    assert make_document(raw, max_bytes=LIMIT).url == climbing
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "a.warc.gz"]


def test_archive_is_never_in_memory_as_a_whole(tmp_path):
    path = tmp_path / "a.warc.gz"
    bomb = gzip.compress(make_record(kind="metadata", body=bytes(80_000_000)))
    path.write_bytes(make_archive({}) + bomb + make_archive(*[{"body": STORY.encode() * 500}] * 50))
    tracemalloc.start()
    n_read = sum(raw.error is None for raw in find_reports([str(path)], max_bytes=LIMIT))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert n_read == 51
    assert most < 5_000_000
