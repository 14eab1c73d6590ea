"""What `sayso read` does: names in, results shown and failures told, an exit code out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from sayso import pipeline
from sayso.cli.faces import LINES, Face, PageFace, open_face
from sayso.cli.progress import Bar, open_bar
from sayso.cli.talk import (
    DONE,
    SOME_FAILED,
    find_stdin,
    open_talk,
    tell,
    tell_error,
    tell_failures,
)
from sayso.cli.views import View
from sayso.errors import SaysoError
from sayso.export.html import open_page
from sayso.export.wording import count
from sayso.intake import read_fields
from sayso.records import Failure
from sayso.settings import load_settings


def show_reports(
    names: Sequence[str], view: View, *, page: Path | None, fields: str | None = None
) -> int:
    """The exit code, once all named reports are read and shown as asked."""
    talk = open_talk()
    try:
        settings = load_settings()
        keys = read_fields(fields) if fields else None
        with (
            open_faces(view, page=page) as faces,
            open_bar(names, talk, "reading", "read") as bar,
        ):
            outcomes = pipeline.read_all(
                names, settings=settings, stdin=find_stdin(names), fields=keys
            )
            n_read, failures = show_all(outcomes, faces, bar=bar)
    except SaysoError as error:
        return tell_error(talk, error)
    close_talk(talk, failures, n_read=n_read, page=page)
    return SOME_FAILED if failures or not n_read else DONE


@contextmanager
def open_faces(view: View, *, page: Path | None) -> Iterator[list[Face]]:
    """The faces that were asked for: on stdout what the view says, and a page beside it; where
    only a page was asked for, nothing goes to stdout."""
    if page is None:
        yield [open_face(view, sys.stdout)]
        return
    faces = [open_face(view, sys.stdout)] if view in LINES else []
    with open_page(page) as opened:
        yield [*faces, PageFace(opened)]


def show_all(
    outcomes: Iterable[pipeline.Outcome], faces: Sequence[Face], *, bar: Bar
) -> tuple[int, list[Failure]]:
    """How many reports were read, and the failures, once every face has shown every outcome."""
    n_read, failures = 0, []
    for outcome in outcomes:
        bar.step_aside()
        for face in faces:
            if outcome.reading is not None:
                face.show_reading(outcome.reading)
            elif outcome.failure is not None:
                face.show_failure(outcome.failure)
        if outcome.failure is not None:
            failures.append(outcome.failure)
        n_read += outcome.failure is None
        bar.advance(outcome.n_bytes)
    return n_read, failures


def close_talk(
    talk: Console, failures: Sequence[Failure], *, n_read: int, page: Path | None
) -> None:
    """Says at the end what failed, one line each, and what came of the whole."""
    tell_failures(talk, failures)
    if page is not None and n_read:
        tell(talk, f"{page}: {count(n_read, 'report')} on one page")
    elif not n_read:
        tell(talk, "sayso: no report was read" + (f"; {page} is not written" if page else ""))
    elif n_read + len(failures) > 1:
        tell(talk, f"{count(n_read, 'report')} read, {len(failures)} failed")
