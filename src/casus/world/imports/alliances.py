"""What an import knows of alliances, as facts: the agreement, its parties' spells, and what they owe each other."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casus.errors import WorldError
from casus.world.entities import entity
from casus.world.fact import Citation, Fact, filled, short
from casus.world.index import load
from casus.world.time import Validity, interval

CONFIDENCE = 0.9
"""Coded by trained readers of the treaty after a codebook and checked by others, but nobody is asked here."""

_NAMED = 3
"""So many parties' names go into the title of an alliance, which the data sets don't give."""


@cache
def columns_of(name: str) -> Mapping[str, Any]:
    """What the columns of a data set say: the YAML file beside this one."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def name_of(entity_id: str) -> str:
    """An entity's name; of one that nobody lists, its id."""
    try:
        return entity(entity_id).name
    except WorldError:
        return entity_id


def actor_facts(entity_ids: set[str], citation: Citation) -> list[Fact]:
    """Who the parties are that are no states of the reference facts."""
    return [
        Fact(
            kind="actor",
            topic=f"actor:{one}",
            validity=Validity(),
            body=filled(id=one, name=name_of(one), kind="state", note=_note(one)),
            parts=(("actor", one),),
            citation=citation,
            confidence=CONFIDENCE if name_of(one) != one else 0.5,
        )
        for one in sorted(entity_ids)
        if not one.startswith("state:")
    ]


def _note(entity_id: str) -> str:
    if name_of(entity_id) == entity_id:
        return "The code is in no list of states; whom it means is told by the data set alone."
    return "A state of the code list that the reference facts don't have as one of theirs."


def agreement_fact(alliance: str, spells: Mapping[str, tuple[Validity, ...]], citation: Citation, **more: Any) -> Fact:  # noqa: ANN401
    """The alliance as a whole, from the first day of any party to the last. `more` goes into the body."""
    parties = sorted(spells, key=lambda party: (spells[party][0].first or "", party))
    every = [spell for party in parties for spell in spells[party]]
    firsts = [spell.first for spell in every]
    lasts = [spell.last for spell in every]
    first = None if None in firsts else min((one for one in firsts if one), key=lambda one: interval(one)[0])
    last = None if None in lasts else max((one for one in lasts if one), key=lambda one: interval(one)[1])
    return Fact(
        kind="agreement",
        topic=alliance,
        validity=Validity(first, last),
        body=filled(
            agreement=alliance,
            title=_title(parties, first),
            form="bilateral" if len(parties) == 2 else "multilateral",
            parties=parties,
            status="in force",
            signed=first,
            ended=last,
            **more,
        ),
        parts=(("standing", alliance), *(("party", party) for party in parties)),
        citation=citation,
        confidence=CONFIDENCE,
    )


def party_facts(
    alliance: str, spells: Mapping[str, tuple[Validity, ...]], citation: Citation, observed: str | None
) -> list[Fact]:
    """Each spell of each party. An open end was last seen open in the year `observed`."""
    return [
        Fact(
            kind="party",
            topic=f"party:{alliance.partition(':')[2]}:{short(party)}",
            validity=spell,
            body=filled(
                agreement=alliance, state=party, status="in force", first=spell.first, last=spell.last,
                observed=observed if spell.last is None else None,
            ),
            parts=(("standing", alliance), ("party", party)),
            citation=citation,
            confidence=CONFIDENCE,
        )
        for party, found in spells.items()
        for spell in found
    ]  # fmt: skip


def provision_fact(
    topic: str,
    spell: Validity,
    agreement: str | None,
    obligation: Mapping[str, Any],
    citation: Citation,
    **more: Any,  # noqa: ANN401
) -> Fact:
    """What is owed while a spell lasts. `more` goes into the body: whom it binds, toward whom, under which conditions."""
    bound, beneficiaries = more.get("bound", ()), more.get("beneficiaries", ())
    return Fact(
        kind="provision",
        topic=topic,
        validity=spell,
        body=filled(
            agreement=agreement, provides=obligation["provides"], obligation=obligation["obligation"], status="in force", **more
        ),
        parts=(
            *((("standing", agreement),) if agreement else ()),
            *(("bound", one) for one in bound),
            *(("beneficiary", one) for one in beneficiaries),
        ),
        citation=citation,
        confidence=CONFIDENCE,
    )


def known_agreement(atop: int) -> str | None:
    """The agreement of the reference facts that has an ATOP number, by its id."""
    return _by_atop().get(atop)


@cache
def _by_atop() -> dict[int, str]:
    return {row["atop"]: f"agreement:{row['id']}" for row in load("agreements")["agreements"] if "atop" in row}


def _title(parties: list[str], first: str | None) -> str:
    named = [name_of(party) for party in parties[:_NAMED]]
    others = len(parties) - len(named)
    names = (
        ", ".join(named) + f" and {others} more"
        if others > 0
        else " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    )
    return f"Alliance of {names}" + (f" ({first[:4]})" if first else "")
