"""What follows from suppositions as JSON."""

from collections.abc import Iterator
from typing import Any

from casus.faces.duties_rows import code, duties_json, promise_json
from casus.faces.proof_page import proof_json
from casus.ledger.views import View
from casus.reasoning.answer import Ground
from casus.reasoning.chains import Drawn, both_sides
from casus.reasoning.prohibition import Prohibition
from casus.reasoning.suppose import AgreementSupposed, AttackSupposed, Outcome, Supposed, TransferSupposed


def supposed_json(answer: Supposed, view: View) -> Iterator[dict[str, Any]]:
    """One object a supposition, in their order. `supposing` is always true: nothing of it is kept."""
    for one in answer.outcomes:
        yield {
            "supposing": True,
            "supposed": one.supposed.words,
            "as_of": str(answer.day),
            "known_at": answer.known_at.isoformat() if answer.known_at else None,
            **_outcome(one, answer, view),
        }


def _outcome(one: Outcome, answer: Supposed, view: View) -> dict[str, Any]:
    if isinstance(one, AttackSupposed):
        return {
            "kind": "attack",
            "attacker": code(one.supposed.attacker),
            "attacked": code(one.supposed.attacked),
            "condition": one.supposed.condition,
            "duties": list(duties_json(one.duties, view)),
            "added": [_ground(ground) for ground in one.added],
            "lost": [_ground(ground) for ground in one.lost],
            "depth": answer.depth,
            "drawn_in": [_drawn(drawn, view) for drawn in one.drawn],
            "both_sides": [code(state) for state in both_sides(one.drawn)],
        }
    if isinstance(one, TransferSupposed):
        return {
            "kind": "transfer",
            "from": code(one.supposed.supplier),
            "to": code(one.supposed.recipient),
            "goods": one.supposed.goods,
            "condition": one.supposed.condition,
            "verdict": verdict(one),
            "forbidden_by": [_prohibition(found, view) for found in one.prohibitions],
            "lost": [_prohibition(found, view) for found in one.lost],
        }
    if isinstance(one, AgreementSupposed):
        return {
            "kind": "agreement",
            "agreement": one.supposed.agreement,
            "added": [promise_json(promise, view) for promise in one.added],
            "lost": [promise_json(promise, view) for promise in one.lost],
        }
    return {
        "kind": "lift",
        "gone": one.supposed.gone,
        "lost": [
            {"measure": found.id, "regime": found.regime, "resolution": found.resolution, "kind": found.kind}
            for found in one.lost
        ],
    }


def verdict(one: TransferSupposed) -> str:
    """What is to be said of a supposed transfer on the whole."""
    return max(
        (found.verdict for found in one.prohibitions), key=("forbidden with exemptions", "forbidden").index, default="allowed"
    )


def _ground(one: Ground) -> dict[str, Any]:
    return {
        "state": code(one.state), "status": one.status, "toward": code(one.toward), "agreement": one.agreement,
        "article": one.article, "condition": one.condition,
    }  # fmt: skip


def _drawn(one: Drawn, view: View) -> dict[str, Any]:
    return {
        "state": code(one.state), "side": one.side, "step": one.step, "toward": code(one.toward), "certain": one.certain,
        "why": one.why, "agreement": one.ground.agreement, "article": one.ground.article, "status": one.ground.status,
        "proof": proof_json(one.ground.proof, view),
    }  # fmt: skip


def _prohibition(one: Prohibition, view: View) -> dict[str, Any]:
    measure = one.measure
    return {
        "verdict": one.verdict, "measure": measure.id, "regime": measure.regime, "resolution": measure.resolution,
        "paragraph": one.paragraph, "binds": one.binds, "exemptions": list(one.exemptions), "scope": measure.scope,
        "proof": proof_json(one.proof, view),
    }  # fmt: skip
