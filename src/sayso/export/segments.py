"""Which attributions cover which words: entries enter, the text cut at all span borders leaves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.export.outline import Entry
from sayso.records import Span, Timex


class Role(StrEnum):
    """What a stretch of text is to an attribution; the value is its mark in the page."""

    SOURCE = "s"
    CUE = "k"
    CONTENT = "c"
    GROUNDS = "g"


@dataclass(frozen=True, slots=True)
class Cover:
    """One span of one attribution."""

    span: Span
    role: Role
    entry: Entry


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch over which nothing changes, with all that covers it: the innermost first."""

    span: Span
    covers: tuple[Cover, ...]
    time: Timex | None = None


def find_segments(
    outline: Sequence[Entry], n_characters: int, times: Sequence[Timex] = ()
) -> Iterator[Segment]:
    """Stretches in text order that together are the whole text; none is empty.

    Shapes: times are in text order and do not overlap.
    """
    covers = [cover for entry in outline for cover in _find_covers(entry) if len(cover.span)]
    covers.sort(key=lambda cover: cover.span.start)
    spans = (*(cover.span for cover in covers), *(time.span for time in times))
    borders = sorted({0, n_characters, *(end for span in spans for end in (span.start, span.end))})
    later_times = list(reversed(times))
    active: list[Cover] = []
    waiting = iter([*covers, None])
    upcoming = next(waiting)
    for start, end in pairwise(borders):
        active = [cover for cover in active if cover.span.end > start]
        while upcoming is not None and upcoming.span.start == start:
            active.append(upcoming)
            upcoming = next(waiting)
        while later_times and later_times[-1].span.end <= start:
            later_times.pop()
        time = later_times[-1] if later_times and later_times[-1].span.start <= start else None
        yield Segment(Span(start, end), tuple(sorted(active, key=_closeness)), time)


def _find_covers(entry: Entry) -> Iterator[Cover]:
    attribution = entry.attribution
    carried = tuple(span for _, implied in entry.implied for span in implied.content)
    spans_by_role = {
        Role.CUE: attribution.cue,
        Role.SOURCE: attribution.source,
        Role.GROUNDS: attribution.grounds,
        Role.CONTENT: attribution.content + carried,
    }
    return (Cover(span, role, entry) for role, spans in spans_by_role.items() for span in spans)


def _closeness(cover: Cover) -> tuple[bool, int, int]:
    """Own words before said ones, then the deeper hop, then the shorter span."""
    return (cover.role is Role.CONTENT, -cover.entry.depth, len(cover.span))
