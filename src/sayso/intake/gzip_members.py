"""A gzip file as archives write it, one member after another: where they begin, what is in them."""

import re
import zlib
from collections.abc import Callable
from io import RawIOBase
from typing import Any, BinaryIO

_PIECE_BYTES = 65_536
_AHEAD_BYTES = 1024
_PADDING = b"\0\r\n\t "
GZIP = 31  # as zlib counts forms
MAGIC = b"\x1f\x8b\x08"


class Member:
    """One member of a stream, unpacked piece by piece.

    Where it is damaged it reads as if it ended there, since not every reader passes on what is
    raised below it; ``find_end`` raises what was wrong.
    """

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream, self._unpacker = stream, zlib.decompressobj(GZIP)
        self._damage: zlib.error | EOFError | None = None
        self._n_read = 0
        stream.seek(start)

    def read(self, size: int = _PIECE_BYTES) -> bytes:
        """The next bytes, at most so many; none at the end."""
        found = b"" if self._damage else self._unpack(max(size, 1))
        self._n_read += len(found)
        return found

    def tell(self) -> int:
        """How many bytes were read."""
        return self._n_read

    def find_end(self) -> int:
        """Where the next member begins.

        Raises: zlib.error, EOFError when this one is damaged or cut.
        """
        while self.read():
            pass
        if self._damage:
            raise self._damage
        return self._stream.tell() - len(self._unpacker.unused_data)

    def _unpack(self, size: int) -> bytes:
        while not self._unpacker.eof:
            packed = self._unpacker.unconsumed_tail or self._stream.read(_PIECE_BYTES)
            try:
                found = self._unpacker.decompress(packed, size)
            except zlib.error as error:
                self._damage = error
                break
            if found:
                return found
            if not packed:
                self._damage = EOFError("the file ends in the middle of it")
                break
        return b""


class Members(RawIOBase):
    """All members of a stream as one file, which ends where one is damaged: the last ``start`` is
    its place, ``damage`` the reason."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._member = Member(stream, 0)
        self.start = 0
        self.damage: zlib.error | EOFError | None = None

    def readable(self) -> bool:
        """Whether it can be read, which is all it can."""
        return True

    def readinto(self, buffer: Any) -> int:
        """How many bytes were put into the buffer; none at the end."""
        room = memoryview(buffer).cast("B")
        while not (found := self._member.read(len(room))):
            try:
                start = self._member.find_end()
            except (zlib.error, EOFError) as error:
                self.damage = error
                return 0
            if is_end(self._stream, start):
                return 0
            self.start, self._member = start, Member(self._stream, start)
        room[: len(found)] = found
        return len(found)


class Rest:
    """What is left of a stream that is not packed, as one member."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream, self._start = stream, start
        stream.seek(start)

    def read(self, size: int = _PIECE_BYTES) -> bytes:
        """The next bytes, at most so many; none at the end."""
        return self._stream.read(size)

    def tell(self) -> int:
        """How many bytes were read."""
        return self._stream.tell() - self._start

    def find_end(self) -> int:
        """The end of the stream."""
        return self._stream.seek(0, 2)


def is_end(stream: BinaryIO, start: int) -> bool:
    """Whether nothing but padding follows."""
    stream.seek(start)
    if stream.read(1).strip(_PADDING):
        return False
    rest = stream.read(_PIECE_BYTES)
    return not rest.strip(_PADDING) and len(rest) < _PIECE_BYTES


def find_member(stream: BinaryIO, start: int, *, opening: bytes) -> int | None:
    """Where the first member after ``start`` begins whose content has this opening."""
    return _search(stream, start, re.compile(re.escape(MAGIC)), lambda at: _opens(at, opening))


def find_line(stream: BinaryIO, start: int, *, opening: bytes) -> int | None:
    """Where the first line after ``start`` begins that has this opening."""
    return _search(stream, start, re.compile(rb"(?<=\n)" + re.escape(opening)), lambda _: True)


def _search(
    stream: BinaryIO, start: int, wanted: re.Pattern[bytes], accept: Callable[[bytes], bool]
) -> int | None:
    stream.seek(start)
    held, place = b"", start
    while True:
        piece = stream.read(_PIECE_BYTES)
        held += piece
        for match in wanted.finditer(held):
            at = match.start()
            if piece and at > len(held) - _AHEAD_BYTES:
                break  # too near the edge to be judged before the next piece
            if accept(held[at : at + _AHEAD_BYTES]):
                return place + at
        if not piece:
            return None
        n_done = max(0, len(held) - _AHEAD_BYTES)
        held, place = held[n_done:], place + n_done


def _opens(packed: bytes, opening: bytes) -> bool:
    try:
        return zlib.decompressobj(GZIP).decompress(packed, len(opening)) == opening
    except zlib.error:
        return False
