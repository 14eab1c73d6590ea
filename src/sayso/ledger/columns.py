"""How the plain values of records stand in a column, the same in SQLite and in PostgreSQL."""

import re
from typing import Any

from sqlalchemy import BigInteger, SmallInteger, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from sayso.ledger.ids import to_id, to_number
from sayso.records import Span

_UNSTORABLE = re.compile(r"[\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")


class Words(TypeDecorator[str]):
    """Any string, lone surrogates and NUL too: those, and the backslash, stand as escapes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The string as it is stored."""
        return None if value is None else escape(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The string as it was."""
        return None if value is None else unescape(value)


class Id(TypeDecorator[str]):
    """An id such as ``clm-00c4...``: 63 bits in the column, its prefix the column's."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def process_bind_param(self, value: str | int | None, dialect: Dialect) -> int | None:
        """The number of the id; a number, such as an end of a range, as it is."""
        return to_number(value) if isinstance(value, str) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The id of the number."""
        return None if value is None else to_id(self.prefix, value)


class Spans(TypeDecorator[tuple[Span, ...]]):
    """Spans as ``12-40 55-60``; none as an empty string."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Span, ...] | None, dialect: Dialect) -> str | None:
        """The spans as they are stored."""
        return None if value is None else " ".join(f"{span.start}-{span.end}" for span in value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Span, ...] | None:
        """The spans as they were."""
        return None if value is None else read_spans(value)


class Code(TypeDecorator[str]):
    """One of a few words, as its number, in indexes that hold it a million times."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: Dialect) -> int | None:
        """The number of the word."""
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The word of the number."""
        return None if value is None else self.words[value]


def escape(value: str) -> str:
    """The string without anything that a database refuses."""
    return _UNSTORABLE.sub(_to_escape, value) if _UNSTORABLE.search(value) else value


def unescape(value: str) -> str:
    """The string that was escaped."""
    return _ESCAPED.sub(_from_escape, value) if "\\" in value else value


def read_spans(words: str) -> tuple[Span, ...]:
    """The spans of ``12-40 55-60``.

    Raises: ValueError for anything else.
    """
    pairs = (piece.partition("-") for piece in words.split(" ") if piece)
    return tuple(Span(int(start), int(end)) for start, _, end in pairs)


def _to_escape(match: re.Match[str]) -> str:
    return "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}"


def _from_escape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "\\"
