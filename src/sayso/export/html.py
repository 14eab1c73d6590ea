"""Readings as one self-contained page: readings enter, an HTML file that loads nothing leaves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sayso.export.html_cards import make_card
from sayso.export.html_parts import load_part, make_policy
from sayso.export.html_text import make_text
from sayso.export.html_words import to_isolated, to_words
from sayso.export.outline import make_outline
from sayso.export.segments import Role
from sayso.export.wording import count, describe_date, fold, summarise
from sayso.export.writing import open_part, replace_by
from sayso.records import Certainty, Document, Reading

_ROLE_NAMES = {
    Role.SOURCE: "source",
    Role.CUE: "cue",
    Role.CONTENT: "content",
    Role.GROUNDS: "grounds: why the source would know",
}


class Page:
    """A page in the making; each reading is rendered when it is added."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self._sections: list[str] = []

    def add(self, reading: Reading) -> None:
        """Puts the report and its attributions on the page."""
        name = f"r{len(self._sections) + 1}"
        self.titles.append(_get_title(reading.document))
        self._sections.append(_make_section(reading, name))

    def to_html(self) -> str:
        """The whole page."""
        css, script = load_part("palette.css") + load_part("page.css"), load_part("page.js")
        name = self.titles[0] if len(self.titles) == 1 else count(len(self.titles), "report")
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{make_policy(css, script)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{to_words(name)} - sayso</title>\n<style>{css}</style>\n</head>\n<body>\n"
            f"{_make_top(self.titles)}<main>\n{''.join(self._sections)}</main>\n"
            f"<script>{script}</script>\n</body>\n</html>\n"
        )


@contextmanager
def open_page(path: Path) -> Iterator[Page]:
    """A page that stands at ``path`` when the block ends well; otherwise nothing there changes.

    Raises: CannotWrite, before anything is read where that can be known.
    """
    page = Page()
    with open_part(path) as part:
        yield page
        if page.titles:
            replace_by(path, part, page.to_html())


def _get_title(document: Document) -> str:
    return fold(document.title or "") or fold(document.origin)


def _make_top(titles: Sequence[str]) -> str:
    roles = "".join(
        f'<li><span class="{role.value}">{name}</span></li>' for role, name in _ROLE_NAMES.items()
    )
    grades = "".join(
        f'<li><span class="c {grade.value}">{grade.value}</span></li>' for grade in Certainty
    )
    links = "".join(
        f'<li><a href="#r{n}">{to_isolated(title)}</a></li>'
        for n, title in enumerate(titles, start=1)
    )
    index = f'<nav aria-label="Reports"><ol class="index">{links}</ol></nav>' if titles[1:] else ""
    return (
        '<header class="top">\n<a class="skip" href="#r1-cards">Skip to the attributions</a>\n'
        "<h1>sayso: who says what, on whose word, how firmly</h1>\n"
        f'<ul class="legend" aria-label="Legend">{roles}{grades}'
        '<li><span class="t">time</span></li><li>unmarked: the report\'s own voice</li></ul>\n'
        '<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous attribution, '
        "<kbd>Enter</kbd> to its words, <kbd>Esc</kbd> clears; dotted words say on hover, or when "
        f"<kbd>Tab</kbd> comes to them, whom or when they mean</p>\n{index}</header>\n"
    )


def _make_section(reading: Reading, name: str) -> str:
    document, outline = reading.document, make_outline(reading)
    text = make_text(outline, document, reading.times, name)
    cards = "".join(make_card(entry, document, name) for entry in outline)
    facts = [document.publisher, document.byline and f"by {document.byline}"]
    facts += [describe_date(document.published), document.origin, document.url]
    shown = " · ".join(to_isolated(fold(fact)) for fact in facts if fact)
    return (
        f'<section class="report" id="{name}" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title">{to_isolated(_get_title(document))}</h2>\n'
        f'<p class="facts">{shown}</p>\n<p class="facts">{to_words(summarise(reading))}</p>\n'
        f'<div class="panes">\n<article class="text" aria-label="Report">{text}</article>\n'
        f'<aside class="cards" id="{name}-cards" aria-label="Attributions" tabindex="-1">'
        f"<ol>{cards}</ol></aside>\n</div>\n</section>\n"
    )
