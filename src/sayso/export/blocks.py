"""What views at a terminal are put together from: hung texts, tables, the heading of a report.

No line ends in spaces, so that what goes through a pipe stays clean.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from sayso.export.wording import cut, describe_date, fold
from sayso.records import Document

LONGEST_FACT = 600
_NARROWEST = 20
_NARROWEST_COLUMN = 8
_GAP = 2


@dataclass(frozen=True, slots=True)
class Hung:
    """Wrapped texts beside a margin's words."""

    texts: tuple[Text, ...]
    margin: str = ""
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin = Text(self.margin, style="dim")
        width = max(options.max_width - len(margin) - self.indent, _NARROWEST)
        for text in self.texts:
            for line in text.wrap(console, width, overflow="fold"):
                line.rstrip()
                yield Text.assemble(margin, " " * self.indent, line)
                margin = Text(" " * len(margin))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head, and whether it keeps its words whole while others give
    way."""

    head: str
    keeps: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table without lines, one row a thing, never wider than the terminal."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Text]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
        n_available = options.max_width - _GAP * (len(self.columns) - 1)
        for column, width in zip(self.columns, self._find_widths(n_available), strict=True):
            justify: JustifyMethod = "right" if column.is_number else "left"
            table.add_column(column.head, justify=justify, overflow="fold", width=width)
        for row in self.rows:
            table.add_row(*row)
        for line in console.render_lines(table, options, pad=False):
            yield from _trim(line)
            yield Segment.line()

    def _find_widths(self, n_available: int) -> list[int]:
        """As wide as the longest words; where that is too much, the widest give way first."""
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.columns)
        widths = [
            min(max([len(column.head), *(cell_len(cell.plain) for cell in own)]), n_available)
            for column, own in zip(self.columns, cells, strict=True)
        ]
        while sum(widths) > max(n_available, len(widths)):
            flexible = [
                n
                for n, column in enumerate(self.columns)
                if not column.keeps and widths[n] > _NARROWEST_COLUMN
            ]
            widest = max(flexible or range(len(widths)), key=widths.__getitem__)
            widths[widest] -= 1
        return widths


def _trim(line: list[Segment]) -> Iterable[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept


def make_heading(document: Document) -> Hung:
    """Title, outlet, author, date and origin of a report."""
    return Hung(tuple(_make_heading_lines(document)))


def _make_heading_lines(document: Document) -> Iterator[Text]:
    title = cut(fold(document.title or ""), LONGEST_FACT)
    yield Text(title or "Untitled report", style="bold")
    facts = [document.publisher, document.byline and f"by {document.byline}"]
    shown = [fold(fact) for fact in facts if fact] + [describe_date(document.published)]
    yield Text(" · ".join(cut(fact, LONGEST_FACT) for fact in shown))
    yield Text(cut(fold(document.origin), LONGEST_FACT), style="dim")
