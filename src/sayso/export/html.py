"""Readings as one self-contained page: readings enter, an HTML file that loads nothing leaves."""

import base64
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from sayso.errors import CannotWrite
from sayso.export.outline import Entry, make_outline
from sayso.export.segments import Cover, Role, Segment, find_segments
from sayso.export.wording import (
    NOTABLE_PROBABILITY,
    count,
    describe_date,
    describe_repetition,
    fold,
    join_pieces,
    make_strip,
    mask_unshowable,
    summarise,
)
from sayso.records import Certainty, Document, Reading, Span

_DEEPEST = 4
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
        css, script = _load("page.css"), _load("page.js")
        policy = f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; "
        policy += "base-uri 'none'; form-action 'none'"
        name = self.titles[0] if len(self.titles) == 1 else count(len(self.titles), "report")
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_escape(name)} - sayso</title>\n<style>{css}</style>\n</head>\n<body>\n"
            f"{_make_top(self.titles)}<main>\n{''.join(self._sections)}</main>\n"
            f"<script>{script}</script>\n</body>\n</html>\n"
        )


@contextmanager
def open_page(path: Path) -> Iterator[Page]:
    """A page that stands at ``path`` when the block ends well; otherwise nothing there changes.

    Raises: CannotWrite, before anything is read where that can be known.
    """
    page = Page()
    with _translating(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
    part = Path(name)
    try:
        yield page
        if page.titles:
            _replace(path, part, page.to_html())
    finally:
        part.unlink(missing_ok=True)


def _replace(path: Path, part: Path, page: str) -> None:
    with _translating(path):
        part.write_text(page, encoding="utf-8", newline="\n")
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        part.replace(path)


@contextmanager
def _translating(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error


def _escape(text: str) -> str:
    return escape(mask_unshowable(text)).replace("\r", "&#13;")  # a bare CR would become LF


def _bdi(text: str) -> str:
    return f"<bdi>{_escape(text)}</bdi>"


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
        f'<li><a href="#r{n}">{_bdi(title)}</a></li>' for n, title in enumerate(titles, start=1)
    )
    index = f'<nav aria-label="Reports"><ol class="index">{links}</ol></nav>' if titles[1:] else ""
    return (
        '<header class="top">\n<a class="skip" href="#r1-cards">Skip to the attributions</a>\n'
        "<h1>sayso: who says what, on whose word, how firmly</h1>\n"
        f'<ul class="legend" aria-label="Legend">{roles}{grades}'
        "<li>unmarked: the report's own voice</li></ul>\n"
        '<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous attribution, '
        f"<kbd>Enter</kbd> to its words, <kbd>Esc</kbd> clears</p>\n{index}</header>\n"
    )


def _make_section(reading: Reading, name: str) -> str:
    document, outline = reading.document, make_outline(reading)
    segments = find_segments(outline, len(document.text))
    text = "".join(_make_segment(segment, document, name) for segment in segments)
    cards = "".join(_make_card(entry, document, name) for entry in outline)
    facts = [document.publisher, document.byline and f"by {document.byline}"]
    facts += [describe_date(document.published), document.origin, document.url]
    shown = " · ".join(_bdi(fold(fact)) for fact in facts if fact)
    return (
        f'<section class="report" id="{name}" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title">{_bdi(_get_title(document))}</h2>\n'
        f'<p class="facts">{shown}</p>\n<p class="facts">{_escape(summarise(reading))}</p>\n'
        f'<div class="panes">\n<article class="text" aria-label="Report">{text}</article>\n'
        f'<aside class="cards" id="{name}-cards" aria-label="Attributions" tabindex="-1">'
        f"<ol>{cards}</ol></aside>\n</div>\n</section>\n"
    )


def _make_segment(segment: Segment, document: Document, name: str) -> str:
    words = _escape(document.slice(segment.span))
    if not segment.covers:
        return words
    marks = " ".join(f"{cover.entry.number}{cover.role.value}" for cover in segment.covers)
    attributes = f'class="{" ".join(_find_classes(segment.covers))}" data-a="{marks}"'
    number = _find_number(segment)
    if number is None:
        return f"<span {attributes}>{words}</span>"
    place = f'id="{name}t{number}" href="#{name}c{number}" data-n="{number}"'
    return f"<a {attributes} {place}>{words}</a>"


def _find_classes(covers: Sequence[Cover]) -> list[str]:
    classes = list(dict.fromkeys(cover.role.value for cover in covers))
    contents = [cover for cover in covers if cover.role is Role.CONTENT]
    if contents:
        classes.append(contents[0].entry.attribution.certainty.value)
    if len(contents) > 1:
        classes.append("deep")
    return classes


def _find_number(segment: Segment) -> int | None:
    """The attribution whose cue begins here; its number stands in the text once, at this place."""
    for cover in segment.covers:
        first = cover.entry.attribution.cue[0]
        if cover.role is Role.CUE and first == cover.span and first.start == segment.span.start:
            return cover.entry.number
    return None


def _make_card(entry: Entry, document: Document, name: str) -> str:
    attribution, n = entry.attribution, entry.number
    act, grade = attribution.act.value, attribution.certainty.value
    strip = "".join(f"<li>{_bdi(hop)}</li>" for hop in make_strip(document, entry.chain))
    said = _make_line("said", "", document, attribution.content)
    carried = "".join(
        _make_line("said", f"carried on in line {line}: ", document, implied.content)
        for line, implied in entry.implied
    )
    return (
        f'<li class="card d{min(entry.depth, _DEEPEST)}" id="{name}c{n}" data-n="{n}">'
        f'<p class="head"><a class="go" href="#{name}t{n}"><b>{n}</b>line {entry.line}</a>'
        f'<span class="chip act">{act}</span><span class="chip hold {grade}">{grade}</span></p>'
        f'<div class="names"><ol class="strip" aria-label="Chain">{strip}</ol></div>'
        f"{said}{carried}"
        f"{_make_line('note', 'why: ', document, attribution.grounds)}"
        f"{_make_line('note', 'to: ', document, attribution.addressee)}"
        f"{_make_notes(entry)}</li>\n"
    )


def _make_line(kind: str, label: str, document: Document, spans: Sequence[Span]) -> str:
    if not spans:
        return ""
    shown = f'<span class="note">{label}</span>' if label else ""
    return f'<p class="{kind}">{shown}{_bdi(join_pieces(document, spans))}</p>'


def _make_notes(entry: Entry) -> str:
    probability = entry.attribution.probability
    doubt = f"probability {probability:.2f}" if probability < NOTABLE_PROBABILITY else None
    notes = [note for note in (describe_repetition(entry), doubt) if note]
    return f'<p class="note">{_escape("; ".join(notes))}</p>' if notes else ""


@cache
def _load(name: str) -> str:
    return (files("sayso.export") / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
