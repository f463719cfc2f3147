"""What is found in ledgers that were damaged, on both databases."""

import sqlite3
import zlib

import pytest
from ledger.store.drafting import TEXT, Clock
from ledger.store.filled import faults, fill
from sqlalchemy import text

from casus.ledger.sql.store import SqlStore
from casus.ledger.verify import verify


def test_a_sound_ledger_has_nothing_to_find(store: SqlStore, clock: Clock) -> None:
    fill(store, clock)
    looked: list[int] = []
    assert list(verify(store, looked.append)) == []
    assert looked == list(range(1, 13))


DAMAGE = {
    "UPDATE reports SET text = 'more of it' WHERE title IS NOT NULL": "its id is not that of its text",
    "UPDATE reports SET text = 'shifted' WHERE title IS NOT NULL": "are not 'signed a pact'",
    "UPDATE reports SET text = 'not packed' WHERE title IS NOT NULL": "can't be read",
    "UPDATE records SET confidence = 0.75 WHERE sequence = 2": "its id is not that of its content",
    "UPDATE records SET body = '{' WHERE sequence = 2": "can't be read",
    "UPDATE records SET type = 'FIGHT' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET day = 20200101 WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET supersedes = fact WHERE sequence = 4": "not the last record of its fact",
    "UPDATE records SET recorded_at = 1 WHERE sequence = 4": "was recorded before the one that stands before it",
    "UPDATE records SET sequence = 99 WHERE sequence = 2": "is number 3 after 1",
    "UPDATE records SET last_latest = NULL, last_earliest = NULL WHERE sequence = 7": "holds on",
    "DELETE FROM record_entities WHERE sequence = 1": "is not found by just what it says",
    "UPDATE record_entities SET roles = '|recipient|' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE entities SET id = 'country:BOR' WHERE id = 'country:RUR'": "is not found by just what it says",
    "DELETE FROM record_pairs WHERE sequence = 4": "is not found by just what it says",
    "UPDATE readings SET body = 'not packed' WHERE number = 2": "can't be read",
}
BYTES = {
    "'more of it'": zlib.compress(f"{TEXT} ".encode()),
    "'shifted'": zlib.compress(f"x{TEXT}".encode()),
    "'not packed'": b"\0",
}
"""What stands for these words in rows of bytes."""


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_named_and_the_rest_is_looked_at(store: SqlStore, clock: Clock, damage: str) -> None:
    fill(store, clock)
    statement = damage
    for words, data in BYTES.items():
        statement = statement.replace(words, f"X'{data.hex()}'" if store.place.path else f"'\\x{data.hex()}'")
    _damage(store, statement)
    found = faults(store)
    assert any(DAMAGE[damage] in fault for fault in found), found


def _damage(store: SqlStore, statement: str) -> None:
    """Changes what nobody may change, past the triggers and the references."""
    if store.place.path:
        with sqlite3.connect(store.place.path) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(statement)
        connection.close()
        return
    with store.engine.begin() as server:
        server.execute(text("SET LOCAL session_replication_role = replica"))
        server.execute(text(statement))
