"""Ledgers for tests: new and empty ones on SQLite and on a real PostgreSQL, which is started once a run in a temporary folder."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.postgresql import MISSING, QUICK, Server, binaries
from casus.ledger.sql.store import open_store

DATABASES = ("sqlite", "postgresql")

NewLedger = Callable[[], str]
"""Makes a new, empty ledger and gives its path or URL."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The PostgreSQL server of the run. Where it isn't installed, tests that need it are skipped; in CI they fail."""
    if binaries() is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING, pytrace=False)
        pytest.skip(MISSING)
    with Server(QUICK) as running:
        yield running


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite"
    open_store(path).close()
    return path


@pytest.fixture(scope="session")
def empty_database(server: Server) -> str:
    """The name of a database that holds an empty ledger, to be copied."""
    url = server.database()
    open_store(url).close()
    return url.split("/")[3].split("?")[0]


@pytest.fixture
def new_sqlite(empty_file: Path, tmp_path: Path) -> NewLedger:
    """New ledgers in files."""

    def made() -> str:
        path = tmp_path / f"ledger-{len(list(tmp_path.glob('ledger-*.sqlite')))}.sqlite"
        shutil.copy(empty_file, path)
        return str(path)

    return made


@pytest.fixture
def new_postgresql(server: Server, empty_database: str) -> Iterator[NewLedger]:
    """New ledgers on the server, which are dropped at the end of the test."""
    urls: list[str] = []

    def made() -> str:
        urls.append(server.database(empty_database))
        return urls[-1]

    yield made
    for url in urls:
        server.drop(url)


@pytest.fixture(params=DATABASES)
def new_ledger(request: pytest.FixtureRequest) -> NewLedger:
    """New ledgers on each database in turn."""
    made: NewLedger = request.getfixturevalue(f"new_{request.param}")
    return made
