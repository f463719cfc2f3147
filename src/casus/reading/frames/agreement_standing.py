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
    if above.lemma in ("close", "near") and above.role == "to":
        return "negotiated"
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
    if above is not None and above.role == "patient" and _laid_idle(sentence, above.token):
        return "suspended", "actual", False
    if above is not None and above.role == "to" and _signs(sentence, above.token):
        return "signed", "actual", False
    if _out_of_reach(sentence, head):
        return "proposed", "possible", False
    if above is not None and above.role in ("under", "in", "according to"):
        return "in force", "actual", False
    if above is None or status is None:
        own = mood_of(sentence, head)
        if own.modality == "denied" and any(sentence.tokens[c].text.lower() == "no" for c in sentence.children[head]):
            return "proposed", "denied", False
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


def _out_of_reach(sentence: Sentence, head: int) -> bool:
    """Whether an agreement is told of as one that is not there: "a pact is out of reach", "a deal remains elusive", "talk of a
    deal"."""
    token = sentence.tokens[head]
    if token.head < 0:
        return False
    above = sentence.tokens[token.head]
    if token.deprel in ("nmod", "acl") and above.upos == "NOUN":
        return above.lemma in word_set("agreements", "unsure")
    if token.deprel != "nsubj":
        return False
    said = [above.lemma, *(sentence.tokens[c].lemma for c in sentence.children[token.head] if c > head)]
    stating = any(sentence.tokens[c].deprel == "cop" for c in sentence.children[token.head]) or above.lemma in (
        "be",
        "remain",
        "seem",
        "look",
        "appear",
        "prove",
    )
    return stating and not word_set("agreements", "distant").isdisjoint(said)


def _laid_idle(sentence: Sentence, verb: int) -> bool:
    """ "put the treaty in abeyance", "put the deal on hold"."""
    return sentence.tokens[verb].lemma in ("put", "place", "hold", "keep") and any(
        sentence.tokens[child].lemma in word_set("agreements", "idle") for child in sentence.children[verb]
    )


def _signs(sentence: Sentence, verb: int) -> bool:
    """ "put their names to the pact"."""
    things = {sentence.tokens[child].lemma for child in sentence.children[verb] if sentence.tokens[child].deprel == "obj"}
    return sentence.tokens[verb].lemma in ("put", "affix", "set") and bool(things & {"name", "signature", "pen"})
