"""What Alembic runs around the migrations: each in a transaction of its own, on the connection that it is given."""

from alembic import context

from casus.ledger.sql.tables import LAYOUT_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=LAYOUT_TABLE,
    transactional_ddl=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
