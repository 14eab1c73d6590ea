"""What the headline and standfirst say again: their spans and the text in, repetitions out."""

import re

from sayso.intake.layout import Layout
from sayso.records import RepeatKind, Repetition, Span
from sayso.sentences import find_sentences

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a an the of and to that with for from by his her its their he she it they this these"
        " those who which in on at as is are was were be been being has have had will would could"
        " should may might not but or if than then so up out over after before into about new says"
        " said say s t amid"
    )
)
_STEM_LENGTH = 5
_FEWEST_COMMON = 3
_N_SENTENCES = 30
_BODY_SEARCHED = 12_000


# Share of the part's content words that the body sentence must hold. Of 351 headlines of PolNeAR
# 69 % reach 0.5 in their own report and 0.9 % in the report of another; 0.4 gives 78 and 1.1 %.
_FLOORS = {RepeatKind.HEADLINE: 0.5, RepeatKind.STANDFIRST: 0.6}


def find_repetitions(text: str, layout: Layout) -> tuple[Repetition, ...]:
    """For the headline and each sentence of the standfirst, the body sentence that says it best."""
    body = _find_body_sentences(text, layout.body)
    return tuple(
        Repetition(kind=kind, span=span, body=found)
        for kind, span in _find_parts(text, layout)
        if (found := _find_repeated(text, span, body, floor=_FLOORS[kind]))
    )


def find_overlap(part: str, sentence: str) -> tuple[float, int]:
    """Share and number of the part's content words that the sentence holds, by word stem."""
    wanted, offered = _find_stems(part), _find_stems(sentence)
    common = len(wanted & offered)
    return (common / len(wanted) if wanted else 0.0), common


def _find_parts(text: str, layout: Layout) -> list[tuple[RepeatKind, Span]]:
    parts = [(RepeatKind.HEADLINE, layout.headline)] if layout.headline else []
    if layout.standfirst:
        start = layout.standfirst.start
        for each in find_sentences(text[start : layout.standfirst.end]):
            parts.append((RepeatKind.STANDFIRST, Span(start + each.start, start + each.end)))
    return parts


def _find_body_sentences(text: str, start: int) -> tuple[Span, ...]:
    found = find_sentences(text[start : start + _BODY_SEARCHED])
    return tuple(Span(start + each.start, start + each.end) for each in found[:_N_SENTENCES])


def _find_repeated(text: str, part: Span, body: tuple[Span, ...], *, floor: float) -> Span | None:
    best, best_share = None, 0.0
    for sentence in body:
        share, common = find_overlap(
            text[part.start : part.end], text[sentence.start : sentence.end]
        )
        if share > best_share and common >= _FEWEST_COMMON:
            best, best_share = sentence, share
    return best if best_share >= floor else None


def _find_stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM_LENGTH] for word in words if word not in _EMPTY_WORDS)
