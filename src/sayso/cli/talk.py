"""What is said to people on stderr, and how a command on a ledger ends when something is wrong."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from getpass import getuser
from io import TextIOWrapper
from typing import Any, BinaryIO

from rich.console import Console, RenderableType
from rich.text import Text

from sayso.errors import BadFilter, BadJudgement, BadSetting, SaysoError
from sayso.export.wording import fold
from sayso.ledger import Ledger
from sayso.records import Failure
from sayso.settings import load_settings

DONE, SOME_FAILED, WRONG_USAGE = 0, 1, 2
_OF_USAGE = (BadSetting, BadFilter, BadJudgement)


def tell(talk: Console, line: str) -> None:
    """One line to stderr, never wrapped, whatever a file's name or an error's text holds."""
    talk.print(Text(fold(line)), soft_wrap=True)


def tell_error(talk: Console, error: SaysoError) -> int:
    """One line for what ended the run, and the exit code for it."""
    tell(talk, f"sayso: {error.code} {error}")
    return WRONG_USAGE if isinstance(error, _OF_USAGE) else SOME_FAILED


def tell_failures(talk: Console, failures: Iterable[Failure]) -> None:
    """One line for each report that could not be read."""
    for failure in failures:
        what = failure.message.removeprefix(f"{failure.origin}: ")
        tell(talk, f"{failure.origin}: {failure.code} {what}")


def open_talk() -> Console:
    """Stderr, where talk belongs."""
    allow_any_text()
    return Console(stderr=True, highlight=False)


def allow_any_text() -> None:
    """A screen without Unicode must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_view(view: RenderableType) -> None:
    """A view to stdout."""
    Console(highlight=False).print(view)


def on_ledger(run: Callable[..., int], place: str | None, **asked: Any) -> int:
    """Runs a command on the ledger of a place; an error ends it with one line and a code."""
    talk = open_talk()
    try:
        with open_ledger(place) as ledger:
            return run(ledger, **asked)
    except SaysoError as error:
        return tell_error(talk, error)
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


@contextmanager
def open_ledger(place: str | None, *, creates: bool = False) -> Iterator[Ledger]:
    """The ledger at a place, or where the settings say."""
    with Ledger(place or load_settings().ledger, creates=creates) as ledger:
        yield ledger


def find_stdin(names: Iterable[str]) -> BinaryIO | None:
    """Standard input, where one of the names stands for it."""
    return sys.stdin.buffer if "-" in names else None


def find_author(named: str | None) -> str:
    """Who decides: as named, else as the environment or the login says."""
    return named or os.environ.get("SAYSO_AUTHOR") or getuser()
