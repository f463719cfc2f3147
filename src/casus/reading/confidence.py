"""Confidence: the probability that a claim is right, from what kind it is, how it was told and how sure its actors are.

A logistic regression over the features below, fitted to claims of readings that were compared with gold by hand, regularised, and
checked on reports left out of the fit; the weights are confidence.yaml, and `python -m benchmarks.calibration` fits them
anew and prints how far the confidences can be trusted.
"""

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon
from casus.reading.model import Claim, Event, Reading, Statement
from casus.sources.report import Span

_SIDES = ("actors", "recipients", "parties", "suppliers", "imposers", "targets")
_PEOPLE = (*_SIDES, "speaker", "holder", "member", "group")
_LONG = 180


def with_confidence(reading: Reading) -> Reading:
    """The reading with the confidence of each claim set. A statement's own confidence, as the attribution pass gives it, is a
    feature."""
    told = {actor.id: actor.confidence for actor in reading.actors}
    return replace(
        reading, claims=tuple(replace(claim, confidence=_probability(reading, claim, told)) for claim in reading.claims)
    )


def features(reading: Reading, claim: Claim, told: dict[str, float]) -> dict[str, float]:
    """What the confidence of a claim rests on; `told` gives the confidence of each actor. Values are 0 to 1, logits for
    statements."""
    found = {f"kind {claim.kind}": 1.0}
    named = _named(claim)
    found["doubt of actors"] = 1.0 - min((told[actor] for actor in named if actor in told), default=1.0)
    found["own voice"] = float(claim.by is None)
    found["not actual"] = float(claim.modality != "actual")
    found["told twice"] = float(len(claim.spans) > 1)
    found["dated"] = float(claim.when is not None)
    found["long sentence"] = float(_sentence_length(reading, claim.spans[0]) > _LONG)
    if isinstance(claim, Statement):
        given = min(max(claim.confidence, 0.02), 0.98)
        found["attribution"] = math.log(given / (1.0 - given))
    elif isinstance(claim, Event):
        found[f"root {claim.type}"] = 1.0
    sides = [getattr(claim, name) for name in _SIDES if hasattr(claim, name)]
    found["one side missing"] = float(any(not side for side in sides))
    return found


def _named(claim: Claim) -> list[str]:
    found: list[str] = []
    for name in _PEOPLE:
        value = getattr(claim, name, ())
        found.extend([value] if isinstance(value, str) else value)
    return found


def _sentence_length(reading: Reading, span: Span) -> int:
    """Characters of the sentence that a span lies in."""
    return next((end - start for start, end in reading.sentences if start <= span[0] < end), 0)


def _probability(reading: Reading, claim: Claim, told: dict[str, float]) -> float:
    weights = _weights()
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features(reading, claim, told).items())
    return round(1.0 / (1.0 + math.exp(-total)), 3)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = load_lexicon(Path(__file__).with_name("confidence.yaml"))["weights"]
    return weights
