"""Which event each fact is, by the links between facts: computed anew from the links that hold, so that one taken back leaves no
trace, and in any order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casus.ledger.record import Draft, Record


@dataclass(frozen=True, slots=True)
class Link:
    """That two facts are one event: `one` was found to be the event of `other`, which the ledger had before."""

    one: str
    other: str


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name in pairs the smallest name that it hangs together with."""
    leader: dict[str, str] = {}

    def top(name: str) -> str:
        while (above := leader.setdefault(name, name)) != name:
            leader[name] = leader[above]
            name = above
        return name

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        leader[high] = low
    return {name: top(name) for name in leader}


def clusters(links: Iterable[Link], order: Mapping[str, int] | None = None) -> dict[str, str]:
    """The event of each fact that has a link: the founder's fact, which is the event's id. Facts without links are their own.

    `order` says which facts came first (the sequence of their first record). Without it the founder is the fact that was never
    found to be another's, the smallest of those where a person made several events one.
    """
    held = sorted(set(links), key=lambda link: (link.one, link.other))
    leader = components((link.one, link.other) for link in held)
    later = {link.one for link in held}
    place = order or {}
    founder: dict[str, str] = {}
    for fact in sorted(leader, key=lambda fact: (place.get(fact, 0), fact in later, fact)):
        founder.setdefault(leader[fact], fact)
    return {fact: founder[head] for fact, head in leader.items()}


def link_of(draft: Draft) -> Link | None:
    """The link that a record of kind "same" makes; None for one that was taken back or only tells about the event, and for other
    kinds."""
    if draft.kind != "same" or draft.retracted or draft.body.get("how") == "about":
        return None
    return Link(draft.body["one"], draft.body["other"])


def parted(records: Iterable[Record]) -> frozenset[frozenset[str]]:
    """Pairs of facts that a person took apart: the last records of facts of kind "same" that were retracted by hand. No machine
    makes them one again."""
    return frozenset(
        frozenset((record.draft.body["one"], record.draft.body["other"]))
        for record in records
        if record.draft.kind == "same" and record.draft.retracted and record.draft.by_hand
    )
