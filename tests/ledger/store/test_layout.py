"""The layout of the database: what the migrations make is what the code expects, and every released layout opens."""

import shutil
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ledger.store.drafting import report
from ledger.store.layout_fixture import CONTENT, DRAFTS, FIXTURE, NEWER

from casus.ledger.contract import KeptReading, Query
from casus.ledger.record import ReportSource
from casus.ledger.sql.layout import current_layout, newest_layout
from casus.ledger.sql.store import SqlStore, open_store
from casus.ledger.sql.tables import LAYOUT_TABLE, metadata


def test_the_migrations_make_what_the_code_expects(store: SqlStore) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": LAYOUT_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert current_layout(connection) == newest_layout()


def test_the_first_layout_opens_and_tells_what_was_kept(tmp_path: Path) -> None:
    path = shutil.copy(FIXTURE, tmp_path / "old.sqlite")
    store = open_store(path, create=False)
    assert [record.draft for record in store.since(0)] == [*DRAFTS, NEWER]
    assert [record.draft for record in store.records(Query(newest=False))] == [*DRAFTS[1:], NEWER]
    assert store.reports() == (report(title="A pact", keys=("band:1",)),)
    assert store.reading(report().id) == KeptReading(report().id, "casus-reader 0.2.0", "{}")
    assert store.content_hash() == CONTENT
    assert isinstance(store.since(0)[0].draft.source, ReportSource)
    store.close()
