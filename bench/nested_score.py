"""Attributions at every depth against gold: two reports in; a tally and calibration data out."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.attribution_score import same_source
from bench.marks import HALF, LABELS, Marked, Pairs, mark, pair_up, weigh_by_cue
from bench.names import is_name_right
from bench.reports import Report
from bench.score import Score, Tally, count, share
from bench.tokens import Tokens, TokenSet, find_tokens, jaccard

_N_BINS = 10
_HOUR = re.compile(r"T([0-9]{2})$")
_CLOCK = re.compile(r"T([0-9]{2})([0-9]{2})$")
EXTRAS: dict[str, Callable[[Marked], frozenset[Any]]] = {
    "grounds": lambda marked: marked.grounds,
    "addressee": lambda marked: marked.addressee,
    "title": lambda marked: marked.title,
}


@dataclass(frozen=True, slots=True)
class NestedScore:
    """The counts of one report; and of each prediction its probability and whether it was found."""

    tally: Tally
    judged: tuple[tuple[float, bool], ...]


def score_nested(gold: Report, predicted: Report) -> NestedScore:
    """The counts of one report at all depths."""
    tokens = find_tokens(gold["text"])
    ours, theirs = mark(gold, tokens), mark(predicted, tokens)
    pairs = pair_up(ours, theirs, weigh_by_cue)
    sizes = {"predicted": len(theirs), "gold": len(ours)}
    tally = {"found": count(len(pairs), **sizes), "cue start": _score_cue_starts(ours, theirs)}
    tally |= _score_hops(ours, theirs, pairs)
    tally |= _score_whole(ours, theirs, pairs, tokens)
    for label in LABELS:
        right = sum(ours[i].labels[label] == theirs[j].labels[label] for i, j in pairs)
        tally[label] = share(right, len(pairs))
    tally |= _score_names(_keep_named(ours, theirs, pairs), gold["text"])
    for name in EXTRAS:
        tally[name] = _score_extra(name, ours, theirs, pairs)
    tally["implied"] = _score_implied(
        _implied(gold, tokens, {ours[i].id: i for i, _ in pairs}),
        _implied(predicted, tokens, {theirs[j].id: i for i, j in pairs}),
    )
    tally |= _score_times(gold, predicted, tokens)
    right_ones = {j for _, j in pairs}
    judged = [(m.probability, j in right_ones) for j, m in enumerate(theirs)]
    return NestedScore(tally, tuple((p, right) for p, right in judged if p is not None))


def find_calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """How far probabilities lie from the share that is right, on average over ten equal bins.

    Source: expected calibration error, Naeini et al. 2015.
    """
    bins: dict[int, float] = {}
    for probability, right in judged:
        place = min(int(probability * _N_BINS), _N_BINS - 1)
        bins[place] = bins.get(place, 0.0) + probability - right
    return sum(abs(gap) for gap in bins.values()) / len(judged) if judged else 0.0


def _score_cue_starts(ours: Sequence[Marked], theirs: Sequence[Marked]) -> Score:
    gold, predicted = (Counter(min(m.cue) for m in side if m.cue) for side in (ours, theirs))
    right = (gold & predicted).total()
    return count(right, predicted=predicted.total(), gold=gold.total())


def _score_hops(ours: Sequence[Marked], theirs: Sequence[Marked], pairs: Pairs) -> Tally:
    nested = [(ours[i], theirs[j]) for i, j in pairs if ours[i].parent is not None]
    gold_of = {theirs[j].id: ours[i].id for i, j in pairs}
    cue_of_ours, cue_of_theirs = ({m.id: m.cue for m in side} for side in (ours, theirs))
    hops = sum(gold_of.get(p.parent) == g.parent for g, p in nested)
    cues = sum(
        bool(cue_of_ours[g.parent] & cue_of_theirs.get(p.parent, frozenset())) for g, p in nested
    )
    unnested = [theirs[j] for i, j in pairs if ours[i].parent is None]
    return {
        "nested found": share(len(nested), sum(m.parent is not None for m in ours)),
        "parent hop": share(hops, len(nested)),
        "parent cue": share(cues, len(nested)),
        "no parent": share(sum(p.parent is None for p in unnested), len(unnested)),
    }


def _score_whole(
    ours: Sequence[Marked], theirs: Sequence[Marked], pairs: Pairs, tokens: Tokens
) -> Tally:
    """The source of each pair, and all that the seed case asks: source, act and hop at once."""
    gold_of: dict[str | None, str | None] = {theirs[j].id: ours[i].id for i, j in pairs}
    sources = {(i, j): is_source_right(ours[i].source, theirs[j].source, tokens) for i, j in pairs}
    wholes = sum(
        is_right
        and ours[i].labels["act"] == theirs[j].labels["act"]
        and ours[i].parent == (theirs[j].parent and gold_of.get(theirs[j].parent, ""))
        for (i, j), is_right in sources.items()
    )
    return {
        "source": share(sum(sources.values()), len(pairs)),
        "whole": share(wholes, len(ours)),
    }


def find_named(gold: Report, predicted: Report) -> list[tuple[Marked, Marked]]:
    """The attributions found, gold and predicted, where gold has a source and its name."""
    tokens = find_tokens(gold["text"])
    ours, theirs = mark(gold, tokens), mark(predicted, tokens)
    return _keep_named(ours, theirs, pair_up(ours, theirs, weigh_by_cue))


def _keep_named(
    ours: Sequence[Marked], theirs: Sequence[Marked], pairs: Pairs
) -> list[tuple[Marked, Marked]]:
    return [(ours[i], theirs[j]) for i, j in pairs if ours[i].source and ours[i].name]


def _score_names(pairs: Sequence[tuple[Marked, Marked]], text: str) -> Tally:
    """The resolved names of the attributions found, where gold has a source and its name."""
    named = [(g.is_role, is_name_right(g.name or "", p.name, text)) for g, p in pairs]
    roles = [is_right for is_role, is_right in named if is_role]
    return {
        "name": share(sum(is_right for _, is_right in named), len(named)),
        "name of role": share(sum(roles), len(roles)),
    }


def is_source_right(gold: TokenSet, predicted: TokenSet, tokens: Tokens) -> bool:
    """Whether both name the same source, or neither names one."""
    return same_source(gold, predicted, tokens) or not (gold or predicted)


def _score_extra(
    name: str, ours: Sequence[Marked], theirs: Sequence[Marked], pairs: Pairs
) -> Score:
    get = EXTRAS[name]
    both = [(get(ours[i]), get(theirs[j])) for i, j in pairs if get(ours[i])]
    return count(
        sum(jaccard(g, p) >= HALF for g, p in both),
        predicted=sum(bool(get(p)) for p in theirs),
        gold=sum(bool(get(g)) for g in ours),
    )


def _implied(
    report: Report, tokens: Tokens, pair_by_id: dict[str | None, int]
) -> list[tuple[TokenSet, int | None]]:
    return [
        (tokens.covered(each["content"]), pair_by_id.get(each["of"]))
        for each in report.get("implied", [])
    ]


def _score_implied(
    ours: Sequence[tuple[TokenSet, int | None]], theirs: Sequence[tuple[TokenSet, int | None]]
) -> Score:
    def weigh(gold: tuple[TokenSet, int | None], predicted: tuple[TokenSet, int | None]) -> float:
        same_words = gold[1] is not None and gold[1] == predicted[1]
        return _half(gold[0], predicted[0]) if same_words else 0.0

    return count(len(pair_up(ours, theirs, weigh)), predicted=len(theirs), gold=len(ours))


def _score_times(gold: Report, predicted: Report, tokens: Tokens) -> Tally:
    ours, theirs = gold.get("times", []), predicted.get("times", [])
    gold_sets, predicted_sets = (
        [tokens.covered([time["span"]]) for time in side] for side in (ours, theirs)
    )
    pairs = pair_up(gold_sets, predicted_sets, _half)
    right = sum(
        fold_clock(ours[i].get("value")) == fold_clock(theirs[j].get("value")) for i, j in pairs
    )
    return {
        "times": count(len(pairs), predicted=len(theirs), gold=len(ours)),
        "time value": share(right, len(pairs)),
    }


def fold_clock(value: str | None) -> str | None:
    """The value with its hour written one way: the corpus has T18, T1800 and T18:00 for 6 p.m."""
    return value and _CLOCK.sub(r"T\1:\2", _HOUR.sub(r"T\1:00", value))


def _half(gold: TokenSet, predicted: TokenSet) -> float:
    likeness = jaccard(gold, predicted)
    return likeness if likeness >= HALF else 0.0
