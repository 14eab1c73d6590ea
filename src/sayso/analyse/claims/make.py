"""A report's findings to its claims: attributions, carry-ons, times and sentences in, claims in
reading order out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.analyse.claims.additions import (
    Subjects,
    find_name_edits,
    find_source_edits,
    find_time_edits,
    name_mention,
)
from sayso.analyse.claims.basis import Basis
from sayso.analyse.claims.certainty import find_effective, find_hold
from sayso.analyse.claims.chains import Chains, is_hedge
from sayso.analyse.claims.clocks import Clocks
from sayso.analyse.claims.own_voice import find_own_statements
from sayso.analyse.claims.standalone import Edit, Editor
from sayso.records import Attribution, Claim, Entity, Event, Span

_WORD = re.compile(r"\w")


def make_claims(found: Basis) -> tuple[Claim, ...]:
    """Every claim of a report: one for each content and carry-on, and one for each statement in the
    report's own voice.

    Where an attribution only passes on the content of one inside it ("the paper said, citing an
    expert, that ..."), there is one claim, with the longer chain.
    """
    made = sorted(_Maker(found).make_all(), key=lambda claim: (claim.content[0], len(claim.chain)))
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(made, start=1))


class _Maker:
    def __init__(self, found: Basis) -> None:
        self._found = found
        self._text = found.document.text
        self._chains = Chains(self._text, found.attributions)
        self._own = tuple(
            find_own_statements(found.document, found.sentences, found.attributions, found.implied)
        )
        sentences = [sentence.span for sentence in found.sentences]
        self._clocks = Clocks(self._text, found.times, sentences, found.attributions, self._own)
        self._entities = found.find_entities((Span(0, len(self._text)),))
        self._entity_starts = [entity.span.start for entity in self._entities]
        self._subjects = Subjects(self._text, self._entities)
        self._editor = Editor(self._text, self._find_edits(self._entities))

    def make_all(self) -> Iterator[Claim]:
        for attribution in self._found.attributions:
            yield from self._make_attributed(attribution.content, attribution)
        for carried in self._found.implied:
            yield from self._make_attributed(carried.content, self._chains[carried.of])
        for statement in self._own:
            yield self._make((statement,))

    def _make_attributed(
        self, content: tuple[Span, ...], attribution: Attribution
    ) -> Iterator[Claim]:
        if not _has_words(self._text, content) or self._chains.is_only_passed_on(
            content, attribution
        ):
            return
        joints = _find_joints(self._text, attribution) if content is attribution.content else ()
        yield self._make(
            content,
            self._chains.get_chain(attribution),
            deeper=[span for each in self._chains.get_inner(attribution) for span in each.content],
            edits=tuple(self._subjects.find_edits(attribution)),
            joints=joints,
        )

    def _make(
        self,
        content: tuple[Span, ...],
        chain: tuple[Attribution, ...] = (),
        *,
        deeper: Sequence[Span] = (),
        edits: Sequence[Edit] = (),
        joints: Sequence[str] = (),
    ) -> Claim:
        named = tuple(self._find_named(content))
        return Claim(
            id="",
            content=content,
            chain=tuple(hop.id for hop in chain),
            certainty=find_effective(map(find_hold, chain)),
            standalone=self._editor.make_standalone(content, edits, joints),
            happened=self._clocks.find_happened(content, deeper),
            said=self._clocks.find_said(chain),
            repeats=self._find_repeated(content[0].start),
            entities=named,
            event=_with_whole_names(self._found.find_event(content), named),
        )

    def _find_named(self, content: Sequence[Span]) -> Iterator[Entity]:
        for span in content:
            first = bisect_left(self._entity_starts, span.start)
            last = bisect_left(self._entity_starts, span.end)
            yield from (each for each in self._entities[first:last] if each.span.end <= span.end)

    def _find_repeated(self, position: int) -> Span | None:
        for repetition in self._found.document.repetitions:
            if repetition.span.contains(position):
                return repetition.body
        return None

    def _find_edits(self, entities: Sequence[Entity]) -> Iterator[Edit]:
        """All additions, the surest first."""
        for mention, name in self._found.names.items():
            yield from name_mention(self._text, mention, name)
        yield from find_source_edits(self._text, self._found.attributions)
        yield from find_name_edits(self._text, entities)
        yield from find_time_edits(self._text, self._found.times)


def _with_whole_names(event: Event | None, named: Sequence[Entity]) -> Event | None:
    """The event with actor and target widened to the names that they are part of; two parts of one
    name are the actor alone."""
    if event is None:
        return None
    actor, target = _widen(event.actor, named), _widen(event.target, named)
    if actor and target and actor.overlaps(target):
        target = None
    if (actor, target) == (event.actor, event.target):
        return event
    return replace(event, actor=actor, target=target)


def _widen(span: Span | None, named: Sequence[Entity]) -> Span | None:
    """The name that a span is part of, else the span."""
    if span is None:
        return None
    inside = (e.span for e in named if e.span.start <= span.start and span.end <= e.span.end)
    return next(inside, span)


def _has_words(text: str, content: Sequence[Span]) -> bool:
    """Whether a content is more than the marks around one."""
    return any(_WORD.search(text, span.start, span.end) for span in content)


def _find_joints(text: str, attribution: Attribution) -> tuple[str, ...]:
    """What stands between the pieces of a hedged statement: the hedge, in brackets."""
    if not is_hedge(attribution) or len(attribution.content) != len(attribution.cue) + 1:
        return ()
    pieces = attribution.content
    gaps = [Span(a.end, b.start) for a, b in pairwise(pieces) if a.end <= b.start]
    if [_strip(text, gap) for gap in gaps] != [_strip(text, cue) for cue in attribution.cue]:
        return ()
    return tuple(f" [{_strip(text, gap)}] " for gap in gaps)


def _strip(text: str, span: Span) -> str:
    return text[span.start : span.end].strip(" \t\r\n,")
