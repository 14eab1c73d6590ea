"""Long token sequences into overlapping windows, each judged only in its core."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sayso.encoder.tokens import Integers


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``[start, end)`` are seen, tokens ``[core_start, core_end)`` are judged."""

    start: int
    end: int
    core_start: int
    core_end: int


def make_windows(
    breaks: Integers, n_tokens: int, *, length: int, margin: int
) -> tuple[Window, ...]:
    """Windows of about equal size whose cores tile the text and, where they can, start at a break.

    Shapes: breaks [n_breaks], ascending token indices at which a sentence starts.
    Units: ``length`` and ``margin`` in tokens; no window is longer than ``length``, and a core has
    at least about ``margin`` tokens of context on either side.
    """
    if n_tokens <= length:
        return (Window(0, n_tokens, 0, n_tokens),) if n_tokens else ()
    room = length - 2 * margin
    n_windows = -(-(n_tokens - 2 * margin) // room)
    edges = [0]
    for index in range(1, n_windows):
        even = margin + (n_tokens - 2 * margin) * index // n_windows
        edges.append(_nearest_break(breaks, even, reach=margin // 2))
    edges.append(n_tokens)
    return tuple(
        Window(*_context(start, end, n_tokens, length=length, margin=margin), start, end)
        for start, end in pairwise(edges)
    )


def _nearest_break(breaks: Integers, position: int, *, reach: int) -> int:
    near = breaks[(breaks >= position - reach) & (breaks <= position + reach)]
    if not len(near):
        return position
    return int(near[np.abs(near - position).argmin()])


def _context(start: int, end: int, n_tokens: int, *, length: int, margin: int) -> tuple[int, int]:
    spare = max(0, length - (end - start))
    left = min(start, margin, spare // 2 if end < n_tokens else spare)
    right = min(n_tokens - end, margin, spare - left)
    return start - left, end + right
