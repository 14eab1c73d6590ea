"""Where results go: one face for each way of looking at them, fed report by report."""

from dataclasses import dataclass
from typing import Protocol, TextIO

from rich.console import Console

from sayso.export.html import Page
from sayso.export.json_lines import failure_to_json_line, to_json_line
from sayso.export.terminal import make_view
from sayso.records import Failure, Reading


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
    full: bool = False

    def show_reading(self, reading: Reading) -> None:
        """Prints the report's view."""
        self.console.print(make_view(reading, full=self.full))

    def show_failure(self, failure: Failure) -> None:
        """Leaves it to the talk."""


@dataclass(frozen=True, slots=True)
class JsonFace:
    """One line a result, failures too, so that input and output can be paired."""

    out: TextIO

    def show_reading(self, reading: Reading) -> None:
        """Writes the reading's line."""
        self._write(to_json_line(reading))

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
