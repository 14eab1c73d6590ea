"""The hop before each draft: drafts in, the index of each one's parent or none out."""

from sayso.analyse.drafts import Draft
from sayso.encoder.decoding import Decoding


def find_parents(drafts: list[Draft], decoding: Decoding) -> list[int | None]:
    """For each draft the index of the draft inside whose content it stands; never in a circle."""
    best = [_best_parent(index, drafts, decoding) for index in range(len(drafts))]
    parents = [parent for parent, _ in best]
    for index in range(len(drafts)):
        circle = _circle_through(index, parents)
        if circle:
            weakest = min(circle, key=lambda each: best[each][1])
            parents[weakest] = None
    return parents


def _best_parent(index: int, drafts: list[Draft], decoding: Decoding) -> tuple[int | None, float]:
    """The best parent and by how much it beats having none."""
    draft = drafts[index]
    none = float(draft.parents[0])
    best, margin = None, 0.0
    for other in _neighbours(index, drafts):
        score = float(draft.parents[1 + drafts[other].cue - draft.window_start]) - none
        holds = drafts[other].content_holds(draft.cue)
        score += decoding.inside_parent if holds else -decoding.inside_parent
        if score > margin:
            best, margin = other, score
    return best, margin


def _neighbours(index: int, drafts: list[Draft]) -> list[int]:
    """The other drafts whose cue lies in this one's window."""
    draft = drafts[index]
    last = draft.window_start + len(draft.parents) - 1
    before, after = index, index + 1
    while before > 0 and drafts[before - 1].cue >= draft.window_start:
        before -= 1
    while after < len(drafts) and drafts[after].cue < last:
        after += 1
    return [other for other in range(before, after) if other != index]


def _circle_through(index: int, parents: list[int | None]) -> list[int]:
    seen = [index]
    while (parent := parents[seen[-1]]) is not None:
        if parent == index:
            return seen
        if parent in seen:
            return []
        seen.append(parent)
    return []
