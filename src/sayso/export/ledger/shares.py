"""Shares of a whole among a ledger's claims and reports: sources enter, named parts leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.answers import SourceCount, Sources
from sayso.export.ledger.words import LONGEST_NAME
from sayso.export.wording import cut, fold
from sayso.records import SourceType

NAMED = (
    SourceType.NAMED_PERSON,
    SourceType.ORGANISATION,
    SourceType.MEDIA,
    SourceType.DOCUMENT,
)
TYPE_NAMES = {
    SourceType.NAMED_PERSON: "named person",
    SourceType.ORGANISATION: "organisation",
    SourceType.MEDIA: "media",
    SourceType.DOCUMENT: "document",
    SourceType.GROUP: "group",
    SourceType.UNNAMED_PERSON: "unnamed person",
    SourceType.ANONYMOUS: "anonymous",
    SourceType.NONE: "nobody named",
    SourceType.REPORT: "the report's hedge",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; ``kind`` tells parts apart where they are drawn."""

    label: str
    n: int
    whole: int
    kind: str = ""

    @property
    def part(self) -> float:
        """From 0 to 1."""
        return self.n / self.whole if self.whole else 0.0

    def describe(self) -> str:
        """The part in per cent, exact enough to tell a few from none."""
        percent = 100 * self.part
        if 0 < percent < 1:
            return "under 1%"
        return f"{percent:.0f}%"


def find_types(sources: Sources) -> tuple[Share, ...]:
    """Attributed claims by the type of their innermost source, the named types first."""
    whole = sum(sources.n_by_type.values())
    return tuple(
        Share(name, sources.n_by_type.get(kind, 0), whole, kind.value)
        for kind, name in TYPE_NAMES.items()
        if sources.n_by_type.get(kind, 0)
    )


def find_voices(sources: Sources) -> tuple[Share, Share]:
    """Claims on others' word, and those in the reports' own voice."""
    n_attributed = sources.n_claims - sources.n_own_voice
    return (
        Share("on somebody's word", n_attributed, sources.n_claims, "named"),
        Share("in the report's own voice", sources.n_own_voice, sources.n_claims, "rest"),
    )


def find_breadth(sources: Sources) -> tuple[Share, Share]:
    """Reports all of whose attributed claims go back to one source, and all others."""
    n_others = sources.n_reports - sources.n_single_source
    return (
        Share("all on one source's word", sources.n_single_source, sources.n_reports, "one"),
        Share("others", n_others, sources.n_reports, "rest"),
    )


def get_anonymous(sources: Sources) -> Share:
    """Attributed claims of sources that were given anonymity."""
    whole = sum(sources.n_by_type.values())
    n = sources.n_by_type.get(SourceType.ANONYMOUS, 0)
    return Share("anonymous", n, whole, SourceType.ANONYMOUS.value)


def is_named(counted: SourceCount) -> bool:
    """Whether a reader could tell who it is."""
    return counted.name is not None and counted.source_type in NAMED


def name_source(counted: SourceCount) -> str:
    """The source's name or description, else its type in brackets."""
    name = cut(fold(counted.name or ""), LONGEST_NAME)
    return name or f"({TYPE_NAMES[counted.source_type]}, not resolved)"


def describe_publishers(publishers: Sequence[tuple[str, int]]) -> str:
    """The outlets that cite it, each with its number of claims."""
    shown = (
        f"{cut(fold(publisher), LONGEST_NAME) or 'no outlet'} {n:,}" for publisher, n in publishers
    )
    return ", ".join(shown)
