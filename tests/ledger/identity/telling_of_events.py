"""Events as one report or another tells them, for tests of identity."""

from datetime import date

from casus.ledger.identity.tellings import Telling, of_event, telling_of
from casus.ledger.record import Bound, Draft, Part, Quote, ReportSource, Valid

MONDAY = date(2024, 3, 4)


def told(
    words: str,
    *,
    report: str = "a" * 64,
    root: str = "ASSAULT",
    actors: tuple[str, ...] = ("ETH",),
    recipients: tuple[str, ...] = ("ERI",),
    day: date | None = MONDAY,
    last: date | None = None,
    place: str | None = None,
    killed: int | None = None,
    modality: str = "actual",
    at: int = 0,
) -> Draft:
    """An event of states (by code) against states, on a day or between two; `at` is where its words start in the report."""
    body: dict[str, object] = {"type": root, "modality": modality}
    if killed is not None:
        body["killed"] = killed
    parts = [Part(role, entity) for role, codes in (("actor", actors), ("recipient", recipients)) for code in codes
             for entity in (f"state:{code}", f"country:{code}")]  # fmt: skip
    if place:
        body["place"] = f"place:{place}@ERI"
        parts += [Part("place", f"place:{place}@ERI"), Part("place", "country:ERI")]
    bound = Bound(day, last or day) if day else None
    source = ReportSource(report, (Quote("told", at, at + len(words), words),))
    return Draft(kind="event", body=body, valid=Valid(bound, bound), source=source, extractor="test", parts=tuple(parts))


def telling(draft: Draft, event: Draft | None = None) -> Telling:
    """It as it is compared, as part of an event (by the founder's draft)."""
    found = telling_of(draft)
    return of_event(found, event.of_fact) if event else found


def report(letter: str) -> str:
    """The id of a report."""
    return letter * 64
