"""The bytes of a report and its text, as small as they can be kept and exactly as they were."""

import json
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBytes:
    """What a report was read from: its bytes, how they are understood, where they were found, and
    what the archive or server around them said, the report's address among it, as JSON."""

    data: bytes
    format: str
    origin: str
    url: str | None = None
    container: str | None = None


def has_text(raw: RawBytes, text: str) -> bool:
    """Whether the text follows from the bytes and need not be kept."""
    return find_text(raw.data, raw.format) == text


def find_text(data: bytes, format: str) -> str | None:
    """The text that the bytes are, or that a JSON line of them holds; ``None`` for other bytes."""
    try:
        if not format.startswith("json"):
            return data.decode("utf-8")
        fields = json.loads(data)
        held = fields.get("text") if isinstance(fields, dict) else None
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, str) else None


def pack(text: str) -> bytes:
    """A text compressed, lone surrogates too."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(packed: bytes) -> str:
    """The text that was compressed.

    Raises: zlib.error, UnicodeDecodeError when the bytes are not what was packed.
    """
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
