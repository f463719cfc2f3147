"""How many independent witnesses an event has: a re-post adds none, an echo of an outlet none but that outlet.

Independent is who did not get it from another witness as far as the texts show: near-duplicates are one, reports of one outlet
are one, and what is told on another outlet's word alone counts as that outlet, once, wherever it is told so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casus.ledger.identity.clusters import components
from casus.ledger.identity.signatures import Copy
from casus.ledger.record import CitationSource, Draft, Part, Valid
from casus.version import __version__

IDENTITY = f"casus-identity {__version__}"
"""The extractor of what is found to be one."""

SOURCE = CitationSource("casus-identity", "found by casus to be one, by the reasons given")


@dataclass(frozen=True, slots=True)
class Witness:
    """A report that tells of an event. `outlet` is whose text it is and `cites` the outlet on whose word it tells it (ids of
    outlets, None where not known); `copy_of` are the reports that it is a near-duplicate of."""

    report: str
    outlet: str | None = None
    cites: str | None = None
    copy_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent witness: the reports that count as one, in order of their ids; `outlet` alone where none of them is its
    own telling."""

    reports: tuple[str, ...]
    outlet: str | None = None


def origins(witnesses: Iterable[Witness]) -> tuple[Origin, ...]:
    """The independent witnesses among those of an event, the same in whatever order they are given.

    A report that is given twice tells it itself if it does once.
    """
    told = sorted(witnesses, key=lambda witness: (witness.report, witness.cites or "", witness.outlet or ""))
    leader = components(_ties(told))
    groups: dict[str, list[Witness]] = {}
    for witness in told:
        groups.setdefault(leader[witness.report], []).append(witness)
    own = [group for group in groups.values() if any(witness.cites is None for witness in group)]
    heard = {outlet for group in own for witness in group for outlet in (witness.cites or witness.outlet,) if outlet}
    echoes: dict[str, list[Witness]] = {}
    for group in groups.values():
        for witness in group if group not in own else ():
            if witness.cites and witness.cites not in heard:
                echoes.setdefault(witness.cites, []).append(witness)
    return (*(Origin(_reports(group)) for group in own), *(Origin(_reports(echoes[one]), one) for one in sorted(echoes)))


def _ties(told: Sequence[Witness]) -> Iterator[tuple[str, str]]:
    """What makes reports one witness: each with itself, copies, and own tellings of one outlet."""
    for witness in told:
        yield witness.report, witness.report
        for copy in witness.copy_of:
            yield witness.report, copy
        if witness.outlet and witness.cites is None:
            yield witness.report, f"by {witness.outlet}"


def _reports(group: Iterable[Witness]) -> tuple[str, ...]:
    return tuple(sorted({witness.report for witness in group}))


def echo_draft(report: str, other: str, score: float, why: Sequence[str]) -> Draft:
    """The record that a report only repeats another (a near-duplicate, see `copy_echo`), or a fact only what an outlet told.

    `report` is the id of the report, or the fact, that repeats; `other` that of the report or outlet.
    """
    return Draft(
        kind="echo",
        body={"one": report, "other": other, "score": round(score, 4), "why": list(why)},
        valid=Valid(),
        source=SOURCE,
        extractor=IDENTITY,
        parts=(Part("echo", report), Part("echoed", other)),
        confidence=round(score, 4),
    )


def copy_echo(report: str, copy: Copy) -> Draft:
    """The record that a report is a near-duplicate of an earlier one."""
    return echo_draft(report, copy.other, max(copy.alike, copy.contained), (copy.why,))
