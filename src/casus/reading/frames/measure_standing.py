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
    if above.role == "subject" and above.lemma in ("stay", "remain", "continue"):
        return "in force"
    if above.role == "subject":
        return "lifted" if above.lemma in ("expire", "lapse", "end") else None
    if above.role == "under" and above.lemma in word_set("measures", "placing") | word_set("measures", "staying"):
        return "in force"
    if above.role in ("to", "on") and above.lemma in ("add", "put", "place"):
        return "in force"
    if above.role in ("patient", "with", "of", "for", "to", "on", "from"):
        status = inverted("measures", "status").get(above.lemma)
        return status if above.role == "patient" or status in ("proposed", "in force") else None
    return None


def measure_standing(sentence: Sentence, head: int, above: Governor | None) -> tuple[MeasureStatus, Modality]:
    """(status, modality) of the restriction at a head under what governs it: whose end is only asked for is in force still, and
    its revision sought."""
    if above is not None and above.lemma == "call" and above.role == "patient":
        if _particle(sentence, above.token, "off"):
            return "unknown", "denied"
        above = None  # "called the sanctions illegal"
    status = cast("MeasureStatus | None", status_of(above)) if above is not None else None
    if _of_a_draft(sentence, head, above):
        return "proposed", "planned"
    if (
        above is not None
        and above.role == "subject"
        and status == "in force"
        and mood_of(sentence, above.token).modality == "planned"
    ):
        return "in force", "actual"  # "will stay in place"
    if above is None or status is None:
        mood = mood_of(sentence, head)
        if mood.modality == "denied":
            return ("in force", "actual") if _known(sentence, head) else ("unknown", "denied")
        return ("proposed", mood.modality) if mood.modality in PENDING else ("in force", "actual")
    if status == "proposed" and _to_be_lifted(sentence, head, above.token):
        return "revision sought", "actual"
    mood = mood_of(sentence, above.token)
    if mood.modality == "planned" and resolved(sentence, above.token):
        mood = Mood("actual")
    if mood.modality == "denied":
        return ("in force", "actual") if status in ("lifted", "eased", "suspended") else ("unknown", "denied")
    if above.lemma in ("postpone", "delay", "defer"):
        return "proposed", "planned"
    if mood.modality in PENDING:
        if status in ("lifted", "eased", "suspended", "revision sought"):
            return "revision sought", "actual"
        return "proposed", mood.modality
    if status == "proposed" and above.lemma in word_set("measures", "voted_down") and not _yet_to_come(sentence, head, above):
        return "in force", "actual"
    if status == "proposed" and above.lemma in word_set("measures", "mulling"):
        return "proposed", "possible"
    if status == "proposed":
        return "proposed", "threatened" if above.lemma == "threaten" else "demanded" if above.lemma in (
            "urge",
            "call",
            "demand",
        ) else "planned"
    return status, "actual"


def _of_a_draft(sentence: Sentence, head: int, above: Governor | None) -> bool:
    """Whether a restriction is only what a bill or draft says ("a sanctions bill", "passed a bill imposing sanctions")."""
    drafts = word_set("measures", "drafts") & {"draft", "bill", "proposal"}
    token = sentence.tokens[head]
    if token.lemma.lower() in drafts:
        made_law = above is not None and above.lemma in ("sign", "enact", "become")
        return not made_law and mood_of(sentence, head).modality == "actual"
    if above is None or sentence.tokens[above.token].deprel not in ("acl", "acl:relcl"):
        return False
    return sentence.tokens[sentence.tokens[above.token].head].lemma.lower() in drafts and above.role == "patient"


def _particle(sentence: Sentence, verb: int, word: str) -> bool:
    return any(sentence.tokens[child].text.lower() == word for child in sentence.children[verb])


def _known(sentence: Sentence, head: int) -> bool:
    """Whether a phrase speaks of a restriction as one that is there ("refuses to join the EU's sanctions")."""
    below = [sentence.tokens[child] for child in sentence.children[head]]
    definite = any(token.deprel == "det" and token.lemma in ("the", "this", "that") for token in below)
    return definite or any(token.deprel == "nmod:poss" for token in below)


def _yet_to_come(sentence: Sentence, head: int, above: Governor) -> bool:
    """Whether what is opposed or voted down is a restriction that is not there yet ("blocked new sanctions", "rejected an
    embargo"); who opposes "the" sanctions opposes those in force."""
    words = {sentence.tokens[child].text.lower() for child in sentence.children[head]}
    return bool(words & word_set("measures", "new")) or (above.lemma in ("veto", "block") and not _known(sentence, head))


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
