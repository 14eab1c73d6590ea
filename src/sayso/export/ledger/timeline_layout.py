"""Where each moment of a timeline stands in its picture: moments enter, placed marks leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from sayso.answers import Line, Moment
from sayso.export.ledger.axis import Axis, Reach
from sayso.export.ledger.days import describe_reach, is_exact, to_date
from sayso.export.ledger.pictures import MARGIN, WIDTH, fit, measure
from sayso.export.ledger.words import name_chain, name_outlet
from sayso.export.wording import cut

EDGE = 90
LEFT, RIGHT = MARGIN + EDGE, WIDTH - MARGIN - EDGE
LABEL_GAP = 6
LONGEST_LABEL = 72
_GAP = 3
_LABELLED_SIZE, _LABELLED_ROW = 12, 22
_SIZES, _MOST_ROWS = (12, 10, 8, 6, 4), 60
_GAP_SHARE = 3
_ARROW, _ARROWS_A_ROW, _EDGE_ROW = 10, 5, 17
EDGE_LABEL = _ARROW * _ARROWS_A_ROW + 4
_LONGEST_NAME = 26


class Side(Enum):
    """Where a mark's words stand."""

    RIGHT = "right"
    LEFT = "left"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment's shape, from ``left`` to ``right``, and the words beside it, where it has some.

    Units: pixels, ``top`` from the top of the lane; ``n`` is the moment's number, from 1.
    """

    n: int
    moment: Moment
    reach: Reach
    left: float
    right: float
    top: float = 0
    label: str = ""
    side: Side = Side.RIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The marks of one lane. Units: ``size`` of a mark and ``height`` of all, in pixels."""

    marks: tuple[Mark, ...]
    size: float
    height: float


@dataclass(frozen=True, slots=True)
class _Room:
    """What a mark takes up, its words included, and the place by which it must end."""

    mark: Mark
    start: float
    width: float
    limit: float


def lay_out(numbered: Sequence[tuple[int, Moment]], axis: Axis, *, is_labelled: bool) -> Layout:
    """Rows in which no mark covers another; what lies beyond the axis stands at its edges."""
    marks = [
        Mark(n=n, moment=moment, reach=axis.find_reach(moment), left=0, right=0)
        for n, moment in numbered
    ]
    within = [mark for mark in marks if not mark.reach.beyond]
    at_edges = [mark for side in (-1, 1) for mark in _place_beyond(marks, side)]
    placed, size = _place_labelled(within) if is_labelled else _place_small(within)
    row = _LABELLED_ROW if is_labelled else _find_row_height(size)
    heights = [mark.top + _EDGE_ROW for mark in at_edges] + [mark.top + row for mark in placed]
    return Layout(marks=(*at_edges, *placed), size=size, height=max(heights, default=0))


def find_year(moment: Moment) -> str:
    """The year or decade that a moment beyond the axis lies in."""
    words = describe_reach(moment.first, moment.last)
    day = to_date(moment.last) or to_date(moment.first)
    return words if len(words) <= len("1990s") or day is None else str(day.year)


def _place_beyond(marks: Sequence[Mark], side: int) -> Iterator[Mark]:
    """Arrows out of the picture, in rows of one year each; the first of a year has it beside it."""
    beyond = [mark for mark in marks if mark.reach.beyond == side]
    row = 0
    for year, group in groupby(beyond, key=lambda mark: find_year(mark.moment)):
        for place, mark in enumerate(group):
            row_in_year, column = divmod(place, _ARROWS_A_ROW)
            left = (MARGIN if side < 0 else RIGHT + EDGE - EDGE_LABEL) + column * _ARROW
            top = (row + row_in_year) * _EDGE_ROW
            label = "" if place else year
            yield replace(mark, left=left, right=left + _ARROW, top=top, label=label)
        row += row_in_year + 1


def _place_labelled(marks: Sequence[Mark]) -> tuple[list[Mark], float]:
    rooms = [_make_labelled_room(mark) for mark in marks]
    return _pack(rooms, _LABELLED_ROW), _LABELLED_SIZE


def _place_small(marks: Sequence[Mark]) -> tuple[list[Mark], float]:
    """As large as the number of rows allows."""
    for size in _SIZES:
        row_height = _find_row_height(size)
        placed = _pack([_make_room(mark, size) for mark in marks], row_height)
        if max((mark.top for mark in placed), default=0) < _MOST_ROWS * row_height:
            break
    return placed, size


def _find_row_height(size: float) -> float:
    return size + max(size / _GAP_SHARE, 1)


def _pack(rooms: Sequence[_Room], row_height: float) -> list[Mark]:
    """Each in the first row that has room for it, as far to the left as it may."""
    ends: list[float] = []
    placed = []
    for room in sorted(rooms, key=lambda room: (room.mark.left, -room.width)):
        starts = (max(room.start, end) for end in ends)
        fitting = (n for n, start in enumerate(starts) if start + room.width <= room.limit + 0.01)
        row = next(fitting, len(ends))
        if row == len(ends):
            ends.append(room.start)
        start = max(room.start, ends[row])
        ends[row] = start + room.width + _GAP
        moved, mark = start - room.start, room.mark
        left, right = mark.left + moved, mark.right + moved
        placed.append(replace(mark, left=left, right=right, top=row * row_height))
    return placed


def _make_room(mark: Mark, size: float) -> _Room:
    """A dot may stand anywhere within its day, a bar nowhere else."""
    left, right = _find_ends(mark)
    if is_exact(mark.moment):
        placed = replace(mark, left=left, right=left + size)
        return _Room(placed, left, size, max(right, left + size))
    right = max(right, left + size)
    return _Room(replace(mark, left=left, right=right), left, right - left, right)


def _make_labelled_room(mark: Mark) -> _Room:
    """A dot stands in the middle of its day."""
    left, right = _find_ends(mark)
    if is_exact(mark.moment):
        left = (left + right - _LABELLED_SIZE) / 2
        right = left
    right = max(right, left + _LABELLED_SIZE)
    words = _make_label(mark.moment.line)
    room = measure(words) + 2 * LABEL_GAP
    placed = replace(mark, left=left, right=right, label=words, side=_find_side(left, right, room))
    start = left - room if placed.side is Side.LEFT else left
    width = right - left + (0 if placed.side is Side.WITHIN else room)
    return _Room(placed, start, width, start + width)


def _make_label(line: Line) -> str:
    name = cut(name_chain(line)[-1] if line.chain else name_outlet(line.document), _LONGEST_NAME)
    return fit(f"{name}: {line.claim.standalone}", LONGEST_LABEL)


def _find_side(left: float, right: float, room: float) -> Side:
    if right + room <= WIDTH - MARGIN:
        return Side.RIGHT
    return Side.LEFT if left - room > LEFT else Side.WITHIN


def _find_ends(mark: Mark) -> tuple[float, float]:
    start, end = (LEFT + share * (RIGHT - LEFT) for share in (mark.reach.start, mark.reach.end))
    return start, end
