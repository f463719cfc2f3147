"""Memberships of organisations and blocs as facts, and entities that only a user's file or a data set has."""

from casus.world.entities import named
from casus.world.fact import Cite, Fact, confidence, filled, group_id, party_id, short
from casus.world.index import Record
from casus.world.time import Validity


def membership_fact(row: Record, cite: Cite) -> Fact:
    """One spell of a member in a group: an entry of the form of memberships.yaml."""
    member, group = party_id(row["member"]), group_id(row["group"])
    loose = any(entity.id == group and entity.loose for entity in named())
    return Fact(
        kind="membership",
        topic=f"membership:{short(group)}:{short(member)}",
        validity=Validity(row.get("first"), row.get("last")),
        body=filled(
            member=member,
            group=group,
            relation=row.get("relation", "member"),
            elected=row.get("elected") or None,
            loose=loose or None,
            note=row.get("note"),
        ),
        parts=(("member", member), ("group", group)),
        citation=cite(row["source"]),
        confidence=confidence(row["confidence"]),
    )


def actor_fact(row: Record, cite: Cite) -> Fact:
    """Who an entity is that the reference facts don't list."""
    return Fact(
        kind="actor",
        topic=f"actor:{row['id']}",
        validity=Validity(),
        body=filled(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            country=row.get("country"),
            sector=row.get("sector"),
            note=row.get("note"),
        ),
        parts=(("actor", row["id"]),),
        citation=cite(row["source"]),
        confidence=confidence(row["confidence"]),
    )
