"""What claims are made from: the findings of one report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.records import Attribution, Document, Entity, Event, Implied, Sentence, Span, Timex


def _find_none(_: Sequence[Span]) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What is known of a report before its claims are made.

    ``find_entities`` tells, in text order, who is named in some spans, and is asked once, for the
    whole text; ``find_event`` tells what happens in some spans;
    ``names`` may give further mentions the full name of whom they mean ("he", "the agency").
    Shapes: times and sentences are in text order.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    implied: tuple[Implied, ...]
    times: tuple[Timex, ...]
    sentences: tuple[Sentence, ...]
    find_entities: Callable[[Sequence[Span]], tuple[Entity, ...]] = lambda _: ()
    find_event: Callable[[Sequence[Span]], Event | None] = _find_none
    names: Mapping[Span, str] = field(default_factory=dict)
