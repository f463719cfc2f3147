"""What conflicts as rows and as JSON: findings about the same things told several times are one row."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from casus.faces.ledger_rows import short, told_words, valid_json, voice
from casus.faces.proof_page import premise_json, proof_json
from casus.ledger.views import View
from casus.reasoning.claim import Claim
from casus.reasoning.conflicts import Conflicts, Searched
from casus.reasoning.corroboration import Borne
from casus.reasoning.finding import Finding


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Findings of one kind about the same events, or in the same words; the surest first."""

    findings: tuple[Finding, ...]

    @property
    def finding(self) -> Finding:
        """The one that is shown."""
        return self.findings[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, each once."""
        return tuple({claim.fact: claim for one in self.findings for claim in one.claims}.values())


def conflict_rows(findings: Sequence[Finding]) -> list[ConflictRow]:
    """Findings as rows, in their order."""
    found: dict[object, list[Finding]] = {}
    several = {claim.event for one in findings for claim in one.claims if claim.event != claim.fact}
    for one in findings:
        about = frozenset((claim.kind, claim.modality, _thing(claim, several)) for claim in one.claims)
        known = frozenset(record.fact for record in one.known)
        found.setdefault((one.kind, about, known, one.report and one.report.id), []).append(one)
    return [
        ConflictRow(tuple(sorted(same, key=lambda one: (one.sure == "arguable", -one.facts, one.id)))) for same in found.values()
    ]


def speakers(claim: Claim, view: View) -> str:
    """On whose word a claim is."""
    return voice(claim.record, [view.names.name(one) for one in claim.speakers])


def conflicts_json(answer: Conflicts, view: View, borne: Borne | None = None) -> Iterator[dict[str, Any]]:
    """The answer as JSON objects: where one thing is asked about, first one about what bears it; then one a finding, or one with
    the kind "nothing"."""
    if borne is not None:
        yield borne_json(borne, view)
    for one in answer.findings:
        yield {
            "id": one.id,
            "kind": one.kind,
            "claims": [claim_json(claim, view) for claim in one.claims],
            "known": [premise_json(record) for record in one.known],
            "report": one.report.id if one.report else None,
            "why": one.says,
            "rule": one.rule,
            "certainty": {"conflict": one.sure, "facts": round(one.facts, 4)},
            "open": list(one.open),
            "proof": proof_json(one.proof, view),
        }
    if not answer.findings:
        yield {"kind": "nothing", "searched": searched_json(answer.searched)}


def borne_json(borne: Borne, view: View) -> dict[str, Any]:
    """What bears a thing, as JSON."""
    return {
        "kind": "borne",
        "independent": len(borne.origins),
        "origins": [{"reports": list(one.reports), "outlet": one.outlet} for one in borne.origins],
        "claims": [claim_json(claim, view) for claim in borne.bearing],
        "echoes": [claim_json(claim, view) | {"why": why} for claim, why in borne.echoes],
        "against": [one.id for one in borne.against],
    }


def claim_json(claim: Claim, view: View) -> dict[str, Any]:
    """A claim as JSON: its ids, how and by whom it is told, in which words, for which days, and how sure."""
    return {
        "record": claim.record.id,
        "fact": claim.fact,
        "kind": claim.kind,
        "modality": claim.modality,
        "negated": claim.negated,
        "words": told_words(claim.record),
        "said_by": [view.names.name(one) for one in claim.speakers],
        "report": claim.report.id,
        "report_name": claim.report.name,
        "written": [str(day) if day else None for day in (claim.report.first, claim.report.last)],
        "valid": valid_json(claim.record.draft.valid),
        "body": dict(claim.body),
        "confidence": claim.record.draft.confidence,
    }


def searched_json(searched: Searched) -> dict[str, Any]:
    """What was compared, as JSON."""
    return {
        "claims": searched.claims, "reports": searched.reports, "kinds": list(searched.kinds),
        "not_covered": list(searched.not_covered),
    }  # fmt: skip


def ids(claims: Sequence[Claim]) -> str:
    """The ids of claims as they are shown."""
    return " ".join(short(claim.fact) for claim in claims)


def _thing(claim: Claim, several: Container[str]) -> str:
    """What a claim is a telling of: its event, if that has `several` tellings, else what its words say."""
    return claim.event if claim.event in several else " ".join(claim.words.casefold().split())
