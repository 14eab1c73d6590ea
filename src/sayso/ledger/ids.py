"""What makes a thing that thing: its parts in, an id or a digest out."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sayso.records import Attribution, Claim

DOCUMENT, VERSION, CLAIM, RUN, ENTITY, JUDGEMENT, FAILURE = (
    "doc", "ver", "clm", "run", "ent", "jdg", "fail",
)  # fmt: skip
DIGITS = 16
_BITS = 63
_AS_THEY_ARE = frozenset((str, int, float, bool, type(None)))


def make_id(prefix: str, *parts: object) -> str:
    """The id of what these parts make up: a prefix and 63 bits of their SHA-256, in hex."""
    number = int.from_bytes(make_digest(parts)[:8], "big") >> 1
    return to_id(prefix, number)


def make_claim_id(version: str, claim: Claim, chain: Sequence[Attribution]) -> str:
    """The id of a claim: the same for the same words and cues, whichever weights found them."""
    cues = [[(span.start, span.end) for span in hop.cue] for hop in chain]
    return make_id(CLAIM, version, [(span.start, span.end) for span in claim.content], cues)


def to_id(prefix: str, number: int) -> str:
    """The id that a column's number stands for."""
    return f"{prefix}-{number:0{DIGITS}x}"


def to_number(id: str) -> int:
    """The number that stands in a column for an id.

    Raises: ValueError when it is none.
    """
    return int(id.rpartition("-")[2], 16)


def find_range(digits: str) -> tuple[int, int]:
    """The first and the last number whose hex digits begin so."""
    missing = 4 * (DIGITS - len(digits))
    first = int(digits, 16) << missing
    return min(first, 2**_BITS - 1), min(first + (1 << missing) - 1, 2**_BITS - 1)


def make_digest(value: object) -> bytes:
    """SHA-256 of a record, or of plain values, down to its last field."""
    words = json.dumps(to_plain(value), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).digest()


def to_plain(value: Any) -> Any:
    """Records and sequences as lists, everything else as it is."""
    kind = value.__class__
    if kind in _AS_THEY_ARE:
        return value
    if kind is list or kind is tuple:
        return [to_plain(each) for each in value]
    names = _find_fields(kind)
    if names:
        return [to_plain(getattr(value, name)) for name in names]
    return value.hex() if isinstance(value, bytes) else value


@cache
def _find_fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.compare) if is_dataclass(kind) else ()
