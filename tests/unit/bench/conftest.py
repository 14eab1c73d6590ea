"""One invented text with its gold, and the words of a text as ranges."""

from collections.abc import Callable
from typing import Any

import pytest

Mark = Callable[..., dict[str, Any]]

LABELS = {"source_type": "named_person", "act": "say", "certainty": "certain"}


def find_ranges(text: str, *phrases: str) -> list[list[int]]:
    """Where each phrase stands first."""
    return [[text.index(phrase), text.index(phrase) + len(phrase)] for phrase in phrases]


@pytest.fixture
def mark_in() -> Callable[[str], Mark]:
    """A maker of attributions whose spans are given as words of a text."""

    def in_text(text: str) -> Mark:
        def make(name: str, source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
            roles = {"source": source, "cue": cue, "content": content}
            spans = {
                role: find_ranges(text, *([words] if words else []))
                for role, words in roles.items()
            }
            if "grounds" in more:
                more["grounds"] = find_ranges(text, more["grounds"])
            return {"id": name, **spans, "parent": None, **LABELS, **more}

        return make

    return in_text
