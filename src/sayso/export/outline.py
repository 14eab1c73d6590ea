"""A reading in the order people see it: a reading enters, numbered and placed entries leave."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Attribution, Claim, Implied, Reading, Repetition

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One attribution and its place in the report.

    Units: ``number`` counts from 1 in reading order; ``line`` is where the cue stands, from 1;
    ``chain`` is outermost first and ends with the attribution; ``claims`` are those it is the
    innermost hop of.
    """

    number: int
    attribution: Attribution
    line: int
    chain: tuple[Attribution, ...]
    implied: tuple[tuple[int, Implied], ...]
    repetition: Repetition | None
    repeats_line: int | None
    claims: tuple[Claim, ...] = ()

    @property
    def depth(self) -> int:
        """How many hops stand before this one."""
        return len(self.chain) - 1


class Lines:
    """Line numbers of one text, from 1; CR, LF and CRLF each end a line."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def get_number(self, position: int) -> int:
        """The line on which the code point at ``position`` stands."""
        return bisect_right(self._starts, position)


def make_outline(reading: Reading) -> tuple[Entry, ...]:
    """All attributions: the outermost in reading order, each before those inside its content."""
    lines = Lines(reading.document.text)
    numbers = {attribution.id: n for n, attribution in enumerate(reading.attributions, start=1)}
    implied: dict[str, list[tuple[int, Implied]]] = defaultdict(list)
    for each in reading.implied:
        implied[each.of].append((lines.get_number(each.content[0].start), each))
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.chain:
            claims[claim.chain[-1]].append(claim)
    entries = []
    for chain in _nest(reading.attributions):
        attribution = chain[-1]
        position = attribution.cue[0].start
        repetition = _find_repetition(reading, position)
        entry = Entry(
            number=numbers[attribution.id],
            attribution=attribution,
            line=lines.get_number(position),
            chain=chain,
            implied=tuple(implied[attribution.id]),
            repetition=repetition,
            repeats_line=lines.get_number(repetition.body.start) if repetition else None,
            claims=tuple(claims[attribution.id]),
        )
        entries.append(entry)
    return tuple(entries)


def _find_repetition(reading: Reading, position: int) -> Repetition | None:
    repetitions = reading.document.repetitions
    return next((each for each in repetitions if each.span.contains(position)), None)


def _nest(attributions: tuple[Attribution, ...]) -> Iterator[tuple[Attribution, ...]]:
    """Each chain, parents before children; a stack, for nesting has no bound and recursion has."""
    children: dict[str | None, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        children[attribution.parent].append(attribution)
    waiting: list[tuple[Attribution, ...]] = [
        (attribution,) for attribution in reversed(children[None])
    ]
    while waiting:
        chain = waiting.pop()
        yield chain
        waiting.extend((*chain, child) for child in reversed(children[chain[-1].id]))
