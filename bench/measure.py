"""The parts that are measured: gold files and a reader in; tallies and remarks out."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench.attribution_score import score_attributions
from bench.errors import TextsDiffer
from bench.event_score import score_events
from bench.gum_dates import score_gum
from bench.held_out import is_held_out
from bench.nested_score import find_calibration_error, score_nested
from bench.places import CASES_VARIABLE, CORPORA_VARIABLE
from bench.reports import Report, keep_outermost, pair_reports, read_reports
from bench.score import Tally, share
from bench.seed_case import is_date_right, judge_case
from bench.timex_score import score_timex

Watch = Callable[[list[Report]], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read a gold report's text in a style, how to read a file, how to class a sentence by
    its event, and by what weights."""

    read_text: Callable[[Report, str], Report]
    read_file: Callable[[Path], Report]
    judge_event: Callable[[str], str]
    weights: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one part gave: a tally for each report, single figures, and remarks for people."""

    tallies: list[Tally]
    singles: dict[str, float] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A gold file of one folder, what else must lie there, and how to measure on it."""

    variable: str
    files: tuple[str, ...]
    measure: Callable[[list[Path], Reader, Watch], Result]


def measure_outermost(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The outermost attributions in PolNeAR's style."""
    gold = read_reports(paths[0])
    predicted = [keep_outermost(reader.read_text(report, "polnear")) for report in watch(gold)]
    pairs = pair_reports(gold, {report["id"]: report for report in predicted})
    return Result([score_attributions(ours, theirs) for ours, theirs in pairs])


def measure_nested(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The attributions of every depth in sayso's own style, and how calibrated they are."""
    gold = read_reports(paths[0])
    predicted = [reader.read_text(report, "sayso") for report in watch(gold)]
    pairs = pair_reports(gold, {report["id"]: report for report in predicted})
    scores = [score_nested(ours, theirs) for ours, theirs in pairs]
    judged = [each for score in scores for each in score.judged]
    error = find_calibration_error(judged)
    return Result([score.tally for score in scores], {"calibration error": error})


def measure_seed(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The one report that is looked at attribution by attribution, read from its file.

    Raises: TextsDiffer.
    """
    gold = json.loads(paths[0].read_text(encoding="utf-8"))
    (predicted,) = [reader.read_file(paths[1]) for _ in watch([gold])]
    if predicted["text"] != gold["text"]:
        raise TextsDiffer(gold["id"])
    verdicts = judge_case(gold, predicted)
    right = sum(not verdict.faults for verdict in verdicts)
    nested = score_nested(gold, predicted).tally
    n_named = sum(bool(each.get("source_name")) for each in gold["attributions"])
    tally = {
        "right": share(right, len(verdicts)),
        "publication date": share(is_date_right(gold, predicted), 1),
        "times": share(nested["time value"].right_of_gold, len(gold.get("times", []))),
        "sources resolved": share(nested["name"].right_of_gold, n_named),
    }
    faulty = (verdict for verdict in verdicts if verdict.faults)
    return Result([tally], remarks=tuple(f"{each.id}: {'; '.join(each.faults)}" for each in faulty))


def measure_events(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The event classes of the held-out sentences, each read alone; "none" is no answer here."""
    gold = [report for report in read_reports(paths[0]) if is_held_out(report["id"])]
    predicted = [reader.judge_event(report["text"]) for report in watch(gold)]
    return Result([score_events([report["event"] for report in gold], predicted)])


def measure_timex(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The time expressions of the held-out documents, in the style of TimeBank, each document read
    with its date of creation."""
    gold = [
        report | {"date": report["dct"]}
        for report in read_reports(paths[0])
        if is_held_out(report["id"])
    ]
    return Result([score_timex(each, reader.read_text(each, "timex")) for each in watch(gold)])


def measure_gum(paths: list[Path], reader: Reader, watch: Watch) -> Result:
    """The values of GUM's dates at their gold spans, by what they denote in a calendar."""
    return Result([score_gum(each) for each in watch(read_reports(paths[0]))])


PARTS = {
    "polnear": Part(CORPORA_VARIABLE, ("polnear/dev.jsonl",), measure_outermost),
    "sayso": Part(CORPORA_VARIABLE, ("sayso/dev.jsonl",), measure_nested),
    "timex": Part(CORPORA_VARIABLE, ("timex/tempeval3_train.jsonl",), measure_timex),
    "gum": Part(CORPORA_VARIABLE, ("timex/gum_dates.jsonl",), measure_gum),
    "events": Part(CORPORA_VARIABLE, ("events/plover_train.jsonl",), measure_events),
    "seed": Part(CASES_VARIABLE, ("seed.json", "seed.txt"), measure_seed),
}
