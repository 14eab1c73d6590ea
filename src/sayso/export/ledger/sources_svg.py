"""Who is cited in a ledger, as a picture: sources enter, an SVG or a page that loads nothing
leaves."""

from collections.abc import Iterator, Sequence

from sayso.answers import SourceCount, Sources
from sayso.export.ledger.pictures import (
    MARGIN,
    WIDTH,
    Cell,
    Picture,
    draw_box,
    fit,
    measure,
    to_page,
    to_svg_file,
    write,
)
from sayso.export.ledger.shares import (
    TYPE_NAMES,
    Share,
    describe_publishers,
    find_breadth,
    find_types,
    find_voices,
    is_named,
    name_source,
)
from sayso.export.wording import count

LONGEST_NAME = 38
MOST_DRAWN = 40
_LEFT, _NUMBERS = 300, 150
_TOP, _ROW, _BAR, _STACK, _KEY_ROW = 84, 24, 15, 22, 20
_HEADS = (
    Cell("source"), Cell("type"), Cell("claims", "number"), Cell("reports", "number"),
    Cell("cited by"),
)  # fmt: skip


def make_sources_svg(sources: Sources, *, title: str) -> str:
    """The picture as a file of its own."""
    return to_svg_file(_draw(sources, title))


def make_sources_page(sources: Sources, *, title: str) -> str:
    """The picture on a page, with all numbers below."""
    return to_page(_draw(sources, title), _HEADS, map(_make_cells, sources.counts))


def _make_cells(counted: SourceCount) -> Sequence[Cell]:
    return (
        Cell(name_source(counted)),
        Cell(TYPE_NAMES[counted.source_type], "short"),
        Cell(f"{counted.n_claims:,}", "number"),
        Cell(f"{counted.n_reports:,}", "number"),
        Cell(describe_publishers(counted.publishers)),
    )


def _draw(sources: Sources, title: str) -> Picture:
    parts = list(_draw_top(sources, title))
    shown = sources.counts[:MOST_DRAWN]
    most = max((counted.n_claims for counted in shown), default=1)
    y = float(_TOP)
    for counted in shown:
        parts += _draw_source(counted, most, y)
        y += _ROW
    if not shown:
        parts.append(write(MARGIN, y + 12, "Nobody is cited.", "quiet"))
        y += _ROW
    stacks = (
        ("on whose word, by type of source", find_types(sources)),
        ("whose voice the claims are in", find_voices(sources)),
        ("how many sources reports rest on", find_breadth(sources)),
    )
    for heading, shares in stacks:
        made, y = _draw_stack(heading, shares, y + _ROW)
        parts += made
    return Picture(body="".join(parts), height=y + MARGIN, title=f"Sources: {title}")


def _draw_top(sources: Sources, title: str) -> Iterator[str]:
    claims, reports = count(sources.n_claims, "claim"), count(sources.n_reports, "report")
    yield write(MARGIN, 32, fit(title), "heading")
    yield write(MARGIN, 54, f"who vouches for {claims} in {reports}", "quiet")
    x = WIDTH - MARGIN - measure("named") - measure("unnamed") - 60
    for kind in ("named", "unnamed"):
        yield draw_box(x, 45, 11, 11, kind)
        yield write(x + 16, 54, kind, "quiet")
        x += measure(kind) + 34


def _draw_source(counted: SourceCount, most: int, y: float) -> Iterator[str]:
    full = WIDTH - MARGIN - _LEFT - _NUMBERS
    width = max(full * counted.n_claims / most, 1)
    kind = "named" if is_named(counted) else "unnamed"
    numbers = f"{counted.n_claims:,} in {count(counted.n_reports, 'report')}"
    tip = f"{name_source(counted)} ({TYPE_NAMES[counted.source_type]}): {numbers}"
    yield write(_LEFT - 12, y + 12, fit(name_source(counted), LONGEST_NAME), "end")
    yield draw_box(_LEFT, y, width, _BAR, kind, tip)
    yield write(_LEFT + width + 8, y + 12, numbers, "quiet")


def _draw_stack(heading: str, shares: Sequence[Share], y: float) -> tuple[list[str], float]:
    """One bar of all parts and its key; where the next may begin."""
    parts = [write(MARGIN, y, heading, "lane")]
    x, full = float(MARGIN), WIDTH - 2 * MARGIN
    for share in shares:
        width = full * share.part
        parts.append(draw_box(x, y + 10, width, _STACK, share.kind, _describe(share)))
        x += width
    x, y = float(MARGIN), y + 10 + _STACK + _KEY_ROW
    for share in shares:
        words = _describe(share)
        if x > MARGIN and x + measure(words) + 16 > WIDTH - MARGIN:
            x, y = float(MARGIN), y + _KEY_ROW
        parts.append(draw_box(x, y - 9, 11, 11, share.kind))
        parts.append(write(x + 16, y, words, "quiet"))
        x += measure(words) + 38
    return parts, y + _ROW / 2


def _describe(share: Share) -> str:
    return f"{share.label} {share.n:,} ({share.describe()})"
