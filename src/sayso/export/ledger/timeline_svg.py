"""Two lanes of time as a picture: a timeline enters, an SVG or a page that loads nothing leaves."""

from collections.abc import Iterator, Sequence

from sayso.answers import Lane, Moment, Timeline
from sayso.export.html_words import to_words
from sayso.export.ledger.axis import Axis, make_axis
from sayso.export.ledger.days import describe_reach, is_exact
from sayso.export.ledger.pictures import (
    MARGIN,
    WIDTH,
    Cell,
    Picture,
    draw_box,
    draw_line,
    fit,
    measure,
    to_page,
    to_svg_file,
    write,
)
from sayso.export.ledger.timeline_layout import (
    EDGE,
    EDGE_LABEL,
    LABEL_GAP,
    LEFT,
    RIGHT,
    Layout,
    Mark,
    Side,
    lay_out,
)
from sayso.export.ledger.words import get_day, join_chain, mark, name_outlet, shorten
from sayso.export.terminal import CERTAINTY_LOOKS
from sayso.export.wording import count, fold
from sayso.records import Certainty

MOST_LABELLED = 40
LONGEST_TIP = 600
_TOP, _HEAD, _FOOT, _EMPTY = 84, 48, 26, 24
_MOST_TICKS = 10
_INSET = 24
_HEADS = ("when", "clock", "who", "how firmly", "what", "published", "claim")
_FADES = "".join(
    f'<linearGradient id="{side}-fade" x1="{start}" x2="{1 - start}">'
    '<stop offset="0" stop-color="#fff" stop-opacity=".1"/>'
    '<stop offset=".5" stop-color="#fff"/></linearGradient>'
    f'<mask id="{side}" maskContentUnits="objectBoundingBox">'
    f'<rect y="-1" width="1" height="3" fill="url(#{side}-fade)"/></mask>'
    for side, start in (("from-open", 0), ("to-open", 1))
)


def make_timeline_svg(timeline: Timeline, *, title: str) -> str:
    """The picture as a file of its own."""
    return to_svg_file(_draw(timeline, title, has_links=False))


def make_timeline_page(timeline: Timeline, *, title: str) -> str:
    """The picture on a page, each mark a link to its claim in the list below."""
    picture = _draw(timeline, title, has_links=True)
    rows = (_make_cells(moment) for moment in timeline.moments)
    return to_page(picture, [Cell(head) for head in _HEADS], rows)


def _make_cells(moment: Moment) -> Sequence[Cell]:
    line, grade = moment.line, moment.line.claim.certainty
    document = line.document
    decided = [mark(each, document) for each in line.judgements]
    return (
        Cell(describe_reach(moment.first, moment.last), "short"),
        Cell(moment.lane.value, "short"),
        Cell(join_chain(line)),
        Cell(f"{CERTAINTY_LOOKS[grade][0]} {grade.value}", f"grade {grade.value}"),
        Cell("; ".join([line.claim.standalone, *decided])),
        Cell(f"{get_day(document)} {name_outlet(document)}"),
        Cell(shorten(line.claim.id), "id"),
    )


def _draw(timeline: Timeline, title: str, *, has_links: bool) -> Picture:
    axis = make_axis(timeline.moments)
    is_labelled = len(timeline.moments) <= MOST_LABELLED
    parts = [f"<defs>{_FADES}</defs>", *_draw_top(timeline, title)]
    top = float(_TOP)
    for lane in Lane:
        numbered = [
            (n, moment) for n, moment in enumerate(timeline.moments, start=1) if moment.lane is lane
        ]
        layout = lay_out(numbered, axis, is_labelled=is_labelled)
        parts += _draw_lane(lane, layout, axis, top, has_links=has_links)
        top += _HEAD + max(layout.height, _EMPTY) + _FOOT
    return Picture(body="".join(parts), height=top, title=f"Timeline: {title}")


def _draw_top(timeline: Timeline, title: str) -> Iterator[str]:
    yield write(MARGIN, 32, fit(title), "heading")
    shown = f"{count(len(timeline.moments), 'dated claim')}, dots are days, bars what is vaguer"
    more = f"; page {timeline.number}, more follow" if timeline.has_more else ""
    yield write(MARGIN, 54, shown + more, "quiet")
    x = WIDTH - MARGIN - sum(measure(grade.value) + 26 for grade in Certainty)
    for grade in Certainty:
        yield f'<circle cx="{x:.1f}" cy="50" r="5" class="m {grade.value}"/>'
        yield write(x + 10, 54, grade.value, "quiet")
        x += measure(grade.value) + 26


def _draw_lane(
    lane: Lane, layout: Layout, axis: Axis, top: float, *, has_links: bool
) -> Iterator[str]:
    below = top + _HEAD
    bottom = below + max(layout.height, _EMPTY)
    yield write(MARGIN, top + 14, f"{lane.value} ({len(layout.marks):,})", "lane")
    if not layout.marks:
        yield write(LEFT, top + 36, "nothing has a date on this clock", "quiet")
        return
    yield from _draw_ticks(axis, top, bottom)
    for each in layout.marks:
        shape = _draw_mark(each, layout.size, below)
        yield f'<a href="#r{each.n}">{shape}</a>' if has_links else shape


def _draw_ticks(axis: Axis, top: float, bottom: float) -> Iterator[str]:
    free = 0.0
    for tick in axis.find_ticks(_MOST_TICKS):
        x = LEFT + tick.place * (RIGHT - LEFT)
        yield draw_line(x, top + 26, bottom)
        if x >= free and x + measure(tick.label) < WIDTH - MARGIN:
            yield write(x + 4, top + 36, tick.label, "tick")
            free = x + measure(tick.label) + 8


def _draw_mark(placed: Mark, size: float, top: float) -> str:
    y = top + placed.top
    grade = placed.moment.line.claim.certainty.value
    tip = f"<title>{to_words(_describe(placed.moment))}</title>"
    if placed.reach.beyond:
        return f"<g>{tip}{_draw_beyond(placed, y, grade)}</g>"
    return f"<g>{tip}{_draw_shape(placed, y, size, grade)}{_draw_label(placed, y, size)}</g>"


def _draw_shape(placed: Mark, y: float, size: float, grade: str) -> str:
    """A dot for a day; else a bar, pointed where it goes on and fading where it has no end."""
    if is_exact(placed.moment):
        x, radius = placed.left + size / 2, size / 2 - 0.75
        return f'<circle cx="{x:.1f}" cy="{y + size / 2:.1f}" r="{radius:.2f}" class="m {grade}"/>'
    left, right, reach = placed.left + 1, placed.right - 1, placed.reach
    tip = min(size * 0.7, (right - left) / 2)
    from_x = left + tip if reach.runs_left else left
    to_x = right - tip if reach.runs_right else right
    middle, bottom = y + size / 2, y + size - 1
    path = (
        f"M{from_x:.1f} {y + 1:.1f}H{to_x:.1f}L{right:.1f} {middle:.1f}L{to_x:.1f} {bottom:.1f}"
        f"H{from_x:.1f}L{left:.1f} {middle:.1f}Z"
    )
    shape = f'<path d="{path}" class="m {grade}"/>'
    for is_open, side in ((reach.opens_left, "from-open"), (reach.opens_right, "to-open")):
        shape = f'<g mask="url(#{side})">{shape}</g>' if is_open else shape
    return shape


def _draw_label(placed: Mark, y: float, size: float) -> str:
    if not placed.label:
        return ""
    base = y + size - 1.5
    if placed.side is Side.RIGHT:
        return write(placed.right + LABEL_GAP, base, placed.label, "words")
    if placed.side is Side.LEFT:
        return write(placed.left - LABEL_GAP, base, placed.label, "words end")
    width = measure(placed.label)
    x = placed.right - _INSET - width if placed.reach.opens_left else placed.left + _INSET
    box = draw_box(x, y - 1, width, size + 2, "paper")
    return box + write(x + LABEL_GAP, base, placed.label, "words")


def _draw_beyond(placed: Mark, y: float, grade: str) -> str:
    """An arrow out of the picture; by the first of a year the year."""
    is_left = placed.reach.beyond < 0
    x, step = (placed.left + 1, 7) if is_left else (placed.right - 1, -7)
    path = f'<path d="M{x:.1f} {y + 6:.1f}l{step} -4.5v9z" class="m {grade}"/>'
    if not placed.label:
        return path
    x = LEFT - LABEL_GAP if is_left else RIGHT + EDGE - EDGE_LABEL - LABEL_GAP
    return path + write(x, y + 10.5, placed.label, "quiet end")


def _describe(moment: Moment) -> str:
    line = moment.line
    words = f"{join_chain(line)}: {line.claim.standalone}"
    when = f"{moment.lane.value} {describe_reach(moment.first, moment.last)}"
    grade = f"{line.claim.certainty.value} · {fold(line.claim.id)}"
    return f"{when}\n{fit(words, LONGEST_TIP)}\n{grade}"
