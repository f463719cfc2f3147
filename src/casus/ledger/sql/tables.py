"""The layout of a ledger in a database. The migrations make it; a test holds both to the same.

Instants are microseconds since 1970 in UTC. `day` is the first day on which a record counts, `UNKNOWN` where no day is known.
"""

from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
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
)

UNKNOWN = date(1, 1, 1)
"""Stands before all days: a record without a day counts on each."""

LAYOUT_TABLE = "casus_layout"
"""Where a database says which layout it has."""

metadata = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

reports = Table(
    "reports",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),  # in the order of keeping, from 1
    Column("id", String(64), nullable=False, unique=True),  # SHA-256 of the text, hex
    Column("text", LargeBinary, nullable=False),  # UTF-8, zlib; as bytes, since a text may have NUL
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("first", Date),  # written on this day or later; null: not known
    Column("last", Date),
    Column("basis", Text, nullable=False),
    Column("outlet", String),  # whose text it is: the id of a news outlet
    Column("signature", LargeBinary, nullable=False),  # what near-duplicates are found by; empty: none
    Column("kept_at", BigInteger, nullable=False),
)

report_keys = Table(
    "report_keys",
    metadata,
    Column("key", String, nullable=False),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    PrimaryKeyConstraint("key", "report"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("extractor", String, nullable=False),
    Column("content", String(64), nullable=False),  # SHA-256 of the body
    Column("body", LargeBinary, nullable=False),  # a Reading as JSON, zlib
    Column("kept_at", BigInteger, nullable=False),
    Index("readings_of_report", "report", "number"),
)

records = Table(
    "records",
    metadata,
    Column("sequence", _NUMBER, primary_key=True, autoincrement=False),  # in the order of writing, from 1
    Column("id", String(64), nullable=False, unique=True),  # SHA-256 of what it says
    Column("fact", String(64), nullable=False),  # the id of the first record of the fact
    Column("kind", String, nullable=False),
    Column("type", String),  # the main word of the body
    Column("modality", String),
    Column("topic", String),  # null: other facts may say the same thing of the same days
    Column("day", Date, nullable=False),
    Column("first_earliest", Date),  # null, and the next too: open or not known
    Column("first_latest", Date),
    Column("last_earliest", Date),
    Column("last_latest", Date),
    Column("recorded_at", BigInteger, nullable=False),
    Column("report", String(64), ForeignKey("reports.id")),  # null: the source is a citation
    Column("citation_key", String),
    Column("citation", Text),
    Column("extractor", String, nullable=False),
    Column("supersedes", String(64)),  # null: the first record of its fact
    Column("retracted", Boolean, nullable=False),
    Column("why", Text),
    Column("confidence", Float, nullable=False),
    Column("parts", Text, nullable=False),  # JSON: [[role, entity], ...]
    Column("quotes", Text, nullable=False),  # JSON: [[role, start, end, words], ...]
    Column("body", Text, nullable=False),  # JSON object
    Index("records_of_fact", "fact", "sequence"),
    Index("records_of_kind", "kind", "day", "sequence"),
    Index("records_of_report", "report", "sequence"),
    Index("records_of_topic", "topic", "sequence"),
    Index("records_at", "recorded_at", "sequence"),
)

record_entities = Table(
    "record_entities",
    metadata,
    Column("entity", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("sequence", BigInteger, ForeignKey("records.sequence"), nullable=False),
    Column("role", String, nullable=False),
    PrimaryKeyConstraint("entity", "kind", "day", "sequence", "role"),
    sqlite_with_rowid=False,
)

record_pairs = Table(
    "record_pairs",
    metadata,
    Column("one", String, nullable=False),  # countries and bodies that have parts in one event or transfer; one < other
    Column("other", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("sequence", BigInteger, ForeignKey("records.sequence"), nullable=False),
    PrimaryKeyConstraint("one", "other", "kind", "day", "sequence"),
    sqlite_with_rowid=False,
)
