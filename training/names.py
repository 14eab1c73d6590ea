"""Where the report writes the name that an attribution's source is resolved to: gold for the name
pointer."""

import re

from bench.reports import Report

_SPLIT = re.compile(r"\w[\w'’.-]*")
_ARTICLES = frozenset({"the", "a", "an"})


def find_mentions(report: Report, attribution: Report) -> list[tuple[int, int]]:
    """Character ranges of the source's full name and, of a person or a body, of its short forms."""
    name, text = attribution.get("source_name"), report["text"]
    if not name:
        return []
    full = _occurrences(name, text) or _occurrences(name, text, flags=re.IGNORECASE)
    if not full:
        return []
    short = [at for form in _short_forms(name, attribution) for at in _occurrences(form, text)]
    outside = [at for at in short if not any(s <= at[0] and at[1] <= e for s, e in full)]
    return sorted({*full, *outside})


def _occurrences(name: str, text: str, flags: int = 0) -> list[tuple[int, int]]:
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text, flags)]


def _short_forms(name: str, attribution: Report) -> list[str]:
    words = _SPLIT.findall(name)
    if len(words) < 2:
        return []
    if attribution["source_type"] == "named_person":
        return [word for word in (words[0], words[-1]) if word[0].isupper() and len(word) > 1]
    initials = "".join(w[0] for w in words if w[0].isupper() and w.lower() not in _ARTICLES)
    return [initials] if len(initials) > 1 else []
