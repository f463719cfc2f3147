"""Where a ledger can be opened, and what is said where it can't: one line that names the place and the mend."""

import sqlite3
from multiprocessing.pool import ThreadPool
from pathlib import Path

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import event, keep
from sqlalchemy import Connection, text

from benchmarks.postgresql import Server
from casus.errors import LedgerError
from casus.ledger.contract import Query
from casus.ledger.sql.engine import APPLICATION_ID
from casus.ledger.sql.layout import upgrade
from casus.ledger.sql.store import open_store


def refusal(told: str | Path, *, create: bool = True) -> str:
    """What is said where a ledger can't be opened: one line that names it."""
    with pytest.raises(LedgerError) as caught:
        open_store(told, create=create).close()
    words = str(caught.value)
    assert "\n" not in words
    return words


def test_what_was_kept_is_there_when_it_is_opened_again(new_ledger: NewLedger) -> None:
    url = new_ledger()
    first = open_store(url)
    kept = keep(first, event("AGREE", "country:RUR"))
    first.close()
    again = open_store(url, create=False)
    assert again.records(Query()) == kept
    again.close()


def test_a_file_is_made_where_none_is(tmp_path: Path) -> None:
    path = tmp_path / "Bücher %41 ?#" / "my ledger.sqlite"
    path.parent.mkdir()
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_file_is_not_made_where_it_may_not(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    assert "there is no ledger" in refusal(path, create=False)
    assert not path.exists()


def test_a_missing_folder_and_a_folder(tmp_path: Path) -> None:
    assert f"the folder {tmp_path / 'gone'} does not exist" in refusal(tmp_path / "gone" / "ledger.sqlite")
    assert "is a folder" in refusal(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    texts, other, marked = tmp_path / "notes.txt", tmp_path / "other.sqlite", tmp_path / "marked.sqlite"
    texts.write_text("Not a database at all. " * 100)
    for path, setting in ((other, "user_version = 7"), (marked, "application_id = 99")):
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA {setting}")
        connection.execute("CREATE TABLE stamps (name TEXT)")
        connection.commit()
        connection.close()
    before = {path: path.read_bytes() for path in (texts, other, marked)}
    assert "is no SQLite file" in refusal(texts)
    assert "it has the table stamps" in refusal(other)
    assert "it has the table stamps" in refusal(marked)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_database_of_another_program_on_the_server(server: Server) -> None:
    url = server.database()
    server.run_in(url, "CREATE TABLE stamps (name TEXT)")
    assert "it has the table stamps" in refusal(url)
    server.drop(url)


def test_a_newer_layout_is_refused(new_ledger: NewLedger) -> None:
    url = new_ledger()
    store = open_store(url)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE casus_layout SET version_num = '9999'"))
    store.close()
    assert "was written by a newer casus (layout 9999" in refusal(url)


@pytest.mark.parametrize("url", ["mysql://root:secret@host/name", "ftp://host/file", "what://"])
def test_other_databases_are_refused(url: str) -> None:
    words = refusal(url)
    assert "ledger" in words or "not a URL" in words
    assert "secret" not in words


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    words = refusal(f"postgresql://casus:secret@/ledger?host={tmp_path}&connect_timeout=2")
    assert "secret" not in words
    assert "***" in words


def test_a_server_without_the_database(server: Server) -> None:
    assert "does not exist" in refusal(server.url("nowhere"))


def test_several_that_open_an_empty_place_at_once_make_one_ledger(tmp_path: Path, server: Server) -> None:
    database = server.database()
    for url in (str(tmp_path / "ledger.sqlite"), database):
        with ThreadPool(6) as pool:
            stores = pool.map(open_store, [url] * 6)
        keep(stores[0], event("AGREE"))
        keep(stores[1], event("FIGHT"))
        assert [store.count(Query()) for store in stores] == [2] * 6
        for store in stores:
            store.close()
    server.drop(database)


def test_an_empty_place_has_no_half_made_ledger_when_making_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.sqlite"

    def failing(connection: Connection) -> None:
        upgrade(connection)
        raise LedgerError("the machine stopped")

    with monkeypatch.context() as patched:
        patched.setattr("casus.ledger.sql.engine.upgrade", failing)
        assert refusal(path) == "the machine stopped"
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    store = open_store(path)
    assert len(keep(store, event("AGREE"))) == 1
    store.close()
