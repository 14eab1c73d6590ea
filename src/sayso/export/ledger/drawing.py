"""What pictures of the ledger share: colours in light and dark, escaped words, the page around."""

from collections.abc import Iterable
from html import escape

from sayso.export.wording import fold
from sayso.records import Certainty

WIDTH = 1200
COLOURS = {
    Certainty.CERTAIN: ("#1a7f37", "#57d174"),
    Certainty.PROBABLE: ("#0b7285", "#3bc9db"),
    Certainty.POSSIBLE: ("#946200", "#ffd43b"),
    Certainty.DOUBTFUL: ("#862e9c", "#da77f2"),
    Certainty.DENIED: ("#c92a2a", "#ff8787"),
    Certainty.OPEN: ("#1864ab", "#74c0fc"),
}
_INK = {
    "paper": ("#ffffff", "#16181d"),
    "ink": ("#1b1f24", "#e6e8eb"),
    "faint": ("#5b6570", "#9aa4af"),
    "rule": ("#d8dde3", "#343a43"),
    "band": ("#f5f7f9", "#1d2026"),
    "named": ("#2f6fab", "#74b0e8"),
    "unnamed": ("#b35c00", "#f0a35a"),
}
_BASE = (
    "text{{font-family:system-ui,sans-serif;font-size:13px;fill:{ink}}}"
    ".paper{{fill:{paper}}}.faint{{fill:{faint}}}.band{{fill:{band}}}.rule{{stroke:{rule}}}"
    ".named{{fill:{named}}}.unnamed{{fill:{unnamed}}}.head{{font-size:18px;font-weight:600}}"
    ".lane{{font-weight:600}}.on{{fill:{paper};font-size:11px}}"
)
_PAGE = (
    "body{{margin:2rem auto;max-width:1200px;padding:0 1rem;background:{paper};color:{ink};"
    "font-family:system-ui,sans-serif;line-height:1.45}}svg{{width:100%;height:auto}}"
    "li{{margin:.6rem 0}}.f{{color:{faint}}}"
)


def to_words(words: str) -> str:
    """Words of a report as they may stand in a picture or page."""
    return escape(fold(words), quote=True)


def make_svg(parts: Iterable[str], *, height: int, title: str) -> str:
    """A picture that loads nothing, in light and dark."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-label="{to_words(title)}">'
        f"<style>{_make_style()}</style>"
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>'
        f'<text class="head" x="24" y="34">{to_words(title)}</text>{"".join(parts)}</svg>\n'
    )


def make_page(svg: str, rows: Iterable[str], *, title: str) -> str:
    """One self-contained page: the picture, and the same in words under it."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    listed = "".join(f"<li>{row}</li>\n" for row in rows)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{to_words(title)} - sayso</title>\n<style>{_in_both(_PAGE)}</style>\n</head>\n"
        f"<body>\n<main>\n{svg}<ol>\n{listed}</ol>\n</main>\n</body>\n</html>\n"
    )


def _make_style() -> str:
    light = "".join(f".{each.value}{{fill:{tint[0]}}}" for each, tint in COLOURS.items())
    dark = "".join(f".{each.value}{{fill:{tint[1]}}}" for each, tint in COLOURS.items())
    return f"{_in_both(_BASE)}{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _in_both(style: str) -> str:
    light, dark = ({name: tint[n] for name, tint in _INK.items()} for n in (0, 1))
    return f"{style.format(**light)}@media(prefers-color-scheme:dark){{{style.format(**dark)}}}"
