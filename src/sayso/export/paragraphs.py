"""A report's whole sentences and the paragraphs they stand in: a reading enters, pieces leave."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Document, Reading, Span

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One whole sentence; ``paragraph`` counts from 0, ``is_body`` tells it from a headline and
    from a standfirst that only repeats."""

    span: Span
    paragraph: int
    is_body: bool


def find_pieces(reading: Reading) -> tuple[Piece, ...]:
    """All sentences in text order; one that is broken by hand over lines is one piece again."""
    document = reading.document
    heads = [each.span for each in document.repetitions]
    if document.headline is not None:
        heads.append(document.headline)
    pieces: list[Piece] = []
    for sentence in reading.sentences:
        span = sentence.span
        paragraph = 0
        if pieces:
            last = pieces[-1]
            if _runs_on(document, last.span, span):
                span, paragraph = Span(last.span.start, span.end), last.paragraph
                pieces.pop()
            else:
                paragraph = last.paragraph + _is_broken(document, last.span, span)
        is_body = not any(head.overlaps(span) for head in heads)
        pieces.append(Piece(span, paragraph, is_body))
    return tuple(pieces)


def find_touched(pieces: Sequence[Piece], spans: Iterable[Span]) -> tuple[int, ...]:
    """The places of the body's pieces that have a character in common with a span."""
    starts = [piece.span.start for piece in pieces]
    ends = [piece.span.end for piece in pieces]
    found: set[int] = set()
    for span in spans:
        found.update(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
    return tuple(sorted(n for n in found if pieces[n].is_body))


def join_runs(pieces: Sequence[Piece], places: Iterable[int]) -> Iterator[Span]:
    """Neighbouring pieces of one paragraph as one span each.

    Shapes: places are in rising order.
    """
    run: list[int] = []
    for n in places:
        if run and (n != run[-1] + 1 or pieces[n].paragraph != pieces[run[-1]].paragraph):
            yield Span(pieces[run[0]].span.start, pieces[run[-1]].span.end)
            run = []
        run.append(n)
    if run:
        yield Span(pieces[run[0]].span.start, pieces[run[-1]].span.end)


def _is_broken(document: Document, last: Span, following: Span) -> bool:
    """Whether a new paragraph begins between two neighbours: any line break begins one."""
    between = document.text[last.end : following.start]
    return "\n" in between or "\r" in between


def _runs_on(document: Document, last: Span, following: Span) -> bool:
    """Whether a line was broken within a sentence: no end before it, a small letter after."""
    between = document.text[last.end : following.start]
    return (
        not _BLANK_LINE.search(between)
        and not _ENDS.search(document.slice(last))
        and document.text[following.start].islower()
    )
