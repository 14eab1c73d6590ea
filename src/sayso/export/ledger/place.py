"""Where a claim stands: a line enters, its sentences with their neighbours leave, spans marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.text import Text

from sayso.answers import Line
from sayso.export.segments import Role
from sayso.export.wording import fold
from sayso.records import Span
from sayso.sentences import find_sentences

LONGEST_SENTENCE = 1200
_BEFORE = 200
ROLE_STYLES = {
    Role.SOURCE: "bold bright_blue",
    Role.CUE: "bold yellow",
    Role.CONTENT: "underline",
    Role.GROUNDS: "magenta",
}
_Marks = Sequence[tuple[Span, Role]]


def make_place(line: Line) -> tuple[Text, ...]:
    """The sentences that the claim stands in, one before and one after; a text a paragraph."""
    document, marks = line.document, tuple(_find_marks(line))
    sentences = find_sentences(document.text)
    touched = _find_touched(sentences, line)
    shown = {m for n in touched for m in (n - 1, n, n + 1) if 0 <= m < len(sentences)}
    texts: list[Text] = []
    last: int | None = None
    for n in sorted(shown):
        if last is None or _is_apart(document.text, sentences, last, n):
            texts.append(Text("… " if last is not None and n != last + 1 else ""))
        else:
            texts[-1].append(" ")
        texts[-1].append_text(_make_sentence(document.text, sentences[n], marks, n in touched))
        last = n
    return tuple(texts)


def make_legend() -> Text:
    """What the marks mean."""
    legend = Text(style="dim").append("marked: ")
    for role in (Role.SOURCE, Role.CUE, Role.CONTENT, Role.GROUNDS):
        legend.append(role.name.lower(), style=f"not dim {ROLE_STYLES[role]}").append("  ")
    return legend


def _find_marks(line: Line) -> Iterator[tuple[Span, Role]]:
    """All that is marked, own words after content: what comes last wins."""
    yield from ((span, Role.CONTENT) for span in line.claim.content)
    for hop in line.chain:
        by_role = {Role.GROUNDS: hop.grounds, Role.SOURCE: hop.source, Role.CUE: hop.cue}
        yield from ((span, role) for role, spans in by_role.items() for span in spans)


def _find_touched(sentences: Sequence[Span], line: Line) -> set[int]:
    """The places of the sentences that hold content, cue or source of the claim."""
    spans = list(line.claim.content)
    for hop in line.chain:
        spans += [*hop.cue, *hop.source]
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    found: set[int] = set()
    for span in spans:
        found.update(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
    return found


def _is_apart(text: str, sentences: Sequence[Span], last: int, n: int) -> bool:
    between = text[sentences[last].end : sentences[n].start]
    return n != last + 1 or "\n" in between or "\r" in between


def _make_sentence(text: str, sentence: Span, marks: _Marks, is_touched: bool) -> Text:
    inside = [(span, role) for span, role in marks if span.overlaps(sentence)]
    shown = _clip(sentence, [span for span, _ in inside])
    made = Text("… " if shown.start > sentence.start else "", style="" if is_touched else "dim")
    ends = {end for span, _ in inside for end in (span.start, span.end)}
    inner = sorted(end for end in ends if shown.start < end < shown.end)
    for start, end in pairwise([shown.start, *inner, shown.end]):
        roles = [role for span, role in inside if span.contains(start)]
        made.append(_fold_inside(text[start:end]), style=_find_style(roles))
    return made.append(" …" if shown.end < sentence.end else "")


def _clip(sentence: Span, spans: Sequence[Span]) -> Span:
    """What is shown of a sentence that is as long as others' reports."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    first = min((span.start for span in spans), default=sentence.start)
    start = max(first - _BEFORE, sentence.start)
    return Span(start, min(start + LONGEST_SENTENCE, sentence.end))


def _find_style(roles: Sequence[Role]) -> str:
    """An underline for content, and the colour of the innermost role."""
    return " ".join(dict.fromkeys(ROLE_STYLES[role] for role in (*roles[:1], *roles[-1:])))


def _fold_inside(words: str) -> str:
    """Folded words that keep a space where they border on others with one."""
    folded = fold(words)
    if not folded:
        return " " if words else ""
    before, after = words[0].isspace(), words[-1].isspace()
    return f"{' ' * before}{folded}{' ' * after}"
