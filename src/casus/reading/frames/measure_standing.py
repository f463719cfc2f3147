"""Where a restriction stands, by the word that governs it: proposed, in force, extended, eased, suspended, lifted."""

from typing import cast

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import Governor
from casus.reading.modality import Mood, mood_of
from casus.reading.model import MeasureStatus, Modality
from casus.reading.parse import Sentence

PENDING = frozenset({"planned", "promised", "demanded", "possible", "conditional", "supposed", "threatened"})
"""Modalities of what has not come about."""
_NOUN_STATUS = {
    "imposition": "in force", "lifting": "lifted", "easing": "eased", "extension": "extended", "renewal": "extended",
    "removal": "lifted", "end": "lifted",
                "violation": "in force", "breach": "in force"}  # fmt: skip


def status_of(above: Governor) -> str | None:
    """The status that a governing word gives a restriction ("imposed", "the lifting of"), None for none."""
    if above.role == "of":
        return _NOUN_STATUS.get(above.lemma)
    if above.role in ("patient", "with", "of", "for", "to", "on", "from"):
        status = inverted("measures", "status").get(above.lemma)
        return status if above.role == "patient" or status in ("proposed", "in force") else None
    return None


def measure_standing(sentence: Sentence, head: int, above: Governor | None) -> tuple[MeasureStatus, Modality]:
    """(status, modality) of the restriction at a head under what governs it: whose end is only asked for is in force still, and
    its revision sought."""
    status = cast("MeasureStatus | None", status_of(above)) if above is not None else None
    if above is None or status is None:
        mood = mood_of(sentence, head)
        if mood.modality == "denied":
            return "unknown", "denied"
        return ("proposed", mood.modality) if mood.modality in PENDING else ("in force", "actual")
    if status == "proposed" and _to_be_lifted(sentence, head, above.token):
        return "revision sought", "actual"
    mood = mood_of(sentence, above.token)
    if mood.modality == "planned" and resolved(sentence, above.token):
        mood = Mood("actual")
    if mood.modality == "denied":
        return ("in force", "actual") if status in ("lifted", "eased", "suspended") else ("unknown", "denied")
    if mood.modality in PENDING:
        if status in ("lifted", "eased", "suspended", "revision sought"):
            return "revision sought", "actual"
        return "proposed", mood.modality
    if status == "proposed":
        return "proposed", "threatened" if above.lemma == "threaten" else "demanded" if above.lemma in (
            "urge",
            "call",
            "demand",
        ) else "planned"
    return status, "actual"


def _to_be_lifted(sentence: Sentence, head: int, verb: int) -> bool:
    """ "called for the sanctions to be lifted": the end of a measure is asked for, not the measure."""
    below = (*sentence.children[head], *sentence.children[verb])
    clauses = [c for c in below if sentence.tokens[c].upos == "VERB" and sentence.tokens[c].deprel != "conj"]
    return any(sentence.tokens[c].lemma in word_set("measures", "lifting") for c in clauses)


def resolved(sentence: Sentence, verb: int) -> bool:
    """Whether a body has resolved to do it ("agreed to extend its sanctions"): done, as far as the measure goes."""
    token = sentence.tokens[verb]
    if token.deprel == "conj":
        return resolved(sentence, token.head)
    if token.head < 0 or token.deprel not in ("xcomp", "advcl", "ccomp"):
        return False
    above = sentence.tokens[token.head]
    return above.lemma in word_set("measures", "resolving") and mood_of(sentence, token.head).modality == "actual"
