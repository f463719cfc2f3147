"""The layout of a ledger in a database. The migrations make it; a test holds both to the same.

`day` is the first day on which a record counts as a number, 20240701; 0 where no day is known. Ids are 32 bytes (`Digest`).
What a record has in `parts` stands again in `record_entities` and `record_pairs`, by which it is found.
"""

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
    text,
)

from casus.ledger.sql.columns import Digest, Instant

LAYOUT_TABLE = "casus_layout"
"""Where a database says which layout it has."""

CROWD = 0
"""Stands in `record_pairs` for all others of a record of so many that not every pair has a row."""

metadata = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

changes = Table(
    "changes",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),  # what one transaction wrote, from 1
    Column("recorded_at", Instant, nullable=False),
    Column("last_sequence", BigInteger, nullable=False),  # of all records up to this change
    Index("changes_at", "recorded_at", "number"),
)

reports = Table(
    "reports",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),  # in the order of keeping, from 1
    Column("id", Digest, nullable=False, unique=True),  # SHA-256 of the text
    Column("change", BigInteger, ForeignKey("changes.number"), nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("first", Date),  # written on this day or later; null: not known
    Column("last", Date),
    Column("basis", Text, nullable=False),
    Column("outlet", Text),
    Column("signature", LargeBinary, nullable=False),  # what near-duplicates are found by; empty: none
    Column("text", LargeBinary, nullable=False),  # UTF-8; as bytes, since a text may hold NUL
)

report_keys = Table(
    "report_keys",
    metadata,
    Column("key", String, nullable=False),
    Column("report", BigInteger, ForeignKey("reports.number"), nullable=False),
    PrimaryKeyConstraint("key", "report"),
    Index("keys_of_report", "report", "key"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("report", BigInteger, ForeignKey("reports.number"), nullable=False),
    Column("change", BigInteger, ForeignKey("changes.number"), nullable=False),
    Column("extractor", String, nullable=False),
    Column("content", Digest, nullable=False),  # SHA-256 of the body
    Column("body", LargeBinary, nullable=False),  # a Reading as JSON, zlib
    Index("readings_of_report", "report", "number"),
)

records = Table(
    "records",
    metadata,
    Column("sequence", _NUMBER, primary_key=True, autoincrement=False),  # in the order of writing, from 1
    Column("id", Digest, nullable=False, unique=True),  # SHA-256 of what it says
    Column("change", BigInteger, ForeignKey("changes.number"), nullable=False),
    Column("fact", Digest),  # the id of the first record of the fact; null: it is the first
    Column("supersedes", Digest, ForeignKey("records.id")),  # null: it is the first
    Column("retracted", Boolean, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String),  # the main word of the body
    Column("modality", String),
    Column("topic", String),  # null: other facts may say the same thing of the same days
    Column("day", Integer, nullable=False),
    Column("first_earliest", Date),  # null, and the next too: open or not known
    Column("first_latest", Date),
    Column("last_earliest", Date),
    Column("last_latest", Date),
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
)
for _column, _unique in (("supersedes", True), ("fact", False), ("topic", False), ("report", False)):
    _given = text(f"{_column} IS NOT NULL")
    Index(
        f"records_by_{_column}", records.c[_column], *([] if _unique else [records.c.sequence]),
        unique=_unique, sqlite_where=_given, postgresql_where=_given,
    )  # fmt: skip

entities = Table(
    "entities",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),  # from 1
    Column("id", String, nullable=False, unique=True),
)

record_entities = Table(
    "record_entities",
    metadata,
    Column("entity", BigInteger, ForeignKey("entities.number"), nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("sequence", BigInteger, ForeignKey("records.sequence"), nullable=False),
    Column("roles", String, nullable=False),  # "|actor|speaker|"
    PrimaryKeyConstraint("entity", "kind", "day", "sequence"),
    sqlite_with_rowid=False,
)

record_pairs = Table(
    "record_pairs",
    metadata,
    Column("one", BigInteger, nullable=False),  # one < other, both entities; or one is CROWD
    Column("other", BigInteger, ForeignKey("entities.number"), nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("sequence", BigInteger, ForeignKey("records.sequence"), nullable=False),
    PrimaryKeyConstraint("one", "other", "kind", "day", "sequence"),
    sqlite_with_rowid=False,
)
