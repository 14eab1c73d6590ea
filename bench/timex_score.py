"""How well time expressions are recognised and understood, as TempEval-3 counts: gold and reading
in, a tally out."""

from bench.marks import pair_up
from bench.reports import Report
from bench.score import Tally, count, share


def score_timex(gold: Report, predicted: Report) -> Tally:
    """Pairs that share a character (relaxed), those of equal extent (strict), and those with the
    right value.

    Source: TempEval-3, UzZaman et al. 2013: value F1 counts the relaxed pairs of equal value.
    """
    ours = [(timex["start"], timex["end"]) for timex in gold["timex"]]
    times = predicted.get("times", [])
    theirs = [tuple(time["span"]) for time in times]
    pairs = pair_up(ours, theirs, _weigh)
    values = [time["value"] for time in times]
    right = sum(gold["timex"][i]["value"] == values[j] for i, j in pairs)
    sizes = {"predicted": len(theirs), "gold": len(ours)}
    return {
        "relaxed": count(len(pairs), **sizes),
        "strict": count(sum(ours[i] == theirs[j] for i, j in pairs), **sizes),
        "value": count(right, **sizes),
        "value of found": share(right, len(pairs)),
    }


def _weigh(ours: tuple[int, ...], theirs: tuple[int, ...]) -> float:
    """The number of common characters, equal extents first."""
    common = min(ours[1], theirs[1]) - max(ours[0], theirs[0])
    return max(common, 0) + 0.5 * (ours == theirs)
