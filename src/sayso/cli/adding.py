"""What `sayso add` does: names in, reports in a ledger, an exit code out."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich.console import Console

from sayso import pipeline
from sayso.answers import Added
from sayso.cli.progress import Bar, open_bar
from sayso.cli.talk import (
    DONE,
    SOME_FAILED,
    find_stdin,
    open_ledger,
    open_talk,
    tell,
    tell_error,
    tell_failures,
)
from sayso.errors import SaysoError
from sayso.export.json_lines import dump
from sayso.export.wording import count, cut, fold
from sayso.intake import read_fields
from sayso.records import Failure
from sayso.settings import load_settings

MOST_TOLD = 12
_LONGEST_TITLE = 70


def add_reports(
    names: Sequence[str], place: str | None, *, jobs: int | None, fields: str | None, as_json: bool
) -> int:
    """The exit code, once all that can be read is in the ledger."""
    talk = open_talk()
    tally = _Tally()
    try:
        settings = load_settings()
        settings = settings if jobs is None else settings.model_copy(update={"jobs": jobs})
        given = read_fields(fields) if fields else None
        n_bytes = pipeline.count_bytes(names)
        with (
            open_ledger(place, creates=True) as ledger,
            open_bar(names, talk, "adding", "done", n_bytes=n_bytes) as bar,
        ):
            outcomes = pipeline.add_all(
                names,
                ledger,
                settings=settings,
                fields=given,
                stdin=find_stdin(names),
                n_bytes=n_bytes,
            )
            _follow(outcomes, tally, bar=bar, as_json=as_json)
            shown = ledger.place
    except SaysoError as error:
        _tell_all(talk, tally, place=None)
        return tell_error(talk, error)
    _tell_all(talk, tally, place=shown)
    return SOME_FAILED if tally.failures else DONE


class _Tally:
    """What came of all reports so far."""

    def __init__(self) -> None:
        self.n_new = self.n_known = self.n_versions = self.n_claims = 0
        self.n_windows = self.n_windows_known = 0
        self.lines: list[str] = []
        self.failures: list[Failure] = []

    def count(self, outcome: pipeline.AddOutcome) -> None:
        """One more report."""
        if outcome.failure is not None:
            self.failures.append(outcome.failure)
        self.n_windows += outcome.n_windows
        self.n_windows_known += outcome.n_known
        if outcome.added is None:
            return
        self.n_known += not outcome.added.is_new
        self.n_new += outcome.added.is_new
        self.n_versions += outcome.added.is_new and outcome.added.version > 1
        self.n_claims += outcome.added.n_claims * outcome.added.is_new
        if len(self.lines) <= MOST_TOLD:
            self.lines.append(_describe(outcome, outcome.added))


def _follow(
    outcomes: Iterable[pipeline.AddOutcome], tally: _Tally, *, bar: Bar, as_json: bool
) -> None:
    for outcome in outcomes:
        tally.count(outcome)
        if as_json:
            bar.step_aside()
            sys.stdout.write(_to_json(outcome) + "\n")
            sys.stdout.flush()
        bar.advance(outcome.n_bytes)


def _to_json(outcome: pipeline.AddOutcome) -> str:
    fields: dict[str, object] = {"schema": "sayso.added/1", "origin": outcome.origin}
    fields |= asdict(outcome.added) if outcome.added else {}
    if outcome.failure:
        fields |= {"code": outcome.failure.code, "message": outcome.failure.message}
    return dump(fields)


def _describe(outcome: pipeline.AddOutcome, added: Added) -> str:
    title = cut(fold(outcome.title or outcome.origin), _LONGEST_TITLE)
    what = count(added.n_claims, "claim") if added.is_new else "there already"
    version = f", version {added.version}" if added.version > 1 else ""
    return f"{added.document_id}  {title} ({what}{version})"


def _tell_all(talk: Console, tally: _Tally, *, place: str | None) -> None:
    """Each report where they are few, each failure, and what came of the whole."""
    if len(tally.lines) <= MOST_TOLD:
        for line in tally.lines:
            tell(talk, line)
    tell_failures(talk, tally.failures)
    added = f"{count(tally.n_new, 'report')} added with {count(tally.n_claims, 'claim')}"
    parts = [added if tally.n_new or not tally.n_known else "nothing new"]
    parts += [f"{tally.n_versions:,} of them new versions"] if tally.n_versions else []
    parts += [f"{tally.n_known:,} there already"] if tally.n_known else []
    parts += [f"{len(tally.failures):,} failed"] if tally.failures else []
    if tally.n_windows_known:
        share = tally.n_windows_known / tally.n_windows
        parts.append(f"{share:.1%} of the text known from other reports and not read again")
    tell(talk, f"{place or 'so far'}: {', '.join(parts)}")
