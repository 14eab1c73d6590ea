"""The tokens that figures count: a text in; words, and those that character ranges touch, out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TokenSet = frozenset[int]
Ranges = Iterable[Sequence[int]]

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words (with inner apostrophes) and single punctuation marks of one text, in text order."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def pieces(self, ranges: Ranges) -> frozenset[tuple[int, int]]:
        """The distinct half-open token runs that the ``[start, end)`` character ranges touch."""
        runs = ((bisect_right(self.ends, a), bisect_left(self.starts, b)) for a, b in ranges)
        return frozenset((first, last) for first, last in runs if first < last)

    def covered(self, ranges: Ranges) -> TokenSet:
        """The indices of all tokens that the character ranges touch."""
        return frozenset(i for first, last in self.pieces(ranges) for i in range(first, last))

    def is_word(self, index: int) -> bool:
        """Whether a token begins with a letter or digit."""
        return self.words[index][0].isalnum()


def find_tokens(text: str) -> Tokens:
    """The tokens of a text."""
    found = list(_TOKEN.finditer(text))
    return Tokens(
        tuple(match.group() for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def jaccard(one: frozenset[object], other: frozenset[object]) -> float:
    """Common share of two sets; 1 when both are empty."""
    together = len(one | other)
    return len(one & other) / together if together else 1.0
