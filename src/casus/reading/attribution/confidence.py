"""How probable an attribution is: the rule's certainty and the encoder's score, put together."""

from math import exp, log

from casus.reading.attribution.attribution import Attribution

RULE_WEIGHT = 1.0
"""How much a rule's certainty counts; at 1 and without a score it is the probability itself."""
SCORE_WEIGHT = 0.5
"""How much the encoder's score counts: half, as rules and encoder often see the same and are sure for the same reason."""
UNSEEN = 0.35
"""The score taken for an attribution that the encoder does not see, where it sees others in the report."""


def probability(attribution: Attribution, learned: bool) -> float:
    """The probability that an attribution is right and listed by a careful annotator.

    The rule's certainty (cues.yaml) is moved on the logistic scale by the encoder's score: up where that is above one half, down
    below. `learned` tells whether the encoder has an attribution head at all; where not, the certainty stands alone.
    """
    if not learned and attribution.score is None:
        return attribution.certainty
    score = attribution.score if attribution.score is not None else UNSEEN
    total = RULE_WEIGHT * _logit(attribution.certainty) + SCORE_WEIGHT * _logit(score)
    return 1.0 / (1.0 + exp(-total))


def _logit(value: float) -> float:
    bounded = min(max(value, 0.01), 0.99)
    return log(bounded / (1.0 - bounded))
