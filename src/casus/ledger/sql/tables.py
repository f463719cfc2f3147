"""The layout of a ledger in a database. The migrations make it; a test holds both to the same.

Digests (SHA-256) are 32 bytes. Instants are microseconds since 1970 in UTC. Days are numbers, 20240701; `day` is the first day on
which a record counts, `UNKNOWN` where no day is known.

What a record says stands whole in its row of `records`. Its parts stand again in `record_entities` and `record_pairs`, by which
it is found. These are written with it and refer to it without the database looking after that, which would take a good part of
the time; `SqlStore.misfiled` holds them to what the records say.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

UNKNOWN = 1_01_01
"""Stands before all days: a record without a day counts on each."""

CROWD = 0
"""Stands in `record_pairs` for all others of a record with so many that not every two of them have a row."""

LAYOUT_TABLE = "casus_layout"
"""Where a database says which layout it has."""

metadata = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_DIGEST = LargeBinary(32)

reports = Table(
    "reports",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),  # in the order of keeping, from 1
    Column("id", _DIGEST, nullable=False, unique=True),  # of the text
    Column("kept_at", BigInteger, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("first", Integer),  # written on this day or later; null: not known
    Column("last", Integer),
    Column("basis", Text, nullable=False),
    Column("outlet", String),  # whose text it is: the id of a news outlet
    Column("signature", LargeBinary, nullable=False),  # what near-duplicates are found by; empty: none
    Column("keys", LargeBinary, nullable=False),  # those of `report_keys`, sorted, as JSON, zlib
    Column("text", LargeBinary, nullable=False),  # UTF-8, zlib; as bytes, since a text may have NUL
)

report_keys = Table(
    "report_keys",
    metadata,
    Column("key", String, nullable=False),
    Column("report", BigInteger, ForeignKey("reports.number"), nullable=False),
    PrimaryKeyConstraint("key", "report"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("report", BigInteger, ForeignKey("reports.number"), nullable=False),
    Column("kept_at", BigInteger, nullable=False),
    Column("extractor", String, nullable=False),
    Column("content", _DIGEST, nullable=False),  # of the body
    Column("body", LargeBinary, nullable=False),  # a Reading as JSON, zlib
    Index("readings_of_report", "report", "number"),
)

records = Table(
    "records",
    metadata,
    Column("sequence", _NUMBER, primary_key=True, autoincrement=False),  # in the order of writing, from 1
    Column("id", _DIGEST, nullable=False, unique=True),  # of what it says
    Column("fact", _DIGEST),  # the id of the first record of the fact; null: this is the first
    Column("supersedes", _DIGEST),  # null: this is the first
    Column("recorded_at", BigInteger, nullable=False),
    Column("retracted", Boolean, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String),  # the main word of the body
    Column("modality", String),
    Column("topic", String),  # null: other facts may say the same thing of the same days
    Column("day", Integer, nullable=False),
    Column("first_earliest", Integer),  # null, and the next too: open or not known
    Column("first_latest", Integer),
    Column("last_earliest", Integer),
    Column("last_latest", Integer),
    Column("report", BigInteger, ForeignKey("reports.number")),  # null: the source is a citation
    Column("citation_key", String),
    Column("citation", Text),
    Column("extractor", String, nullable=False),
    Column("why", Text),
    Column("confidence", Float, nullable=False),
    Column("parts", Text, nullable=False),  # JSON: [[role, entity], ...]
    Column("quotes", Text, nullable=False),  # JSON: [[role, start, end, words], ...]
    Column("body", Text, nullable=False),  # JSON object
    Index("records_of_kind", "kind", "day", "sequence"),
    Index("records_at", "recorded_at", "sequence"),
)
for _column in ("fact", "topic", "report"):
    _given = text(f"{_column} IS NOT NULL")
    Index(f"records_of_{_column}", records.c[_column], records.c.sequence, sqlite_where=_given, postgresql_where=_given)

entities = Table(
    "entities",
    metadata,
    Column("id", String, nullable=False),
    Column("number", BigInteger, nullable=False),  # in the order of writing, from 1
    PrimaryKeyConstraint("id"),
    sqlite_with_rowid=False,
)

record_entities = Table(
    "record_entities",
    metadata,
    Column("entity", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("roles", String, nullable=False),  # "|actor|speaker|"
    PrimaryKeyConstraint("entity", "kind", "day", "sequence"),
    sqlite_with_rowid=False,
)

record_pairs = Table(
    "record_pairs",
    metadata,
    Column("one", BigInteger, nullable=False),  # countries and bodies with parts in one event or transfer, one < other; or CROWD
    Column("other", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    PrimaryKeyConstraint("one", "other", "kind", "day", "sequence"),
    sqlite_with_rowid=False,
)
