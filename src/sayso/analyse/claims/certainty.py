"""How firmly a content stands after all the hops that pass it on: certainties in, one out."""

from collections.abc import Iterable
from functools import reduce

from sayso.records import Act, Attribution, Certainty

_CERTAIN, _PROBABLE, _POSSIBLE, _DOUBTFUL, _DENIED, _OPEN = Certainty

# What the outer hop (row) makes of a content that stands like this inside it (column). The weakest
# governs; a denial turns what was firm over, and of what was not firm it leaves doubt or nothing;
# what is open at one hop is open after all of them.
_TABLE = {
    outer: dict(zip(Certainty, row, strict=True))
    for outer, row in {
        _CERTAIN: (_CERTAIN, _PROBABLE, _POSSIBLE, _DOUBTFUL, _DENIED, _OPEN),
        _PROBABLE: (_PROBABLE, _PROBABLE, _POSSIBLE, _DOUBTFUL, _DOUBTFUL, _OPEN),
        _POSSIBLE: (_POSSIBLE, _POSSIBLE, _POSSIBLE, _DOUBTFUL, _DOUBTFUL, _OPEN),
        _DOUBTFUL: (_DOUBTFUL, _DOUBTFUL, _DOUBTFUL, _DOUBTFUL, _DOUBTFUL, _OPEN),
        _DENIED: (_DENIED, _DOUBTFUL, _DOUBTFUL, _OPEN, _OPEN, _OPEN),
        _OPEN: (_OPEN,) * len(Certainty),
    }.items()
}
_FIRM = frozenset({_CERTAIN, _PROBABLE, _POSSIBLE})
_ALWAYS_OPEN = frozenset({Act.ASK, Act.DECLINE})
_OPEN_UNLESS_AGAINST = frozenset({Act.UNCONFIRMED, Act.URGE, Act.INTEND})


def pass_on(outer: Certainty, inner: Certainty) -> Certainty:
    """How firmly a content stands when a hop that is ``outer`` passes it on."""
    return _TABLE[outer][inner]


def find_effective(hops: Iterable[Certainty]) -> Certainty:
    """How firmly the innermost content stands; hops are given outermost first, none is certain."""
    return reduce(lambda inner, outer: pass_on(outer, inner), reversed(list(hops)), _CERTAIN)


def find_hold(hop: Attribution) -> Certainty:
    """How firmly one hop stands behind its content, where act and certainty may disagree.

    Whoever asks, urges, plans or cannot confirm says nothing firm of the content, but may refuse or
    doubt it; whoever denies holds nothing.
    """
    if hop.act in _ALWAYS_OPEN:
        return _OPEN
    if hop.certainty in _FIRM and hop.act in _OPEN_UNLESS_AGAINST:
        return _OPEN
    if hop.certainty in _FIRM and hop.act is Act.DENY:
        return _DENIED
    return hop.certainty
