"""What other tools make of the same time expressions.

`python -m bench.other_tools` prints the share of values that each tool that is installed, and
sayso, gets right at gold spans; `--held-out` on the parts that the rules were not developed on. To
install the others: `pip install dateparser recognizers-text-suite "emoji<1.2"`.
"""

import argparse
import re
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.places import CORPORA_VARIABLE, find_folder
from bench.reports import Report, read_reports
from bench.time_values import DEVELOPED_ON, HELD_OUT, Part, find_golds, find_published, value_golds
from sayso.records import Span, Timex

Tool = Callable[[str, datetime | None], str | None]

_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "time": "%Y-%m-%dT%H:%M"}
_QUARTER = re.compile(r"\(([0-9]{4})-(01|04|07|10)-01,.*,P3M\)")
_DECADE = re.compile(r"\(([0-9]{3})0-01-01,.*,P10Y\)")
_UNKNOWN_DATE = datetime.fromisoformat("2000-01-01")


def main() -> None:
    """Prints a table: data set, number of expressions, share that each tool gets right."""
    parser = argparse.ArgumentParser(description="time values of several tools at gold spans")
    parser.add_argument("--held-out", action="store_true", help="the parts not developed on")
    parts = HELD_OUT if parser.parse_args().held_out else DEVELOPED_ON
    tools = load_tools()
    print(f"{'data':20} {'number':>7}" + "".join(f" {name:>17}" for name in (*tools, "sayso")))
    for name, part in parts.items():
        number, right = score_part(part, tools, find_folder(CORPORA_VARIABLE))
        shares = "".join(f" {100 * n / max(number, 1):15.1f} %" for n in right)
        print(f"{name:20} {number:7}{shares}")


def load_tools() -> dict[str, Tool]:
    """Those of the tools that are installed."""
    tools: dict[str, Tool] = {}
    for name, load in (("dateparser", _load_dateparser), ("recognizers-text", _load_recognizers)):
        try:
            tools[name] = load()
        except ImportError:
            print(f"{name} is not installed")
    return tools


def score_part(part: Part, tools: dict[str, Tool], folder: Path) -> tuple[int, list[int]]:
    """The number of gold expressions, and how many each tool, sayso last, gets right."""
    number, right = 0, [0] * (len(tools) + 1)
    for report in read_reports(folder / part.path):
        if not part.counts(report["id"]):
            continue
        golds = find_golds(report)
        number += len(golds)
        answers = [_value_with(tool, report) for tool in tools.values()]
        for index, times in enumerate((*answers, value_golds(report))):
            right[index] += sum(
                part.agree(gold, time, report.get("dct"))
                for (_, _, gold), time in zip(golds, times, strict=True)
            )
    return number, right


def _value_with(tool: Tool, report: Report) -> list[Timex]:
    published = find_published(report)
    day = datetime.fromisoformat(published.value[:10]) if published else None
    return [
        Timex(span=Span(start, end), value=tool(report["text"][start:end], day))
        for start, end, _ in find_golds(report)
    ]


def _load_dateparser() -> Tool:
    """dateparser's date as a TIMEX3 value of the precision that it reports."""
    parser_class: Any = import_module("dateparser.date").DateDataParser

    def parse(words: str, day: datetime | None) -> str | None:
        settings = {
            "RELATIVE_BASE": day or _UNKNOWN_DATE,
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": True,
        }
        found = parser_class(languages=["en"], settings=settings).get_date_data(words)
        date: datetime | None = found.date_obj
        return date.strftime(_FORMATS.get(found.period, "%Y-%m-%d")) if date else None

    return parse


def _load_recognizers() -> Tool:
    """Of recognizers-text the first expression found, resolved to the past where it offers two."""
    recognize: Any = import_module("recognizers_date_time").recognize_datetime

    def parse(words: str, day: datetime | None) -> str | None:
        found = recognize(words, "en-us", reference=day or _UNKNOWN_DATE)
        values = found[0].resolution["values"] if found and found[0].resolution else []
        return _to_timex(values[0], is_dated=day is not None) if values else None

    return parse


def _to_timex(value: dict[str, str], *, is_dated: bool) -> str | None:
    timex = value.get("timex", "")
    if decade := _DECADE.fullmatch(timex):
        return decade[1]
    if quarter := _QUARTER.fullmatch(timex):
        return f"{value.get('start', quarter[1])[:4]}-Q{(int(quarter[2]) + 2) // 3}"
    if is_dated and timex.startswith("XXXX") and value.get("type") == "date":
        return value.get("value")
    if is_dated and re.fullmatch(r"XXXX-[0-9]{2}", timex):
        return value.get("start", "")[:7] or None
    return timex or None


if __name__ == "__main__":
    main()
