"""How well sentences are classed by the political event they tell of: gold and classes in, a tally
out."""

from collections import Counter
from collections.abc import Sequence

from bench.score import Tally, count, share


def score_events(gold: Sequence[str], predicted: Sequence[str]) -> Tally:
    """The counts of each gold class, the mean of their F1 and the share that is right.

    Source: macro-averaged F1 over the classes that gold has.
    """
    n_gold, n_predicted = Counter(gold), Counter(predicted)
    n_right = Counter(ours for ours, theirs in zip(gold, predicted, strict=True) if ours == theirs)
    classes = {
        kind: count(n_right[kind], predicted=n_predicted[kind], gold=n_gold[kind])
        for kind in sorted(n_gold)
    }
    mean = sum(score.f1 for score in classes.values()) / len(classes) if classes else 0.0
    return {
        "macro F1": share(mean, 1),
        "right class": share(n_right.total(), len(gold)),
        **classes,
    }
