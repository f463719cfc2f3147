"""Scores of clusters of tellings, and the plain ways to cluster that benchmarks/identity.py sets beside the ledger's."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casus.ledger.identity.clusters import components
from casus.ledger.identity.likeness import rarity_among
from casus.ledger.identity.tellings import Telling

Labelled = tuple[Telling, str]
"""A telling and the id of the true event; "" where that is not known and nothing is scored."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of pairs, and of B-cubed, each 0 to 1."""

    precision: float
    recall: float
    cubed_precision: float
    cubed_recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        return _harmonic(self.precision, self.recall)

    @property
    def cubed(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        return _harmonic(self.cubed_precision, self.cubed_recall)


def score(found: Sequence[str], true: Sequence[str]) -> Score:
    """How well clusters fit; both give each telling's cluster, in the same order."""
    both = Counter(zip(found, true, strict=True))
    mine, theirs = Counter(found), Counter(true)
    right, made, wanted = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, mine, theirs))
    cubed = [(both[pair] / mine[pair[0]], both[pair] / theirs[pair[1]]) for pair in zip(found, true, strict=True)]
    return Score(
        right / made if made else 1.0,
        right / wanted if wanted else 1.0,
        statistics.fmean(precision for precision, _ in cubed),
        statistics.fmean(recall for _, recall in cubed),
    )


def score_of(labelled: Sequence[Labelled], found: Sequence[str]) -> Score:
    """The score over the tellings whose true event is known."""
    counted = [(event, true) for event, (_, true) in zip(found, labelled, strict=True) if true]
    return score([event for event, _ in counted], [true for _, true in counted])


def by_key(labelled: Sequence[Labelled]) -> list[str]:
    """A peer: tellings are one event if type, countries and day are the same."""
    return [f"{one.type} {sorted(one.actors.countries | one.recipients.countries)} {one.first} {one.last}" for one, _ in labelled]


def by_words(labelled: Sequence[Labelled], threshold: float) -> list[str]:
    """A peer: tellings are one event if their words, weighted by rarity, are so much alike (cosine), one leading to another."""
    tellings = [one for one, _ in labelled]
    rarity = rarity_among(tellings)
    weights = [{word: rarity.weight(word) for word in one.words} for one in tellings]
    lengths = [sum(weight**2 for weight in given.values()) ** 0.5 or 1.0 for given in weights]
    having: dict[str, list[int]] = {}
    pairs: list[tuple[str, str]] = [(str(number), str(number)) for number in range(len(tellings))]
    for number, given in enumerate(weights):
        for other in {other for word in given for other in having.get(word, ())}:
            product = sum(weight * weights[other].get(word, 0.0) for word, weight in given.items())
            if product >= threshold * lengths[number] * lengths[other]:
                pairs.append((str(number), str(other)))
        for word in given:
            having.setdefault(word, []).append(number)
    leader = components(pairs)
    return [leader[str(number)] for number in range(len(tellings))]


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
