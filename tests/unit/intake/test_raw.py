"""A raw report travels to another process, and its kept bytes give the same document again."""

import pickle
from dataclasses import asdict

import pytest

from sayso.errors import ArchiveBroken, BadField, InputTooLarge
from sayso.intake import Format, Given, RawReport, find_reports, load_bytes, make_document
from sayso.intake.raw import prefer
from tests.unit.intake.made_inputs import ATOM, MAIL, PAGE, RSS, STORY, make_archive, make_pdf

FILES = {
    "a.txt": STORY.encode(),
    "b.md": f"---\ntitle: Bridge\ndate: 2024-03-07\n---\n{STORY}".encode(),
    "c.html": PAGE,
    "d.eml": MAIL,
    "e.rss": RSS,
    "f.atom": ATOM,
    "g.warc.gz": make_archive({}, {"kind": "resource", "type_": "text/plain;charset=cp1252"}),
    "h.pdf": make_pdf(["The clerk said so."]),
    "i.jsonl": b'{"text": "The clerk said so.", "id": 7}',
}


@pytest.fixture
def raws(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return list(find_reports([str(tmp_path)]))


def test_same_bytes_and_facts_make_the_same_document(raws):
    assert len(raws) == len(FILES) + 2
    for raw in raws:
        data = load_bytes(raw, max_bytes=100_000)
        kept = RawReport(
            origin=raw.origin,
            format=Format(raw.format.value),
            path=None,
            data=data,
            n_bytes=len(data),
            given=Given(**asdict(raw.given)),
        )
        document = make_document(kept, max_bytes=100_000)
        assert document == make_document(raw, max_bytes=100_000)
        assert document == make_document(raw, max_bytes=100_000, data=data)


def test_raw_report_can_be_pickled(raws):
    assert [pickle.loads(pickle.dumps(raw)) for raw in raws] == raws


@pytest.mark.parametrize(
    "error",
    [
        InputTooLarge("a", n_bytes=7, max_bytes=6),
        ArchiveBroken("a", offset=7, reason="cut"),
        BadField("a", name="text", value=None, wanted="a string"),
    ],
)
def test_error_of_a_container_can_be_pickled(error):
    raw = RawReport(origin="a", format=Format.WARC, path=None, data=None, n_bytes=0, error=error)
    again = pickle.loads(pickle.dumps(raw)).error
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_error_of_a_container_is_raised_when_it_is_read():
    error = ArchiveBroken("a", offset=7, reason="cut")
    raw = RawReport(origin="a", format=Format.WARC, path=None, data=b"", n_bytes=0, error=error)
    for read in (load_bytes, make_document):
        with pytest.raises(ArchiveBroken):
            read(raw, max_bytes=10)


def test_what_a_caller_knows_outweighs_what_a_container_knows():
    first, second = Given(title="A"), Given(title="B", url="u", charset="c")
    assert prefer(first, second) == Given(title="A", url="u", charset="c")
