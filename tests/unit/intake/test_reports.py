"""Which reports a list of names leads to."""

import io

import pytest

from sayso.intake.reports import STDIN, Format, count_bytes, find_reports


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.html", "c.MD", "sub/d.txt", ".hidden.txt", "README.md", "photo.jpg"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("words")
    return tmp_path / "reports"


def get_names(reports):
    return [report.origin.split("/reports/")[-1] for report in reports]


def test_folder_gives_its_reports_in_order_and_nothing_else(folder):
    assert get_names(find_reports([str(folder)])) == ["a.html", "b.txt", "c.MD", "sub/d.txt"]


def test_file_that_is_named_outright_is_read_whatever_its_name(folder):
    names = [str(folder / "README.md"), str(folder / ".hidden.txt"), str(folder / "photo.jpg")]
    assert get_names(find_reports(names)) == ["README.md", ".hidden.txt", "photo.jpg"]


def test_missing_file_and_empty_folder_come_out_to_be_told_of(tmp_path):
    (tmp_path / "empty").mkdir()
    names = [str(tmp_path / "none.txt"), str(tmp_path / "empty")]
    assert [report.origin for report in find_reports(names)] == names


def test_loop_of_links_ends(folder):
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    assert len(list(find_reports([str(folder)]))) == 4


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        ("<!DOCTYPE html><p>words", Format.HTML),
        ("\ufeff\n <HTML>", Format.HTML),
        ("Words.", Format.TEXT),
    ],
)
def test_file_without_a_telling_name_is_known_by_its_first_bytes(tmp_path, head, format_):
    path = tmp_path / "page"
    path.write_text(head)
    (report,) = find_reports([str(path)])
    assert report.format is format_


def test_each_json_line_is_a_report_named_by_its_line(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\n{"text": "b"}')
    reports = list(find_reports([str(path)]))
    assert [report.origin for report in reports] == [f"{path}:1", f"{path}:3"]
    assert [report.data for report in reports] == [b'{"text": "a"}', b'{"text": "b"}']


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe{\0", b"%PDF-1.4 \n{}\n"])
def test_jsonl_file_without_a_readable_line_comes_whole(tmp_path, data):
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    (report,) = find_reports([str(path)])
    assert (report.origin, report.format) == (str(path), Format.JSONL)


def test_standard_input_is_a_report_or_json_lines():
    (report,) = find_reports([STDIN], stdin=io.BytesIO(b"The mayor said so.\nTwice."))
    assert (report.data, report.format) == (b"The mayor said so.\nTwice.", Format.TEXT)
    lines = io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')
    assert [report.origin for report in find_reports([STDIN], stdin=lines)] == ["-:1", "-:2"]


def test_bytes_are_counted_as_they_are_read(folder):
    names = [str(folder), str(folder / "a.html"), str(folder / "none"), STDIN]
    assert count_bytes(names) == 5 * len("words")
    assert sum(report.n_bytes for report in find_reports(names[:3])) == 5 * len("words")
