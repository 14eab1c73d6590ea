"""A report's text with its marks, as HTML: segments enter, spans and links leave."""

from collections.abc import Iterator, Sequence

from sayso.export.html_words import to_words
from sayso.export.notes import find_better_date, find_better_name
from sayso.export.outline import Entry
from sayso.export.segments import Cover, Role, Segment, find_segments
from sayso.records import Document, Timex

_TIME = "t"


def make_text(
    outline: Sequence[Entry], document: Document, times: Sequence[Timex], name: str
) -> str:
    """The whole text; ``name`` sets its links apart from those of other reports."""
    segments = find_segments(outline, len(document.text), times)
    return "".join(_make_segment(segment, document, name) for segment in segments)


def _make_segment(segment: Segment, document: Document, name: str) -> str:
    words = to_words(document.slice(segment.span))
    classes = " ".join(_find_classes(segment))
    if not classes:
        return words
    attributes = f'class="{classes}"'
    if segment.covers:
        marks = " ".join(f"{cover.entry.number}{cover.role.value}" for cover in segment.covers)
        attributes += f' data-a="{marks}"'
    tip = " / ".join(_find_tips(segment, document))
    number = _find_number(segment)
    is_stop = number is not None or _begins_something(segment)
    if tip:
        attributes += f' data-tip="{to_words(tip)}"'
        attributes += f' aria-description="{to_words(tip)}"' if is_stop else ""
    if number is not None:
        place = f'id="{name}t{number}" href="#{name}c{number}" data-n="{number}"'
        return f"<a {attributes} {place}>{words}</a>"
    if tip and is_stop:
        attributes += ' tabindex="0"'
    return f"<span {attributes}>{words}</span>"


def _find_classes(segment: Segment) -> Iterator[str]:
    yield from dict.fromkeys(cover.role.value for cover in segment.covers)
    contents = [cover for cover in segment.covers if cover.role is Role.CONTENT]
    if contents:
        yield contents[0].entry.attribution.certainty.value
    if len(contents) > 1:
        yield "deep"
    if segment.time is not None:
        yield _TIME


def _find_tips(segment: Segment, document: Document) -> Iterator[str]:
    """What sayso takes these words for: whom, and when."""
    source = _find_source(segment)
    if source and (name := find_better_name(document, source.entry.attribution)):
        yield name
    if segment.time and (date := find_better_date(document, segment.time)):
        yield date


def _find_source(segment: Segment) -> Cover | None:
    return next((cover for cover in segment.covers if cover.role is Role.SOURCE), None)


def _begins_something(segment: Segment) -> bool:
    """Whether a source or time starts here; the keyboard stops once for each, not at each piece."""
    source = _find_source(segment)
    starts = [each.span.start for each in (source, segment.time) if each is not None]
    return segment.span.start in starts


def _find_number(segment: Segment) -> int | None:
    """The attribution whose cue begins here; its number stands in the text once, at this place."""
    for cover in segment.covers:
        first = cover.entry.attribution.cue[0]
        if cover.role is Role.CUE and first == cover.span and first.start == segment.span.start:
            return cover.entry.number
    return None
