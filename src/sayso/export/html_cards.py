"""Attributions as cards beside the text, as HTML: an outline's entries enter, list items leave."""

from collections.abc import Sequence

from sayso.export.html_words import to_isolated, to_words
from sayso.export.notes import find_effective, make_notes
from sayso.export.outline import Entry
from sayso.export.strip import make_strip
from sayso.export.wording import NOTABLE_PROBABILITY, describe_repetition, join_pieces
from sayso.records import Document, Span

_DEEPEST = 4


def make_card(entry: Entry, document: Document, name: str) -> str:
    """One attribution: its place, labels, chain, words and notes."""
    attribution, n = entry.attribution, entry.number
    act, grade = attribution.act.value, attribution.certainty.value
    strip = "".join(f"<li>{to_isolated(hop)}</li>" for hop in make_strip(document, entry.chain))
    said = _make_line("said", "", document, attribution.content)
    carried = "".join(
        _make_line("said", f"carried on in line {line}: ", document, implied.content)
        for line, implied in entry.implied
    )
    return (
        f'<li class="card d{min(entry.depth, _DEEPEST)}" id="{name}c{n}" data-n="{n}">'
        f'<p class="head"><a class="go" href="#{name}t{n}"><b>{n}</b>line {entry.line}</a>'
        f'<span class="chip act">{act}</span><span class="chip hold {grade}">{grade}</span>'
        f"{_make_effective(entry)}</p>"
        f'<div class="names"><ol class="strip" aria-label="Chain">{strip}</ol></div>'
        f"{said}{carried}"
        f"{_make_line('note', 'to: ', document, attribution.addressee)}"
        f"{_make_notes(entry, document)}</li>\n"
    )


def _make_line(kind: str, label: str, document: Document, spans: Sequence[Span]) -> str:
    if not spans:
        return ""
    shown = f'<span class="note">{label}</span>' if label else ""
    return f'<p class="{kind}">{shown}{to_isolated(join_pieces(document, spans))}</p>'


def _make_effective(entry: Entry) -> str:
    effective = find_effective(entry)
    if effective is None:
        return ""
    return f'<span class="chip in-all {effective.value}">in all {effective.value}</span>'


def _make_notes(entry: Entry, document: Document) -> str:
    known = "".join(
        f'<p class="note"><b>{label}</b> {to_isolated(words)}</p>'
        for label, words in make_notes(entry, document)
    )
    probability = entry.attribution.probability
    doubt = f"probability {probability:.2f}" if probability < NOTABLE_PROBABILITY else None
    notes = [note for note in (describe_repetition(entry), doubt) if note]
    return known + (f'<p class="note">{to_words("; ".join(notes))}</p>' if notes else "")
