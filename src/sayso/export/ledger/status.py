"""What a ledger holds, for a terminal: counts and failures enter, a renderable leaves."""

import json
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.answers import Run, Status
from sayso.export.blocks import Column, Hung, Rows
from sayso.export.ledger.judgements import show_minute
from sayso.export.ledger.rows import make_fact
from sayso.export.ledger.words import shorten
from sayso.export.wording import count, cut, fold
from sayso.records import Failure

MOST_FAILURES = 20
_SETTING_SHOWN = 8
LONGEST_MESSAGE = 300
_RUN_COLUMNS = (
    Column("run", keeps=True),
    Column("sayso", keeps=True),
    Column("weights"),
    Column("settings"),
    Column("begun", keeps=True),
    Column("readings", keeps=True, is_number=True),
)
_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_STEP = 1000


def make_status_view(status: Status, failures: Sequence[Failure]) -> Group:
    """Counts, size, runs, and what could not be read."""
    return Group(
        Hung((Text(cut(fold(status.place), LONGEST_MESSAGE), style="bold"),)),
        *(make_fact(label, Text(words)) for label, words in _find_facts(status)),
        *_make_runs(status.runs),
        *_make_failures(failures),
    )


def describe_bytes(n: int) -> str:
    """A number of bytes as people say it: 12.3 MB."""
    size, unit = float(n), 0
    while size >= _STEP and unit + 1 < len(_UNITS):
        size, unit = size / _STEP, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit else count(n, "byte")


def _find_facts(status: Status) -> Iterator[tuple[str, str]]:
    reports = count(status.n_documents, "report")
    if status.n_versions != status.n_documents:
        reports += f", {status.n_versions:,} versions"
    yield "holds", reports
    attributions = count(status.n_attributions, "attribution")
    yield "", f"{count(status.n_claims, 'claim')} from {attributions}"
    yield "", f"{count(status.n_names, 'name')}, {count(status.n_judgements, 'decision')}"
    if status.n_bytes is not None:
        size = describe_bytes(status.n_bytes)
        each = f", {status.n_bytes / status.n_claims:,.0f} bytes a claim" if status.n_claims else ""
        yield "size", size + each


def _make_runs(runs: Sequence[Run]) -> Iterator[RenderableType]:
    if runs:
        yield Text()
        yield Rows(_RUN_COLUMNS, [_make_run(run) for run in runs])


def _make_run(run: Run) -> tuple[Text, ...]:
    words = (run.sayso, run.weights, _describe_settings(run.settings))
    return (
        Text(shorten(run.id), style="dim"),
        *(Text(cut(fold(each), LONGEST_MESSAGE)) for each in words),
        Text(show_minute(run.begun)),
        Text(f"{run.n_readings:,}"),
    )


def _describe_settings(settings: str) -> str:
    """Each setting with its value; of a digest the beginning."""
    try:
        values = json.loads(settings)
    except ValueError:
        return settings
    if not isinstance(values, dict):
        return settings
    return ", ".join(f"{name} {str(value)[:_SETTING_SHOWN]}" for name, value in values.items())


def _make_failures(failures: Sequence[Failure]) -> Iterator[RenderableType]:
    yield Text()
    if not failures:
        yield Hung((Text("Everything that was given could be read.", style="dim"),))
        return
    yield Hung((Text(f"{count(len(failures), 'report')} could not be read", style="bold"),))
    for failure in failures[:MOST_FAILURES]:
        yield Hung((_describe_failure(failure),), indent=2)
    if failures[MOST_FAILURES:]:
        more = f"and {len(failures) - MOST_FAILURES:,} more: sayso status --json lists all"
        yield Hung((Text(more, style="dim"),), indent=2)


def _describe_failure(failure: Failure) -> Text:
    origin, code, message = (
        cut(fold(words), LONGEST_MESSAGE)
        for words in (failure.origin, failure.code, failure.message)
    )
    return Text.assemble(origin, (f"  {code} ", "red"), message)
