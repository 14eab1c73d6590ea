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
    begin, end, nowhere = names[0, 1:], names[1, 1:], names[:, 0]
    top_begin, top_end = float(begin.max()), float(end.max())
    begins = np.exp(begin - top_begin)
    ends = np.concatenate([np.exp(end - top_end), np.zeros(_LONGEST_NAME, dtype=np.float32)])
    sums = np.concatenate([[0.0], np.cumsum(ends)])
    in_reach = sums[_LONGEST_NAME:-1] - sums[: -_LONGEST_NAME - 1]
    total = float(begins @ in_reach) + float(np.exp(nowhere.sum() - top_begin - top_end))
    firsts = np.argsort(-begins)[:_N_BEST]
    shares = begins[firsts, None] * ends[firsts[:, None] + np.arange(_LONGEST_NAME)] / total
    rows, more = np.nonzero(shares > _NEGLIGIBLE)
    found = [
        Pointed(
            tokens.span(window_start + int(firsts[row]), window_start + int(firsts[row] + length)),
            float(shares[row, length]),
        )
        for row, length in zip(rows, more, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: -each.share)[:_N_BEST])
