"""What keeping a reading changes, decided purely: the drafts to append, given what is kept of the same report.

What a newer reader reads otherwise supersedes what the older one read; what it no longer reads is retracted; what it reads the
same is left alone. What a person has corrected, accepted or retracted stays as the person left it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.ledger.drafts import READER, Told, draft_of, in_order
from casus.ledger.record import Draft, Record, ReportSource, retraction


def decide(told: Told, kept: Sequence[Record]) -> tuple[Draft, ...]:
    """Drafts in the order in which they are to be written. `kept` holds the last record of each fact of this report."""
    facts: dict[str, str] = {}
    made: dict[str, str] = {}
    unclaimed = {record.fact: record for record in kept if record.draft.kind != "actor"}
    changes: list[Draft] = []
    for claim in in_order(told.reading):
        draft = draft_of(claim, told, facts)
        if draft.id in made:  # told twice in the same words: one record
            facts[claim.id] = made[draft.id]
            continue
        before = _match(draft, list(unclaimed.values()))
        if before is None:
            facts[claim.id] = made[draft.id] = draft.of_fact
            changes.append(draft)
            continue
        del unclaimed[before.fact]
        facts[claim.id] = made[draft.id] = before.fact
        if not before.draft.by_hand and (before.draft.retracted or not _same(draft, before.draft)):
            changes.append(replace(draft, fact=before.fact, supersedes=before.id))
    gone = [
        retraction(record, f"{READER} does not read it", READER)
        for record in unclaimed.values()
        if not record.draft.retracted and not record.draft.by_hand
    ]
    return (*_actors(told, kept), *changes, *gone)


def _match(draft: Draft, kept: Sequence[Record]) -> Record | None:
    """The kept record that tells what the draft tells: the same content, else the likest of those told in the same words."""
    fitting = [record for record in kept if record.draft.kind == draft.kind and _share(draft, record.draft) > 0]
    return max(fitting, key=lambda record: _likeness(draft, record.draft), default=None)


def _likeness(draft: Draft, before: Draft) -> tuple[bool, bool, int, float]:
    alike = sum(draft.body.get(key) == value for key, value in before.body.items())
    return _same(draft, before), _main(draft) == _main(before), alike, _share(draft, before)


def _main(draft: Draft) -> object:
    """The word that says what sort of its kind a claim is."""
    return next(
        (draft.body[key] for key in ("type", "act", "provides", "measure", "stance", "relation") if key in draft.body), None
    )


def _same(draft: Draft, before: Draft) -> bool:
    """Whether two drafts say the same, whoever found it and however sure."""
    return (draft.body, draft.valid, draft.source, set(draft.parts)) == (
        before.body,
        before.valid,
        before.source,
        set(before.parts),
    )


def _share(draft: Draft, before: Draft) -> float:
    """The share of the told words of both that they have in common, 0 to 1."""
    one, other = (_told(given) for given in (draft, before))
    return len(one & other) / len(one | other) if one and other else 0.0


def _told(draft: Draft) -> set[int]:
    if not isinstance(draft.source, ReportSource):
        return set()
    return {place for quote in draft.source.quotes if quote.role == "told" for place in range(quote.start, quote.end)}


def _actors(told: Told, kept: Sequence[Record]) -> Iterator[Draft]:
    """Who the reading's actors are, for those whom the reference facts don't know; each once a report."""
    known = {record.draft.body["id"] for record in kept if record.draft.kind == "actor"}
    for actor in told.reading.actors:
        if (identity := told.actors.get(actor.id)) and not identity.world and identity.id not in known:
            known.add(identity.id)
            yield identity.draft(told.reading.report, READER)
