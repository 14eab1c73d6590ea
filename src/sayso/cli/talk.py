"""What is said to people on stderr, and how a command on a ledger ends when something is wrong."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from getpass import getuser
from io import TextIOWrapper
from typing import Any

from rich.console import Console, RenderableType
from rich.text import Text

from sayso.errors import BadFilter, BadJudgement, BadSetting, SaysoError
from sayso.export.wording import fold
from sayso.ledger import Ledger
from sayso.settings import load_settings

DONE, SOME_FAILED, WRONG_USAGE = 0, 1, 2
_OF_USAGE = (BadSetting, BadFilter, BadJudgement)


def tell(talk: Console, line: str) -> None:
    """One line to stderr, never wrapped, whatever a file's name or an error's text holds."""
    talk.print(Text(fold(line)), soft_wrap=True)


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
        tell(talk, f"sayso: {error.code} {error}")
        return WRONG_USAGE if isinstance(error, _OF_USAGE) else SOME_FAILED
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


@contextmanager
def open_ledger(place: str | None, *, creates: bool = False) -> Iterator[Ledger]:
    """The ledger at a place, or where the settings say."""
    with Ledger(place or load_settings().ledger, creates=creates) as ledger:
        yield ledger


def find_author(named: str | None) -> str:
    """Who decides: as named, else as the environment or the login says."""
    return named or os.environ.get("SAYSO_AUTHOR") or getuser()
