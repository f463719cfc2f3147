"""Reference facts as drafts: the world's, a user's own and imported ones, each with its citation; and what they change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from casus.ledger.record import Bound, CitationSource, Draft, Part, Record, Valid, retraction
from casus.version import __version__
from casus.world.fact import Fact
from casus.world.time import interval

WORLD = f"casus-world {__version__}"
"""The extractor of the facts that come with casus."""


def draft_of(fact: Fact, extractor: str) -> Draft:
    """A fact as a draft. A state's part is its country's, too."""
    parts = [Part(role, entity) for role, entity in fact.parts]
    parts += [
        Part(part.role, f"country:{part.entity.removeprefix('state:')}") for part in parts if part.entity.startswith("state:")
    ]
    return Draft(
        kind=fact.kind,
        body={"modality": "actual", **fact.body},
        valid=Valid(_bound(fact.validity.first), _bound(fact.validity.last)),
        source=CitationSource(*fact.citation),
        extractor=extractor,
        parts=tuple(dict.fromkeys(parts)),
        confidence=fact.confidence,
        topic=fact.topic,
    )


def decide(facts: Iterable[Fact], kept: Mapping[str, Sequence[Record]], extractor: str, *, whole: bool) -> tuple[Draft, ...]:
    """What facts change, given the current records of their topics, `kept`. Retractions come first, so that days get free.

    A fact that says the same is left alone. One that says otherwise follows the record of its topic that began on the same day.
    `whole`: what this extractor said before and the facts no longer do is retracted (another version of the package); topics that
    are not among `kept` are new. What others said of the topic (a user's own facts, a person's correction) stays.
    """
    wanted: dict[str, list[Draft]] = {}
    for fact in facts:
        wanted.setdefault(fact.topic, []).append(draft_of(fact, extractor))
    gone: list[Draft] = []
    come: list[Draft] = []
    for topic, drafts in wanted.items():
        left = list(kept.get(topic, ()))
        for draft in drafts:
            same = next((record for record in left if _says(record.draft) == _says(draft)), None)
            if same is not None:
                left.remove(same)
                continue
            before = next((one for one in left if one.draft.valid.first == draft.valid.first and _ours(one, extractor)), None)
            if before is None:
                come.append(draft)
            else:
                left.remove(before)
                come.append(replace(draft, fact=before.fact, supersedes=before.id))
        gone += list(_gone(left, extractor))
    if whole:
        for topic, records in kept.items():
            gone += list(_gone(records if topic not in wanted else (), extractor))
    return (*gone, *come)


def _gone(records: Sequence[Record], extractor: str) -> Iterator[Draft]:
    for record in records:
        if _ours(record, extractor):
            yield retraction(record, f"{extractor} no longer says so", extractor)


def _ours(record: Record, extractor: str) -> bool:
    """Whether the same source said it, in whichever version."""
    return record.draft.extractor.rpartition(" ")[0] == extractor.rpartition(" ")[0]


def _says(draft: Draft) -> tuple[object, ...]:
    return draft.kind, draft.body, draft.valid, draft.source, draft.parts, draft.confidence


def _bound(day: str | None) -> Bound | None:
    return Bound(*interval(day)) if day else None
