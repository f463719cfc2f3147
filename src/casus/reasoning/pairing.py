"""Compares claims by shared keys: each pair that a rule may have something to say about, once, in any order of the claims."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from casus.reasoning.claim import Claim
from casus.reasoning.finding import Finding

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class PairRule:
    """A rule about two claims. `keys` gives the keys of a claim and on which side of a pair it can stand; only claims with a key
    in common are compared. `judge` takes the left and the right one; of two that can stand on both sides, the one of the lesser
    fact first."""

    name: str
    kinds: frozenset[str]
    keys: Callable[[Claim], Iterable[tuple[str, Side]]]
    judge: Callable[[Claim, Claim], Finding | None]


def compared(rules: Iterable[PairRule], claims: Iterable[Claim], changed: Container[str] | None = None) -> Iterator[Finding]:
    """What rules find in claims. `changed`: only in pairs with one of these facts (None: all)."""
    told = list(claims)
    for rule in rules:
        yield from _compared(rule, [one for one in told if one.kind in rule.kinds], changed)


def _compared(rule: PairRule, claims: list[Claim], changed: Container[str] | None) -> Iterator[Finding]:
    sides: dict[Side, dict[str, list[Claim]]] = {side: defaultdict(list) for side in ("left", "right", "both")}
    for claim in claims:
        for key, side in rule.keys(claim):
            sides[side][key].append(claim)
    seen: set[tuple[str, str]] = set()
    for one, other in _pairs(sides):
        pair = (one.fact, other.fact)
        if (
            one.fact == other.fact
            or pair in seen
            or (changed is not None and one.fact not in changed and other.fact not in changed)
        ):
            continue
        seen.add(pair)
        if found := rule.judge(one, other):
            yield found


def _pairs(sides: dict[Side, dict[str, list[Claim]]]) -> Iterator[tuple[Claim, Claim]]:
    for key in sides["left"].keys() & sides["right"].keys():
        yield from product(sides["left"][key], sides["right"][key])
    for found in sides["both"].values():
        yield from combinations(sorted(found, key=lambda claim: claim.fact), 2)
