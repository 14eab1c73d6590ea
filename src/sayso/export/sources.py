"""Who is cited in a report, each source once: a reading enters, one record a source leaves."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.outline import Entry, make_outline
from sayso.export.wording import NOTABLE_PROBABILITY, fold, join_pieces
from sayso.records import Attribution, Document, Reading, SourceType

SourceKey = tuple[str, bool]
_NOBODY = (SourceType.NONE, SourceType.REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """One source and the entries that cite it, in reading order.

    ``name`` is ``None`` where the source's words stay unresolved ("he"), and not ``is_sure`` where
    no mention leads to it with more right than wrong; ``phrases`` are the distinct words that the
    report has for it; ``title`` is the first that the report gives.
    """

    name: str | None
    is_sure: bool
    source_type: SourceType
    title: str
    phrases: tuple[str, ...]
    entries: tuple[Entry, ...]


def is_cited(attribution: Attribution) -> bool:
    """Whether somebody or something stands behind it that the report tells of."""
    return bool(attribution.source) and attribution.source_type not in _NOBODY


def find_sources(reading: Reading) -> tuple[CitedSource, ...]:
    """Every source in the order of its first mention.

    Sources of one name, or of one description where they are unnamed, are one; what headline and
    standfirst only repeat is left out.
    """
    document = reading.document
    entries_by_key: dict[SourceKey, list[Entry]] = defaultdict(list)
    for entry in sorted(make_outline(reading), key=lambda entry: entry.number):
        if is_cited(entry.attribution) and entry.repetition is None:
            entries_by_key[find_key(document, entry.attribution)].append(entry)
    return tuple(_make_source(document, entries) for entries in entries_by_key.values())


def find_key(document: Document, attribution: Attribution) -> SourceKey:
    """What attributions of one source have in common: its name, else its words; nobody anonymous
    is one with somebody who is not."""
    name = attribution.name.name if attribution.name else ""
    words = fold(name) or join_pieces(document, attribution.source)
    return words.casefold(), attribution.source_type is SourceType.ANONYMOUS


def _make_source(document: Document, entries: Sequence[Entry]) -> CitedSource:
    attributions = [entry.attribution for entry in entries]
    names = [each.name for each in attributions if each.name and fold(each.name.name)]
    titles = (join_pieces(document, each.title) for each in attributions if each.title)
    phrases = {
        words.casefold(): words
        for each in reversed(attributions)
        if (words := join_pieces(document, each.source))
    }
    types = Counter(each.source_type for each in attributions)
    return CitedSource(
        name=fold(names[0].name) if names else None,
        is_sure=any(name.score >= NOTABLE_PROBABILITY for name in names),
        source_type=types.most_common(1)[0][0],
        title=next(titles, ""),
        phrases=tuple(reversed(phrases.values())),
        entries=tuple(entries),
    )
