"""Readings for a person at a terminal: a reading enters, a renderable or an SVG picture leaves."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from sayso.export.outline import Entry, make_outline
from sayso.export.wording import (
    NOTABLE_PROBABILITY,
    cut,
    describe_date,
    describe_repetition,
    fold,
    join_pieces,
    make_strip,
    summarise,
)
from sayso.records import Act, Certainty, Document, Reading

LONGEST_CONTENT = 280
LONGEST_SOURCE = 110
_MARGIN, _GAP, _STEP, _DEEPEST, _NARROWEST = 5, "  ", 2, 6, 20

CERTAINTY_LOOKS = {
    Certainty.CERTAIN: ("●", "green"),
    Certainty.PROBABLE: ("◕", "cyan"),
    Certainty.POSSIBLE: ("◑", "yellow"),
    Certainty.DOUBTFUL: ("◔", "magenta"),
    Certainty.DENIED: ("✕", "red"),
    Certainty.OPEN: ("○", "blue"),
}
ACT_STYLES = {
    Act.SAY: "bold",
    Act.CONFIRM: "bold green",
    Act.DENY: "bold red",
    Act.UNCONFIRMED: "bold magenta",
    Act.DECLINE: "bold magenta",
    Act.BELIEVE: "bold cyan",
    Act.KNOW: "bold",
    Act.FEEL: "bold cyan",
    Act.ASK: "bold blue",
    Act.URGE: "bold blue",
    Act.INTEND: "bold blue",
    Act.SHOW: "bold",
    Act.HEDGE: "bold yellow",
}
_WEB_FONT = re.compile(r"@font-face\s*\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class _Hung:
    """Wrapped texts beside a margin's words; no line ends in spaces, so pipes stay clean."""

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


def make_view(reading: Reading, *, full: bool = False) -> Group:
    """The report's heading, its attributions with nested ones indented, and a closing count."""
    document = reading.document
    parts: list[RenderableType] = [_Hung(tuple(_make_heading(document))), Text()]
    outline = make_outline(reading)
    if outline:
        parts.append(Text(f"{'line':>{_MARGIN}}", style="dim"))
    for entry in outline:
        texts = tuple(_describe(entry, document, full=full))
        indent = _STEP * min(entry.depth, _DEEPEST)
        parts += [_Hung(texts, f"{entry.line:>{_MARGIN}}{_GAP}", indent), Text()]
    return Group(*parts, _Hung((Text(summarise(reading), style="dim"),)), Text())


def to_svg(reading: Reading, *, width: int = 88, title: str = "sayso read") -> str:
    """A picture of the terminal view that loads nothing from elsewhere.

    Units: width in characters.
    """
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True)
    console.print(make_view(reading))
    return _WEB_FONT.sub("", console.export_svg(title=title))


def _make_heading(document: Document) -> Iterator[Text]:
    yield Text(fold(document.title or "") or "Untitled report", style="bold")
    facts = [document.publisher, document.byline and f"by {document.byline}"]
    shown = [fold(fact) for fact in facts if fact]
    yield Text(" · ".join([*shown, describe_date(document.published)]))
    yield Text(fold(document.origin), style="dim")


def _describe(entry: Entry, document: Document, *, full: bool) -> Iterator[Text]:
    yield _make_strip(entry, document, full=full)
    yield _make_chips(entry, document)
    attribution = entry.attribution
    if attribution.content:
        yield Text(_fit(join_pieces(document, attribution.content), full=full))
    for line, carried in entry.implied:
        words = _fit(join_pieces(document, carried.content), full=full)
        yield Text.assemble((f"carried on in line {line}: ", "dim"), words)
    if attribution.grounds:
        yield Text.assemble(
            ("why: ", "dim"), (join_pieces(document, attribution.grounds), "italic")
        )


def _make_strip(entry: Entry, document: Document, *, full: bool) -> Text:
    *before, last = (
        name if full else cut(name, LONGEST_SOURCE) for name in make_strip(document, entry.chain)
    )
    strip = Text()
    for name in before:
        strip.append(name).append(" > ", style="dim")
    return strip.append(last, style="bold")


def _make_chips(entry: Entry, document: Document) -> Text:
    attribution = entry.attribution
    sign, colour = CERTAINTY_LOOKS[attribution.certainty]
    chips = Text().append(attribution.act.value, style=ACT_STYLES[attribution.act])
    chips.append("  ").append(f"{sign} {attribution.certainty.value}", style=colour)
    if attribution.addressee:
        chips.append(f"  to {join_pieces(document, attribution.addressee)}", style="dim")
    if attribution.probability < NOTABLE_PROBABILITY:
        chips.append(f"  probability {attribution.probability:.2f}", style="dim")
    if repetition := describe_repetition(entry):
        chips.append(f"  {repetition}", style="dim italic")
    return chips


def _fit(words: str, *, full: bool) -> str:
    return words if full else cut(words, LONGEST_CONTENT)
