"""Whether the words around a time speak of what is to come: a text and a span in, a guess out."""

import re

from sayso.records import Span

_BEFORE, _AFTER = 90, 60
_CLAUSE_END = re.compile(
    r"[.\n;:,]|\b(?:that|but|and|who|which|because|after|although|while|said)\b"
)
_SINCE = re.compile(r"\bsince(?:\s+(?:at\s+least|about|around|early|mid|late|last))*\s*$")
_TO_COME = re.compile(
    r"\b(?:will|'ll|’ll|shall|going to|plans? to|would|upcoming|next"
    r"|(?:is|are|be) (?:due|set|scheduled|expected|slated) to)\b"
)


def is_later(text: str, span: Span) -> bool | None:
    """``True`` where the clause speaks of what is to come, ``False`` for a time since which
    something holds, ``None`` where nothing tells."""
    before = text[max(0, span.start - _BEFORE) : span.start].lower()
    if _SINCE.search(before) or text[span.start : span.end].lower().startswith("since "):
        return False
    after = text[span.end : span.end + _AFTER].lower()
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    end = _CLAUSE_END.search(after)
    clause = f"{before[ends[-1] :] if ends else before} | {after[: end.start()] if end else after}"
    return True if _TO_COME.search(clause) else None
