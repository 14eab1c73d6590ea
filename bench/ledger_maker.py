"""Many different readings from a few: each is a copy with other names, words and dates, at the same
places, so that a ledger of any size can be made without reading that much."""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sayso.ledger import RawBytes
from sayso.records import (
    Attribution,
    Claim,
    DateOrigin,
    Document,
    Precision,
    PublicationDate,
    Reading,
    SourceName,
)

_WORD = re.compile(r"\b(?:[A-Z][a-z]{2,}|[a-z]{5,})\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvwz"
_FIRST_DAY, _N_DAYS = date(2012, 1, 1), 5000
# Shares of words that a copy has of its own; names follow a long tail, as in the news.
_OWN_WORDS, _N_TONGUES, _N_CASTS = 0.2, 120, 2000


@dataclass(frozen=True, slots=True)
class Copy:
    """How one copy differs: whose names it has, and which words are its own."""

    cast: int
    tongue: int

    def say(self, words: str) -> str:
        """The words as this copy has them, as long as before."""
        return _WORD.sub(self._replace, words)

    def _replace(self, match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isupper():
            return _make_other(word, self.cast)
        return _make_other(word, self.tongue) if _is_own(word, self.tongue) else word


def make_readings(
    readings: Sequence[Reading], n_claims: int, *, seed: int
) -> Iterator[tuple[Reading, RawBytes]]:
    """Copies of the readings in turn until they hold so many claims, the same for the same seed."""
    rng = random.Random(seed)
    number = n_made = 0
    while n_made < n_claims:
        copy = Copy(min(int(rng.paretovariate(0.8)), _N_CASTS), rng.randrange(_N_TONGUES))
        made = make_copy(readings[number % len(readings)], copy, number=number, rng=rng)
        n_made += len(made[0].claims)
        number += 1
        yield made


def make_copy(
    reading: Reading, copy: Copy, *, number: int, rng: random.Random
) -> tuple[Reading, RawBytes]:
    """One copy with the bytes of its report, published on some day by some outlet."""
    text = copy.say(reading.document.text)
    data = json.dumps({"id": str(number), "text": text}).encode()
    day = _FIRST_DAY + timedelta(days=rng.randrange(_N_DAYS))
    document = _copy_document(reading.document, text, data, day, rng)
    made = replace(
        reading,
        document=replace(document, id=str(number), origin=f"copies.jsonl:{number + 1}"),
        attributions=tuple(_copy_attribution(each, copy) for each in reading.attributions),
        claims=tuple(_copy_claim(each, copy) for each in reading.claims),
    )
    return made, RawBytes(data=data, format="json_line", origin=made.document.origin)


def _copy_document(
    document: Document, text: str, data: bytes, day: date, rng: random.Random
) -> Document:
    return replace(
        document,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        url=None,
        publisher=f"Outlet {min(int(rng.paretovariate(0.7)), 400)}",
        published=PublicationDate(
            value=day.isoformat(), precision=Precision.DAY, found_in=DateOrigin.GIVEN
        ),
    )


def _copy_attribution(each: Attribution, copy: Copy) -> Attribution:
    name: SourceName | None = each.name and replace(each.name, name=copy.say(each.name.name))
    return replace(each, name=name)


def _copy_claim(each: Claim, copy: Copy) -> Claim:
    named = tuple(replace(entity, name=copy.say(entity.name)) for entity in each.entities)
    return replace(each, standalone=copy.say(each.standalone), entities=named)


@lru_cache(maxsize=2**18)
def _make_other(word: str, seed: int) -> str:
    """Another word of the same length and shape; the one that it is where the seed is 1."""
    rng = random.Random(f"{word.lower()} {seed}")
    made = "".join(rng.choice(_VOWELS if c in "aeiouy" else _CONSONANTS) for c in word.lower())
    made = word if seed == 1 else made
    return made.capitalize() if word[0].isupper() else made


@lru_cache(maxsize=2**18)
def _is_own(word: str, seed: int) -> bool:
    return random.Random(f"{seed} {word}").random() < _OWN_WORDS
