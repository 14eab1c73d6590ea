"""Reports in the corpus format: files or readings in, plain dicts, paired with their gold, out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.errors import TextsDiffer, UnknownReport
from sayso.records import Attribution, Document, Reading, Span

Report = dict[str, Any]


def read_reports(path: Path) -> list[Report]:
    """The reports of a corpus file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_report(reading: Reading, report_id: str) -> Report:
    """A reading as a report of the corpus format, with the probability of each attribution."""
    published = reading.document.published
    return {
        "id": report_id,
        "text": reading.document.text,
        "date": published.value if published else None,
        "attributions": [
            _to_plain(reading.document, attribution) for attribution in reading.attributions
        ],
        "implied": [
            {"of": implied.of, "content": _to_ranges(implied.content)}
            for implied in reading.implied
        ],
        "times": [
            {"span": [time.span.start, time.span.end], "value": time.value}
            for time in reading.times
        ],
    }


def keep_outermost(report: Report) -> Report:
    """The report with only those attributions that stand inside no other."""
    outermost = [each for each in report["attributions"] if each.get("parent") is None]
    return {**report, "attributions": outermost}


def pair_reports(
    gold: Iterable[Report], predicted: Mapping[str, Report]
) -> Iterator[tuple[Report, Report]]:
    """Each gold report with its prediction; one without prediction gets an empty one.

    Raises: UnknownReport, TextsDiffer.
    """
    gold_by_id = {report["id"]: report for report in gold}
    for report_id in predicted:
        if report_id not in gold_by_id:
            raise UnknownReport(report_id)
    for report_id, report in gold_by_id.items():
        ours = predicted.get(report_id, {"attributions": []})
        if ours.get("text", report["text"]) != report["text"]:
            raise TextsDiffer(report_id)
        yield report, ours


def _to_plain(document: Document, attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _to_ranges(attribution.source),
        "cue": _to_ranges(attribution.cue),
        "content": _to_ranges(attribution.content),
        "grounds": _to_ranges(attribution.grounds),
        "addressee": _to_words(document, attribution.addressee),
        "title": _to_words(document, attribution.title),
        "source_type": str(attribution.source_type),
        "act": str(attribution.act),
        "certainty": str(attribution.certainty),
        "parent": attribution.parent,
        "probability": attribution.probability,
    }


def _to_ranges(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _to_words(document: Document, spans: tuple[Span, ...]) -> str | None:
    return " ".join(document.slice(span) for span in spans) or None
