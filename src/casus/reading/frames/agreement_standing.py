"""Where an agreement stands, by the word that governs it: proposed, negotiated, signed, in force, broken, ended."""

from typing import cast

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import Governor
from casus.reading.modality import mood_of
from casus.reading.model import AgreementStatus, Modality
from casus.reading.parse import Sentence

_GOVERNING_NOUNS = {
    "signing": "signed", "signature": "signed", "conclusion": "agreed", "completion": "agreed", "violation": "violated",
    "breach": "violated", "end": "terminated",
                    "implementation": "in force", "extension": "in force", "renewal": "in force"}  # fmt: skip
_PENDING = frozenset({"planned", "promised", "demanded", "possible", "conditional", "supposed", "threatened"})


def status_of(above: Governor) -> AgreementStatus | None:
    """The status that a governing word gives an agreement ("signed", "the signing of", "withdrew from"), None for none."""
    if above.role == "of":
        return cast("AgreementStatus | None", _GOVERNING_NOUNS.get(above.lemma))
    status = inverted("agreements", "status").get(above.lemma)
    if above.role == "patient":
        return cast("AgreementStatus | None", status)
    if above.lemma in ("withdraw", "pull", "exit") and above.role in ("from", "out of", "of"):
        return "terminated"
    if above.role in ("on", "to", "with", "at", "for") and status in ("agreed", "in force", "negotiated", "proposed"):
        return cast("AgreementStatus | None", status)
    if above.role == "subject" and above.lemma in ("expire", "collapse", "lapse", "end"):
        return "terminated"
    if above.role == "subject" and above.lemma in (
        "provide",
        "cover",
        "oblige",
        "commit",
        "bind",
        "remain",
        "take",
        "enter",
        "come",
        "stipulate",
        "require",
        "include",
    ):
        return "in force"
    return None


def agreement_standing(sentence: Sentence, head: int, above: Governor | None) -> tuple[AgreementStatus, Modality, bool]:
    """(status, modality, negated) of the agreement at a head under its governor: what is only planned leaves it proposed, and an
    end that has not come leaves it in force."""
    status = status_of(above) if above is not None else None
    if above is None or status is None:
        own = mood_of(sentence, head)
        if own.modality in _PENDING:
            return "proposed", own.modality, own.negated
        return "in force", "actual", False
    mood = mood_of(sentence, above.token)
    if mood.modality == "denied" and above.role == "subject" and above.lemma in word_set("agreements", "laying_down"):
        return "in force", "actual", False  # what it does not lay down says nothing against it
    if mood.modality == "denied":
        return ("in force" if status in ("terminated", "violated", "suspended") else "proposed"), "denied", False
    if mood.modality in _PENDING:
        if status in ("terminated", "suspended", "violated"):
            return "in force", "actual", False
        return "proposed", mood.modality, mood.negated
    return status, "planned" if status == "proposed" else "actual", False
