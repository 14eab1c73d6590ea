"""Readings for a person at a terminal: a reading enters, a renderable or an SVG picture leaves."""

import io
import re
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from sayso.export.blocks import Hung, make_heading
from sayso.export.notes import find_effective, make_notes
from sayso.export.outline import Entry, make_outline
from sayso.export.strip import make_strip
from sayso.export.wording import (
    NOTABLE_PROBABILITY,
    cut,
    describe_repetition,
    join_pieces,
    summarise,
)
from sayso.records import Act, Certainty, Document, Reading

LONGEST_CONTENT = 280
LONGEST_SOURCE = 110
_MARGIN, _GAP, _STEP, _DEEPEST = 5, "  ", 2, 6

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


def make_view(reading: Reading, *, full: bool = False) -> Group:
    """The report's heading, its attributions with nested ones indented, and a closing count."""
    document = reading.document
    parts: list[RenderableType] = [make_heading(document), Text()]
    outline = make_outline(reading)
    if outline:
        parts.append(Text(f"{'line':>{_MARGIN}}", style="dim"))
    for entry in outline:
        texts = tuple(_describe(entry, document, full=full))
        indent = _STEP * min(entry.depth, _DEEPEST)
        parts += [Hung(texts, f"{entry.line:>{_MARGIN}}{_GAP}", indent), Text()]
    return Group(*parts, Hung((Text(summarise(reading), style="dim"),)), Text())


def to_svg(reading: Reading, *, width: int = 88, title: str = "sayso read") -> str:
    """A picture of the terminal view that loads nothing from elsewhere.

    Units: width in characters.
    """
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True)
    console.print(make_view(reading))
    return _WEB_FONT.sub("", console.export_svg(title=title))


def _describe(entry: Entry, document: Document, *, full: bool) -> Iterator[Text]:
    yield _make_strip(entry, document, full=full)
    yield _make_chips(entry, document)
    attribution = entry.attribution
    if attribution.content:
        yield Text(_fit(join_pieces(document, attribution.content), full=full))
    for line, carried in entry.implied:
        words = _fit(join_pieces(document, carried.content), full=full)
        yield Text.assemble((f"carried on in line {line}: ", "dim"), words)
    for label, words in make_notes(entry, document):
        yield Text.assemble((f"{label}: ", "dim"), (_fit(words, full=full), "italic"))


def _make_strip(entry: Entry, document: Document, *, full: bool) -> Text:
    longest = None if full else LONGEST_SOURCE
    return join_strip(make_strip(document, entry.chain, longest=longest))


def join_strip(names: Sequence[str]) -> Text:
    """The names of a chain side by side, the last one bold."""
    strip = Text()
    for name in names[:-1]:
        strip.append(name).append(" > ", style="dim")
    return strip.append(names[-1], style="bold")


def _make_chips(entry: Entry, document: Document) -> Text:
    attribution = entry.attribution
    chips = Text().append(attribution.act.value, style=ACT_STYLES[attribution.act])
    chips.append("  ").append_text(make_grade(attribution.certainty))
    if effective := find_effective(entry):
        chips.append("  in all ", style="dim").append_text(make_grade(effective))
    if attribution.addressee:
        chips.append(f"  to {join_pieces(document, attribution.addressee)}", style="dim")
    if attribution.probability < NOTABLE_PROBABILITY:
        chips.append(f"  probability {attribution.probability:.2f}", style="dim")
    if repetition := describe_repetition(entry):
        chips.append(f"  {repetition}", style="dim italic")
    return chips


def make_grade(certainty: Certainty) -> Text:
    """A degree of certainty with its sign, in its colour."""
    sign, colour = CERTAINTY_LOOKS[certainty]
    return Text(f"{sign} {certainty.value}", style=colour)


def _fit(words: str, *, full: bool) -> str:
    return words if full else cut(words, LONGEST_CONTENT)
