import random
from pathlib import Path

import pytest

from bench.errors import NoParagraphs
from bench.report_maker import find_paragraphs, make_report, make_reports

PARAGRAPHS = [f"p{number} " + "word " * 19 + "end" for number in range(12)]


def test_only_running_text_of_text_files_is_taken(tmp_path: Path) -> None:
    running = "The dam held through the night, the warden of the lower valley said on Monday again."
    (tmp_path / "b.txt").write_text(f"Dam holds\n\n{running}\n\nOss", encoding="utf-8")
    (tmp_path / "a.html").write_text(running, encoding="utf-8")
    assert find_paragraphs([tmp_path]) == [running]


def test_folders_without_text_are_named(tmp_path: Path) -> None:
    with pytest.raises(NoParagraphs, match=tmp_path.name):
        find_paragraphs([tmp_path])


def test_reports_are_as_long_as_news() -> None:
    lengths = [len(report.split()) for report in make_reports(PARAGRAPHS, 200, seed=0)]
    assert 150 <= min(lengths) < 300
    assert 900 < max(lengths) <= 1200


def test_the_same_seed_makes_the_same_reports() -> None:
    assert make_reports(PARAGRAPHS, 3, seed=1) == make_reports(PARAGRAPHS, 3, seed=1)
    assert make_reports(PARAGRAPHS, 3, seed=1) != make_reports(PARAGRAPHS, 3, seed=2)


def test_no_paragraph_comes_twice_before_all_have_come() -> None:
    report = make_report(PARAGRAPHS, 12 * 21, random.Random(0))
    assert sorted(report.strip().split("\n\n")) == sorted(PARAGRAPHS)
