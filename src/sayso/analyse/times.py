"""Time tags into time expressions: begin, inside, outside tags of tokens in, spans out."""

from collections.abc import Iterable, Iterator

import numpy as np

from sayso.encoder.labels import TIME_TAGS
from sayso.encoder.session import WindowScores
from sayso.encoder.tokens import Tokens
from sayso.records import Timex

_OUTSIDE, _BEGIN = TIME_TAGS.index("O"), TIME_TAGS.index("B")


class TimeTags:
    """Collects the best time tag of every token while the windows go by."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._tags = np.zeros(len(tokens), dtype=np.int8)

    def watch(self, windows: Iterable[WindowScores]) -> Iterator[WindowScores]:
        """The same windows, their tags noted."""
        for scores in windows:
            core = slice(scores.window.core_start, scores.window.core_end)
            self._tags[core] = scores.times.argmax(axis=1)
            yield scores

    def found(self) -> tuple[Timex, ...]:
        """The time expressions in text order; an inside tag without a begin before it starts
        none."""
        times = []
        for first in np.flatnonzero(self._tags == _BEGIN).tolist():
            last = first
            while last + 1 < len(self._tags) and self._tags[last + 1] not in (_OUTSIDE, _BEGIN):
                last += 1
            times.append(Timex(span=self._tokens.span(first, last)))
        return tuple(times)
