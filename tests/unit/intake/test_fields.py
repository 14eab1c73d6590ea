"""JSON lines whose keys are not sayso's, and lines that gzip packed."""

import gzip
import json

import pytest

from sayso.errors import ArchiveBroken, BadDate, BadField, BadFields, ContainerEmpty, InputTooLarge
from sayso.intake import Fields, Format, RawReport, find_reports, make_document, read_fields

WORDS = "text=body,title=head.line,date=meta.day"
LINE = {"body": "The clerk said so.", "head": {"line": "Bridge"}, "meta": {"day": "2019-01-03"}}


def find(tmp_path, *lines, words=WORDS, name="a.jsonl"):
    data = "\n".join(json.dumps(line) for line in lines).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    fields = read_fields(words) if words else None
    return list(find_reports([str(tmp_path / name)], fields=fields, max_bytes=1000))


def test_keys_of_a_dump_are_read_by_their_mapping(tmp_path):
    (raw,) = find(tmp_path, LINE)
    document = make_document(raw, max_bytes=1000)
    assert (document.text, document.title) == ("The clerk said so.", "Bridge")
    assert document.published.value == "2019-01-03"


def test_bytes_that_are_kept_are_a_line_of_sayso_that_needs_no_mapping(tmp_path):
    (raw,) = find(tmp_path, LINE)
    kept = b'{"date":"2019-01-03","text":"The clerk said so.","title":"Bridge"}'
    assert raw.data == kept
    again = RawReport(origin=raw.origin, format=raw.format, path=None, data=kept, n_bytes=len(kept))
    assert make_document(again, max_bytes=1000) == make_document(raw, max_bytes=1000)


def test_lone_surrogates_survive(tmp_path):
    (raw,) = find(tmp_path, {"body": "Half \ud83d, he said."}, words="text=body")
    assert make_document(raw, max_bytes=1000).text == "Half \ud83d, he said."


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("Thu, 07 Mar 2024 09:30:00 +0900", "2024-03-07T09:30+09:00"),
        ("2024-03-07 09:30:00", "2024-03-07T09:30"),
        ("March 7, 2024", "2024-03-07"),
        (None, None),
    ],
)
def test_date_of_a_dump_may_be_written_in_any_clear_manner(tmp_path, day, value):
    (raw,) = find(tmp_path, {**LINE, "meta": {"day": day}})
    published = make_document(raw, max_bytes=1000).published
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("line", "error", "named"),
    [
        ({"text": "So."}, BadField, '"body"'),
        ({"body": 7}, BadField, '"body"'),
        ({**LINE, "head": {"line": []}}, BadField, '"head.line"'),
        ({**LINE, "meta": {"day": "03/04/2019"}}, BadDate, "03/04/2019"),
    ],
)
def test_bad_line_is_told_in_the_words_of_its_dump(tmp_path, line, error, named):
    bad, good = find(tmp_path, line, LINE)
    with pytest.raises(error, match=named):
        make_document(bad, max_bytes=1000)
    assert make_document(good, max_bytes=1000).title == "Bridge"


def test_key_with_dots_in_it_is_found_before_they_lead_on(tmp_path):
    (raw,) = find(tmp_path, {"body": "a", "meta.day": "2018", "meta": {"day": "2019"}})
    assert make_document(raw, max_bytes=1000).published.value == "2018"


@pytest.mark.parametrize("words", ["", "body", "text=", "words=body", "text=a,text=b", "text=a,,"])
def test_bad_mapping_is_told_with_the_names_there_are(words):
    with pytest.raises(BadFields, match="text, id, title, publisher, url, date"):
        read_fields(words)


def test_what_a_mapping_leaves_out_keeps_its_name():
    assert read_fields(" text = body ") == Fields(text="body")


def test_packed_lines_are_read_like_bare_ones(tmp_path):
    raws = find(tmp_path, {"text": "a"}, {"text": "b"}, words=None, name="a.jsonl.gz")
    assert [raw.origin[-2:] for raw in raws] == [":1", ":2"]
    assert [raw.data for raw in raws] == [b'{"text": "a"}', b'{"text": "b"}']
    assert {raw.format for raw in raws} == {Format.JSON_LINE}
    assert sum(raw.n_bytes for raw in raws) == (tmp_path / "a.jsonl.gz").stat().st_size


def test_damage_in_packed_lines_is_told_after_what_was_before(tmp_path):
    lines = b"".join(b'{"text": "%d"}\n' % n for n in range(3))
    data = gzip.compress(lines) + gzip.compress(lines)[:-20]
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    *good, bad = find_reports([str(tmp_path / "a.jsonl.gz")])
    assert len(good) >= 3
    assert isinstance(bad.error, ArchiveBroken)


def test_line_that_grows_without_end_is_not_held(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{" + b" " * 30_000_000))
    (raw,) = find_reports([str(tmp_path / "a.jsonl.gz")], max_bytes=1000)
    assert raw.data is None
    with pytest.raises(InputTooLarge):
        make_document(raw, max_bytes=1000)


@pytest.mark.parametrize(
    "data", [gzip.compress(b""), gzip.compress(b"\n\n"), gzip.compress(b"\0" * 9)]
)
def test_packed_file_without_lines_is_told(tmp_path, data):
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    (raw,) = find_reports([str(tmp_path / "a.jsonl.gz")])
    with pytest.raises(ContainerEmpty):
        make_document(raw, max_bytes=1000)
