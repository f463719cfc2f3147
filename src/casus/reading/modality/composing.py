"""Moods, and what operators make of them: a plan that is denied, a demand that something should not be."""

from dataclasses import dataclass, replace

from casus.reading.model import Modality

PENDING = frozenset({"planned", "promised", "threatened", "demanded", "possible", "conditional", "supposed"})
"""The modalities of what is not told as so, nor as not so."""
_KEEPS_NEGATION = frozenset({"planned", "promised", "threatened", "demanded"})


@dataclass(frozen=True, slots=True)
class Mood:
    """A modality and whether the thing demanded, promised or supposed is that it should not be.

    `condition` is the token that heads the clause or phrase on which it depends, None where it depends on nothing. `claimed` is
    true where the words only report that somebody, unnamed, says so ("the allegation that", "is said to have"). `ended`: what
    was so is told to be no more ("ceased to supply").
    """

    modality: Modality
    negated: bool = False
    condition: int | None = None
    claimed: bool = False
    ended: bool = False


def conditional(mood: Mood, condition: int | None) -> Mood:
    """A mood that depends on the clause at a token; None: on nothing."""
    if condition is None or mood.modality not in ("planned", "possible", "promised", "threatened", "conditional"):
        return mood
    kept = mood.modality if mood.modality in ("promised", "threatened") else "conditional"
    return Mood(kept, mood.negated, condition)


def turned(mood: Mood) -> Mood:
    """What a negation makes of a mood: a fact is denied; a demand or promise is that it should not be."""
    if mood.modality == "denied":
        return replace(mood, modality="actual")
    if mood.modality in ("demanded", "promised", "threatened", "supposed", "conditional"):
        return replace(mood, negated=not mood.negated)
    return replace(mood, modality="denied")


def composed(mood: Mood, kind: str, no: bool) -> Mood:
    """An operator of a kind over a mood; `no`: the operator itself is negated ("does not plan to")."""
    if kind == "ends":
        return replace(mood, negated=not mood.negated, ended=True) if mood.modality == "actual" and not no else mood
    if kind == "not so":
        if mood.modality in PENDING:
            return mood
        return Mood("possible") if no else turned(mood)
    if kind == "denied":
        return mood if no else Mood("denied")
    if mood.modality == "denied":
        return Mood(as_modality(kind), negated=True) if kind in _KEEPS_NEGATION and not no else mood
    if mood.modality in PENDING:
        return mood
    return Mood("denied") if no else Mood(as_modality(kind), mood.negated)


def as_modality(kind: str) -> Modality:
    """The modality that a kind of operators.yaml names. Raises KeyError for a kind that is none."""
    found: dict[str, Modality] = {
        "planned": "planned", "promised": "promised", "threatened": "threatened", "demanded": "demanded", "possible": "possible",
        "supposed": "supposed", "denied": "denied",
    }  # fmt: skip
    return found[kind]
