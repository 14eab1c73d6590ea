"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# A number of any size that is also SQLite's own row number.
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORDS_IN_FILE = (
    "create virtual table claim_words using fts5(words, content='', columnsize=0,"
    " tokenize='ascii', detail=full)",
    "create virtual table document_words using fts5(words, content='', columnsize=0,"
    " tokenize='ascii', detail=none)",
)
_WORDS_ON_SERVER = (
    "create table claim_words (key bigint primary key, words tsvector not null)",
    "create table document_words (key bigint primary key, words tsvector not null)",
    "create index claim_words_index on claim_words using gin (words)",
    "create index document_words_index on document_words using gin (words)",
)


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column(
            "url",
            sa.Text(),
            nullable=True,
            comment="what makes two readings versions of one report",
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "entities",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="in exactly this spelling"),
        sa.Column(
            "folded", sa.Text(), nullable=False, comment="its words without case, accents, titles"
        ),
        sa.Column(
            "skeleton",
            sa.Text(),
            nullable=False,
            comment="its sounds: other spellings have the same",
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(
        "entities_folded", "entities", ["folded"], unique=False, postgresql_using="hash"
    )
    op.create_index("entities_name", "entities", ["name"], unique=False, postgresql_using="hash")
    op.create_index(
        "entities_skeleton", "entities", ["skeleton"], unique=False, postgresql_using="hash"
    )
    op.create_table(
        "failures",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False, comment="UTC, the first time"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(
        "failures_origin", "failures", ["origin"], unique=False, postgresql_using="hash"
    )
    op.create_table(
        "runs",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("sayso", sa.Text(), nullable=False, comment="version of sayso"),
        sa.Column(
            "weights", sa.Text(), nullable=False, comment="name of the network, a hash of its files"
        ),
        sa.Column(
            "settings", sa.Text(), nullable=False, comment="JSON: what else decides over a reading"
        ),
        sa.Column("begun", sa.Text(), nullable=False, comment="UTC"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "seals",
        sa.Column("name", sa.Text(), nullable=False, comment="of the table"),
        sa.Column("n_rows", _KEY, nullable=False),
        sa.Column(
            "digest",
            sa.LargeBinary(),
            nullable=False,
            comment="the SHA-256 of all its rows, added up",
        ),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "versions",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("document", _KEY, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="1 for the first that was added"),
        sa.Column("added", sa.Text(), nullable=False, comment="UTC"),
        sa.Column("format", sa.Text(), nullable=False, comment="how the raw bytes are understood"),
        sa.Column(
            "container",
            sa.Text(),
            nullable=True,
            comment="JSON: what a feed, an archive or a server said of it",
        ),
        sa.Column("sha256", sa.LargeBinary(), nullable=False, comment="of the raw bytes"),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="of the document record"),
        sa.Column("day", sa.Integer(), nullable=False, comment="published"),
        sa.Column("report", sa.Text(), nullable=False, comment="the report's own id"),
        sa.Column(
            "origin", sa.Text(), nullable=False, comment="file, line or URL it was first read from"
        ),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True, comment="ISO 8601, cut to its precision"),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("published_found_in", sa.Text(), nullable=True),
        sa.Column("published_span", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("fetched_precision", sa.Text(), nullable=True),
        sa.Column("fetched_span", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("standfirst", sa.Text(), nullable=True),
        sa.Column(
            "repetitions", sa.Text(), nullable=False, comment="JSON: kind and two spans each"
        ),
        sa.Column("raw", sa.LargeBinary(), nullable=False, comment="the raw bytes, zlib"),
        sa.Column(
            "text",
            sa.LargeBinary(),
            nullable=True,
            comment="zlib of the text; null where it is the raw bytes",
        ),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("versions_document", "versions", ["document", "number"], unique=False)
    op.create_index(
        "versions_origin", "versions", ["origin"], unique=False, postgresql_using="hash"
    )
    op.create_index(
        "versions_publisher", "versions", ["publisher"], unique=False, postgresql_using="hash"
    )
    op.create_index("versions_sha256", "versions", ["sha256"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False, comment="id of a claim, or a name"),
        sa.Column(
            "other", sa.Text(), nullable=True, comment="the second name, where there are two"
        ),
        sa.Column("version", _KEY, nullable=True, comment="of the claim's report"),
        sa.Column(
            "details", sa.Text(), nullable=False, comment="JSON: what it was and what it should be"
        ),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False, comment="UTC"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("judgements_version", "judgements", ["version"], unique=False)
    op.create_table(
        "readings",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("version", _KEY, nullable=False),
        sa.Column("run", _KEY, nullable=False),
        sa.Column("read", sa.Text(), nullable=False, comment="UTC"),
        sa.Column(
            "is_current", sa.Boolean(), nullable=False, comment="the newest reading of its version"
        ),
        sa.Column("first_attributions", _KEY, nullable=False),
        sa.Column("n_attributions", sa.Integer(), nullable=False),
        sa.Column("first_implied", _KEY, nullable=False),
        sa.Column("n_implied", sa.Integer(), nullable=False),
        sa.Column("first_timexes", _KEY, nullable=False),
        sa.Column("n_timexes", sa.Integer(), nullable=False),
        sa.Column("first_claims", _KEY, nullable=False),
        sa.Column("n_claims", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="of the reading record"),
        sa.Column(
            "sentences", sa.LargeBinary(), nullable=False, comment="zlib of JSON: span, voice, who"
        ),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.key"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("readings_version", "readings", ["version", "run"], unique=True)
    op.create_table(
        "sightings",
        sa.Column("version", _KEY, nullable=False),
        sa.Column(
            "origin", sa.Text(), nullable=False, comment="where the same bytes were met again"
        ),
        sa.Column("seen", sa.Text(), nullable=False, comment="UTC, the first time"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
    )
    op.create_index(
        "sightings_origin", "sightings", ["origin"], unique=False, postgresql_using="hash"
    )
    op.create_index("sightings_version", "sightings", ["version"], unique=False)
    op.create_table(
        "attributions",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("reading", _KEY, nullable=False),
        sa.Column("number", sa.Text(), nullable=False, comment="its name within the report"),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source_type", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True, comment="number of the hop before"),
        sa.Column("probability", sa.Double(), nullable=False),
        sa.Column("entity", _KEY, nullable=True, comment="the source's name"),
        sa.Column("name_mention", sa.Text(), nullable=True, comment="where that name stands"),
        sa.Column("name_via", sa.Text(), nullable=True),
        sa.Column("name_rule", sa.Text(), nullable=True),
        sa.Column("name_score", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.key"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "claims",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("reading", _KEY, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False, comment="the report's day of publication"),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False, comment="after all hops"),
        sa.Column(
            "standalone",
            sa.Text(),
            nullable=True,
            comment="null where it is the content's own words",
        ),
        sa.Column("repeats", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True, comment="class of PLOVER"),
        sa.Column("event_probability", sa.Double(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("claims_day", "claims", ["day"], unique=False)
    op.create_index("claims_id", "claims", ["id"], unique=False)
    op.create_table(
        "implied",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("reading", _KEY, nullable=False),
        sa.Column("of", sa.Text(), nullable=False, comment="number of the attribution carried on"),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "timexes",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("reading", _KEY, nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True, comment="TIMEX3"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="ISO 8601-2"),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "withdrawals",
        sa.Column("judgement", _KEY, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False, comment="UTC"),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgements.key"],
        ),
        sa.PrimaryKeyConstraint("judgement"),
    )
    op.create_table(
        "appearances",
        sa.Column("entity", _KEY, nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=False, comment="0 about, 1 by: of any hop"),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("claim", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.key"],
        ),
        sa.PrimaryKeyConstraint("entity", "role", "day", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_times",
        sa.Column("claim", _KEY, nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False, comment="0 happened, 1 said"),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("timex", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.ForeignKeyConstraint(
            ["timex"],
            ["timexes.key"],
        ),
        sa.PrimaryKeyConstraint("claim", "lane", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hops",
        sa.Column("claim", _KEY, nullable=False),
        sa.Column("depth", sa.SmallInteger(), nullable=False, comment="0 is the outermost"),
        sa.Column("attribution", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution"],
            ["attributions.key"],
        ),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.PrimaryKeyConstraint("claim", "depth"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judged",
        sa.Column("claim", _KEY, nullable=False, comment="of any reading"),
        sa.Column("judgement", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgements.key"],
        ),
        sa.PrimaryKeyConstraint("claim", "judgement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mentions",
        sa.Column("claim", _KEY, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("entity", _KEY, nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.key"],
        ),
        sa.PrimaryKeyConstraint("claim", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "moments",
        sa.Column("lane", sa.SmallInteger(), nullable=False, comment="0 happened, 1 said"),
        sa.Column("first", sa.Integer(), nullable=False, comment="first day it can mean"),
        sa.Column("last", sa.Integer(), nullable=False, comment="last day it can mean"),
        sa.Column("claim", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.key"],
        ),
        sa.PrimaryKeyConstraint("lane", "first", "last", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("moments_claim", "moments", ["claim"], unique=False)
    is_server = op.get_bind().dialect.name == "postgresql"
    for statement in _WORDS_ON_SERVER if is_server else _WORDS_IN_FILE:
        op.execute(statement)
