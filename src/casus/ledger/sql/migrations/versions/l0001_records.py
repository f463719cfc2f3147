"""The first layout: reports, readings, records, and by whom and what they are found; nothing of it may be changed or removed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT = ("reports", "report_keys", "readings", "records", "entities", "record_entities", "record_pairs")
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DIGEST = sa.LargeBinary(32)


def upgrade() -> None:
    """Makes the tables of an empty database."""
    _reports()
    _records()
    _found_by()
    _append_only()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", DIGEST, nullable=False, unique=True),
        sa.Column("kept_at", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("outlet", sa.String),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("keys", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "report_keys",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("report", sa.BigInteger, sa.ForeignKey("reports.number"), nullable=False),
        sa.PrimaryKeyConstraint("key", "report"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "readings",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("report", sa.BigInteger, sa.ForeignKey("reports.number"), nullable=False),
        sa.Column("kept_at", sa.BigInteger, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("content", DIGEST, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("readings_of_report", "readings", ["report", "number"])


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("sequence", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", DIGEST, nullable=False, unique=True),
        sa.Column("fact", DIGEST),
        sa.Column("supersedes", DIGEST),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("retracted", sa.Boolean, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("type", sa.String),
        sa.Column("modality", sa.String),
        sa.Column("topic", sa.String),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("first_earliest", sa.Integer),
        sa.Column("first_latest", sa.Integer),
        sa.Column("last_earliest", sa.Integer),
        sa.Column("last_latest", sa.Integer),
        sa.Column("report", sa.BigInteger, sa.ForeignKey("reports.number")),
        sa.Column("citation_key", sa.String),
        sa.Column("citation", sa.Text),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("parts", sa.Text, nullable=False),
        sa.Column("quotes", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("records_of_kind", "records", ["kind", "day", "sequence"])
    op.create_index("records_at", "records", ["recorded_at", "sequence"])
    for column in ("fact", "topic", "report"):
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"records_of_{column}", "records", [column, "sequence"], sqlite_where=given, postgresql_where=given)


def _found_by() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "record_entities",
        sa.Column("entity", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("roles", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("entity", "kind", "day", "sequence"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "record_pairs",
        sa.Column("one", sa.BigInteger, nullable=False),
        sa.Column("other", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", "kind", "day", "sequence"),
        sqlite_with_rowid=False,
    )


def _append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in KEPT:
            for act in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'a ledger only appends'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION casus_only_appends() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a ledger only appends'; END $$"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_only_appends BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION casus_only_appends()"
        )
