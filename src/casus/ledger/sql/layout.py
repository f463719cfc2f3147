"""The layouts of a ledger's database: numbered migrations, run by Alembic, each in one transaction."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from casus.ledger.sql.tables import LAYOUT_TABLE


def newest_layout() -> str:
    """The number of the layout that this version writes ("0001")."""
    head = _scripts().get_current_head()
    if head is None:
        raise RuntimeError("the package has no migrations")
    return head


def current_layout(connection: Connection) -> str | None:
    """The layout of a database, None for an empty one."""
    return MigrationContext.configure(connection, opts={"version_table": LAYOUT_TABLE}).get_current_revision()


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
