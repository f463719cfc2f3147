"""Whose words are whose: for every character of a report the innermost statement that it is content of."""

from itertools import pairwise

from casus.faces.describe import Register
from casus.reading.model import Statement
from casus.sources.report import Span

_LEAST_SHARE = 0.15
"""A voice that holds a smaller share of a sentence isn't named beside it."""


def owners(register: Register) -> list[Statement | None]:
    """For every character the innermost statement whose content it is, None in the report's own voice."""
    painted: list[Statement | None] = [None] * len(register.reading.report.text)
    statements = [claim for claim in register.reading.claims if isinstance(claim, Statement) and claim.modality != "denied"]
    for statement in sorted(statements, key=lambda found: (len(register.carriers(found)), -_length(found))):
        for start, end in statement.content:
            painted[start:end] = [statement] * (end - start)
    return painted


def runs(owned: list[Statement | None], span: Span) -> list[tuple[Span, Statement | None]]:
    """A span cut where the owner changes, in order."""
    start, end = span
    turns = [place for place in range(start + 1, end) if owned[place] is not owned[place - 1]]
    return [((first, last), owned[first]) for first, last in pairwise((start, *turns, end)) if first < last]


def speaking(owned: list[Statement | None], span: Span) -> list[Statement]:
    """The statements that a sentence's words belong to, in order of first word; none where the report itself speaks."""
    shares: dict[str, tuple[Statement, int]] = {}
    for (start, end), owner in runs(owned, span):
        if owner:
            shares[owner.id] = (owner, shares.get(owner.id, (owner, 0))[1] + end - start)
    least = _LEAST_SHARE * (span[1] - span[0])
    return [owner for owner, share in shares.values() if share >= least]


def _length(statement: Statement) -> int:
    return sum(end - start for start, end in statement.content)
