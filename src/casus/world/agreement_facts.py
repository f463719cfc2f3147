"""Agreements as facts: the agreement, each spell of each party, each provision; and commitments of one side alone."""

from collections.abc import Iterator, Sequence
from itertools import count

from casus.world.fact import Citation, Cite, Fact, confidence, filled, party_id, short, slug
from casus.world.index import Record
from casus.world.time import Validity, last_day_before, overlap

SIGNED, IN_FORCE = "signed", "in force"
"""The status of what is known to be signed only, and of what is known to have come into force."""


def agreement_facts(row: Record, cite: Cite) -> Iterator[Fact]:
    """The facts of an entry of the form of agreements.yaml.

    The agreement stands from its signature to its last day; parties are bound, and provisions hold, from their own first day or
    the entry into force. Where no entry into force is known they count from the signature, with `status` "signed".
    """
    citation, sure = cite(row["source"]), confidence(row["confidence"])
    agreement = f"agreement:{row['id']}"
    ended = last_day_before(row.get("ended"))
    parties = [party_id(party["code"]) for party in row["parties"]]
    yield Fact(
        kind="agreement",
        topic=agreement,
        validity=Validity(row["signed"], ended),
        body=filled(
            agreement=agreement,
            title=row["title"],
            aliases=row.get("aliases"),
            form=row["kind"],
            parties=list(dict.fromkeys(parties)),
            parties_complete=row.get("parties_complete"),
            status=IN_FORCE if row.get("in_force") else SIGNED,
            signed=row["signed"],
            signed_at=row.get("signed_at"),
            in_force=row.get("in_force"),
            ended=ended,
            spheres=row.get("spheres"),
            notes=[*([row["status"]] if "status" in row else []), *row.get("notes", [])],
            atop=row.get("atop"),
        ),
        parts=(("standing", agreement), *(("party", party) for party in dict.fromkeys(parties))),
        citation=citation,
        confidence=sure,
    )
    for party in row["parties"]:
        yield party_fact(party | {"agreement": row["id"]}, row, citation, sure)
    provisions = row.get("provisions", ())
    for name, provision in zip(_articles(provisions), provisions, strict=True):
        yield provision_fact(provision, row, name, citation, sure)


def party_fact(party: Record, row: Record, citation: Citation, sure: float) -> Fact:
    """One spell of a party in an agreement, whose entry is `row`."""
    agreement, state = f"agreement:{party['agreement']}", party_id(party["code"])
    first = party.get("first") or row.get("in_force")
    last = last_day_before(party.get("until"))
    return Fact(
        kind="party",
        topic=f"party:{party['agreement']}:{short(state)}",
        validity=Validity(first or row["signed"], last or last_day_before(row.get("ended"))),
        body=filled(
            agreement=agreement, state=state, status=IN_FORCE if first else SIGNED, first=party.get("first"), last=last,
            note=party.get("note"),
        ),
        parts=(("standing", agreement), ("party", state)),
        citation=citation,
        confidence=sure,
    )  # fmt: skip


def provision_fact(provision: Record, row: Record, name: str, citation: Citation, sure: float) -> Fact:
    """One provision of an agreement, whose entry is `row`. No `bound` and `beneficiaries`: every party toward every other.

    A wording that held for a part of the agreement's days alone has those.
    """
    agreement = f"agreement:{row['id']}"
    bound, beneficiaries = (tuple(map(party_id, provision.get(key, ()))) for key in ("owed_by", "owed_to"))
    parties = dict.fromkeys(party_id(party["code"]) for party in row["parties"])
    return Fact(
        kind="provision",
        topic=f"provision:{row['id']}:{name}",
        validity=Validity(
            provision.get("first") or row.get("in_force") or row["signed"],
            last_day_before(provision.get("until")) or last_day_before(row.get("ended")),
        ),
        body=filled(
            agreement=agreement,
            article=provision["article"],
            provides=provision["kind"],
            trigger=provision.get("trigger"),
            obligation=provision["obligation"],
            discretion=provision.get("discretion"),
            territory=provision.get("territory"),
            conditions=provision.get("conditions"),
            bound=bound,
            beneficiaries=beneficiaries,
            terms=_terms(provision.get("terms")),
            suspensions=[_suspension(suspension) for suspension in row.get("suspensions", ())],
            status=IN_FORCE if row.get("in_force") else SIGNED,
        ),
        parts=(
            ("standing", agreement),
            *(("party", party) for party in parties),
            *(("bound", party) for party in bound),
            *(("beneficiary", party) for party in beneficiaries),
        ),
        citation=citation,
        confidence=sure,
    )


def commitment_fact(row: Record, cite: Cite) -> Fact:
    """What one side alone has promised: a provision of no agreement, whose `commitment` has the id."""
    commitment, by = f"commitment:{row['id']}", party_id(row["by"])
    toward = tuple(map(party_id, row["toward"]))
    return Fact(
        kind="provision",
        topic=commitment,
        validity=Validity(row["first"], row.get("last")),
        body=filled(
            commitment=commitment,
            instrument=row["instrument"],
            provides=row["kind"],
            trigger=row.get("trigger"),
            obligation=row["obligation"],
            discretion=row.get("discretion"),
            binding=row["binding"],
            bound=[by],
            beneficiaries=toward,
            terms=_terms(row.get("terms")),
            status=IN_FORCE,
        ),
        parts=(("standing", commitment), ("bound", by), *(("beneficiary", one) for one in toward)),
        citation=cite(row["source"]),
        confidence=confidence(row["confidence"]),
    )


def _articles(provisions: Sequence[Record]) -> list[str]:
    """The names of provisions within their agreement. Wordings of one article that followed each other share a name, as
    their days tell them apart; what stands side by side is numbered.
    """
    taken: dict[str, list[Validity]] = {}
    names = []
    for provision in provisions:
        base = f"{slug(provision['article'])}:{provision['kind']}"
        spell = Validity(provision.get("first"), last_day_before(provision.get("until")))
        numbers = (base if number == 1 else f"{base}:{number}" for number in count(1))
        name = next(name for name in numbers if not any(overlap(spell, other) for other in taken.get(name, ())))
        taken.setdefault(name, []).append(spell)
        names.append(name)
    return names


def _terms(terms: Record | None) -> Record | None:
    """The terms with ids in place of codes: "state:USA", "territory:guam"."""
    if not terms:
        return None
    parties = {key: [party_id(code) for code in terms[key]] for key in ("attackers", "not_attackers") if key in terms}
    area = {side: [_place_id(place) for place in places] for side, places in terms.get("area", {}).items()}
    return terms | parties | ({"area": area} if area else {})


def _place_id(place: str) -> str:
    return f"state:{place}" if place.isupper() else f"territory:{place}"


def _suspension(row: Record) -> Record:
    return filled(
        between=[party_id(code) for code in row["between"]],
        first=row["first"],
        last=last_day_before(row.get("until")),
        effect=row["effect"],
    )
