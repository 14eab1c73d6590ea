"""docs/quality.md: floors, results, digests and weights in; the page's text out."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from bench.floors import MEASURES, SLACK, Figure, Floors
from bench.measure import Result
from bench.score import Score, add_up, find_interval

_TITLES = {
    "polnear": "PolNeAR dev: outermost attributions, liberal style",
    "sayso": "sayso dev: attributions at every depth",
    "timex": "TempEval-3, the held-out fifth of its training part: time expressions",
    "gum": "GUM: what its dates mean",
    "events": "PLOVER, the held-out fifth of its training part: political events",
    "seed": "The seed case: one report, attribution by attribution",
}
# What else is shown, without a floor: score name -> what people call it.
_FURTHER = {
    "polnear": {
        "found": "found",
        "who-said-it end-to-end": "who said it, end to end",
        "who-said-it accuracy": "who said it, of those found",
        "no-source accuracy": "no source, of those found without one",
        "exact source": "source, exact",
        "exact cue": "cue, exact",
        "exact content": "content, exact",
        "exact triple": "triple, exact",
        "soft source": "source, by overlap",
        "soft cue": "cue, by overlap",
        "soft content": "content, by overlap",
        "soft triple": "triple, by overlap",
        "recall direct found": "found, of direct quotations",
        "recall mixed found": "found, of mixed quotations",
        "recall indirect found": "found, of indirect quotations",
    },
    "sayso": {
        "found": "found",
        "cue start": "cue start",
        "source": "source right or rightly none, of found",
        "whole": "found with right source, act and hop, of all gold",
        "parent cue": "parent's cue touched, of nested found",
        "no parent": "no parent, of found without one",
        "grounds": "grounds",
        "addressee": "addressee",
        "title": "title",
        "implied": "implied carry-ons",
        "times": "time expressions",
    },
    "timex": {"relaxed": "found", "strict": "found with equal extent", "value": "value right"},
    "gum": {},
    "events": {"right class": "right class"},
    "seed": {},
}
_TEMPLATE = Path(__file__).with_name("quality_template.md")


def make_page(
    floors: Floors, results: Mapping[str, Result], *, weights: str, digests: Mapping[str, str]
) -> str:
    """The whole page in Markdown."""
    parts = [
        _make_part(part, result, [each for each in floors.figures if each.part == part])
        for part, result in results.items()
    ]
    template = Template(_TEMPLATE.read_text(encoding="utf-8"))
    measured_on = _provenance(weights, digests)
    return template.substitute(slack=SLACK, parts="\n".join(parts), measured_on=measured_on)


def _make_part(part: str, result: Result, figures: list[Figure]) -> str:
    sections = [f"## {_TITLES[part]}\n", _headlines(figures, result)]
    sections += [_further(_FURTHER[part], result), _remarks(result)]
    return "\n".join(section for section in sections if section)


def _headlines(figures: list[Figure], result: Result) -> str:
    rows = [
        "| figure | floor | pinned | aim | measured | for orientation |",
        "|---|---|---|---|---|---|",
    ]
    total = add_up(result.tallies)
    for figure in figures:
        value = MEASURES[figure.measure](total[figure.score])
        cells = [figure.floor, figure.pinned, figure.aim]
        shown = [_show(cell, figure.measure) for cell in cells]
        measured = f"**{_show(value, figure.measure)}**{_interval(figure, result)}"
        rows.append("| " + " | ".join([figure.title, *shown, measured, figure.orientation]) + " |")
    return "\n".join(rows) + "\n"


def _interval(figure: Figure, result: Result) -> str:
    if len(result.tallies) == 1:
        return ""
    scores = [tally.get(figure.score, Score()) for tally in result.tallies]
    low, high = find_interval(scores, MEASURES[figure.measure])
    return f" [{low:.1f}, {high:.1f}]"


def _show(value: float, measure: str) -> str:
    return f"{value:.0f}" if measure == "number" else f"{value:.1f}"


def _further(names: Mapping[str, str], result: Result) -> str:
    if not names:
        return ""
    total = add_up(result.tallies)
    rows = ["Also measured, without a floor:\n", "| figure | precision | recall | F1 | of gold |"]
    rows.append("|---|---|---|---|---|")
    for name, title in names.items():
        score = total[name]
        parts = " | ".join(f"{100 * x:.1f}" for x in (score.precision, score.recall, score.f1))
        rows.append(f"| {title} | {parts} | {score.gold:.0f} |")
    rows += [f"\n{name}: {value:.3f}" for name, value in result.singles.items()]
    return "\n".join(rows) + "\n"


def _remarks(result: Result) -> str:
    if not result.remarks:
        return ""
    return "Not right:\n\n" + "".join(f"- {remark}\n" for remark in result.remarks)


def _provenance(weights: str, digests: Mapping[str, str]) -> str:
    rows = "".join(f"| `{name}` | `{digest}` |\n" for name, digest in digests.items())
    return f"## Measured on\n\nWeights `{weights}`.\n\n| file | SHA-256 |\n|---|---|\n{rows}"
