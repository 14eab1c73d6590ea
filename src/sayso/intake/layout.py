"""How the top of a report is laid out: text in, headline, standfirst, byline and dateline out."""

from dataclasses import dataclass

from sayso.intake.lines import DateMark, DateRole, Line, LineKind, find_byline, find_lines
from sayso.records import Span

_LONGEST_HEADLINE = 200
_MOST_HEADLINE_WORDS = 30
_LONGEST_JOINED_HEADLINE = 120
_LONGEST_STANDFIRST = 500
_FEWEST_STANDFIRST_WORDS = 5
_MARGIN = (LineKind.DATELINE, LineKind.BYLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts before the body; ``body`` is where it begins.

    Units: spans of the text.
    """

    headline: Span | None
    standfirst: Span | None
    byline: str | None
    dateline: DateMark | None
    fetched: DateMark | None
    body: int


def find_layout(text: str, *, start: int = 0, title: str | None = None) -> Layout:
    """The parts before the body; a first line that equals ``title`` is the headline at once."""
    lines = find_lines(text, start=start)
    top = _find_headline(lines, title=title)
    bottom = top + _count_headline_lines(lines, top, title=title) if top is not None else 0
    standfirst = _find_standfirst(lines, bottom) if top is not None else None
    headline = None
    if top is not None:
        headline = Span(lines[top].span.start, lines[bottom - 1].span.end)
    body = _skip_margin(lines, bottom if standfirst is None else standfirst + 1)
    dateline = choose_dateline(lines, headline=-1 if top is None else top)
    return Layout(
        headline=headline,
        standfirst=lines[standfirst].span if standfirst is not None else None,
        byline=_find_byline(lines),
        dateline=dateline,
        fetched=find_fetch_mark(lines, headline=-1 if top is None else top, dateline=dateline),
        body=lines[body].span.start if body < len(lines) else len(text),
    )


def choose_dateline(lines: tuple[Line, ...], *, headline: int) -> DateMark | None:
    """The mark that tells when the report was published.

    A label decides. Of bare dates, one after the headline outweighs one before it, which is the
    page's own (the day it was fetched or printed); no report is published after it was fetched,
    and of two dates in one place the later is the update.
    """
    marks = [mark for line in lines for mark in line.marks]
    later = (DateRole.CHANGED, DateRole.FETCHED)
    latest = min((_day(mark) for mark in marks if mark.role in later), default="9999")
    labelled = [mark for mark in marks if mark.role is DateRole.PUBLISHED]
    if labelled:
        return labelled[0]
    plain = [m for m in marks if m.role is DateRole.PLAIN and _day(m) <= latest]
    plain = [mark for mark in plain if not _is_chronicle(lines, mark, headline)]
    after = [mark for mark in plain if mark.line > headline]
    return min(after or plain, key=lambda m: (_day(m), -len(m.date.value)), default=None)


def find_fetch_mark(
    lines: tuple[Line, ...], *, headline: int, dateline: DateMark | None
) -> DateMark | None:
    """The mark that tells when the page was fetched or printed: one with such a label, else a bare
    date above the headline that is later than the dateline."""
    marks = [mark for line in lines for mark in line.marks]
    labelled = [mark for mark in marks if mark.role is DateRole.FETCHED]
    above = [
        mark
        for mark in marks
        if mark.role is DateRole.PLAIN and mark.line < headline and dateline is not None
        if _day(mark) > _day(dateline)
    ]
    return next(iter(labelled or above), None)


def _day(mark: DateMark) -> str:
    return mark.date.value[:10]


def _is_chronicle(lines: tuple[Line, ...], mark: DateMark, headline: int) -> bool:
    """Whether the date heads a part of the body, as in a list of past events."""
    n_before = _count_sentences(lines, headline, mark.line)
    if n_before > 1:
        return True
    return n_before == 1 and any(
        line.marks and _count_sentences(lines, mark.line, line.marks[0].line) for line in lines
    )


def _count_sentences(lines: tuple[Line, ...], start: int, end: int) -> int:
    return sum(line.kind is LineKind.TEXT and line.ends_sentence for line in lines[start + 1 : end])


def _find_headline(lines: tuple[Line, ...], *, title: str | None) -> int | None:
    texts = [index for index, line in enumerate(lines) if line.kind is LineKind.TEXT]
    named = [index for index in texts[:4] if title and _is_same(lines[index].text, title)]
    heading = [index for index in texts[:1] if lines[index].is_heading]
    if named or heading:
        return (named or heading)[0]
    for place, index in enumerate(texts[:2]):
        later = texts[place + 1 :]
        if not later or not _is_headline(lines, index):
            return None
        is_section = " " not in lines[index].text and _is_headline(lines, later[0])
        if not is_section or len(later) < 2:
            return index
    return None


def _is_headline(lines: tuple[Line, ...], index: int) -> bool:
    line = lines[index]
    if len(line.text) > _LONGEST_HEADLINE or len(line.text.split()) > _MOST_HEADLINE_WORDS:
        return False
    if line.ends_sentence and not line.text.rstrip("'\"”’").endswith(("?", "!")):
        return False
    return not _runs_on(lines, index)


def _runs_on(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the next line continues this one, as in text wrapped by hand."""
    following = lines[index + 1 : index + 2]
    is_continued = any(not each.after_blank and each.text[:1].islower() for each in following)
    return is_continued and not _is_pair(lines, index)


def _is_pair(lines: tuple[Line, ...], index: int) -> bool:
    """Whether this and the next line are one headline: together, short, and a blank line after."""
    trio = lines[index : index + 3]
    return (
        len(trio) == 3
        and trio[1].kind is LineKind.TEXT
        and not trio[1].after_blank
        and not trio[1].ends_sentence
        and trio[2].after_blank
        and len(trio[0].text) + len(trio[1].text) < _LONGEST_JOINED_HEADLINE
    )


def _is_same(first: str, second: str) -> bool:
    return _to_letters(first) == _to_letters(second) != ""


def _to_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _count_headline_lines(lines: tuple[Line, ...], top: int, *, title: str | None) -> int:
    line = lines[top]
    is_whole = line.is_heading or (title is not None and _is_same(line.text, title))
    return 2 if not is_whole and _is_pair(lines, top) else 1


def _find_standfirst(lines: tuple[Line, ...], start: int) -> int | None:
    """The paragraph between the headline and a byline, a dateline or a body of full sentences."""
    after = _skip_margin(lines, start)
    if after + 1 >= len(lines):
        return None
    line, following = lines[after], lines[after + 1]
    words = len(line.text.split())
    if len(line.text) > _LONGEST_STANDFIRST or words < _FEWEST_STANDFIRST_WORDS or line.is_heading:
        return None
    has_body = any(each.kind is LineKind.TEXT for each in lines[after + 1 :])
    if following.kind in _MARGIN and after == start and has_body:
        return after
    is_open = not line.ends_sentence and not _runs_on(lines, after)
    return after if is_open and following.after_blank and following.ends_sentence else None


def _skip_margin(lines: tuple[Line, ...], start: int) -> int:
    while start < len(lines) and lines[start].kind is not LineKind.TEXT:
        start += 1
    return start


def _find_byline(lines: tuple[Line, ...]) -> str | None:
    bylines = (find_byline(line.text) for line in lines if line.kind in _MARGIN)
    return next((byline for byline in bylines if byline), None)
