"""A scratch branch: the situation and the measures as they would be under what is supposed. The ledger is never written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from casus.ledger.record import Bound, CitationSource, Draft, Record, Valid
from casus.reasoning.measures import Measures, lifted
from casus.reasoning.situation import Bond, Look, Situation
from casus.reasoning.suppositions import Acceded, Denounced, Lifted, Supposition

SUPPOSED = "supposed"
"""The key of the source of what is supposed."""

Known = Callable[[str], Situation]
"""Gives all that is kept of one agreement, by its id."""


def branched(look: Look, known: Known, suppositions: Sequence[Supposition]) -> Look:
    """What looks up situations in which agreements are denounced and acceded to as is supposed."""

    def looked(states: Iterable[str]) -> Situation:
        asked = list(states)
        found = look(asked)
        for one in suppositions:
            if isinstance(one, Denounced):
                found = _denounced(found, one)
            if isinstance(one, Acceded) and one.state in asked:
                found = _merged(found, known(one.agreement))
        for one in suppositions:
            if isinstance(one, Acceded) and one.agreement in found.pacts:
                found = _acceded(found, one)
        return found

    return looked


def without_measures(measures: Measures, suppositions: Sequence[Supposition]) -> Measures:
    """The measures without those that are lifted."""
    for one in suppositions:
        if isinstance(one, Lifted):
            measures = lifted(measures, one.gone)
    return measures


def _denounced(situation: Situation, one: Denounced) -> Situation:
    same = {one.agreement} | {pact.id for pact in situation.pacts.values() if pact.same_as == one.agreement}
    if one.state is not None:
        bonds = {
            name: tuple(bond for bond in own if name not in same or bond.state != one.state)
            for name, own in situation.bonds.items()
        }
        return replace(situation, bonds=bonds)
    return replace(
        situation,
        pacts={name: pact for name, pact in situation.pacts.items() if name not in same},
        bonds={name: own for name, own in situation.bonds.items() if name not in same},
        clauses=tuple(clause for clause in situation.clauses if clause.agreement not in same),
    )


def _merged(situation: Situation, more: Situation) -> Situation:
    held = {clause.record.id for clause in situation.clauses}
    return replace(
        situation,
        pacts={**more.pacts, **situation.pacts},
        bonds={**more.bonds, **situation.bonds},
        clauses=(*situation.clauses, *(clause for clause in more.clauses if clause.record.id not in held)),
    )


def _acceded(situation: Situation, one: Acceded) -> Situation:
    own = tuple(bond for bond in situation.bonds.get(one.agreement, ()) if bond.state != one.state)
    return replace(situation, bonds={**situation.bonds, one.agreement: (*own, _bond(situation, one))})


def _bond(situation: Situation, one: Acceded) -> Bond:
    day = Bound(situation.day, situation.day)
    draft = Draft(
        kind="party",
        body={"agreement": one.agreement, "state": one.state, "status": "in force"},
        valid=Valid(day),
        source=CitationSource(SUPPOSED, f"supposed: {one.words}"),
        extractor=SUPPOSED,
    )
    record = Record(draft=draft, sequence=0, recorded_at=datetime.min.replace(tzinfo=UTC))
    return Bond(state=one.state, agreement=one.agreement, valid=draft.valid, in_force=True, record=record)
