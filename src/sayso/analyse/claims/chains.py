"""Which hops stand behind a content, and which of them only pass it on: attributions in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.records import Act, Attribution, SourceType, Span

_SAME_CONTENT = 0.9
_AROUND = " \t\r\n.,;:!?…–—-\"'“”‘’"
_COMPLEMENTIZER = "that "


class Chains:
    """The attributions of one report by their nesting."""

    def __init__(self, text: str, attributions: Iterable[Attribution]) -> None:
        self._text = text
        self._by_id: dict[str, Attribution] = {}
        self._inner: dict[str, list[Attribution]] = defaultdict(list)
        for each in attributions:
            self._by_id[each.id] = each
            if each.parent is not None:
                self._inner[each.parent].append(each)

    def __getitem__(self, name: str) -> Attribution:
        return self._by_id[name]

    def get_chain(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """The hops that lead to it, outermost first, itself last."""
        chain = [attribution]
        while (parent := chain[-1].parent) is not None:
            chain.append(self._by_id[parent])
        return tuple(reversed(chain))

    def get_inner(self, attribution: Attribution) -> Sequence[Attribution]:
        """Those that stand directly inside its content."""
        return self._inner.get(attribution.id, ())

    def is_only_passed_on(self, content: Sequence[Span], attribution: Attribution) -> bool:
        """Whether a hop inside has this same content: then the claim is that hop's.

        What the report or nobody hedges there ("may", "is believed to") is the content's own words,
        so such a hop's cue counts; "an official told him that ..." is a content of its own, however
        much longer what he was told may be.
        """
        ours = self._find_core(content)
        return any(
            _overlap(ours, self._find_core(_cover(inner))) >= _SAME_CONTENT
            for inner in self.get_inner(attribution)
            if inner.content and not _is_told(inner, content)
        )

    def _find_core(self, spans: Sequence[Span]) -> list[Span]:
        """The spans without what may stand around the same words: "that", quotes, full stops."""
        cores: list[Span] = []
        for core in sorted(map(self._trim, spans)):
            if cores and not self._text[cores[-1].end : core.start].strip(_AROUND):
                core = Span(cores.pop().start, core.end)
            if len(core):
                cores.append(core)
        return cores

    def _trim(self, span: Span) -> Span:
        words = self._text[span.start : span.end]
        end = span.start + len(words.rstrip(_AROUND))
        start = min(end, span.end - len(words.lstrip(_AROUND)))
        if self._text.startswith(_COMPLEMENTIZER, start, end):
            start += len(_COMPLEMENTIZER)
        return Span(start, end)


def _is_told(inner: Attribution, content: Sequence[Span]) -> bool:
    """Whether the content tells that somebody says something, and not only what he says."""
    if is_hedge(inner):
        return False
    return any(mine.overlaps(ours) for mine in (*inner.cue, *inner.source) for ours in content)


def _cover(inner: Attribution) -> Sequence[Span]:
    return (*inner.content, *inner.cue) if is_hedge(inner) else inner.content


def is_hedge(attribution: Attribution) -> bool:
    """Whether it is a hedge around a statement that nobody is named for."""
    if attribution.source:
        return False
    is_unsourced = attribution.source_type in (SourceType.NONE, SourceType.REPORT)
    return is_unsourced and attribution.act in (Act.HEDGE, Act.BELIEVE)


def find_said(attributions: Iterable[Attribution]) -> Iterator[Span]:
    """What makes a sentence another's: contents, and the cues that say so."""
    for each in attributions:
        yield from (*each.content, *each.cue)


def find_beside(attributions: Iterable[Attribution]) -> Iterator[Span]:
    """What else belongs to an attribution where it is told."""
    for each in attributions:
        yield from (*each.source, *each.grounds, *each.addressee, *each.title)


def _overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    """The share of characters that two contents have in common (Jaccard)."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    total = sum(map(len, ours)) + sum(map(len, theirs)) - common
    return common / total if total else 0.0
