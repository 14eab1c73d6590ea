"""Two lanes of time for a terminal: moments enter, bars over one axis with their claims leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from sayso.answers import Lane, Moment, Timeline
from sayso.export.blocks import Hung
from sayso.export.ledger.axis import Axis, Reach, Tick, make_axis
from sayso.export.ledger.days import describe_reach, is_exact
from sayso.export.ledger.rows import make_marks
from sayso.export.ledger.words import close_page, join_chain, say_nothing, shorten
from sayso.export.terminal import CERTAINTY_LOOKS
from sayso.export.wording import cut, fold

LONGEST_WORDS = 140
LONGEST_CHAIN = 90
_LABEL, _GAP, _NARROWEST, _TICK = 24, 2, 16, 12
_EXACT, _VAGUE, _TO_LEFT, _TO_RIGHT = "█", "▒", "◂", "▸"


@dataclass(frozen=True, slots=True)
class _Bar:
    """A label and the bar of days that it stands for."""

    label: str
    reach: Reach
    is_exact: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = _find_width(options)
        start = min(int(self.reach.start * width), width - 1)
        end = min(max(round(self.reach.end * width), start + 1), width)
        cells = [" "] * start + [_EXACT if self.is_exact else _VAGUE] * (end - start)
        if self.reach.runs_left:
            cells[start] = _TO_LEFT
        if self.reach.runs_right and (not self.reach.runs_left or end - start > 1):
            cells[end - 1] = _TO_RIGHT
        gap = " " * max(_LABEL - cell_len(self.label), _GAP)
        yield Text.assemble((self.label, "bold"), gap, "".join(cells), no_wrap=True)


@dataclass(frozen=True, slots=True)
class _Ticks:
    """The axis: labels, each beginning at its place."""

    lane: str
    axis: Axis

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = _find_width(options)
        row = _write_ticks(self.axis.find_ticks(max(width // _TICK, 2)), width)
        yield Text.assemble((f"{self.lane:<{_LABEL}}", "bold underline"), (row.rstrip(), "dim"))


def make_timeline_view(timeline: Timeline, *, asked: str = "") -> Group:
    """Both lanes: a bar for each day or span of days, its claims below."""
    if not timeline.moments:
        return Group(Hung((Text(say_nothing(timeline.number, "dated claim", asked)),)))
    axis = make_axis(timeline.moments)
    parts = [part for lane in Lane for part in _make_lane(lane, timeline.moments, axis)]
    n = len(timeline.moments)
    closing = close_page(timeline.number, n, "dated claim", has_more=timeline.has_more)
    return Group(*parts, Hung((Text(closing, style="dim"),)))


def _make_lane(lane: Lane, moments: Sequence[Moment], axis: Axis) -> Iterator[RenderableType]:
    own = [moment for moment in moments if moment.lane is lane]
    if not own:
        yield Text(f"{lane.value}: nothing has a date", style="dim")
        yield Text()
        return
    yield _Ticks(lane.value, axis)
    own.sort(key=lambda moment: (moment.first, moment.last))
    for (first, last), group in groupby(own, key=lambda moment: (moment.first, moment.last)):
        same = list(group)
        yield _Bar(describe_reach(first, last), axis.find_reach(same[0]), is_exact(same[0]))
        for moment in same:
            yield Hung((_describe(moment),), indent=2)
    yield Text()


def _describe(moment: Moment) -> Text:
    line = moment.line
    sign, colour = CERTAINTY_LOOKS[line.claim.certainty]
    text = Text.assemble((f"{sign} ", colour), (f"{shorten(line.claim.id)} ", "dim"))
    text.append(f"{cut(join_chain(line), LONGEST_CHAIN)}: ")
    text.append(cut(fold(line.claim.standalone), LONGEST_WORDS))
    for mark in make_marks(line):
        text.append("  ").append_text(mark)
    return text


def _find_width(options: ConsoleOptions) -> int:
    return max(options.max_width - _LABEL, _NARROWEST)


def _write_ticks(ticks: Sequence[Tick], width: int) -> str:
    row = ""
    for tick in ticks:
        start = int(tick.place * width)
        if (not row or start > len(row)) and start + len(tick.label) < width:
            row = f"{row:<{start}}{tick.label}"
    return row
