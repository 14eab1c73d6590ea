"""Attributions as token sets: a report in; marked attributions in text order, or pairs, out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bench.names import is_pronoun_or_role
from bench.reports import Report
from bench.tokens import Tokens, TokenSet, find_tokens, jaccard

HALF = 0.5
Pairs = list[tuple[int, int]]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution with the tokens of each role; of addressee and title only the words count."""

    id: str | None
    source: TokenSet
    cue: TokenSet
    content: TokenSet
    grounds: TokenSet
    addressee: frozenset[str]
    title: frozenset[str]
    n_content_pieces: int
    parent: str | None
    labels: dict[str, str | None]
    probability: float | None
    name: str | None
    is_role: bool


LABELS = ("source_type", "act", "certainty")


def mark(report: Report, tokens: Tokens) -> list[Marked]:
    """The attributions of a report in text order of their content, then of their cue."""
    marked = [
        _mark_one(attribution, report.get("text", ""), tokens)
        for attribution in report["attributions"]
    ]
    return sorted(marked, key=_place)


def pair_up(
    gold: Sequence[Item], predicted: Sequence[Item], weigh: Callable[[Item, Item], float]
) -> Pairs:
    """One-to-one pairs of indices, taken by falling weight, then in order; weight 0 never pairs."""
    weights = [
        (-weight, i, j)
        for i, ours in enumerate(gold)
        for j, theirs in enumerate(predicted)
        if (weight := weigh(ours, theirs)) > 0
    ]
    taken: dict[int, int] = {}
    free = set(range(len(predicted)))
    for _, i, j in sorted(weights):
        if i not in taken and j in free:
            taken[i] = j
            free.remove(j)
    return list(taken.items())


def weigh_by_content(gold: Marked, predicted: Marked) -> float:
    """How alike two attributions are, the content first; 0 when their contents share no token."""
    return _likeness(gold, predicted) if gold.content & predicted.content else 0.0


def weigh_by_cue(gold: Marked, predicted: Marked) -> float:
    """How alike two attributions are; 0 unless cues touch and contents agree by half or lack."""
    fits = gold.cue & predicted.cue and jaccard(gold.content, predicted.content) >= HALF
    return _likeness(gold, predicted) if fits else 0.0


def _likeness(gold: Marked, predicted: Marked) -> float:
    return (
        jaccard(gold.content, predicted.content)
        + 0.1 * jaccard(gold.cue, predicted.cue)
        + 0.01 * jaccard(gold.source, predicted.source)
    )


def _mark_one(attribution: dict[str, Any], text: str, tokens: Tokens) -> Marked:
    name = attribution.get("source_name")
    pieces = tokens.pieces(attribution.get("content") or [])
    return Marked(
        id=attribution.get("id"),
        source=tokens.covered(attribution.get("source") or []),
        cue=tokens.covered(attribution.get("cue") or []),
        content=frozenset(i for first, last in pieces for i in range(first, last)),
        grounds=tokens.covered(attribution.get("grounds") or []),
        addressee=_words(attribution.get("addressee")),
        title=_words(attribution.get("title")),
        n_content_pieces=len(pieces),
        parent=attribution.get("parent"),
        labels={label: attribution.get(label) for label in LABELS},
        probability=attribution.get("probability"),
        name=name,
        is_role=bool(name) and is_pronoun_or_role(attribution, text),
    )


def _words(phrase: str | None) -> frozenset[str]:
    return frozenset(word.lower() for word in find_tokens(phrase or "").words if word[0].isalnum())


def _place(marked: Marked) -> tuple[int, int]:
    content, cue = marked.content or marked.cue, marked.cue or marked.content
    return min(content, default=-1), min(cue, default=-1)
