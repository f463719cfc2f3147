"""What Alembic runs around the migrations: on the connection that it is given, in the transaction that it is in."""

from alembic import context

from casus.ledger.sql.tables import LAYOUT_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=LAYOUT_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
