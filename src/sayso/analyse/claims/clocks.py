"""Which times of a report belong to a claim: when it happened, and when it was said."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.analyse.claims.chains import Chains
from sayso.analyse.claims.clauses import is_subordinate
from sayso.records import Act, Attribution, SourceType, Span, Timex

_FARTHEST = 300
_OWN = ""
_DATED_SOURCES = frozenset({SourceType.DOCUMENT, SourceType.MEDIA})


class Clocks:
    """The times of one report, in text order, and to whose saying each belongs.

    ``own`` are the report's own statements, whose times are nobody's saying.
    """

    def __init__(
        self,
        text: str,
        times: Sequence[Timex],
        sentences: Sequence[Span],
        attributions: Sequence[Attribution],
        own: Sequence[Span],
    ) -> None:
        self._text = text
        self._times = times
        self._starts = [time.span.start for time in times]
        self._sentence_starts = [sentence.start for sentence in sentences] or [0]
        self._chains = Chains(text, attributions)
        self._said: dict[str, list[Timex]] = defaultdict(list)
        contents = [(span, each.id) for each in attributions for span in each.content]
        held = _find_holders(times, [*contents, *((span, _OWN) for span in own)])
        self._assign(attributions, held)

    def find_happened(
        self, content: Iterable[Span], deeper: Sequence[Span] = ()
    ) -> tuple[Timex, ...]:
        """Times of the main statement: not those inside deeper claims nor in a subordinate clause
        ("after he had left in 2016")."""
        return tuple(
            time
            for span in content
            for time in self._within(span)
            if not any(other.contains(time.span.start) for other in deeper)
            and not is_subordinate(self._text, span.start, time.span.start)
        )

    def find_said(self, chain: Sequence[Attribution]) -> tuple[Timex, ...]:
        """Times beside the cue of the innermost hop that has any."""
        said = (self._said[hop.id] for hop in reversed(chain) if hop.id in self._said)
        return tuple(next(said, ()))

    def _within(self, span: Span) -> Sequence[Timex]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [time for time in self._times[first:last] if time.span.end <= span.end]

    def _assign(self, attributions: Sequence[Attribution], held: Iterable[frozenset[str]]) -> None:
        """Gives each time outside the content to the nearest cue of its sentence."""
        cues = sorted((cue, a.id) for a in attributions if _is_saying(a) for cue in a.cue)
        starts = [cue.start for cue, _ in cues]
        for time, holders in zip(self._times, held, strict=True):
            sentence = self._sentence_of(time.span.start)
            first = bisect_left(starts, time.span.start - _FARTHEST)
            last = bisect_right(starts, time.span.end + _FARTHEST)
            near = [
                (_distance(cue, time.span), cue, name)
                for cue, name in cues[first:last]
                if self._sentence_of(cue.start) == sentence
                and self._is_beside(time, holders, self._chains[name])
            ]
            if near:
                self._said[min(near)[2]].append(time)

    def _is_beside(self, time: Timex, holders: frozenset[str], hop: Attribution) -> bool:
        """Whether the time stands where this hop's cue does: in no content but those around it, and
        not in what describes its source."""
        around = {each.id for each in self._chains.get_chain(hop)[:-1]}
        described = (*hop.grounds, *hop.title, *hop.addressee)
        if hop.source_type not in _DATED_SOURCES:
            described += hop.source
        start = self._sentence_starts[self._sentence_of(time.span.start)]
        return (
            holders <= around
            and not any(span.contains(time.span.start) for span in described)
            and not is_subordinate(self._text, start, time.span.start)
        )

    def _sentence_of(self, position: int) -> int:
        return max(bisect_right(self._sentence_starts, position) - 1, 0)


def _is_saying(hop: Attribution) -> bool:
    """Whether somebody does something at some time; a hedge is no event."""
    return hop.source_type is not SourceType.REPORT and hop.act is not Act.HEDGE


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _find_holders(
    times: Sequence[Timex], contents: Sequence[tuple[Span, str]]
) -> Iterator[frozenset[str]]:
    """For each time, in text order, whose content it stands in."""
    contents = sorted(contents)
    active: list[tuple[Span, str]] = []
    upcoming = 0
    for time in times:
        while upcoming < len(contents) and contents[upcoming][0].start <= time.span.start:
            active.append(contents[upcoming])
            upcoming += 1
        active = [each for each in active if each[0].end > time.span.start]
        yield frozenset(name for _, name in active)
