"""What a ledger answers: frozen records that its queries make and every face shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.records import Attribution, Claim, Document, Reading, SourceType

EARLIEST, LATEST = 0, 99991231
"""The open ends of a time, as days YYYYMMDD."""


class Verdict(StrEnum):
    """What a person decided about a claim or about names."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    CORRECT = "correct"
    SAME = "same"
    APART = "apart"
    SPLIT = "split"


class Lane(StrEnum):
    """Which clock a place on a timeline is read from."""

    HAPPENED = "happened"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision: about a claim, or about two names.

    ``details`` holds what a correction changes, or which reports a split takes; ``withdrawn`` is
    when and by whom it was taken back. Units: times are UTC, ISO 8601.
    """

    id: str
    verdict: Verdict
    subject: str
    other: str | None
    details: Mapping[str, object]
    author: str
    made: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the ledger: a claim, the chain behind it, the report it stands in, the run that
    read it, and what people decided about it.

    ``claim.id`` is its id in the ledger; ``version`` counts the versions of one report from 1.
    """

    claim: Claim
    chain: tuple[Attribution, ...]
    document: Document
    document_id: str
    version_id: str
    version: int
    run_id: str
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNote:
    """One version of a report: its id, number, when it was added, and how many claims it has."""

    id: str
    number: int
    added: str
    n_claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A reading of the ledger with what identifies it, all versions of its report, and the
    judgements about its claims that hold."""

    reading: Reading
    document_id: str
    version_id: str
    run_id: str
    versions: tuple[VersionNote, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some lines of a longer answer; ``has_more`` tells whether others follow."""

    lines: tuple[Line, ...]
    number: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One spelling of a name: in how many claims it is spoken of, and in how many it speaks."""

    name: str
    n_about: int
    n_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title or role in a report's words, and the reports that give it."""

    words: str
    n_reports: int
    publishers: tuple[str, ...]
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that the ledger has on one name.

    ``doubles`` are other names that may be the same and that nobody has decided on; ``first`` and
    ``last`` are the earliest and latest day of publication as YYYYMMDD, 0 where none is known.
    """

    name: str
    aliases: tuple[Alias, ...]
    doubles: tuple[str, ...]
    titles: tuple[Title, ...]
    first: int
    last: int
    n_reports: int
    about: Page
    by: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A claim's place on a lane: from the first to the last day it can mean, as YYYYMMDD.

    Units: ``EARLIEST`` and ``LATEST`` are open ends.
    """

    lane: Lane
    first: int
    last: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Moments of both lanes in the order of their first day."""

    moments: tuple[Moment, ...]
    number: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """How often a source is cited: claims, reports, and by which outlets; ``name`` is ``None`` for
    those of a type whom no report names or describes."""

    name: str | None
    source_type: SourceType
    n_claims: int
    n_reports: int
    publishers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Who is cited in a ledger.

    ``n_by_type`` counts attributed claims by the type of their innermost source;
    ``n_single_source`` counts reports all of whose attributed claims go back to one source.
    """

    counts: tuple[SourceCount, ...]
    n_reports: int
    n_claims: int
    n_own_voice: int
    n_by_type: Mapping[SourceType, int]
    n_single_source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The weights, version and settings that readings were made with."""

    id: str
    sayso: str
    weights: str
    settings: str
    begun: str
    n_readings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a ledger holds, counted."""

    place: str
    n_documents: int
    n_versions: int
    n_readings: int
    n_claims: int
    n_attributions: int
    n_names: int
    n_judgements: int
    n_failures: int
    n_bytes: int | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a ledger has of a report that was given to it: which version of which document it is,
    and whether its reading is new."""

    document_id: str
    version: int
    n_claims: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a ledger that does not hold: where it stands, and what is wrong with it."""

    where: str
    what: str
