"""Words that the ledger's faces share: ids, outlets, chains, judgements in, clean strings out."""

from collections.abc import Iterator, Mapping

from sayso.answers import Judgement, Line, Verdict
from sayso.export.strip import make_strip
from sayso.export.wording import count, cut, fold, join_pieces
from sayso.records import Document, Span

LONGEST_HOP = 110
LONGEST_NAME = 80
_DIGITS_SHOWN = 8
_MOST_HOPS = 8
VERDICTS = {
    Verdict.ACCEPT: ("✓", "accepted", "green"),
    Verdict.REJECT: ("✗", "rejected", "red"),
    Verdict.UNSURE: ("?", "held open", "yellow"),
    Verdict.CORRECT: ("✎", "corrected", "cyan"),
    Verdict.SAME: ("=", "held to be one", "green"),
    Verdict.APART: ("≠", "held apart", "red"),
    Verdict.SPLIT: ("÷", "parted", "cyan"),
}


def shorten(id: str) -> str:
    """The beginning of an id, enough to open it."""
    prefix, dash, digits = fold(id).partition("-")
    return f"{cut(prefix, LONGEST_NAME)}{dash}{digits[:_DIGITS_SHOWN]}"


def name_outlet(document: Document) -> str:
    """The publisher, or "the report"."""
    return cut(fold(document.publisher or ""), LONGEST_NAME) or "the report"


def name_report(document: Document) -> str:
    """The publisher; of a report that names none its title, else where it came from."""
    known = (document.publisher, document.title, document.origin)
    return next((cut(words, LONGEST_NAME) for each in known if (words := fold(each or ""))), "")


def get_day(document: Document) -> str:
    """The day of publication as far as the report gives it, or "undated"."""
    published = document.published
    day = fold(published.value).partition("T")[0] if published else "undated"
    return cut(day, LONGEST_NAME)


def name_chain(line: Line, *, full: bool = False) -> tuple[str, ...]:
    """The chain's names, the outlet first; or that the outlet says it in its own voice."""
    if not line.chain:
        return (f"{name_outlet(line.document)}, in its own voice",)
    if full:
        return make_strip(line.document, line.chain)
    names = make_strip(line.document, line.chain, longest=LONGEST_HOP)
    shown = [cut(name, 2 * LONGEST_HOP) for name in names]
    n_hidden = len(shown) - _MOST_HOPS
    if n_hidden > 0:
        half = _MOST_HOPS // 2
        shown[half:-half] = [f"… {n_hidden:,} more …"]
    return tuple(shown)


def join_chain(line: Line, *, full: bool = False) -> str:
    """The chain's names as one string."""
    return " > ".join(name_chain(line, full=full))


def mark(judgement: Judgement, document: Document | None = None) -> str:
    """What was decided and by whom, for a place where it is clear about what."""
    verdict = VERDICTS[judgement.verdict][1]
    changes = "; ".join(find_changes(judgement, document))
    decided = f"{verdict} by {cut(fold(judgement.author), LONGEST_NAME)}"
    return f"{decided}: {changes}" if changes else decided


def find_changes(judgement: Judgement, document: Document | None = None) -> Iterator[str]:
    """What a correction sets, field by field; without the report only which words it moves."""
    changes = judgement.details.get("changes")
    for name, value in changes.items() if isinstance(changes, Mapping) else ():
        field = cut(fold(str(name)), LONGEST_NAME).replace("_", " ")
        yield f"{field} {_show_change(value, document)}".rstrip()


def _show_change(value: object, document: Document | None) -> str:
    if value is None:
        return "nobody"
    if not isinstance(value, (list, tuple)):
        return cut(fold(str(value)), LONGEST_HOP)
    if document is None:
        return ""
    spans = tuple(Span(start, end) for start, end in value)
    return f'"{cut(join_pieces(document, spans), LONGEST_HOP)}"' if spans else "none"


def close_page(number: int, n_shown: int, noun: str, *, has_more: bool) -> str:
    """Which page this is, and how to get the next."""
    shown = count(n_shown, noun)
    if has_more:
        return f"page {number}: {shown}; the next with --page {number + 1}"
    return shown if number == 1 else f"page {number}, the last: {shown}"


def say_nothing(number: int, noun: str, asked: str = "") -> str:
    """That there is nothing to show, and why."""
    if number > 1:
        return f"There is no page {number}: the answer ends before it."
    wanted = cut(fold(asked), 3 * LONGEST_HOP)
    return f"No {noun} for: {wanted}" if wanted else f"No {noun}."
