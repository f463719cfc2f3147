"""Agreements that only reports tell of: what they are told to provide is a ground, and never more than what is told."""

from datetime import date

from reasoning.conftest import NewLedger

import casus
from casus.ledger.ledger import Ledger
from casus.reasoning.answer import Ground

SIGNED = """ULAN BATOR, March 4, 2025 (Steppe Wire) - Austria and Mongolia signed a mutual defence treaty in Ulan Bator on Monday.
The treaty obliges each side to come to the aid of the other if it is attacked.
"""
IN_FORCE = """VIENNA, June 3, 2025 (Alpine Wire) - A mutual defence treaty between Austria and Mongolia entered into force on
Monday. The treaty obliges each side to come to the aid of the other if it is attacked.
"""
PROPOSED = """KATHMANDU, March 4, 2025 (Lake Wire) - Nepal has proposed a mutual defence treaty to Bhutan. The treaty would oblige
each side to come to the aid of the other if it is attacked.
"""


def owing(ledger: Ledger, attacked: str, day: str) -> list[Ground]:
    """The grounds of duty that rest on reports."""
    answer = casus.obligations(ledger, attacked, as_of=date.fromisoformat(day))
    return [one for one in answer.grounds if one.status in ("owed", "owed-if") and one.law == "arguable"]


def test_what_is_told_as_signed_is_owed_once_it_is_in_force(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        ledger.keep(casus.read(SIGNED))
        assert owing(ledger, "MNG", "2025-03-01") == []
        (one,) = owing(ledger, "MNG", "2025-04-01")
        assert (one.state, one.status) == ("state:AUT", "owed-if")
        assert "comes into force" in (one.condition or "")
        assert one.law_why == ("a report tells the provision; its text is not kept",)
        (record,) = [record for record in one.proof.premises() if record.draft.kind == "provision"]
        ledger.retract(record.fact, "the treaty says nothing of the kind")
        assert owing(ledger, "MNG", "2025-04-01") == []


def test_what_is_told_as_in_force_is_owed(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        ledger.keep(casus.read(IN_FORCE))
        (one,) = owing(ledger, "AUT", "2025-07-01")
        assert (one.state, one.status, one.law) == ("state:MNG", "owed", "arguable")


def test_what_is_proposed_binds_nobody(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        ledger.keep(casus.read(PROPOSED))
        assert owing(ledger, "BTN", "2025-04-01") == []
        assert owing(ledger, "NPL", "2025-04-01") == []
