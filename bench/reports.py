"""Reports in the corpus format: files or readings in, plain dicts, paired with their gold, out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.errors import TextsDiffer, UnknownReport
from sayso.export.json_lines import to_json_object
from sayso.records import Reading

Report = dict[str, Any]

_CORPUS_FIELDS = {
    "attributions": (
        "id", "source", "cue", "content", "grounds", "addressee", "title", "source_type", "act",
        "certainty", "parent", "probability", "source_name", "source_name_score",
    ),
    "implied": ("of", "content"),
    "times": ("span", "value"),
}  # fmt: skip


def read_reports(path: Path) -> list[Report]:
    """The reports of a corpus file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_report(reading: Reading, report_id: str) -> Report:
    """A reading as a report of the corpus format, with the probability of each attribution: the
    fields that `sayso read --json` gives under the same names."""
    shown: Report = to_json_object(reading)
    return {
        "id": report_id,
        "text": shown["text"],
        "date": shown["date"],
        **{
            key: [{name: each[name] for name in names} for each in shown[key]]
            for key, names in _CORPUS_FIELDS.items()
        },
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
