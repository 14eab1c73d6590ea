"""What pictures are put together from: shapes and words in, an SVG or a page that loads nothing
out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from sayso.export.html_parts import load_part, make_policy
from sayso.export.html_words import to_isolated, to_words
from sayso.export.wording import cut, fold

WIDTH, MARGIN = 1200, 24
LONGEST_TITLE = 110
LONGEST_CELL = 400
_CELL = 6.8  # pixels of one column of letters at 12 px, with some to spare


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The inside of an SVG, its height in pixels, and what it shows in one sentence."""

    body: str
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: words, and how they are set."""

    words: str
    kind: str = ""


def to_svg_file(picture: Picture) -> str:
    """The picture as a file of its own."""
    style = load_part("palette.css") + load_part("picture.css")
    return _make_svg(picture, f"<style>{style}</style>") + "\n"


def to_page(picture: Picture, heads: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> str:
    """The picture on a page, with what it shows as a table below; row n can be linked to as rn."""
    parts = ("palette.css", "picture.css", "picture_page.css")
    style = "".join(load_part(name) for name in parts)
    made = "".join(_make_row(n, row) for n, row in enumerate(rows, start=1))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{make_policy(style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{to_words(fit(picture.title))} - sayso</title>\n<style>{style}</style>\n"
        f'</head>\n<body>\n<main>\n<div class="picture">{_make_svg(picture)}</div>\n'
        f"<table>\n<thead><tr>{''.join(_make_cell('th', head) for head in heads)}</tr></thead>\n"
        f"<tbody>\n{made}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def write(x: float, y: float, words: str, kind: str = "") -> str:
    """Words at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}"{_class(kind)}>{to_words(fold(words))}</text>'


def draw_box(x: float, y: float, width: float, height: float, kind: str, tip: str = "") -> str:
    """A rectangle that says on hover what it is."""
    inside = f"<title>{to_words(fold(tip))}</title>" if tip else ""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}"'
    return f"<rect {place}{_class(kind)}>{inside}</rect>"


def draw_line(x: float, top: float, bottom: float) -> str:
    """A line of the grid."""
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" class="grid"/>'


def measure(words: str) -> float:
    """About how many pixels the words are wide, rather more than less."""
    return cell_len(words) * _CELL


def fit(words: str, longest: int = LONGEST_TITLE) -> str:
    """The words on one line, cut where they are too many."""
    return cut(fold(words), longest)


def _make_svg(picture: Picture, style: str = "") -> str:
    title = to_words(fit(picture.title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {picture.height:.0f}" '
        f'width="{WIDTH}" height="{picture.height:.0f}" role="img" aria-label="{title}">'
        f'{style}<rect class="paper" width="100%" height="100%"/>{picture.body}</svg>'
    )


def _make_row(n: int, row: Sequence[Cell]) -> str:
    return f'<tr id="r{n}">{"".join(_make_cell("td", cell) for cell in row)}</tr>\n'


def _make_cell(tag: str, cell: Cell) -> str:
    return f"<{tag}{_class(cell.kind)}>{to_isolated(fit(cell.words, LONGEST_CELL))}</{tag}>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
