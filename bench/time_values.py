"""How many values of time expressions are right at gold spans, corpus by corpus.

`python -m bench.time_values` prints a table of the parts that the rules are developed on;
`--held-out` of those that they are not; `--errors PART` lists the most frequent wrong values.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.gum_dates import is_right as is_right_in_gum
from bench.held_out import is_held_out
from bench.nested_score import fold_clock
from bench.places import CORPORA_VARIABLE, find_folder
from bench.reports import Report, read_reports
from sayso.analyse import add_values
from sayso.intake import Given, make_text_document
from sayso.records import DateOrigin, Precision, PublicationDate, Span, Timex

_CONTEXT = 60
Agree = Callable[[str, Timex, str | None], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a corpus, which of its reports count, and when a value is right there."""

    path: str
    counts: Callable[[str], bool]
    agree: Agree


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold expression, with the value of the gold and ours."""

    words: str
    context: str
    gold: str
    ours: str | None
    is_right: bool


def is_same_value(gold: str, time: Timex, _: str | None) -> bool:
    """Whether two TIMEX3 values are the same, however the clock is written."""
    return fold_clock(gold) == fold_clock(time.value)


def _takes_all(_: str) -> bool:
    return True


def _is_developed_on(report_id: str) -> bool:
    return not is_held_out(report_id)


DEVELOPED_ON = {
    "gum": Part("timex/gum_dates.jsonl", _takes_all, is_right_in_gum),
    "tempeval3": Part("timex/tempeval3_train.jsonl", _is_developed_on, is_same_value),
    "wikiwars": Part("timex/wikiwars.jsonl", _takes_all, is_same_value),
    "sayso-train": Part("sayso/train.jsonl", _takes_all, is_same_value),
}
HELD_OUT = {
    "tempeval3-held-out": Part("timex/tempeval3_train.jsonl", is_held_out, is_same_value),
    "sayso-dev": Part("sayso/dev.jsonl", _takes_all, is_same_value),
}


def main() -> None:
    """Prints the table, or the most frequent wrong values of one part."""
    parser = argparse.ArgumentParser(description="values of time expressions at gold spans")
    parser.add_argument("--held-out", action="store_true", help="the parts not developed on")
    parser.add_argument("--errors", choices=DEVELOPED_ON, help="list a part's wrong values")
    options = parser.parse_args()
    folder = find_folder(CORPORA_VARIABLE)
    if options.errors:
        _print_errors(DEVELOPED_ON[options.errors], folder)
        return
    print(f"{'data':20} {'number':>7} {'right':>7} {'share':>7}")
    for name, part in (HELD_OUT if options.held_out else DEVELOPED_ON).items():
        answers = list(answer_part(part, folder))
        right = sum(answer.is_right for answer in answers)
        print(f"{name:20} {len(answers):7} {right:7} {100 * right / max(len(answers), 1):5.1f} %")


def answer_part(part: Part, folder: Path) -> Iterator[Answer]:
    """Every gold expression of a part, understood in its report."""
    for report in read_reports(folder / part.path):
        if part.counts(report["id"]):
            yield from answer_report(report, part.agree)


def answer_report(report: Report, agree: Agree) -> Iterator[Answer]:
    """Every gold expression of a report, read against its publication date."""
    text = report["text"]
    for (start, end, gold), time in zip(find_golds(report), value_golds(report), strict=True):
        context = text[max(0, start - _CONTEXT) : end + _CONTEXT]
        is_right = agree(gold, time, report.get("dct"))
        yield Answer(text[start:end], context, gold, time.value, is_right)


def value_golds(report: Report) -> tuple[Timex, ...]:
    """What sayso makes of the gold expressions of a report."""
    times = tuple(Timex(span=Span(start, end)) for start, end, _ in find_golds(report))
    return add_values(report["text"], times, find_published(report))


def find_published(report: Report) -> PublicationDate | None:
    """The date that the corpus gives, else the one that sayso finds at the head of the text."""
    date = report.get("dct") or report.get("date")
    if date:
        return PublicationDate(value=date[:10], precision=Precision.DAY, found_in=DateOrigin.GIVEN)
    return make_text_document(report["text"], origin=report["id"], given=Given()).published


def find_golds(report: Report) -> list[tuple[int, int, str]]:
    """The gold expressions in text order: start, end and value."""
    spans = [(each["start"], each["end"], each["value"]) for each in report.get("timex", ())]
    return sorted(spans + [(*each["span"], each["value"]) for each in report.get("times", ())])


def _print_errors(part: Part, folder: Path) -> None:
    wrong = [answer for answer in answer_part(part, folder) if not answer.is_right]
    frequent = Counter(answer.words.lower() for answer in wrong)
    for answer in sorted(wrong, key=lambda each: (-frequent[each.words.lower()], each.words)):
        context = " ".join(answer.context.split())
        print(f"{answer.words!r:40} {answer.gold:24} {answer.ours!s:20} {context}")


if __name__ == "__main__":
    main()
