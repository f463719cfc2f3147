"""Everything standing that the reference facts know, as values that a ledger can load."""

from collections.abc import Iterable, Iterator

from casus.world.agreement_facts import agreement_facts, commitment_fact
from casus.world.fact import Citation, Fact, FactKind
from casus.world.index import Record, load
from casus.world.membership_facts import membership_fact
from casus.world.regime_facts import regime_facts

__all__ = ["Citation", "Fact", "FactKind", "shipped_facts"]

KEY = "world"
"""The citation's key of an entry whose source is told in words."""


def shipped_facts() -> tuple[Fact, ...]:
    """The facts that come with casus: agreements with their parties and provisions, commitments, regimes with their measures,
    memberships. In the order of the files; the same facts with every call of one version.
    """
    return tuple(_shipped())


def _shipped() -> Iterator[Fact]:
    for row in load("agreements")["agreements"]:
        yield from agreement_facts(row, cite)
    for row in load("commitments")["commitments"]:
        yield commitment_fact(row, cite)
    for row in load("regimes")["regimes"]:
        yield from regime_facts(row, cite)
    for row in _memberships():
        yield membership_fact(row, cite)


def cite(source: str) -> Citation:
    """The citation of a source of the reference facts: a key of sources.yaml, or a work in words."""
    title = load("sources")["sources"].get(source)
    return Citation(source, title) if title else Citation(KEY, source)


def _memberships() -> Iterable[Record]:
    keys = ("member", "first", "last", "elected", "source", "confidence", "note")
    for group, rows in load("members")["members"].items():
        for row in rows:
            yield {"group": group} | {key: value for key, value in zip(keys, row, strict=True) if value is not None}
