"""The stores of the tests of the store."""

from ledger.store.conftest import clock, store

__all__ = ["clock", "store"]
