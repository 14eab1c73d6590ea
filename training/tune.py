"""Chooses the numbers between scores and decisions on the dev parts, on the int8 outputs that ship.

Writes them into the package's manifest, with the dev figures of the package and of its unquantised
twin.
Usage: python -m training.tune [--package build/package]
"""

import argparse
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.attribution_score import score_attributions
from bench.floors import load_floors
from bench.names import is_name_right
from bench.nested_score import find_named, score_nested
from bench.places import CORPORA_VARIABLE, find_folder
from bench.reports import Report, keep_outermost, read_reports, to_report
from bench.score import Tally, add_up
from sayso.analyse import Findings, Names, add_names, find_attributions
from sayso.analyse.drafts import make_drafts
from sayso.encoder.decoding import Decoding
from sayso.encoder.package import MANIFEST_FILE
from sayso.encoder.session import Encoder, WindowScores
from sayso.encoder.tokens import Tokens
from sayso.intake import make_text_document
from sayso.records import Document, Reading
from sayso.sentences import find_sentences
from training.events import find_log_priors
from training.train import CONFIG, DEV, load_config

# In PolNeAR's style a hop is not scored by the network: what stands inside a content is nested in
# it.
POLNEAR = Decoding(inside_parent=50.0)
THRESHOLDS = tuple(np.round(np.arange(-1.2, 1.21, 0.1), 2).tolist())
# No number is chosen that brings a figure nearer to its floor than this, in points, if another
# does not; each point missing weighs ten.
_ROOM, _WEIGHT = 0.4, 10.0
EMPTY_SCORES = (0.0, -1.0, -2.0, -50.0)
EXTRA_SCORES = (0.0, -1.0, -2.0, -3.0, -4.0, -5.0)
HEADLINE = {
    "polnear": ("found", "who-said-it end-to-end", "exact triple"),
    "sayso": (
        "cue start",
        "found",
        "nested found",
        "parent hop",
        "source_type",
        "act",
        "certainty",
        "whole",
    ),
}
# What is tuned for too, but sways by some points between processors: there is too little of it.
EXTRAS = {"polnear": (), "sayso": ("grounds", "addressee")}


@dataclass(frozen=True, slots=True)
class Scored:
    """A gold report and what the network says of it."""

    gold: Report
    document: Document
    tokens: Tokens
    windows: tuple[WindowScores, ...]


def score_reports(encoder: Encoder, reports: Iterable[Report], style: str) -> list[Scored]:
    """The scores of every report, made once for all the numbers that are tried on them."""
    scored = []
    for report in reports:
        tokens = encoder.tokenize(report["text"])
        windows = encoder.score(tokens, find_sentences(report["text"]), style=style)
        document = make_text_document(report["text"])
        scored.append(Scored(report, document, tokens, tuple(windows)))
    return scored


def figures(scored: list[Scored], style: str, decoding: Decoding) -> dict[str, float]:
    """All figures of one style that are tuned for, in per cent."""
    total = add_up([_tally(each, style, decoding) for each in scored])
    return {name: 100 * total[name].f1 for name in HEADLINE[style] + EXTRAS[style]}


def headlines(scored: list[Scored], style: str, decoding: Decoding) -> dict[str, float]:
    """Those of the figures that quantising must not spoil."""
    found = figures(scored, style, decoding)
    return {name: found[name] for name in HEADLINE[style]}


def _tally(scored: Scored, style: str, decoding: Decoding) -> Tally:
    report = _read(scored, decoding)
    if style == "polnear":
        return score_attributions(scored.gold, keep_outermost(report))
    return score_nested(scored.gold, report).tally


def _read(scored: Scored, decoding: Decoding) -> Report:
    found = find_attributions(
        scored.document.text, scored.tokens, scored.windows, decoding=decoding
    )
    return to_report(_make_reading(scored, found), scored.gold["id"])


def _make_reading(scored: Scored, found: Findings) -> Reading:
    return Reading(
        document=scored.document,
        attributions=found.attributions,
        implied=found.implied,
        times=found.times,
        sentences=(),
        weights="",
    )


def choose_polnear(scored: list[Scored]) -> Decoding:
    """The numbers by what is found and by who said it."""
    tried = {"cue_threshold": THRESHOLDS, "empty_source": EMPTY_SCORES}
    goals = dict.fromkeys(tried, ("found", "who-said-it end-to-end"))
    return climb(POLNEAR, tried, goals, scored, "polnear")


def choose_sayso(scored: list[Scored]) -> Decoding:
    """Each number by the figures that it is there for; last the calibration."""
    tried = {
        "cue_threshold": THRESHOLDS,
        "empty_content": EMPTY_SCORES,
        "source_by_type": (0.0, 0.5, 1.0, 2.0),
        "empty_grounds": EXTRA_SCORES,
        "empty_addressee": EXTRA_SCORES,
        "inside_parent": (0.0, 1.0, 2.0, 4.0),
    }
    goals = {
        "cue_threshold": ("cue start", "found", "whole"),
        "empty_content": ("found",),
        "source_by_type": ("whole",),
        "empty_grounds": ("grounds",),
        "empty_addressee": ("addressee",),
        "inside_parent": ("parent hop", "whole"),
    }
    best = climb(Decoding(), tried, goals, scored, "sayso")
    best = replace(best, calibration=calibrate(scored, best))
    best = replace(best, name_calibration=calibrate_names(scored, best))
    return replace(best, event_log_priors=_read_log_priors())


def _read_log_priors() -> tuple[float, ...]:
    corpora = find_folder(CORPORA_VARIABLE)
    config = load_config(CONFIG, with_teachers=False)
    (events,) = (each for each in config["corpora"] if each["gold"] == "events")
    labelled, quiet = (read_reports(corpora / events[name]) for name in ("file", "quiet"))
    return find_log_priors(labelled, quiet)


def climb(
    start: Decoding,
    tried: Mapping[str, Iterable[float]],
    goals: Mapping[str, Iterable[str]],
    scored: list[Scored],
    style: str,
) -> Decoding:
    """The best decoding that is reached by changing one number at a time, each of them twice, by
    the sum of its goals."""
    best = start
    for name, values in [*tried.items()] * 2:
        candidates = [_with(best, name, value) for value in values]
        sums = []
        for candidate in candidates:
            found = figures(scored, style, candidate)
            sums.append(sum(found[goal] for goal in goals[name]) - _weigh_floors(found, style))
        best = candidates[sums.index(max(sums))]
    return best


def _weigh_floors(found: Mapping[str, float], style: str) -> float:
    """What it costs to be too near to the floors that were asked for at the start."""
    floors = {each.score: each.floor for each in load_floors().figures if each.part == style}
    missing = (
        max(0.0, floors[name] + _ROOM - found[name]) for name in HEADLINE[style] if name in floors
    )
    return _WEIGHT * sum(missing)


def _with(decoding: Decoding, name: str, value: float) -> Decoding:
    changed: dict[str, Any] = {name: value}
    return replace(decoding, **changed)


def calibrate(scored: list[Scored], decoding: Decoding) -> tuple[float, float, float]:
    """Intercept and slopes that turn cue and content scores into the share of attributions found.

    Source: Platt scaling, Platt 1999, with two scores instead of one.
    """
    rows: list[tuple[float, float, float]] = []
    right: list[bool] = []
    for each in scored:
        drafts = make_drafts(each.tokens, each.windows, decoding)
        judged = score_nested(each.gold, _read(each, decoding)).judged
        rows.extend((1.0, draft.score, draft.content_score) for draft in drafts)
        right.extend(found for _, found in judged)
    weights = _logistic_regression(np.array(rows), np.array(right, dtype=np.float64))
    intercept, of_cue, of_content = weights
    return intercept, of_cue, of_content


def calibrate_names(scored: list[Scored], decoding: Decoding) -> tuple[float, float]:
    """Intercept and slope that turn a name's share of belief into how often such names are
    right, on the attributions found."""
    rows: list[tuple[float, float]] = []
    right: list[bool] = []
    for each in scored:
        found = find_attributions(each.document.text, each.tokens, each.windows, decoding=decoding)
        named = add_names(Names(each.document.text), found.attributions, found.pointed)
        predicted = to_report(_make_reading(each, replace(found, attributions=named)), "")
        shares = {a["id"]: a["source_name_score"] for a in predicted["attributions"]}
        for gold, ours in find_named(each.gold, predicted):
            if ours.name is not None and ours.id in shares:
                share = min(max(shares[ours.id], 0.001), 0.999)
                rows.append((1.0, math.log(share / (1 - share))))
                right.append(is_name_right(gold.name or "", ours.name, each.gold["text"]))
    intercept, slope = _logistic_regression(np.array(rows), np.array(right, dtype=np.float64))
    return intercept, slope


def _logistic_regression(
    rows: npt.NDArray[np.float64], right: npt.NDArray[np.float64]
) -> tuple[float, ...]:
    weights = np.zeros(rows.shape[1])
    ridge = 0.1 * np.eye(rows.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - share) - ridge @ weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return tuple(np.round(weights, 4).tolist())


def main() -> None:
    """Parses the command line, chooses and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--package", type=Path, default=Path("build/package"))
    package: Path = parser.parse_args().package
    choose = {"polnear": choose_polnear, "sayso": choose_sayso}
    decoding, shipped, unquantised = {}, {}, {}
    for name, style in DEV.items():
        reports = read_reports(find_folder(CORPORA_VARIABLE) / name)
        scored = score_reports(Encoder(package, all_candidates=True), reports, style)
        decoding[style] = choose[style](scored)
        shipped[style] = headlines(scored, style, decoding[style])
        scored = score_reports(Encoder(package / "float", all_candidates=True), reports, style)
        unquantised[style] = headlines(scored, style, decoding[style])
        for figure, value in shipped[style].items():
            print(
                f"{style:8} {figure:24} int8 {value:5.1f}  float {unquantised[style][figure]:5.1f}"
            )
    manifest = json.loads((package / MANIFEST_FILE).read_text(encoding="utf-8"))
    manifest["decoding"] = {style: asdict(numbers) for style, numbers in decoding.items()}
    manifest["dev_figures"] = {"int8": shipped, "float": unquantised}
    (package / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
