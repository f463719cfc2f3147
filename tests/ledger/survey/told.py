"""What hypothesis makes up for a survey to count: reports of outlets, of which some copy others, that tell what others told."""

from collections.abc import Sequence

from hypothesis import strategies as st
from ledger.store.drafting import ENTITIES, TEXT, event, quote, report, validities

from casus.ledger.contract import Change, KeptReport, Store
from casus.ledger.identity.witnesses import IDENTITY, SOURCE, echo_draft
from casus.ledger.record import Draft, Part, Record, ReportSource, Valid, retraction

Pairs = Sequence[tuple[int, int]]
OUTLETS = (None, None, "media:post", "media:wire")
REPORTS: tuple[KeptReport, ...] = tuple(
    report(f"{TEXT} {number}", outlet=outlet, first=None) for number, outlet in enumerate(OUTLETS)
)  # fmt: skip

told = st.builds(
    lambda number, root, entities, valid, sure, cites: telling(REPORTS[number], root, entities, valid, sure, cites),
    st.integers(0, len(REPORTS) - 1),
    st.sampled_from(("AGREE", "ASSAULT")),
    st.lists(st.sampled_from(ENTITIES), max_size=3, unique=True),
    validities(),
    st.sampled_from((0.4, 0.6, 0.9)),
    st.sampled_from((None, None, "media:post", "media:wire")),
)
"""An event that a report tells."""

links = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6)
echoes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3)
taken_back = st.lists(st.integers(0, 30), max_size=4)


def write(store: Store, events: Sequence[Draft], linked: Pairs, copied: Pairs, gone: Sequence[int]) -> None:
    """Writes events, links and echoes between those of these numbers; then takes back some of all that was written."""
    for told_by in REPORTS:
        store.write(Change(report=told_by))
    records = [record for draft in events for record in store.write(Change(drafts=(draft,))).records]
    for one, other in linked:
        if one < len(records) and other < len(records) and one != other:
            records += store.write(Change(drafts=(same(records[one], records[other]),))).records
    for one, other in copied:
        if one != other:
            draft = echo_draft(REPORTS[one].id, REPORTS[other].id, 0.9, ("the same words",))
            records += store.write(Change(drafts=(draft,))).records
    for number in sorted(set(gone)):
        if number < len(records):
            store.write(Change(drafts=(retraction(records[number], "it was wrong"),)))


def telling(
    by: KeptReport, root: str, entities: Sequence[str], valid: Valid, sure: float, cites: str | None
) -> Draft:  # fmt: skip
    """An event that a report tells, on an outlet's word where `cites` names one."""
    source = ReportSource(by.id, (quote("signed a pact", by.text),))
    made = event(root, *entities, when=valid, source=source, confidence=sure)
    return made if cites is None else Draft(**{**made.__dict__, "body": {**made.body, "cites": cites}})


def same(one: Record, other: Record) -> Draft:
    """That two tellings are one event."""
    return Draft(
        kind="same", body={"one": one.fact, "other": other.fact, "how": "told again"}, valid=Valid(), source=SOURCE,
        extractor=IDENTITY, parts=(Part("event", one.fact), Part("event", other.fact)), confidence=0.9,
    )  # fmt: skip
