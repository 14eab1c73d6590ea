"""The first lines of a text and what each one is: text in, lines with offsets and a kind out."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from sayso.intake.dates import FoundDate, find_dates
from sayso.records import Precision, Span

_N_LINES = 14
_LONGEST_MARGIN = 140
_MARKUP_BEFORE = re.compile(r"\s|[>*_~](?=[*_~\s\w])")
_MARKUP_AFTER = re.compile(r"[*_~\s]$")
_MARKDOWN_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_BYLINE = re.compile(r"(?:[Ww]ritten |[Rr]eported )?[Bb][Yy]:?\s+(?=[^\W\d_])")
_BYLINE_NAME = re.compile(r"[^,|•·–—/(;]+")
_FURNITURE = re.compile(
    r"(?:advertisement|share|share this.*|print|print this.*|skip to .*|breaking(?: news)?|menu"
    r"|search|home\s*[>›»|/].*|home|sign in|log in|subscribe.*|read more.*|\d+ min(?:ute)?s? read"
    r"|live|follow us.*|loading.*|https?://\S+|page \d+ of \d+|updated|published|posted|date)\W*",
    re.IGNORECASE,
)
_LATER = r"(?:last\s+)?(?:updated|modified|revised|edited|changed)"
_FETCHED = (
    r"print(?:ed|[- ]?out)?(?:\s+date)?|retriev(?:ed|al)(?:\s+date)?|access(?:ed)?(?:\s+date)?"
    r"|downloaded|fetched|saved|archived|crawled|captured|cached|viewed|visited|copied|today(?:\s+is)?"
    r"|current\s+date|as\s+of|copyright|©|\(c\)"
)
_PUBLISHED = (
    r"(?:first\s+|originally\s+)?(?:published|posted|issued|released|filed|publication\s+date"
    r"|date\s+published|date)"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<changed>{_LATER})|(?P<fetched>{_FETCHED})|(?P<published>{_PUBLISHED}))(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL_WORDS = frozenset(
    _WORD.findall(
        "by and at on in for from of the to with via staff writer writers correspondent"
        " correspondents reporter reporters editor agency agencies news am pm min mins minute"
        " minutes read ago local time"
    )
)
_MOST_MARGIN_WORDS = 10
_LONGEST_PLACE = 60
_WIRE_CLOSING = re.compile(r"\s*,?\s*(?:\([A-Z][\w /&.-]{1,40}\))?\s*(?:[-–—]{1,2}|:)\s")


class LineKind(Enum):
    """What a line near the top of a report is."""

    TEXT = auto()
    DATELINE = auto()
    BYLINE = auto()
    FURNITURE = auto()


class DateRole(Enum):
    """What a line says about its date: published, changed or fetched then, or nothing."""

    PUBLISHED = auto()
    CHANGED = auto()
    FETCHED = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMark:
    """A date in the margin of a report.

    Units: ``span`` is in the text, ``line`` counts the lines that are not blank.
    """

    date: FoundDate
    role: DateRole
    span: Span
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank.

    Units: ``span`` is in the text, without the white space and markup around the words.
    """

    text: str
    span: Span
    kind: LineKind
    is_heading: bool
    after_blank: bool
    marks: tuple[DateMark, ...] = ()

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes like a sentence of running text."""
        bare = self.text.rstrip("\"'”’)]")
        return bare.endswith((".", "!", "?", "…", ":", ";")) and not bare.endswith("...")


def find_lines(text: str, *, start: int = 0, most: int = _N_LINES) -> tuple[Line, ...]:
    """The first lines that are not blank, at most ``most``, each with its kind."""
    lines: list[Line] = []
    position, after_blank, label = start, True, ""
    while position < len(text) and len(lines) < most:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        raw = text[position:end]
        if raw.strip():
            words = _find_words(raw)
            span = Span(position + words.start, position + words.end)
            marks = find_marks(text, span, number=len(lines), label=label)
            lines.append(
                Line(
                    text=text[span.start : span.end],
                    span=span,
                    kind=_find_kind(text[span.start : span.end], marks),
                    is_heading=_MARKDOWN_HEADING.match(raw.strip()) is not None,
                    after_blank=after_blank,
                    marks=marks,
                )
            )
            label = _find_label(lines[-1].text)
        after_blank = not raw.strip()
        position = end + 1
    return tuple(lines)


def find_marks(text: str, span: Span, *, number: int, label: str = "") -> tuple[DateMark, ...]:
    """The dates of a line that is a dateline, none of a line of running text.

    ``label`` is a word such as "Published" that stood alone on the line before.
    """
    line = text[span.start : span.end]
    dates = find_dates(line[:_LONGEST_MARGIN])
    if not dates or not (_is_margin(line, dates) or _is_wire_opening(line, dates[0])):
        return ()
    marks = []
    for index, date in enumerate(dates):
        before = line[dates[index - 1].end if index else 0 : date.start]
        marks.append(
            DateMark(
                date=date,
                role=_find_role(before if index or _LABEL.search(before) else label + before),
                span=Span(span.start + date.start, span.start + date.end),
                line=number,
            )
        )
    return tuple(marks)


def find_byline(line: str) -> str | None:
    """The name after "By" in a byline."""
    opening = _BYLINE.match(line)
    if not opening:
        return None
    end = min((date.start for date in find_dates(line)), default=len(line))
    name = _BYLINE_NAME.match(line[opening.end() : end])
    return name.group().strip() or None if name else None


def _find_words(raw: str) -> Span:
    heading = _MARKDOWN_HEADING.match(raw)
    if heading and heading[1]:
        return Span(*heading.span(1))
    start, end = 0, len(raw)
    while opening := _MARKUP_BEFORE.match(raw, start, end):
        start = opening.end()
    while closing := _MARKUP_AFTER.search(raw, start, end):
        end = closing.start()
    if start >= end:
        bare = raw.strip()
        start = raw.index(bare)
        end = start + len(bare)
    return Span(start, end)


def _find_kind(line: str, marks: tuple[DateMark, ...]) -> LineKind:
    if marks and len(line) <= _LONGEST_MARGIN and not _is_wire_opening(line, marks[0].date):
        return LineKind.DATELINE
    if _FURNITURE.fullmatch(line) or not _WORD.search(line):
        return LineKind.FURNITURE
    if _BYLINE.match(line) and len(line) <= _LONGEST_MARGIN and _has_margin_words(line):
        return LineKind.BYLINE
    return LineKind.TEXT


def _find_label(line: str) -> str:
    return line if _LABEL.fullmatch(line.rstrip(" :")) else ""


def _find_role(before: str) -> DateRole:
    labels = list(_LABEL.finditer(before))
    if not labels:
        return DateRole.PLAIN
    return DateRole[(labels[-1].lastgroup or "published").upper()]


def _is_margin(line: str, dates: tuple[FoundDate, ...]) -> bool:
    """Whether besides its dates the line holds only labels, names and places."""
    if len(line) > _LONGEST_MARGIN:
        return False
    rest = line
    for date in reversed(dates):
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    is_bare_month = all(date.precision is Precision.MONTH for date in dates)
    if is_bare_month and _WORD.search(_LABEL.sub(" ", rest)):
        return False
    return _has_margin_words(_LABEL.sub(" ", rest))


def _has_margin_words(line: str) -> bool:
    words = _WORD.findall(line)
    if len(words) > _MOST_MARGIN_WORDS or line.rstrip().endswith(("?", "!", '"', "”")):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)


def _is_wire_opening(line: str, date: FoundDate) -> bool:
    """Whether the line runs on after its date: ``SEOUL, Jan. 3, 2019 (Reuters) - The envoy``."""
    place = line[: date.start]
    opening = place.strip(" ,(-–—").split(" ")[0]
    return (
        opening.isupper()
        and len(place) <= _LONGEST_PLACE
        and _WIRE_CLOSING.match(line, date.end) is not None
    )
