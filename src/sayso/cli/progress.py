"""How far the reading has come, on a terminal's stderr: finished bytes in, a moving bar out."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from sayso.pipeline import count_bytes

SHORTEST_WAIT_BYTES = 100_000
"""About two seconds of reading; less needs no bar."""


class Bar(Protocol):
    """Counts reports as they are read."""

    def advance(self, n_bytes: int) -> None:
        """One more report of this size is done."""

    def step_aside(self) -> None:
        """Clears the way for a result."""


class NoBar:
    """For one short report, or where nobody watches."""

    def advance(self, n_bytes: int) -> None:
        """Says nothing."""

    def step_aside(self) -> None:
        """Has nothing to clear."""


class MovingBar:
    """A bar on stderr; where stdout is the same screen it steps aside for each result."""

    def __init__(
        self, console: Console, n_bytes: int, words: tuple[str, str], *, steps_aside: bool
    ) -> None:
        doing, done = words
        self._progress = Progress(
            TextColumn(doing),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn(f"{{task.fields[n_reports]}} {done}, {{task.fields[rate]:.1f}} a second"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=n_bytes or None, n_reports=0, rate=0.0)
        self._n_reports = 0
        self._begun = monotonic()
        self._steps_aside = steps_aside

    def step_aside(self) -> None:
        """Clears the bar away until the next advance."""
        if self._steps_aside:
            self._progress.stop()

    def advance(self, n_bytes: int) -> None:
        """One more report of this size is done."""
        self._n_reports += 1
        rate = self._n_reports / max(monotonic() - self._begun, 0.001)
        self._progress.update(self._task, advance=n_bytes, n_reports=self._n_reports, rate=rate)
        self._progress.start()

    @contextmanager
    def running(self) -> Iterator[Bar]:
        """The bar, shown until the block ends, however it ends."""
        self._progress.start()
        try:
            yield self
        finally:
            self._progress.stop()


@contextmanager
def open_bar(
    names: Sequence[str], talk: Console, *words: str, n_bytes: int | None = None
) -> Iterator[Bar]:
    """A moving bar where somebody watches and has to wait, else one that says nothing; the words
    say what is being done and what a report is when it is done, ``n_bytes`` how much there is where
    that was counted already."""
    if talk.is_terminal and n_bytes is None:
        n_bytes = count_bytes(names)
    if not talk.is_terminal or not is_long(names, n_bytes or 0):
        yield NoBar()
        return
    doing, done = words
    steps_aside = sys.stdout.isatty()
    with MovingBar(talk, n_bytes or 0, (doing, done), steps_aside=steps_aside).running() as bar:
        yield bar


def is_long(names: Sequence[str], n_bytes: int) -> bool:
    """Whether somebody who waits would want to see a bar."""
    several = len(names) > 1 or any(Path(name).is_dir() for name in names)
    return several or n_bytes > SHORTEST_WAIT_BYTES
