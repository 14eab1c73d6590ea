"""Where results go: one face for each way of looking at them, fed report by report."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TextIO

from rich.console import Console, RenderableType

from sayso.cli.views import View
from sayso.export.html import Page
from sayso.export.json_lines import failure_to_json_line, to_json_line
from sayso.export.scu import to_scu_line
from sayso.export.terminal import make_view
from sayso.export.when import make_when
from sayso.export.who import make_who
from sayso.records import Failure, Reading

SHOWN: dict[View, Callable[[Reading], RenderableType]] = {
    View.REPORT: make_view,
    View.WHOLE: partial(make_view, full=True),
    View.WHO: make_who,
    View.WHEN: make_when,
}
LINES: dict[View, Callable[[Reading], str]] = {
    View.JSON: to_json_line,
    View.AUDIT: to_scu_line,
}


class Face(Protocol):
    """Takes results in input order."""

    def show_reading(self, reading: Reading) -> None:
        """Puts a reading where people or programs find it."""

    def show_failure(self, failure: Failure) -> None:
        """Does the same for a failure, where one belongs among the results."""


@dataclass(frozen=True, slots=True)
class TerminalFace:
    """Readings as people like them; failures are talk, told at the end."""

    console: Console
    make: Callable[[Reading], RenderableType]

    def show_reading(self, reading: Reading) -> None:
        """Prints the report's view."""
        self.console.print(self.make(reading))

    def show_failure(self, failure: Failure) -> None:
        """Leaves it to the talk."""


@dataclass(frozen=True, slots=True)
class LinesFace:
    """One line of JSON a result, failures too, so that input and output can be paired."""

    out: TextIO
    to_line: Callable[[Reading], str]

    def show_reading(self, reading: Reading) -> None:
        """Writes the reading's line."""
        self._write(self.to_line(reading))

    def show_failure(self, failure: Failure) -> None:
        """Writes the failure's line."""
        self._write(failure_to_json_line(failure))

    def _write(self, line: str) -> None:
        self.out.write(line + "\n")
        self.out.flush()  # whoever reads the pipe need not wait for the next report


@dataclass(frozen=True, slots=True)
class PageFace:
    """Readings gathered on one page; failures are talk, told at the end."""

    page: Page

    def show_reading(self, reading: Reading) -> None:
        """Adds the report to the page."""
        self.page.add(reading)

    def show_failure(self, failure: Failure) -> None:
        """Leaves it to the talk."""


def open_face(view: View, out: TextIO) -> Face:
    """The face that writes this view."""
    if view in LINES:
        return LinesFace(out, LINES[view])
    return TerminalFace(Console(file=out, highlight=False), SHOWN[view])
