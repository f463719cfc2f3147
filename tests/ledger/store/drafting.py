"""Reports, drafts and changes for tests of the store, and how hypothesis makes up whole histories of them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from hypothesis import strategies as st

from casus.ledger.contract import Change, KeptReport, Query, Store, Wanted
from casus.ledger.record import (
    Bound,
    CitationSource,
    Draft,
    Part,
    Quote,
    Record,
    RecordKind,
    ReportSource,
    Source,
    Valid,
    retraction,
)

START = datetime(2024, 7, 1, 12, tzinfo=UTC)
ATLAS = CitationSource("atlas", "An atlas of pacts, 3rd edition")
TEXT = "Ruritania and Graustark signed a pact in Strelsau on Tuesday. Borduria protested."


class Clock:
    """A clock that goes on by a minute whenever it is asked, and that tests set."""

    def __init__(self, start: datetime = START) -> None:
        self.time = start

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def report(text: str = TEXT, **given: Any) -> KeptReport:  # noqa: ANN401
    return KeptReport(id=hashlib.sha256(text.encode()).hexdigest(), text=text, **given)


def quote(words: str, text: str = TEXT, role: Any = "told") -> Quote:  # noqa: ANN401
    start = text.index(words)
    return Quote(role, start, start + len(words), words)


def on(first: str | date, last: str | date | None = None) -> Valid:
    """What happened on a day, or on one of the days from the first to the last."""
    bound = Bound(_day(first), _day(last or first))
    return Valid(bound, bound)


def between(first: str | None, last: str | None) -> Valid:
    """What stood from a day to a day, ends included."""
    ends = (Bound(_day(end), _day(end)) if end else None for end in (first, last))
    return Valid(*ends)


def event(root: str = "AGREE", *entities: str, when: Valid | None = None, **given: Any) -> Draft:  # noqa: ANN401
    """An event by the atlas, unless another source is given; the first entity did it, the others are its recipients."""
    roles = ("actor", *("recipient" for _ in entities[1:]))
    return Draft(
        kind="event",
        body={"type": root, "modality": given.pop("modality", "actual")},
        valid=when or Valid(),
        source=given.pop("source", ATLAS),
        extractor=given.pop("extractor", "hand"),
        parts=tuple(Part(role, entity) for role, entity in zip(roles, entities, strict=False)),
        **given,
    )


def party(agreement: str, state: str, when: Valid, **given: Any) -> Draft:  # noqa: ANN401
    """That a state is bound by an agreement: one fact at a time."""
    return Draft(
        kind="party",
        body={"agreement": agreement, "state": state},
        valid=when,
        source=ATLAS,
        extractor="hand",
        parts=(Part("standing", agreement), Part("party", state)),
        topic=f"party:{agreement}:{state}",
        **given,
    )


def after(record: Record, **given: Any) -> Draft:  # noqa: ANN401
    """The next version of a record's fact."""
    return replace(record.draft, fact=record.fact, supersedes=record.id, **({"retracted": False} | given))


def keep(store: Store, *drafts: Draft, told: KeptReport | None = None) -> tuple[Record, ...]:
    """Writes drafts in one change and gives the new records."""
    return store.write(Change(report=told, drafts=drafts)).records


def _day(told: str | date) -> date:
    return told if isinstance(told, date) else date.fromisoformat(told)


# What hypothesis makes up. Few of each thing, so that records meet.

ENTITIES = ("country:RUR", "country:GRA", "country:BOR", "org:LEAGUE", "person:zenda@RUR", "state:RUR")
KINDS: tuple[RecordKind, ...] = ("event", "statement", "transfer", "agreement", "party", "position")
WORDS = {
    "event": "type",
    "statement": "act",
    "transfer": "goods_class",
    "agreement": "status",
    "party": "state",
    "position": "stance",
}
TYPES = ("one", "two")
MODALITIES = ("actual", "denied")
TOPICS = ("party:pact:RUR", "party:pact:GRA")
ROLES = ("actor", "recipient")
DAYS = tuple(date(2024, 6, 28) + timedelta(days=number) for number in range(8))

days = st.sampled_from(DAYS)
sources: st.SearchStrategy[Source] = st.sampled_from((ATLAS, ReportSource(report().id, (quote("signed a pact"),))))
bounds = st.builds(lambda one, other: Bound(min(one, other), max(one, other)), days, days)


@st.composite
def validities(draw: st.DrawFn) -> Valid:
    """Any: open, imprecise or exact, but never with a last end that is sure to be before the first."""
    first, last = draw(st.none() | bounds), draw(st.none() | bounds)
    if first and last and last.latest < first.earliest:
        first, last = last, first
    return Valid(first, last)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """The first record of some fact."""
    kind = draw(st.sampled_from(KINDS))
    entities = draw(st.lists(st.sampled_from(ENTITIES), max_size=3, unique=True))
    return Draft(
        kind=kind,
        body={WORDS[kind]: draw(st.sampled_from(TYPES)), "modality": draw(st.sampled_from(MODALITIES))},
        valid=draw(validities()),
        source=draw(sources),
        extractor="hand",
        parts=tuple(Part(draw(st.sampled_from(ROLES)), entity) for entity in entities),
        topic=draw(st.sampled_from(TOPICS)) if kind == "party" else None,
        confidence=draw(st.sampled_from((0.5, 1.0))),
    )


@dataclass(frozen=True)
class Step:
    """One write: which of the drafts that were made before it builds on is told by numbers, so that a script suits any store.

    `act`: "new" fact, "again" the same draft, "next" version of a fact, "move" it to the topic of another, "stale": of a record
    that may have been superseded, "retract", "restore" (what a retracted fact said before).
    """

    acts: tuple[tuple[str, int, Draft], ...]
    minutes: int


steps = st.builds(
    Step,
    st.lists(
        st.tuples(
            st.sampled_from(("new", "new", "new", "again", "next", "next", "move", "stale", "retract", "restore")),
            st.integers(0, 30),
            drafts(),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.sampled_from((0, 1, 1, 5, -3)),
)
scripts = st.lists(steps, min_size=1, max_size=8)


def change_of(step: Step, kept: Sequence[Record]) -> Change:
    """What a step writes into a ledger that has kept these records so far."""
    made: list[Draft] = []
    for act, number, draft in step.acts:
        if act == "new" or not kept:
            made.append(draft)
            continue
        chosen = kept[number % len(kept)]
        last = [record for record in kept if record.fact == chosen.fact][-1]
        if act == "again":
            made.append(chosen.draft)
        elif act == "next":
            made.append(after(last, valid=draft.valid, body=chosen.draft.body, parts=draft.parts))
        elif act == "move":
            made.append(after(last, valid=draft.valid, topic=draft.topic or last.draft.topic))
        elif act == "stale":
            made.append(after(chosen, valid=draft.valid))
        elif act == "retract":
            made.append(retraction(last, "it was wrong"))
        else:
            made.append(after(last, body=chosen.draft.body, valid=chosen.draft.valid, why=None))
    return Change(report=report(), drafts=tuple(made))


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Any query, but for what it builds on a ledger (pages, instants, facts)."""
    some = st.booleans()
    entities = draw(st.lists(st.sampled_from(ENTITIES), max_size=2))
    first, last = sorted((draw(days), draw(days)))
    return Query(
        kinds=cast(tuple[RecordKind, ...], tuple(draw(st.lists(st.sampled_from(KINDS), max_size=2, unique=True)))),
        entities=tuple(
            Wanted(
                entity=entity,
                roles=tuple(draw(st.lists(st.sampled_from(ROLES), max_size=2, unique=True))),
                others=tuple(draw(st.lists(st.sampled_from(ENTITIES), max_size=1))),
            )
            for entity in entities
        ),
        types=tuple(draw(st.lists(st.sampled_from(TYPES), max_size=1))),
        modalities=tuple(draw(st.lists(st.sampled_from(MODALITIES), max_size=1))),
        first=first if draw(some) else None,
        last=last if draw(some) else None,
        as_of=draw(st.none() | days),
        report=report().id if draw(some) else None,
        topic=draw(st.none() | st.sampled_from(TOPICS)),
        retracted=draw(some),
        newest=draw(some),
        limit=draw(st.none() | st.integers(0, 3)),
    )
