"""What became of a fact, record by record: who changed it and how, and what a person's last change is undone to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from casus.errors import LedgerError
from casus.ledger.record import HAND, HAND_AGAIN, Draft, Record

Did = Literal["learnt", "changed", "corrected", "accepted", "retracted", "restored", "undid"]
"""What a record did to the one before it: "learnt" the fact; "changed" it, as a newer reader or newer facts do; "undid" the last
change by hand that stood. The others are a person's, but that a reader retracts and restores, too."""


@dataclass(frozen=True, slots=True)
class Step:
    """A record of a fact and what it did. `word` is the record whose word holds from then on: itself, or the earlier one that an
    undoing goes back to; `held` is what that one did ("accepted" also where a later correction was undone)."""

    record: Record
    did: Did
    word: Record
    held: Did


def steps(history: Sequence[Record]) -> tuple[Step, ...]:
    """All records of a fact, the first one first, each with what it did."""
    return tuple(step for step, _ in _followed(history))


def undone(history: Sequence[Record], why: str) -> Draft:
    """The draft that takes back the last change by hand that still stands: the fact says again what it said before.

    Done again, it goes back by one more change by hand. Raises LedgerError where none is left.
    """
    *_, (step, standing) = _followed(history)
    if len(standing) == 1:
        raise LedgerError(f"{step.record.fact[:12]}: no change by hand is left to be undone")
    word = standing[-2].record
    return replace(
        word.draft,
        fact=word.fact,
        supersedes=step.record.id,
        extractor=HAND_AGAIN if word.draft.by_hand else word.draft.extractor,
        why=why,
    )


def _followed(history: Sequence[Record]) -> list[tuple[Step, list[Step]]]:
    """Each step with the steps that stand after it: what was last learnt, then the changes by hand that were not undone."""
    found: list[tuple[Step, list[Step]]] = []
    standing: list[Step] = []
    before: Record | None = None
    for record in history:
        if before is not None and len(standing) > 1 and _undoes(record, before):
            standing = standing[:-1]
            found.append((Step(record, "undid", standing[-1].record, standing[-1].did), standing))
        else:
            did = _did(record, before)
            step = Step(record, did, record, did)
            standing = [*standing, step] if record.draft.by_hand else [step]
            found.append((step, standing))
        before = record
    return found


def _undoes(record: Record, before: Record) -> bool:
    """No reader follows a person, so that what does is the reader's word that was gone back to."""
    return record.draft.extractor == HAND_AGAIN or (before.draft.by_hand and not record.draft.by_hand)


def _did(record: Record, before: Record | None) -> Did:
    draft = record.draft
    if draft.retracted:
        return "retracted"
    if before is None:
        return "learnt"
    if before.draft.retracted:
        return "restored"
    if draft.extractor != HAND:
        return "changed"
    return "accepted" if _says(draft) == _says(before.draft) else "corrected"


def _says(draft: Draft) -> tuple[object, ...]:
    return draft.body, draft.valid, draft.source, set(draft.parts)
