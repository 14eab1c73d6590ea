"""What another tool makes of the same time expressions.

`python -m bench.other_tools` prints how many values dateparser and sayso get right at gold spans.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateparser.date import DateDataParser

from bench.gum_dates import denotes_the_same
from bench.held_out import is_held_out
from bench.nested_score import fold_clock
from bench.places import CORPORA_VARIABLE, find_folder
from bench.reports import Report, read_reports
from sayso.analyse import add_values
from sayso.records import DateOrigin, Precision, PublicationDate, Span, Timex

_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "time": "%Y-%m-%dT%H:%M"}


@dataclass(frozen=True, slots=True)
class Expression:
    """One gold expression of a report: its words, its value and the report's date."""

    span: Span
    words: str
    value: str
    date: str | None


def main() -> None:
    """Prints a table: data set, number of expressions, share that each tool gets right."""
    folder = find_folder(CORPORA_VARIABLE)
    print(f"{'data':28} {'of':>5} {'dateparser':>11} {'sayso':>7}")
    for name, reports, agree in _read_sets(folder):
        n, theirs, ours = 0, 0, 0
        for report in reports:
            expressions = list(_find_expressions(report))
            n += len(expressions)
            theirs += sum(agree(each.value, parse(each.words, each.date)) for each in expressions)
            ours += sum(
                agree(each.value, time.value)
                for each, time in zip(expressions, _value(report, expressions), strict=True)
            )
        print(f"{name:28} {n:5} {100 * theirs / n:10.1f} % {100 * ours / n:5.1f} %")


def parse(words: str, date: str | None) -> str | None:
    """dateparser's date as a TIMEX3 value of the precision that it reports."""
    base = datetime.fromisoformat((date or "2000-01-01")[:10])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    return (
        found.date_obj.strftime(_FORMATS.get(found.period, "%Y-%m-%d")) if found.date_obj else None
    )


def _read_sets(
    folder: Path,
) -> Iterator[tuple[str, list[Report], Callable[[str, str | None], bool]]]:
    timex = read_reports(folder / "timex/tempeval3_train.jsonl")
    yield "TempEval-3, held-out fifth", [r for r in timex if is_held_out(r["id"])], _is_same
    yield "GUM dates", read_reports(folder / "timex/gum_dates.jsonl"), denotes_the_same
    yield "sayso dev", read_reports(folder / "sayso/dev.jsonl"), _is_same


def _is_same(gold: str, ours: str | None) -> bool:
    return fold_clock(gold) == fold_clock(ours)


def _find_expressions(report: Report) -> Iterator[Expression]:
    spans = [(each["start"], each["end"], each["value"]) for each in report.get("timex", [])]
    spans += [(*each["span"], each["value"]) for each in report.get("times", [])]
    for start, end, value in sorted(spans):
        date = report.get("dct") or report.get("date")
        yield Expression(Span(start, end), report["text"][start:end], value, date)


def _value(report: Report, expressions: list[Expression]) -> tuple[Timex, ...]:
    date = report.get("dct") or report.get("date")
    published = date and PublicationDate(
        value=date[:10], precision=Precision.DAY, found_in=DateOrigin.GIVEN
    )
    times = tuple(Timex(span=each.span) for each in expressions)
    return add_values(report["text"], times, published or None)


if __name__ == "__main__":
    main()
