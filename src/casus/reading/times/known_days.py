"""Days by which a report can be dated from outside its text."""

from collections.abc import Sequence

from casus.reading.document import Document
from casus.reading.times.expression import Expression
from casus.reading.times.news import KnownDay
from casus.reading.times.signings import signings
from casus.reading.times.takings import takings
from casus.world.agreements import KnownAgreement, agreements


def known_days(
    document: Document, expressions: Sequence[Expression], known: Sequence[KnownAgreement] | None = None
) -> tuple[KnownDay, ...]:
    """Known days that the report tells as news, surest first, the latest of those that are as sure.

    `expressions` are the times found in the document's sentences; `known` are the agreements to look among (None: all known).
    """
    found = (*signings(document, expressions, agreements() if known is None else known), *takings(document, expressions))
    return tuple(sorted(found, key=lambda each: (-each.confidence, -each.day.toordinal())))
