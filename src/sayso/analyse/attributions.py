"""Scores into attributions: tokens and window scores in, attributions, implied carry-ons and times
out."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.analyse.drafts import Draft, make_drafts
from sayso.analyse.events import EventScores
from sayso.analyse.parents import find_parents
from sayso.analyse.resumed import resume_quotes
from sayso.analyse.times import TimeTags
from sayso.analyse.token_sets import Runs
from sayso.analyse.who import Pointed
from sayso.encoder.decoding import Decoding
from sayso.encoder.labels import ACTS, CERTAINTIES, SOURCE_TYPES, SPAN_ROLES
from sayso.encoder.session import WindowScores
from sayso.encoder.tokens import Tokens
from sayso.records import Attribution, Implied, Span, Timex

_IMPLIED = SPAN_ROLES.index("implied")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the scores of one report come to, in reading order; ``pointed`` is where the name of
    each attribution's source may stand, ``decoding`` the numbers that decided."""

    attributions: tuple[Attribution, ...]
    implied: tuple[Implied, ...]
    times: tuple[Timex, ...]
    pointed: tuple[tuple[Pointed, ...], ...]
    events: EventScores
    decoding: Decoding


def find_attributions(
    text: str, tokens: Tokens, windows: Iterable[WindowScores], *, decoding: Decoding
) -> Findings:
    """All attributions of a report with their spans, labels and hops.

    Units: spans are half-open code-point offsets into the text, which the tokens came from.
    """
    times, events = TimeTags(tokens), EventScores(tokens, decoding.event_log_priors)
    drafts = make_drafts(tokens, events.watch(times.watch(windows)), decoding)
    drafts = resume_quotes(text, tokens, drafts)
    parents = find_parents(drafts, decoding)
    attributions = tuple(
        _make_attribution(index, drafts[index], parents[index], tokens, decoding)
        for index in range(len(drafts))
    )
    implied = tuple(
        Implied(of=found.id, content=(span,), probability=found.probability)
        for found, draft in zip(attributions, drafts, strict=True)
        for span in _spans(draft.runs[_IMPLIED], tokens)
    )
    pointed = tuple(draft.pointed for draft in drafts)
    return Findings(attributions, implied, times.found(), pointed, events, decoding)


def _make_attribution(
    index: int, draft: Draft, parent: int | None, tokens: Tokens, decoding: Decoding
) -> Attribution:
    roles = {role: _spans(runs, tokens) for role, runs in zip(SPAN_ROLES, draft.runs, strict=True)}
    source_type, act, certainty = draft.labels
    return Attribution(
        id=_name(index),
        source=roles["source"],
        cue=roles["cue"],
        content=roles["content"],
        grounds=roles["grounds"],
        addressee=roles["addressee"],
        title=roles["title"],
        source_type=SOURCE_TYPES[source_type],
        act=ACTS[act],
        certainty=CERTAINTIES[certainty],
        parent=None if parent is None else _name(parent),
        probability=_probability(draft, decoding),
    )


def _name(index: int) -> str:
    return f"a{index + 1}"


def _spans(runs: Runs, tokens: Tokens) -> tuple[Span, ...]:
    """Where the runs stand; one of mere marks says nothing."""
    return tuple(tokens.span(first, last) for first, last in runs if tokens.has_word(first, last))


def _probability(draft: Draft, decoding: Decoding) -> float:
    intercept, of_cue, of_content = decoding.calibration
    logit = intercept + of_cue * draft.score + of_content * draft.content_score
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 4)
