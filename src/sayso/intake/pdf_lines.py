"""Lines of print put together: the lines of pages in, paragraphs out."""

import re
from collections import Counter
from collections.abc import Iterable

# With one of the first two PDFium stands for a hyphen and the end of the line after it.
_CUT_WORD = re.compile(r"[\x02\ufffe\xad](?:[ \t]*\n[ \t]*)?")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u2010]$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I
)
_NEW_ITEM = re.compile(r"[•▪◦*–—-]\s|\(?\d{1,2}[.)]\s")
_FULL = 0.75
_FEWEST_PAGES = 3
_MARGIN_LINES = 2


def join_lines(pages: Iterable[str]) -> str:
    """The text of pages, paragraphs parted by a blank line: words put together again that the end
    of a line cut, page numbers and the running heads of long papers left out."""
    lines_by_page = [_split(page) for page in pages]
    heads = _find_running_heads(lines_by_page)
    lines = [line for page in lines_by_page for line in _without_margins(page, heads)]
    width = _find_width(lines)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if before and line and not _is_end(before, line, width):
            paragraphs[-1] = _append(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        before = line
    return "\n\n".join(paragraphs)


def _split(page: str) -> list[str]:
    whole = _CUT_WORD.sub("", page.replace("\r\n", "\n").replace("\r", "\n"))
    return [" ".join(line.split()) for line in whole.replace("\0", "").strip().split("\n")]


def _find_running_heads(lines_by_page: list[list[str]]) -> frozenset[str]:
    """What stands at the edge of most pages."""
    edges = Counter(
        line
        for page in lines_by_page
        for line in {*page[:_MARGIN_LINES], *page[-_MARGIN_LINES:]}
        if line
    )
    fewest = max(_FEWEST_PAGES, len(lines_by_page) // 2 + 1)
    return frozenset(line for line, n_pages in edges.items() if n_pages >= fewest)


def _without_margins(page: list[str], heads: frozenset[str]) -> list[str]:
    last = len(page) - _MARGIN_LINES
    return [
        line
        for number, line in enumerate(page)
        if _MARGIN_LINES <= number < last or not (line in heads or _PAGE_NUMBER.fullmatch(line))
    ]


def _find_width(lines: list[str]) -> int:
    """How long a full line is: what one line in ten exceeds."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[9 * len(lengths) // 10] if lengths else 0


def _is_end(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with the line: it is short, and the next one begins like another."""
    if _NEW_ITEM.match(following):
        return True
    if following[:1].islower() or len(line) >= _FULL * width:
        return False
    return bool(_SENTENCE_END.search(line)) or following[:1].isupper() or not line[-1:].isalnum()


def _append(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return _HYPHEN.sub("", paragraph) + line
    return f"{paragraph} {line}"
