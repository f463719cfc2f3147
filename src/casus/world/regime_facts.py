"""Sanctions regimes as facts: the regime, and each of its measures with its own days, resolution and exemptions."""

from collections.abc import Iterator

from casus.world.fact import Citation, Cite, Fact, confidence, filled, imposer_id, numbered, party_id, slug
from casus.world.index import Record, load
from casus.world.time import Validity, last_day_before


def regime_facts(row: Record, cite: Cite) -> Iterator[Fact]:
    """The facts of an entry of the form of regimes.yaml."""
    citation, sure = cite(row["source"]), confidence(row["confidence"])
    regime = f"regime:{row['id']}"
    imposer, targets = imposer_id(row["imposer"]), _targets(row)
    yield Fact(
        kind="regime",
        topic=regime,
        validity=Validity(row["first"], last_day_before(row.get("ended"))),
        body=filled(
            regime=regime,
            name=row["name"],
            imposers=[imposer],
            targets=targets,
            target_names=row.get("target_names"),
            target_kind=row.get("target_kind"),
            scope=row.get("scope"),
            status=row["status"],
            established_by=row.get("established_by"),
            ended_by=row.get("ended_by"),
            instruments=row.get("instruments"),
            committee=row.get("committee"),
            experts=_closed(row.get("experts")),
            renewed=_closed(row.get("renewed")),
            steps=row.get("steps"),
            events=row.get("events"),
            exemptions=row.get("exemptions"),
            disputed=row.get("disputed"),
            notes=row.get("notes"),
        ),
        parts=(("standing", regime), ("imposer", imposer), *(("target", target) for target in targets)),
        citation=citation,
        confidence=sure,
    )
    measures = row.get("measures", ())
    names = numbered(":".join(filter(None, (measure["kind"], slug(measure.get("resolution", ""))))) for measure in measures)
    for name, measure in zip(names, measures, strict=True):
        yield measure_fact(measure, row, name, citation, confidence(measure.get("confidence", row["confidence"])))


def measure_fact(measure: Record, row: Record, name: str, citation: Citation, sure: float) -> Fact:
    """One measure of a regime, whose entry is `row`. A measure without days of its own has those of the regime, and says so."""
    regime = f"regime:{row['id']}"
    imposer, targets = imposer_id(row["imposer"]), _targets(row)
    return Fact(
        kind="measure",
        topic=f"measure:{row['id']}:{name}",
        validity=Validity(
            measure.get("first") or row["first"], last_day_before(measure.get("until")) or last_day_before(row.get("ended"))
        ),
        body=filled(
            regime=regime,
            measure=load("measure_kinds")["measures"][measure["kind"]],
            detail=measure["kind"],
            scope=measure["scope"],
            resolution=measure.get("resolution"),
            imposers=[imposer],
            targets=targets,
            against=measure.get("against"),
            exemptions=[*measure.get("exemptions", []), *row.get("exemptions", [])],
            note=measure.get("note"),
            dated=None if "first" in measure else "regime",
            status="in force",
        ),
        parts=(("standing", regime), ("imposer", imposer), *(("target", target) for target in targets)),
        citation=citation,
        confidence=sure,
    )


def _targets(row: Record) -> tuple[str, ...]:
    return (*map(party_id, row.get("targets", ())), *row.get("target_groups", ()))


def _closed(row: Record | None) -> Record | None:
    """A record with its last day in place of the first that is outside."""
    if row is None or "until" not in row:
        return row
    return {key: value for key, value in row.items() if key != "until"} | {"last": last_day_before(row["until"])}
