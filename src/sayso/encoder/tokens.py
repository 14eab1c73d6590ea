"""Text into tokens: word pieces with their characters, letter shapes and paragraph starts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.records import Span

Integers = npt.NDArray[np.int64]

N_SHAPES = 8
_OTHER, _LOWER, _TITLE, _UPPER, _DIGIT, _QUOTE = 6, 1, 2, 3, 4, 5
_QUOTES = frozenset("\"“”‘’'«»„")
_BREAK, _BLANK = re.compile(r"\n"), re.compile(r"\n[^\S\n]*\n")
# A long text is tokenized by pieces, since the tokenizer needs 300 bytes for each character; it
# splits at spaces and line breaks anyway, so the tokens are the same.
_PIECE_LENGTH = 50_000
_PIECE_END = re.compile(r"[ \n]")
# The tokenizer cannot encode lone surrogates; a replacement of equal length keeps every offset.
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text.

    Shapes: all [n_tokens]; ``paragraphs`` is 1 after a line break, ``blanks`` after an empty line,
    ``inner`` where a token goes on with the word of the one before, ``lettered`` where it has a
    letter or digit.
    Units: ``starts`` and ``ends`` are half-open code-point offsets into the text.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    shapes: Integers
    paragraphs: Integers
    blanks: Integers
    inner: Integers
    lettered: Integers

    def __len__(self) -> int:
        return len(self.ids)

    def covered(self, spans: list[list[int]]) -> list[int]:
        """Indices of the tokens that touch one of the ``[start, end]`` character ranges,
        ascending."""
        found: set[int] = set()
        for start, end in spans:
            first = int(np.searchsorted(self.ends, start, side="right"))
            last = int(np.searchsorted(self.starts, end, side="left"))
            found.update(range(first, last))
        return sorted(found)

    def has_word(self, first: int, last: int) -> bool:
        """Whether a letter or digit stands among tokens ``first`` to ``last``, both included."""
        return bool(self.lettered[first : last + 1].any())

    def span(self, first: int, last: int) -> Span:
        """The characters of the words from token ``first`` to token ``last``, both included."""
        while first and self.inner[first]:
            first -= 1
        while last + 1 < len(self.inner) and self.inner[last + 1]:
            last += 1
        return Span(int(self.starts[first]), int(self.ends[last]))


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in a file, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def tokenize(text: str, tokenizer: Tokenizer) -> Tokens:
    """The tokens of a text, in text order; tokens without characters are left out."""
    pieces = [_encode(text, start, end, tokenizer) for start, end in _find_pieces(text)]
    ids, starts, ends, shapes, lettered = np.concatenate(pieces, axis=1)
    return Tokens(
        ids=ids,
        starts=starts,
        ends=ends,
        shapes=shapes,
        paragraphs=_find_openers(text, starts, _BREAK),
        blanks=_find_openers(text, starts, _BLANK),
        inner=_find_inner(text, starts, ends),
        lettered=lettered,
    )


def _find_pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while end := _PIECE_END.search(text, start + _PIECE_LENGTH):
        yield start, end.start()
        start = end.start()
    yield start, len(text)


def _encode(text: str, start: int, end: int, tokenizer: Tokenizer) -> Integers:
    """Ids, starts, ends, shapes and whether a letter is there, of the tokens of one piece, one row
    each."""
    piece = text[start:end]
    encoding = tokenizer.encode(piece.translate(_SURROGATES), add_special_tokens=False)
    found = [
        (number, first, last)
        for number, (first, last) in zip(encoding.ids, encoding.offsets, strict=True)
        if last > first
    ]
    words = [piece[first:last] for _, first, last in found]
    shape_of = {word: _shape(word) for word in set(words)}
    is_lettered = {word: any(c.isalnum() for c in word) for word in shape_of}
    table = np.empty((5, len(found)), dtype=np.int64)
    table[:3] = np.array(found, dtype=np.int64).reshape(-1, 3).T
    table[1:3] += start
    table[3] = [shape_of[word] for word in words]
    table[4] = [is_lettered[word] for word in words]
    return table


def _shape(piece: str) -> int:
    first = piece[0]
    if first.islower():
        return _LOWER
    if first.isupper():
        return _UPPER if len(piece) > 1 and piece.isupper() else _TITLE
    if first.isdigit():
        return _DIGIT
    return _QUOTE if first in _QUOTES else _OTHER


def _find_inner(text: str, starts: Integers, ends: Integers) -> Integers:
    """1 for each token that no character parts from the one before, both letters or digits."""
    flags = np.zeros(len(starts), dtype=np.int64)
    for token in (np.flatnonzero(starts[1:] == ends[:-1]) + 1).tolist():
        start = int(starts[token])
        flags[token] = text[start - 1].isalnum() and text[start].isalnum()
    return flags


def _find_openers(text: str, starts: Integers, opening: re.Pattern[str]) -> Integers:
    """1 for the first token of all and for each with the pattern between it and the one before.

    The patterns are blank, so no token lies inside a match and each belongs to one gap.
    """
    flags = np.zeros(len(starts), dtype=np.int64)
    openers = np.searchsorted(starts, [match.start() for match in opening.finditer(text)])
    flags[openers[openers < len(flags)]] = 1
    flags[:1] = 1
    return flags
