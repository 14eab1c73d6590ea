"""From the bytes of one report to its document."""

import hashlib
import json

import pytest

from sayso.errors import (
    BadDate,
    BadField,
    BadJsonLine,
    FileMissing,
    FolderEmpty,
    InputBinary,
    InputEmpty,
    InputTooLarge,
    NotEnglish,
)
from sayso.intake import Given, find_reports, make_document, make_text_document
from sayso.records import DateOrigin, Precision, RepeatKind

TEXT = (
    "Old bridge closed\n\nLowmarch, 3 January 2019\n\n"
    "The council has closed the old bridge, its clerk said.\r\n\r\nNobody was hurt. 👩‍👧\n"
)


def read_bytes(tmp_path, data, *, name="report.txt", max_bytes=1000, **more):
    path = tmp_path / name
    path.write_bytes(data)
    (raw,) = find_reports([str(path)])
    return make_document(raw, max_bytes=max_bytes, **more)


def test_text_is_kept_and_raw_bytes_are_hashed(tmp_path):
    document = read_bytes(tmp_path, TEXT.encode())
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_what_the_text_says_about_itself(tmp_path):
    document = read_bytes(tmp_path, TEXT.encode())
    assert document.title == document.slice(document.headline) == "Old bridge closed"
    assert document.published.value == "2019-01-03"
    assert document.published.found_in is DateOrigin.DATELINE
    assert document.slice(document.published.span) == "3 January 2019"


def test_headline_points_to_the_sentence_that_it_repeats(tmp_path):
    document = read_bytes(tmp_path, TEXT.encode())
    (repetition,) = document.repetitions
    assert repetition.kind is RepeatKind.HEADLINE
    assert document.slice(repetition.body).startswith("The council has closed")


def test_what_is_given_outweighs_what_is_found(tmp_path):
    given = Given(title="Bridge", publisher="Gazette", url="https://a.example", date="2020-05")
    document = read_bytes(tmp_path, TEXT.encode(), given=given)
    assert (document.title, document.publisher) == ("Bridge", "Gazette")
    assert document.published.value == "2020-05"
    assert document.published.precision is Precision.MONTH
    assert document.published.found_in is DateOrigin.GIVEN


def test_json_line_keeps_its_text_even_lone_surrogates(tmp_path):
    text = "Half a pair \ud83d, said the clerk.\0"
    line = json.dumps({"id": 7, "text": text, "date": "2019-01-03", "publisher": "Gazette"})
    document = read_bytes(tmp_path, line.encode(), name="a.jsonl")
    assert (document.id, document.text, document.publisher) == ("7", text, "Gazette")
    assert document.published.value == "2019-01-03"


def test_front_matter_of_markdown_is_told_apart_from_the_report(tmp_path):
    text = "---\ntitle: 'Bridge'\ndate: 2019-01-03\nauthor: Ina Holm\n---\n# Bridge\n\nClosed."
    document = read_bytes(tmp_path, text.encode(), name="a.md")
    assert (document.text, document.title, document.byline) == (text, "Bridge", "Ina Holm")
    assert document.slice(document.published.span) == "2019-01-03"
    assert document.slice(document.headline) == "Bridge"


GERMAN = (
    "Der Botschafter hat das Land am Montag verlassen, wie das Ministerium am Abend mitteilte. "
    "Die Regierung wollte sich dazu nicht weiter zu den Gründen der Abreise und der Frage nach den "
    "Dokumenten erklären, die er mitgenommen haben soll, und verwies auf eine spätere Erklärung."
)


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.txt", InputEmpty),
        (b" \n\t", "a.html", InputEmpty),
        (b"\xef\xbb\xbf \n", "a.txt", InputEmpty),
        (b"\n\n", "a.jsonl", InputEmpty),
        (b"x" * 1001, "a.txt", InputTooLarge),
        (b"%PDF-1.7\n...", "a.txt", InputBinary),
        (GERMAN.encode(), "a.txt", NotEnglish),
        (b'{"text": 7}', "a.jsonl", BadField),
        (b'{"text": "a", "id": ""}', "a.jsonl", BadField),
        (b'{"text": "a", "title": 1}', "a.jsonl", BadField),
        (b'{"text": "a", "date": "soon"}', "a.jsonl", BadDate),
        (b'{"text": ', "a.jsonl", BadJsonLine),
        (b"[1]", "a.jsonl", BadJsonLine),
        (b"[" * 900, "a.jsonl", BadJsonLine),
    ],
)
def test_bad_input_gets_the_error_that_fits_and_names_its_origin(tmp_path, data, name, error):
    with pytest.raises(error) as caught:
        read_bytes(tmp_path, data, name=name)
    assert str(caught.value).startswith(str(tmp_path / name))


def test_missing_file_and_empty_folder(tmp_path):
    for name, error in (("none.txt", FileMissing), ("", FolderEmpty)):
        (raw,) = find_reports([str(tmp_path / name)])
        with pytest.raises(error):
            make_document(raw, max_bytes=10)


def test_file_that_grew_too_large_is_not_held_in_memory(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    (raw,) = find_reports([str(path)])
    with pytest.raises(InputTooLarge, match="50,000,000"):
        make_document(raw, max_bytes=20_000_000)


def test_text_at_hand():
    document = make_text_document("The clerk said so.", given=Given(date="2019"))
    assert (document.origin, document.published.value) == ("text", "2019")
    with pytest.raises(BadDate):
        make_text_document("The clerk said so.", given=Given(date="soon"))
    with pytest.raises(InputEmpty):
        make_text_document(" \n")
