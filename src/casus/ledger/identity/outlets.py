"""News outlets: which one a report is from, and which one a telling only cites."""

from collections.abc import Iterator, Mapping

from casus.ledger.identity.actors import Identity
from casus.reading.model import Claim, Reading, Statement
from casus.sources.report import Report
from casus.world import names
from casus.world.fold import fold

_MEDIA = "media:"


def outlet(name: str) -> str:
    """The id of a news outlet of a name: "media:reuters" where the world facts know it, else "outlet:" and the folded name."""
    known = next(_media(name), None)
    return known or "outlet:" + "-".join(fold(name).split())


def outlet_of(report: Report) -> str | None:
    """The outlet whose text a report is: the agency that its byline or dateline credits ("(AFP) -"), else its publisher; None
    where neither is told."""
    credited = (media for start, end in report.furniture for media in _printed(report.text[start:end]))
    return next(credited, None) or (outlet(report.publisher) if report.publisher else None)


def cited(claim: Claim, reading: Reading, actors: Mapping[str, Identity]) -> str | None:
    """The outlet on whose word alone a reading's claim is told ("Reuters reported that ...", "told CNN"), by its id; None where
    the report tells it on its own or another's word, or is that outlet's own."""
    own = outlet_of(reading.report)
    statements = {one.id: one for one in reading.claims if isinstance(one, Statement)}
    seen: set[str] = set()
    carrier = claim if isinstance(claim, Statement) else statements.get(claim.by or "")
    while carrier is not None and carrier.id not in seen:
        seen.add(carrier.id)
        for media in _carriers(carrier, actors):
            if media != own:
                return media
        carrier = statements.get(carrier.by or "")
    return None


def _carriers(statement: Statement, actors: Mapping[str, Identity]) -> Iterator[str]:
    """The outlets that a statement comes from: who speaks, through whom it is told, to whom it was told."""
    for actor in (statement.speaker, *statement.co_speakers, *statement.addressees):
        if actor in actors and actors[actor].id.startswith(_MEDIA):
            yield actors[actor].id
    if statement.via:
        yield from _printed(statement.via)


def _printed(words: str) -> Iterator[str]:
    """The outlets that words name."""
    bare = "".join(char if char.isalnum() or char in "'’-." else " " for char in words)
    for found in names.scan(bare.split()):
        yield from (sense.entity.id for sense in found.senses[:1] if sense.entity.id.startswith(_MEDIA))


def _media(name: str) -> Iterator[str]:
    for sense in names.senses(name):
        if sense.entity.id.startswith(_MEDIA):
            yield sense.entity.id
