"""Quotations that go on after "she said.": drafts in, the same with the further quote in their
content out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.drafts import CONTENT, CUE, SOURCE, Draft
from sayso.encoder.tokens import Tokens

# What may stand between the cue and the quote: whom and when it was said, and a new paragraph. In
# the same paragraph the network finds the quote itself.
_GOES_ON = re.compile(r"[^\n\"“”.]{0,60}[.:,][^\S\n]*\n\s*(?=[\"“])")
_QUOTE = re.compile(r"“[^“”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")
_IS_ANOTHERS = re.compile(r"\s+[a-z]")
_MARKS = frozenset('"“”')


def resume_quotes(text: str, tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """Each draft whose quotation stands before its cue, with the one right after it: in '"No," she
    said. "Never."' both are hers.

    One that ends in a comma, or has a verb of its own after it, is somebody else's.
    """
    cues = [draft.cue for draft in drafts]
    return [_resume(text, tokens, draft, cues) for draft in drafts]


def _resume(text: str, tokens: Tokens, draft: Draft, cues: Sequence[int]) -> Draft:
    own = (*draft.runs[CUE], *draft.runs[SOURCE])
    content = draft.runs[CONTENT]
    if len(content) != 1 or content[0][1] >= min(first for first, _ in own):
        return draft
    quoted = text[int(tokens.starts[content[0][0]]) : int(tokens.ends[content[0][1]])]
    last = max(last for _, last in own)
    quote = _find_next_quote(text, int(tokens.ends[last])) if _MARKS & set(quoted) else None
    if quote is None:
        return draft
    covered = tokens.covered([list(quote)])
    if not covered or bisect_right(cues, covered[0]) != bisect_right(cues, last):
        return draft  # another cue stands between
    runs = list(draft.runs)
    runs[CONTENT] = (*content, (covered[0], covered[-1]))
    return replace(draft, runs=tuple(runs))


def _find_next_quote(text: str, end: int) -> tuple[int, int] | None:
    joint = _GOES_ON.match(text, end)
    quote = _QUOTE.match(text, joint.end()) if joint else None
    if quote is None or quote[0].rstrip('"”').endswith(","):
        return None
    return None if _IS_ANOTHERS.match(text, quote.end()) else quote.span()
