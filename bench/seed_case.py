"""One real report in full: gold and reading in; what is wrong with each gold attribution out."""

from dataclasses import dataclass

from bench.marks import Marked, mark, pair_up, weigh_by_cue
from bench.nested_score import is_source_right
from bench.reports import Report
from bench.tokens import Tokens, find_tokens

IdMap = dict[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with the reading of one gold attribution; nothing when it is right."""

    id: str
    faults: tuple[str, ...]


def judge_case(gold: Report, predicted: Report) -> list[Verdict]:
    """A verdict on each gold attribution: found, with the right source, act and hop."""
    tokens = find_tokens(gold["text"])
    ours, theirs = mark(gold, tokens), mark(predicted, tokens)
    pairs = dict(pair_up(ours, theirs, weigh_by_cue))
    gold_of: IdMap = {theirs[j].id: ours[i].id for i, j in pairs.items()}
    return [
        Verdict(
            str(marked.id),
            _find_faults(marked, theirs[pairs[i]], gold_of, tokens)
            if i in pairs
            else (_why_not_found(marked, theirs),),
        )
        for i, marked in enumerate(ours)
    ]


def is_date_right(gold: Report, predicted: Report) -> bool:
    """Whether the publication date is the gold's, to the day or finer."""
    return str(predicted.get("date") or "").startswith(gold["date"])


def _find_faults(
    gold: Marked, predicted: Marked, gold_of: IdMap, tokens: Tokens
) -> tuple[str, ...]:
    faults = []
    if not is_source_right(gold.source, predicted.source, tokens):
        state = "none" if not predicted.source else "another" if gold.source else "one"
        faults.append(f"source: {state} where gold has {'one' if gold.source else 'none'}")
    act, right_act = predicted.labels["act"], gold.labels["act"]
    if act != right_act:
        faults.append(f"act: {act} where gold has {right_act}")
    hop = None if predicted.parent is None else gold_of.get(predicted.parent, "an unknown one")
    if hop != gold.parent:
        faults.append(f"hop: inside {hop or 'none'} where gold has {gold.parent or 'none'}")
    return tuple(faults)


def _why_not_found(gold: Marked, predicted: list[Marked]) -> str:
    if any(gold.cue & other.cue for other in predicted):
        return "not found: the cue is there, the content is another"
    return "not found: no cue there"
