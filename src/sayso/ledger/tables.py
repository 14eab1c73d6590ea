"""The tables of a ledger: one place that says what is kept and what each column means.

Keys are numbers that the ledger gives out; ids are hashes. ``day`` is a date as the number
YYYYMMDD, with zeros for what is not known, so that it sorts; 0 is no date at all. Words of any
length stand in hash indexes in PostgreSQL, whose others refuse long ones.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

from sayso.answers import Lane
from sayso.ledger.columns import Code, Id, Spans, Words
from sayso.ledger.ids import CLAIM, DOCUMENT, FAILURE, JUDGEMENT, RUN, VERSION

metadata = MetaData()
# A number of any size that is also SQLite's own row number.
Key = BigInteger().with_variant(Integer, "sqlite")


def _key() -> Column[int]:
    return Column("key", Key, primary_key=True, autoincrement=False)


def _to(name: str) -> Column[int]:
    return Column(name.rstrip("s"), Key, ForeignKey(f"{name}.key"), nullable=False)


runs = Table(
    "runs",
    metadata,
    _key(),
    Column("id", Id(RUN), nullable=False, unique=True),
    Column("sayso", Words, nullable=False, comment="version of sayso"),
    Column("weights", Words, nullable=False, comment="name of the network, a hash of its files"),
    Column("settings", Words, nullable=False, comment="JSON: what else decides over a reading"),
    Column("begun", Text, nullable=False, comment="UTC"),
)
documents = Table(
    "documents",
    metadata,
    _key(),
    Column("id", Id(DOCUMENT), nullable=False, unique=True),
    Column("url", Words, comment="what makes two readings versions of one report"),
)
versions = Table(
    "versions",
    metadata,
    _key(),
    _to("documents"),
    Column("id", Id(VERSION), nullable=False, unique=True),
    Column("number", Integer, nullable=False, comment="1 for the first that was added"),
    Column("added", Text, nullable=False, comment="UTC"),
    Column("format", Words, nullable=False, comment="how the raw bytes are understood"),
    Column("container", Words, comment="JSON: what a feed, an archive or a server said of it"),
    Column("sha256", LargeBinary, nullable=False, comment="of the raw bytes"),
    Column("digest", LargeBinary, nullable=False, comment="of the document record"),
    Column("day", Integer, nullable=False, comment="published"),
    Column("report", Words, nullable=False, comment="the report's own id"),
    Column("origin", Words, nullable=False, comment="file, line or URL it was first read from"),
    Column("title", Words),
    Column("publisher", Words),
    Column("byline", Words),
    Column("url", Words),
    Column("published", Words, comment="ISO 8601, cut to its precision"),
    Column("published_precision", Text),
    Column("published_found_in", Text),
    Column("published_span", Spans),
    Column("fetched", Words),
    Column("fetched_precision", Text),
    Column("fetched_span", Spans),
    Column("headline", Spans),
    Column("standfirst", Spans),
    Column("repetitions", Text, nullable=False, comment="JSON: kind and two spans each"),
    # What is long stands last: SQLite walks over all that stands before what is asked for.
    Column("raw", LargeBinary, nullable=False, comment="the raw bytes, zlib"),
    Column("text", LargeBinary, comment="zlib of the text; null where it is the raw bytes"),
    Index("versions_sha256", "sha256"),
    Index("versions_document", "document", "number"),
    Index("versions_publisher", "publisher", postgresql_using="hash"),
    Index("versions_origin", "origin", postgresql_using="hash"),
)
sightings = Table(
    "sightings",
    metadata,
    _to("versions"),
    Column("origin", Words, nullable=False, comment="where the same bytes were met again"),
    Column("seen", Text, nullable=False, comment="UTC, the first time"),
    Index("sightings_version", "version"),
    Index("sightings_origin", "origin", postgresql_using="hash"),
)
readings = Table(
    "readings",
    metadata,
    _key(),
    _to("versions"),
    _to("runs"),
    Column("read", Text, nullable=False, comment="UTC"),
    Column("is_current", Boolean, nullable=False, comment="the newest reading of its version"),
    # Its rows stand together in each table, so their keys are a range and need no index.
    Column("first_attributions", Key, nullable=False),
    Column("n_attributions", Integer, nullable=False),
    Column("first_implied", Key, nullable=False),
    Column("n_implied", Integer, nullable=False),
    Column("first_timexes", Key, nullable=False),
    Column("n_timexes", Integer, nullable=False),
    Column("first_claims", Key, nullable=False),
    Column("n_claims", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="of the reading record"),
    Column("sentences", LargeBinary, nullable=False, comment="zlib of JSON: span, voice, who"),
    Index("readings_version", "version", "run", unique=True),
)
entities = Table(
    "entities",
    metadata,
    _key(),
    Column("name", Words, nullable=False, comment="in exactly this spelling"),
    Column("folded", Words, nullable=False, comment="its words without case, accents, titles"),
    Column("skeleton", Words, nullable=False, comment="its sounds: other spellings have the same"),
    Index("entities_name", "name", postgresql_using="hash"),
    Index("entities_folded", "folded", postgresql_using="hash"),
    Index("entities_skeleton", "skeleton", postgresql_using="hash"),
)
attributions = Table(
    "attributions",
    metadata,
    _key(),
    _to("readings"),
    Column("number", Words, nullable=False, comment="its name within the report"),
    Column("source", Spans, nullable=False),
    Column("cue", Spans, nullable=False),
    Column("content", Spans, nullable=False),
    Column("grounds", Spans, nullable=False),
    Column("addressee", Spans, nullable=False),
    Column("title", Spans, nullable=False),
    Column("source_type", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("parent", Words, comment="number of the hop before"),
    Column("probability", Double, nullable=False),
    Column("entity", Key, ForeignKey("entities.key"), comment="the source's name"),
    Column("name_mention", Spans, comment="where that name stands"),
    Column("name_via", Spans),
    Column("name_rule", Text),
    Column("name_score", Double),
)
implied = Table(
    "implied",
    metadata,
    _key(),
    _to("readings"),
    Column("of", Words, nullable=False, comment="number of the attribution carried on"),
    Column("content", Spans, nullable=False),
    Column("probability", Double, nullable=False),
)
timexes = Table(
    "timexes",
    metadata,
    _key(),
    _to("readings"),
    Column("span", Spans, nullable=False),
    Column("value", Words, comment="TIMEX3"),
    Column("edtf", Words, comment="ISO 8601-2"),
)
claims = Table(
    "claims",
    metadata,
    _key(),
    _to("readings"),
    Column("id", Id(CLAIM), nullable=False),
    Column("day", Integer, nullable=False, comment="the report's day of publication"),
    Column("content", Spans, nullable=False),
    Column("certainty", Text, nullable=False, comment="after all hops"),
    Column("standalone", Words, comment="null where it is the content's own words"),
    Column("repeats", Spans),
    Column("event", Words, comment="class of PLOVER"),
    Column("event_probability", Double),
    Column("actor", Spans),
    Column("target", Spans),
    Index("claims_id", "id"),
    Index("claims_day", "day"),
)
hops = Table(
    "hops",
    metadata,
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True),
    Column("depth", SmallInteger, primary_key=True, comment="0 is the outermost"),
    Column("attribution", Key, ForeignKey("attributions.key"), nullable=False),
    sqlite_with_rowid=False,
)
mentions = Table(
    "mentions",
    metadata,
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("entity", Key, ForeignKey("entities.key"), nullable=False),
    Column("span", Spans, nullable=False),
    Column("kind", Text, nullable=False),
    sqlite_with_rowid=False,
)
claim_times = Table(
    "claim_times",
    metadata,
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True),
    Column("lane", Code(*Lane), primary_key=True, comment="0 happened, 1 said"),
    Column("number", SmallInteger, primary_key=True),
    Column("timex", Key, ForeignKey("timexes.key"), nullable=False),
    sqlite_with_rowid=False,
)
# Two indexes that queries walk in the order of their answer; both follow from the tables above.
appearances = Table(
    "appearances",
    metadata,
    Column("entity", Key, ForeignKey("entities.key"), primary_key=True),
    Column("role", Code("about", "by"), primary_key=True, comment="0 about, 1 by: of any hop"),
    Column("day", Integer, primary_key=True),
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True),
    sqlite_with_rowid=False,
)
moments = Table(
    "moments",
    metadata,
    Column("lane", Code(*Lane), primary_key=True, comment="0 happened, 1 said"),
    Column("first", Integer, primary_key=True, comment="first day it can mean"),
    Column("last", Integer, primary_key=True, comment="last day it can mean"),
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True),
    Index("moments_claim", "claim"),
    sqlite_with_rowid=False,
)
judgements = Table(
    "judgements",
    metadata,
    _key(),
    Column("id", Id(JUDGEMENT), nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("subject", Words, nullable=False, comment="id of a claim, or a name"),
    Column("other", Words, comment="the second name, where there are two"),
    Column("version", Key, ForeignKey("versions.key"), comment="of the claim's report"),
    Column("details", Words, nullable=False, comment="JSON: what it was and what it should be"),
    Column("author", Words, nullable=False),
    Column("made", Text, nullable=False, comment="UTC"),
    Index("judgements_version", "version"),
)
judged = Table(
    "judged",
    metadata,
    Column("claim", Key, ForeignKey("claims.key"), primary_key=True, comment="of any reading"),
    Column("judgement", Key, ForeignKey("judgements.key"), primary_key=True),
    sqlite_with_rowid=False,
)
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("judgement", Key, ForeignKey("judgements.key"), primary_key=True),
    Column("author", Words, nullable=False),
    Column("made", Text, nullable=False, comment="UTC"),
)
failures = Table(
    "failures",
    metadata,
    _key(),
    Column("id", Id(FAILURE), nullable=False, unique=True),
    Column("origin", Words, nullable=False),
    Column("code", Words, nullable=False),
    Column("message", Words, nullable=False),
    Column("seen", Text, nullable=False, comment="UTC, the first time"),
    Index("failures_origin", "origin", postgresql_using="hash"),
)
# Of tables whose rows follow from nothing else: what they hold together, so that none can be lost.
seals = Table(
    "seals",
    metadata,
    Column("name", Text, primary_key=True, comment="of the table"),
    Column("n_rows", Key, nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="the SHA-256 of all its rows, added up"),
)
