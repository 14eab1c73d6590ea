"""Pages of claims for a terminal: a page enters, a renderable leaves."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.answers import Page
from sayso.export.blocks import Hung
from sayso.export.ledger.rows import make_rows
from sayso.export.ledger.words import close_page, say_nothing, shorten

_NOUN = "claim"


def make_lines_view(page: Page, *, asked: str = "", full: bool = False) -> Group:
    """The claims of a page, how to open one, and how to get the next page."""
    if not page.lines:
        return Group(Hung((Text(say_nothing(page.number, _NOUN, asked)),)))
    closing = close_page(page.number, len(page.lines), _NOUN, has_more=page.has_more)
    hint = f"sayso show {shorten(page.lines[0].claim.id)} shows the first in its place"
    return Group(*make_blocks(page, full=full), Hung((Text(f"{closing}; {hint}", style="dim"),)))


def make_blocks(page: Page, *, full: bool = False) -> Iterator[RenderableType]:
    """The claims of a page, a blank row after each."""
    for line in page.lines:
        yield from make_rows(line, full=full)
        yield Text()
