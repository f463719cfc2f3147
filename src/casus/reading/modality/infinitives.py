"""Infinitives that leave open what they tell ("sent troops to retake the town", "due to be signed"), and the bare present."""

from casus.reading.modality.governing import operator_at
from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence


def for_a_purpose(sentence: Sentence, clause: int, head: int, relation: str) -> bool:
    """Whether an infinitive only says what for ("sent troops to retake the town", "the green light to strike"), or stands after a
    word that leaves it open ("gave them two days to withdraw")."""
    token = sentence.tokens[clause]
    if token.upos not in ("VERB", "AUX") or token.text.lower().endswith("ing") or operator_at(sentence, head, clause) is not None:
        return False  # a gerund is judged by gerunds.py ("admitted to bombing")
    words, above = operators(), sentence.tokens[head]
    went_on = above.lemma == "go" and any(sentence.tokens[child].text.lower() == "on" for child in sentence.children[head])
    if relation == "xcomp":
        if above.lemma == "go":
            return not went_on  # "went to arrest them"
        perfect = any(sentence.tokens[child].lemma == "have" for child in sentence.children[clause])
        told = words.implicatives if above.upos == "VERB" else words.gladness if above.upos == "ADJ" else {above.lemma}
        return above.lemma not in told and not perfect
    if relation == "advcl":
        said = sentence.tokens[clause].lemma in words.voicing and above.lemma in words.gathering
        return above.lemma != "use" and not went_on and not said
    modifiers = {sentence.tokens[child].lemma.lower() for child in sentence.children[head]} | {above.lemma.lower()}
    return relation == "acl" and not modifiers & words.ordinals


def due(sentence: Sentence, index: int) -> bool:
    """Whether "due to", "set to" or the like stands right before an infinitive after a noun ("accords due to be signed")."""
    for place in range(index - 1, max(index - 4, 0), -1):
        if sentence.tokens[place].text.lower() == "to":
            return operators().adjectives.get(sentence.tokens[place - 1].lemma.lower()) == "planned"
    return False


def is_to_be(sentence: Sentence, index: int, child: int) -> bool:
    """ "is to sign", "are also to sign": a form of be before "to" and the infinitive."""
    if sentence.tokens[child].lemma != "be" or child > index:
        return False
    return any(
        sentence.tokens[c].text.lower() == "to" and sentence.tokens[c].deprel == "mark" and child < c < index
        for c in sentence.children[index]
    )


def in_present(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in a bare present ("attack", "attacks")."""
    token = sentence.tokens[verb]
    return token.text.lower() in (token.lemma, f"{token.lemma}s", f"{token.lemma}es")
