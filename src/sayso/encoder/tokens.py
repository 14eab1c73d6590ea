"""Text into tokens: word pieces with their characters, letter shapes and paragraph starts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.records import Span

Integers = npt.NDArray[np.int64]

N_SHAPES = 8
_OTHER, _LOWER, _TITLE, _UPPER, _DIGIT, _QUOTE = 6, 1, 2, 3, 4, 5
_QUOTES = frozenset("\"“”‘’'«»„")
# The tokenizer cannot encode lone surrogates; a replacement of equal length keeps every offset.
_SURROGATES = {code: "\ufffd" for code in range(0xD800, 0xE000)}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text.

    Shapes: all [n_tokens]. Units: ``starts`` and ``ends`` are half-open code-point offsets into the text.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    shapes: Integers
    paragraphs: Integers

    def __len__(self) -> int:
        return len(self.ids)

    def covered(self, spans: list[list[int]]) -> list[int]:
        """Indices of the tokens that touch one of the ``[start, end]`` character ranges, ascending."""
        found: set[int] = set()
        for start, end in spans:
            first = int(np.searchsorted(self.ends, start, side="right"))
            last = int(np.searchsorted(self.starts, end, side="left"))
            found.update(range(first, last))
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


def tokenize(text: str, tokenizer: Tokenizer) -> Tokens:
    """The tokens of a text, in text order; tokens without characters are left out."""
    encoding = tokenizer.encode(text.translate(_SURROGATES), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    ids = np.array(encoding.ids, dtype=np.int64)
    kept = offsets[:, 1] > offsets[:, 0]
    ids, offsets = ids[kept], offsets[kept]
    pairs = offsets.tolist()
    return Tokens(
        ids=ids,
        starts=offsets[:, 0],
        ends=offsets[:, 1],
        shapes=np.array([_shape(text[start:end]) for start, end in pairs], dtype=np.int64),
        paragraphs=_paragraph_starts(text, pairs),
    )


def _shape(piece: str) -> int:
    first = piece[0]
    if first.islower():
        return _LOWER
    if first.isupper():
        return _UPPER if len(piece) > 1 and piece.isupper() else _TITLE
    if first.isdigit():
        return _DIGIT
    return _QUOTE if first in _QUOTES else _OTHER


def _paragraph_starts(text: str, pairs: list[list[int]]) -> Integers:
    flags = np.zeros(len(pairs), dtype=np.int64)
    before = 0
    for index, (start, end) in enumerate(pairs):
        if index == 0 or "\n" in text[before:start]:
            flags[index] = 1
        before = end
    return flags
