"""What sayso adds to an attribution's words: records enter, short clean lines for people leave.

An arrow stands before whatever is sayso's answer and not the report's words.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.export.outline import Entry
from sayso.export.wording import NOTABLE_PROBABILITY, fold, join_pieces
from sayso.records import Attribution, Certainty, Claim, Document, Event, Timex

ARROW = "→"
_WORD = re.compile(r"\w+")
_YEAR_OPEN = "XXXX"


def find_better_name(document: Document, attribution: Attribution) -> str | None:
    """The name of the source where it says more than its words; a question mark where it is more
    likely wrong than right."""
    name = attribution.name
    if name is None or not _split(name.name) - _split(join_pieces(document, attribution.source)):
        return None
    return fold(name.name) + ("?" if name.score < NOTABLE_PROBABILITY else "")


def _split(words: str) -> set[str]:
    return set(_WORD.findall(words.casefold()))


def find_date(time: Timex) -> str | None:
    """The date or interval that a time expression means, where its year is known."""
    return None if time.edtf is None or time.edtf.startswith(_YEAR_OPEN) else fold(time.edtf)


def find_better_date(document: Document, time: Timex) -> str | None:
    """The date or interval where it says more than the words."""
    date = find_date(time)
    return None if date == fold(document.slice(time.span)) else date


def describe_time(document: Document, time: Timex) -> str:
    """The time expression, and the date it means where that says more."""
    words, date = fold(document.slice(time.span)), find_better_date(document, time)
    return words if date is None else f"{words} {ARROW} {date}"


def find_effective(entry: Entry) -> Certainty | None:
    """How firmly the entry's claims stand after all hops, where its own hop says otherwise."""
    own = entry.attribution.certainty
    return next((claim.certainty for claim in entry.claims if claim.certainty is not own), None)


def find_title(document: Document, attribution: Attribution) -> str | None:
    """The source's title, where it does not stand in the source's own words already."""
    if not attribution.title:
        return None
    title = join_pieces(document, attribution.title)
    return None if title in join_pieces(document, attribution.source) else title


def make_notes(entry: Entry, document: Document) -> Iterator[tuple[str, str]]:
    """Label and words of all that is known beside chain, labels and content."""
    attribution = entry.attribution
    if title := find_title(document, attribution):
        yield "title", title
    if attribution.grounds:
        yield "why", join_pieces(document, attribution.grounds)
    happened = [time for claim in entry.claims for time in claim.happened if find_date(time)]
    said = [time for claim in entry.claims for time in claim.said]
    for label, times in (("happened", happened), ("said", said)):
        if times:
            shown = (describe_time(document, time) for time in times)
            yield label, "; ".join(dict.fromkeys(shown))
    if events := _describe_events(document, entry.claims):
        yield "event", "; ".join(events)


def _describe_events(document: Document, claims: Sequence[Claim]) -> list[str]:
    shown = (describe_event(document, claim.event) for claim in claims if claim.event)
    return list(dict.fromkeys(shown))


def describe_event(document: Document, event: Event) -> str:
    """The class of the event, and who does it to whom as far as that is known."""
    parts = [fold(event.kind).lower()]
    if event.actor:
        parts.append(f"by {fold(document.slice(event.actor))}")
    if event.target:
        parts.append(f"towards {fold(document.slice(event.target))}")
    return ", ".join(parts)
