"""What is found in ledgers that were damaged, on both databases."""

import sqlite3

import pytest
from ledger.store.drafting import Clock
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
    "UPDATE reports SET text = text || ' ' WHERE title IS NOT NULL": "its id is not that of its text",
    "UPDATE reports SET text = 'x' || text WHERE title IS NOT NULL": "are not 'signed a pact'",
    "UPDATE records SET confidence = 0.75 WHERE sequence = 2": "its id is not that of its content",
    "UPDATE records SET body = '{' WHERE sequence = 2": "can't be read",
    "UPDATE records SET type = 'FIGHT' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET day = '2020-01-01' WHERE sequence = 1": "is not found by just what it says",
    "UPDATE records SET supersedes = fact WHERE sequence = 4": "not the last record of its fact",
    "UPDATE records SET recorded_at = 1 WHERE sequence = 4": "was recorded before the one that stands before it",
    "UPDATE records SET sequence = 99 WHERE sequence = 2": "is number 3 after 1",
    "UPDATE records SET last_latest = NULL, last_earliest = NULL WHERE sequence = 7": "holds on",
    "DELETE FROM record_entities WHERE entity = 'country:RUR' AND sequence = 1": "is not found by just what it says",
    "DELETE FROM record_pairs WHERE sequence = 4": "is not found by just what it says",
    "UPDATE readings SET body = content_of_nothing": "can't be read",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_named_and_the_rest_is_looked_at(store: SqlStore, clock: Clock, damage: str) -> None:
    fill(store, clock)
    statement = damage.replace("content_of_nothing", "X'00' WHERE number = 2" if store.place.path else "'\\x00' WHERE number = 2")
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
