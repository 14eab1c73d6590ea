"""A content that can be understood alone: its words, with names and values added in brackets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.analyse.claims.quotes import find_quoted
from sayso.records import Span

_COMPLEMENTIZER = "that "
_GAP = " ... "


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New words for a stretch; an empty stretch is added to."""

    span: Span
    words: str


class Editor:
    """All additions that one report allows, none inside quoted words.

    Where two additions reach for the same words, the one given first stays.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._text = text
        self._quoted = find_quoted(text)
        self._quote_starts = [span.start for span in self._quoted]
        self._edits = self._keep_allowed(edits)
        self._starts = [edit.span.start for edit in self._edits]

    def make_standalone(
        self, content: Sequence[Span], more: Iterable[Edit] = (), joints: Iterable[str] = ()
    ) -> str:
        """The pieces of a content with their additions, without "that" before them.

        ``more`` are additions of this content only; ``joints`` stand between its pieces, " ... "
        where none is given.
        """
        further = [edit for edit in more if not self._is_quoted(edit.span)]
        pieces = [self._edit(span, further) for span in content]
        between = [*joints, *[_GAP] * len(pieces)]
        words = "".join(joint + piece for joint, piece in zip(["", *between], pieces, strict=False))
        return " ".join(words.removeprefix(_COMPLEMENTIZER).split())

    def _keep_allowed(self, edits: Iterable[Edit]) -> list[Edit]:
        kept: dict[Span, Edit] = {}
        for edit in edits:
            if not self._is_quoted(edit.span):
                kept.setdefault(edit.span, edit)
        apart: list[Edit] = []
        for edit in sorted(kept.values()):
            if not apart or edit.span.start >= apart[-1].span.end:
                apart.append(edit)
        return apart

    def _is_quoted(self, span: Span) -> bool:
        """Whether it stands between quotation marks; what is added right after them does not."""
        index = bisect_right(self._quote_starts, span.start) - 1
        return index >= 0 and span.start < self._quoted[index].end

    def _edit(self, span: Span, further: Sequence[Edit]) -> str:
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        edits = {edit.span: edit for edit in (*further, *self._edits[first:last])}
        out, done = [], span.start
        for edit in sorted(edits.values()):
            if done <= edit.span.start and edit.span.end <= span.end:
                out += [self._text[done : edit.span.start], edit.words]
                done = edit.span.end
        out.append(self._text[done : span.end])
        return "".join(out)
