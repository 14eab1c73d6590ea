"""What a report states in its own voice: sentences less their attributions in, statements out."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.analyse.claims.chains import find_beside, find_said
from sayso.analyse.claims.statements import (
    find_dateline,
    is_clause,
    is_headline_statement,
    is_list_open,
    is_statement,
)
from sayso.records import Attribution, Document, Implied, Sentence, Span

_JOINTS = ("and", "but", "while", "yet", "so")
_BETWEEN = " \t\r\n,;:–—-"
_WIDEST_JOINT = 12


def find_own_statements(
    document: Document,
    sentences: Iterable[Sentence],
    attributions: Iterable[Attribution],
    implied: Iterable[Implied],
) -> Iterator[Span]:
    """Whole sentences without attribution, and clauses beside one; better none than a torn one.

    What stands above the headline is the page's and states nothing.
    """
    attributions, implied = tuple(attributions), tuple(implied)
    said = [*find_said(attributions), *(span for each in implied for span in each.content)]
    beside = [*said, *find_beside(attributions)]
    begins = document.headline.start if document.headline else 0
    spans = [each.span for each in sentences if each.span.start >= begins]
    shared = zip(spans, _share_out(spans, said), _share_out(spans, beside), strict=True)
    for sentence, said_here, inside in shared:
        if not said_here:
            yield from _find_whole(document, sentence)
        elif not document.slice(sentence).rstrip(" \"'”’)").endswith("?"):
            yield from _find_clauses(document.text, sentence, inside)


def _share_out(sentences: Sequence[Span], taken: Iterable[Span]) -> Iterator[list[Span]]:
    """For each sentence, in text order, the taken stretches that reach into it."""
    waiting = sorted(span for span in taken if len(span))
    active: list[Span] = []
    upcoming = 0
    for sentence in sentences:
        while upcoming < len(waiting) and waiting[upcoming].start < sentence.end:
            active.append(waiting[upcoming])
            upcoming += 1
        active = [span for span in active if span.end > sentence.start]
        yield list(active)


def _find_whole(document: Document, sentence: Span) -> Iterator[Span]:
    words = document.slice(sentence)
    above = (document.headline, document.standfirst)
    is_above = any(part is not None and part.overlaps(sentence) for part in above)
    statement = Span(sentence.start + len(find_dateline(words)), sentence.end)
    if is_statement(document.slice(statement)) or (is_above and is_headline_statement(words)):
        yield statement


def _find_clauses(text: str, sentence: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of a sentence, where it is joined to the rest by no more than "and" or ";"."""
    start = sentence.start + len(find_dateline(text[sentence.start : sentence.end]))
    for span in (*taken, Span(sentence.end, sentence.end)):
        if span.start > start:
            clause = _cut_joints(text, sentence, Span(start, span.start))
            if clause is not None and is_clause(text[clause.start : clause.end]):
                yield clause
        start = max(start, span.end)


def _cut_joints(text: str, sentence: Span, left: Span) -> Span | None:
    """The clause without "and" and commas around it; none where it hangs on what stands there."""
    words = text[left.start : left.end]
    after_opener = _cut_opener(words) if left.start > sentence.start else 0
    before_closer = _cut_closer(words) if left.end < sentence.end else len(words.rstrip())
    if after_opener is None or before_closer is None or after_opener >= before_closer:
        return None
    return Span(left.start + after_opener, left.start + before_closer)


def _cut_opener(words: str) -> int | None:
    """Where a clause begins that follows something: after ";" or ", and"."""
    head = words[:_WIDEST_JOINT]
    bare = head.lstrip(_BETWEEN)
    between = head[: len(head) - len(bare)]
    joint = next((each for each in _JOINTS if bare.startswith(f"{each} ")), None)
    if joint and "," in between:
        return len(between) + len(joint) + 1
    return len(between) if ";" in between else None


def _cut_closer(words: str) -> int | None:
    """Where a clause ends that is followed by something: before ";" or ", and"."""
    bare = words.rstrip()
    joint = next((each for each in _JOINTS if bare.endswith((f" {each}", f",{each}"))), None)
    if joint:
        bare = bare[: -len(joint)].rstrip()
    is_cut = bare.endswith((",", ";") if joint else ";")
    clause = bare.rstrip(_BETWEEN)
    return len(clause) if is_cut and not is_list_open(clause) else None
