"""The words with which results are shown to people: records enter, clean strings leave."""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.export.outline import Entry
from sayso.records import (
    DateOrigin,
    Document,
    Precision,
    PublicationDate,
    Reading,
    Span,
    Voice,
)

NOTABLE_PROBABILITY = 0.5
"""Below this an attribution is more likely wrong than right, and the views say so."""

_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

FOUND_IN = {
    DateOrigin.GIVEN: "given with the report",
    DateOrigin.METADATA: "metadata of the page",
    DateOrigin.JSON_LD: "JSON-LD of the page",
    DateOrigin.TIME_ELEMENT: "time element of the page",
    DateOrigin.DATELINE: "dateline in the text",
    DateOrigin.MAIL_HEADER: "header of the mail",
    DateOrigin.FEED: "entry of the feed",
}
_ONLY = {Precision.YEAR: ", year only", Precision.MONTH: ", month only"}
VOICES = {
    Voice.ATTRIBUTED: "attributed",
    Voice.IMPLIED: "implied",
    Voice.HEDGED: "hedged",
    Voice.OWN: "in the report's own voice",
}


def mask_unshowable(text: str) -> str:
    """The text, as long as before, with U+FFFD for controls, lone surrogates and noncharacters."""
    return _UNSHOWABLE.sub("\ufffd", text)


def fold(text: str) -> str:
    """The text on one line, harmless to a terminal: no controls, no direction marks."""
    return mask_unshowable(" ".join(_DIRECTION.sub("", text).split()))


def cut(text: str, limit: int) -> str:
    """The text, or when it is longer than ``limit`` its beginning, a word's end and an ellipsis."""
    if len(text) <= limit:
        return text
    return (text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]) + "…"


def join_pieces(document: Document, spans: Sequence[Span]) -> str:
    """The words of all spans, folded; an ellipsis stands where pieces were apart."""
    return " … ".join(fold(document.slice(span)) for span in spans)


def describe_date(published: PublicationDate | None) -> str:
    """When the report was published, how precisely that is known, and where it stands."""
    if published is None:
        return "publication date unknown"
    only = _ONLY.get(published.precision, "")
    return f"published {fold(published.value)}{only} ({FOUND_IN[published.found_in]})"


def describe_repetition(entry: Entry) -> str | None:
    """Which part of the page says again what the body says, or nothing."""
    if entry.repetition is None:
        return None
    return f"{entry.repetition.kind.value}, says again what line {entry.repeats_line} says"


def summarise(reading: Reading) -> str:
    """How many attributions and claims there are, and whose voice the sentences are in."""
    n_nested = sum(attribution.parent is not None for attribution in reading.attributions)
    voices = Counter(sentence.voice for sentence in reading.sentences)
    present = [voice for voice in VOICES if voices[voice] or voice is Voice.OWN]
    spread = ", ".join(f"{voices[voice]} {VOICES[voice]}" for voice in present)
    parts = [f"{count(len(reading.attributions), 'attribution')}, {n_nested} nested"]
    if reading.claims:
        n_own = sum(not claim.chain for claim in reading.claims)
        parts.append(f"{count(len(reading.claims), 'claim')}, {n_own:,} of them the report's own")
    return "; ".join([*parts, f"{count(len(reading.sentences), 'sentence')}: {spread}"])


def count(n: int, noun: str) -> str:
    """The number with its noun, in the plural unless it is one."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
