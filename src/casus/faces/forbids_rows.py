"""What sanctions forbid as JSON: a line a measure, or one line that says what was searched where nothing forbids."""

from collections.abc import Iterator
from typing import Any

from casus.faces.duties_rows import code
from casus.faces.proof_page import proof_json
from casus.ledger.record import Bound
from casus.ledger.views import View
from casus.reasoning.measures import MeasureInForce
from casus.reasoning.prohibition import Beside, Forbids, Prohibition, SearchedMeasures


def forbids_json(answer: Forbids, view: View) -> Iterator[dict[str, Any]]:
    """The answer as JSON objects. Days are as precise as they are known, both inside; `to` null: in force when last checked."""
    around = {
        "asked": {
            "target": code(answer.target), "what": answer.what, "things": list(answer.things),
            "from": code(answer.supplier) if answer.supplier else None, "as_of": str(answer.day),
            "known_at": answer.known_at.isoformat() if answer.known_at else None,
        },
        "over_all": answer.verdict,
        "lapsed": [_beside(one) for one in answer.lapsed],
        "not_binding": [_beside(one) for one in answer.not_binding],
        "beside": [_beside(one) for one in answer.beside],
        "notes": list(answer.notes),
    }  # fmt: skip
    for one in answer.prohibitions:
        yield _line(one, view) | around
    if not answer.prohibitions:
        nothing = dict.fromkeys(
            ("measure", "regime", "resolution", "paragraph", "from", "to", "binds", "exemptions", "proof"), None
        )
        yield {"verdict": "allowed"} | nothing | {"searched": searched_json(answer.searched)} | around


def searched_json(searched: SearchedMeasures) -> dict[str, Any]:
    """What was looked through, as JSON."""
    return {
        "regimes": searched.regimes, "measures": searched.measures, "against_target": searched.against_target,
        "not_covered": list(searched.not_covered),
    }  # fmt: skip


def days(bound: Bound | None) -> str | None:
    """One end of a measure, as precise as it is known: "2016-03-02", or "2022-04-01..2022-04-30"."""
    if bound is None:
        return None
    return str(bound.earliest) if bound.earliest == bound.latest else f"{bound.earliest}..{bound.latest}"


def _line(one: Prohibition, view: View) -> dict[str, Any]:
    measure = one.measure
    return {
        "verdict": one.verdict,
        "measure": measure.id,
        "regime": measure.regime,
        "resolution": measure.resolution,
        "paragraph": one.paragraph,
        "from": days(measure.valid.first),
        "to": days(measure.valid.last),
        "binds": one.binds,
        "exemptions": list(one.exemptions),
        "proof": proof_json(one.proof, view),
        "bound": [code(state) for state in one.bound] if one.bound is not None else None,
        "direction": one.way,
        "kind": measure.kind,
        "scope": measure.scope,
        "purposes": list(one.purposes),
        "partly": list(one.partly),
        "told": measure.told,
        "restored_by": measure.restored_by,
        "certainty": {"facts": round(one.facts, 4), "law": one.law},
        "law_why": list(one.law_why),
        "changes": list(one.changes),
    }


def _beside(one: Beside) -> dict[str, Any]:
    measure: MeasureInForce = one.measure
    return {
        "measure": measure.id, "resolution": measure.resolution, "scope": measure.scope, "from": days(measure.valid.first),
        "to": days(measure.valid.last), "why": one.why,
    }  # fmt: skip
