"""The body of an answer as it went over the wire: packed and in chunks in, the page's bytes out."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO

from sayso.errors import CompressionBroken, CompressionUnknown, InputTooLarge

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([a-z0-9_.:-]{1,40})")
_MOST_LAYERS = 3
_GZIP_OPENING = b"\x1f\x8b"
_GZIP_OR_ZLIB, _BARE_DEFLATE = 47, -15


def read_media_type(words: str | None) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header, in small letters."""
    media_type, _, rest = (words or "").lower().partition(";")
    charset = _CHARSET.search(rest)
    return media_type.strip(), charset[1] if charset else None


def undo_chunks(body: bytes) -> bytes:
    """The body without the marks of its chunks; as it is where they are none, as archives that
    take them out leave the header that announces them."""
    from fastwarc.stream_io import ChunkedReader

    found = b""
    reader = ChunkedReader(BytesIO(body))
    try:
        while piece := reader.read(len(body) + 1):
            found += piece
    except OSError:
        return found or body
    return found


def unpack(body: bytes, encodings: str, *, origin: str, max_bytes: int) -> bytes:
    """The body without its Content-Encoding, the last one first.

    Raises: CompressionUnknown, CompressionBroken, InputTooLarge.
    """
    names = [name.strip().lower() for name in encodings.split(",") if name.strip()]
    for name in reversed(names[:_MOST_LAYERS]):
        if name == "identity":
            continue
        if name not in _UNPACKERS:
            raise CompressionUnknown(origin, compression=name, known=tuple(_UNPACKERS))
        try:
            body = _UNPACKERS[name](body, max_bytes + 1)
        except (OSError, zlib.error) as error:
            raise CompressionBroken(origin, compression=name, reason=str(error)) from error
        if len(body) > max_bytes:
            raise InputTooLarge(origin, n_bytes=len(body), max_bytes=max_bytes)
    return body


def _unpack_gzip(body: bytes, most: int) -> bytes:
    if not body.startswith(_GZIP_OPENING):
        return body  # unpacked already by whoever archived it
    return _inflate(body, most, _GZIP_OR_ZLIB)


def _unpack_deflate(body: bytes, most: int) -> bytes:
    try:
        return _inflate(body, most, _GZIP_OR_ZLIB)
    except zlib.error:  # what half of all servers ever called deflate
        return _inflate(body, most, _BARE_DEFLATE)


def _inflate(body: bytes, most: int, form: int) -> bytes:
    unpacker = zlib.decompressobj(form)
    found = unpacker.decompress(body, most)
    if len(found) < most and not unpacker.eof:
        raise zlib.error("it ends in the middle")
    return found


def _unpack_brotli(body: bytes, most: int) -> bytes:
    from fastwarc.stream_io import BrotliReader

    reader = BrotliReader(BytesIO(body))
    found = b""
    while len(found) < most and (piece := reader.read(most - len(found))):
        found += piece
    return found


_UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _unpack_gzip,
    "x-gzip": _unpack_gzip,
    "deflate": _unpack_deflate,
    "br": _unpack_brotli,
}
