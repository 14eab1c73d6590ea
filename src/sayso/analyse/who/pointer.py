"""Where the network says that a source's name stands: pointer scores in, mentions with their shares
out."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.encoder.tokens import Tokens
from sayso.records import Span

Floats = npt.NDArray[np.float32]
_LONGEST_NAME = 16
_N_BEST = 12
_NEGLIGIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Pointed:
    """A mention and the share of the pointer's belief that is in it.

    Units: ``share`` 0 to 1.
    """

    span: Span
    share: float


def find_pointed(names: Floats, tokens: Tokens, window_start: int) -> tuple[Pointed, ...]:
    """The likeliest mentions, best first; what is missing to 1 is "nowhere" or less likely still.

    Shapes: names [2, 1 + tokens of the window], logits of the begin and of the end of a mention,
    column 0 is "nowhere".
    """
    begin, end = names[0, 1:], names[1, 1:]
    n_tokens = len(begin)
    both = np.full((_LONGEST_NAME, n_tokens), -np.inf, dtype=np.float32)
    for more in range(min(_LONGEST_NAME, n_tokens)):
        both[more, : n_tokens - more] = begin[: n_tokens - more] + end[more:]
    top = max(float(both.max()), float(names[:, 0].sum()))
    shares = np.exp(both - top)
    total = shares.sum() + np.exp(names[:, 0].sum() - top)
    best = np.argsort(-shares, axis=None)[:_N_BEST]
    return tuple(
        Pointed(
            tokens.span(window_start + int(first), window_start + int(first + more)),
            float(shares[more, first] / total),
        )
        for more, first in zip(*np.unravel_index(best, shares.shape), strict=True)
        if shares[more, first] > _NEGLIGIBLE * total
    )
