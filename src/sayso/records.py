"""The nouns of sayso: frozen records of plain Python values that every stage reads or makes.

Spans are half-open ``[start, end)`` code-point offsets into ``Document.text``; ``None`` means
absent in the text.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class SourceType(StrEnum):
    """Who vouches: the kind of source."""

    NAMED_PERSON = "named_person"
    UNNAMED_PERSON = "unnamed_person"
    ANONYMOUS = "anonymous"
    GROUP = "group"
    ORGANISATION = "organisation"
    MEDIA = "media"
    DOCUMENT = "document"
    NONE = "none"
    REPORT = "report"


class Act(StrEnum):
    """What the source does with the content."""

    SAY = "say"
    CONFIRM = "confirm"
    DENY = "deny"
    UNCONFIRMED = "unconfirmed"
    DECLINE = "decline"
    BELIEVE = "believe"
    KNOW = "know"
    FEEL = "feel"
    ASK = "ask"
    URGE = "urge"
    INTEND = "intend"
    SHOW = "show"
    HEDGE = "hedge"


class Certainty(StrEnum):
    """How firmly this source commits to the content."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    DENIED = "denied"
    OPEN = "open"


class Precision(StrEnum):
    """How much of a publication date the report gives."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class DateOrigin(StrEnum):
    """Where in the input the publication date was found."""

    GIVEN = "given"
    METADATA = "metadata"
    JSON_LD = "json_ld"
    TIME_ELEMENT = "time_element"
    DATELINE = "dateline"
    MAIL_HEADER = "mail_header"
    FEED = "feed"


class RepeatKind(StrEnum):
    """Which part of the page says again what the body says."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"


class Voice(StrEnum):
    """How a sentence stands in its report."""

    ATTRIBUTED = "attributed"
    IMPLIED = "implied"
    HEDGED = "hedged"
    OWN = "own"


class NameRule(StrEnum):
    """By what a source was resolved to its name."""

    OWN_WORDS = "own_words"
    SHORT_FORM = "short_form"
    ACRONYM = "acronym"
    SPEAKER = "speaker"
    LAST_SPEAKER = "last_speaker"
    NETWORK = "network"


class EntityKind(StrEnum):
    """What a name that stands in a claim is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one document's text.

    Raises: ValueError when the range is negative or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, position: int) -> bool:
        """Whether the character at ``position`` lies inside."""
        return self.start <= position < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether both cover a common character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate:
    """When a report was published, no more precise than it says, and where that stands.

    ``value`` is ISO 8601 cut to ``precision`` (``2019``, ``2019-01``, ``2019-01-03``,
    ``2019-01-03T09:30+09:00``); ``span`` is set only when the date stands in the text.
    """

    value: str
    precision: Precision
    found_in: DateOrigin
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchDate:
    """When a page was fetched or printed: as whoever fetched it noted, else as it says itself above
    its headline or under a label; ``span`` is set only when the date stands in the text."""

    value: str
    precision: Precision
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A headline or standfirst that says what a sentence of the body says."""

    kind: RepeatKind
    span: Span
    body: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as read: its text byte-exact, its raw bytes hashed, and what the page says about
    itself.

    Units: ``headline`` and ``standfirst`` are spans of ``text``; ``sha256`` is of the raw bytes, in
    hex.
    """

    id: str
    text: str
    sha256: str
    origin: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: PublicationDate | None = None
    fetched: FetchDate | None = None
    headline: Span | None = None
    standfirst: Span | None = None
    repetitions: tuple[Repetition, ...] = ()

    def slice(self, span: Span) -> str:
        """The characters of the span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceName:
    """The fullest name that the report has for a source, and what that rests on.

    ``mention`` is where the name stands in the text, ``via`` the mention that led there when it is
    another one ("Jo", on the way from "he" to "Jo Song-Gil"). An unnamed source's name is its
    own description without the article ("North Korea expert").
    Units: ``score`` is the share of such resolutions that are right, 0 to 1.
    """

    name: str
    mention: Span
    rule: NameRule
    score: float
    via: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source - cue - content found in a report, with its labels and the hop before it.

    ``name`` is who the source is; ``None`` when there is none or it stays unresolved. ``parent`` is
    the id of the attribution inside whose content this one stands; ``probability`` is calibrated:
    the share of such attributions that are right.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    grounds: tuple[Span, ...]
    addressee: tuple[Span, ...]
    title: tuple[Span, ...]
    source_type: SourceType
    act: Act
    certainty: Certainty
    parent: str | None
    probability: float
    name: SourceName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """A stretch that carries on the words of attribution ``of`` without a new cue."""

    of: str
    content: tuple[Span, ...]
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression as it stands in the text, and what it means.

    ``value`` is that of TIMEX3, no more precise than the words (``2018-12``, ``2019-W01``, ``P3D``,
    ``PAST_REF``; open where no publication date is known: ``XXXX-WXX-4``); ``None`` when the words
    are not understood. ``edtf`` is the date or interval as ISO 8601-2 writes it (``2018-12``,
    ``2017/..``, ``199X``); ``None`` for what is no place in the calendar, such as a duration.
    """

    span: Span
    value: str | None = None
    edtf: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and whose voice it is in; ``attributions`` are the ids that cover a part of it."""

    span: Span
    voice: Voice
    attributions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something named in a claim: the mention there, and the fullest name."""

    span: Span
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The political event that a claim tells of: a class of PLOVER, and who does it to whom.

    Units: ``probability`` is the network's, 0 to 1.
    """

    kind: str
    probability: float
    actor: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One content with the chain that stands behind it: what the report wants known, on whose word.

    ``chain`` are the ids of its attributions, outermost first, none in the report's own voice;
    ``certainty`` is how firmly the content stands after all of them. ``standalone`` is the content
    understood alone, additions in square brackets. ``happened`` and ``said`` are the times of the
    event and of the saying; ``repeats`` is the sentence of the body that a headline or standfirst
    says again.
    """

    id: str
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    certainty: Certainty
    standalone: str
    happened: tuple[Timex, ...] = ()
    said: tuple[Timex, ...] = ()
    repeats: Span | None = None
    entities: tuple[Entity, ...] = ()
    event: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report claims: its attributions and claims in reading order, and every sentence
    accounted for."""

    document: Document
    attributions: tuple[Attribution, ...]
    implied: tuple[Implied, ...]
    times: tuple[Timex, ...]
    sentences: tuple[Sentence, ...]
    weights: str
    claims: tuple[Claim, ...] = ()
    _by_id: dict[str, Attribution] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {each.id: each for each in self.attributions})

    def get_chain(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """The hops that lead to this attribution, outermost first, itself last."""
        chain = [attribution]
        while (parent := chain[-1].parent) is not None:
            chain.append(self._by_id[parent])
        return tuple(reversed(chain))


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be read: where it came from, and the error's code and text."""

    origin: str
    code: str
    message: str
