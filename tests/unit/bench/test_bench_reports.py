from pathlib import Path
from typing import Any

import pytest

from bench.errors import TextsDiffer, UnknownReport
from bench.reports import keep_outermost, pair_reports, read_reports, to_report
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    DateOrigin,
    Document,
    Implied,
    Precision,
    PublicationDate,
    Reading,
    SourceType,
    Span,
    Timex,
)

TEXT = "On 4 May Mayor Brin told us it rains."


def make_reading() -> Reading:
    attribution = Attribution(
        id="a1",
        source=(Span(9, 19),),
        cue=(Span(20, 24),),
        content=(Span(28, 30), Span(31, 36)),
        grounds=(),
        addressee=(Span(25, 27),),
        title=(),
        source_type=SourceType.NAMED_PERSON,
        act=Act.SAY,
        certainty=Certainty.CERTAIN,
        parent=None,
        probability=0.75,
    )
    published = PublicationDate(
        value="2031-05-04", precision=Precision.DAY, found_in=DateOrigin.DATELINE
    )
    document = Document(id="d", text=TEXT, sha256="0", origin="x", published=published)
    return Reading(
        document=document,
        attributions=(attribution,),
        implied=(Implied(of="a1", content=(Span(31, 36),), probability=0.5),),
        times=(Timex(span=Span(3, 8), value="PT1H"),),
        sentences=(),
        weights="w",
    )


def test_a_reading_becomes_a_report_of_the_corpus_format() -> None:
    assert to_report(make_reading(), "r1") == {
        "id": "r1",
        "text": TEXT,
        "date": "2031-05-04",
        "attributions": [
            {
                "id": "a1",
                "source": [[9, 19]],
                "cue": [[20, 24]],
                "content": [[28, 30], [31, 36]],
                "grounds": [],
                "addressee": "us",
                "title": None,
                "source_type": "named_person",
                "act": "say",
                "certainty": "certain",
                "parent": None,
                "probability": 0.75,
                "source_name": None,
                "source_name_score": None,
            }
        ],
        "implied": [{"of": "a1", "content": [[31, 36]]}],
        "times": [{"span": [3, 8], "value": "PT1H"}],
    }


def test_only_attributions_without_parent_are_outermost() -> None:
    inner, outer = {"id": "a2", "parent": "a1"}, {"id": "a1", "parent": None}
    assert keep_outermost({"attributions": [outer, inner]})["attributions"] == [outer]


def test_a_report_without_prediction_is_paired_with_an_empty_one() -> None:
    gold: dict[str, Any] = {"id": "r1", "text": "x", "attributions": [1]}
    assert list(pair_reports([gold], {})) == [(gold, {"attributions": []})]


def test_a_prediction_for_an_unknown_report_is_refused() -> None:
    with pytest.raises(UnknownReport, match="'r2'"):
        list(pair_reports([], {"r2": {}}))


def test_a_prediction_on_another_text_is_refused() -> None:
    gold = {"id": "r1", "text": "x"}
    with pytest.raises(TextsDiffer, match="'r1'"):
        list(pair_reports([gold], {"r1": {"text": "y"}}))


def test_reports_are_read_one_a_line_and_blank_lines_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    path.write_text('{"id": "r1"}\n\n{"id": "r2"}\n', encoding="utf-8")
    assert [report["id"] for report in read_reports(path)] == ["r1", "r2"]
