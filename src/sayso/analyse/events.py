"""Which political event a stretch tells of, and who does it to whom: token scores in, events out.

Source of the classes: PLOVER, Halterman et al. 2023.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from sayso.encoder.labels import ACTORS, EVENTS
from sayso.encoder.session import WindowScores
from sayso.encoder.tokens import Tokens
from sayso.records import Event, Span

Floats = npt.NDArray[np.float32]

_ACTOR, _TARGET = ACTORS.index("source"), ACTORS.index("target")
_NONE = EVENTS.index("none")
_N_SCORES = 1 + len(EVENTS) + len(ACTORS)
# An event less likely than this is not told: half of such ones are none.
_LEAST_PROBABILITY = 0.5


class EventScores:
    """Collects what every token says of events while the windows go by."""

    def __init__(self, tokens: Tokens, log_priors: tuple[float, ...] = ()) -> None:
        self._tokens = tokens
        self._log_priors = np.array(log_priors or [0.0] * len(EVENTS), dtype=np.float32)
        self._scores = np.zeros((len(tokens), _N_SCORES), dtype=np.float16)

    def watch(self, windows: Iterable[WindowScores]) -> Iterator[WindowScores]:
        """The same windows, their event scores noted."""
        for scores in windows:
            self._scores[scores.window.core_start : scores.window.core_end] = scores.events
            yield scores

    def find_shares(self, spans: Sequence[Span]) -> dict[str, float]:
        """How likely each class is for what the spans tell together; empty for no token.

        Units: 0 to 1, in sum 1.
        """
        covered = self._covered(spans)
        if not covered:
            return {}
        scores = self._scores[covered].astype(np.float32)
        weights = _softmax(scores[:, 0])
        shares = _softmax(weights @ scores[:, 1 : 1 + len(EVENTS)] - self._log_priors)
        return dict(zip(EVENTS, shares.tolist(), strict=True))

    def find_event(self, spans: Sequence[Span]) -> Event | None:
        """The event that the spans tell of, with its actor and target inside them, or ``None``."""
        shares = self.find_shares(spans)
        kind = max(shares, key=lambda name: shares[name], default="none")
        if kind == EVENTS[_NONE] or shares[kind] < _LEAST_PROBABILITY:
            return None
        actor = self._find_actor(spans, _ACTOR)
        target = self._find_actor(spans, _TARGET, taken=actor)
        return Event(kind=kind, probability=round(shares[kind], 4), actor=actor, target=target)

    def _covered(self, spans: Sequence[Span]) -> list[int]:
        return self._tokens.covered([[span.start, span.end] for span in spans])

    def _find_actor(
        self, spans: Sequence[Span], role: int, *, taken: Span | None = None
    ) -> Span | None:
        """The run of tokens whose scores sum up highest, when that is above nothing; none of those
        taken."""
        column = 1 + len(EVENTS) + role
        best, found = 0.0, None
        for span in spans:
            total, first = 0.0, 0
            for token in self._covered([span]):
                if taken and taken.contains(int(self._tokens.starts[token])):
                    total = 0.0
                    continue
                if total <= 0:
                    total, first = 0.0, token
                total += float(self._scores[token, column])
                if total > best:
                    best, found = total, (first, token)
        return self._tokens.span(*found) if found else None


def _softmax(logits: Floats) -> Floats:
    shares = np.exp(logits - logits.max())
    return shares / shares.sum()  # type: ignore[no-any-return]
