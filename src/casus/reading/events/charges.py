"""Whom a charge is brought against: the doer of a deed that only a noun names ("accused Chile of aggression")."""

from casus.reading.parse import Sentence
from casus.reading.syntax import OBJECT_CHARGE, preposition


def charged_object(sentence: Sentence, noun: int) -> int | None:
    """Whom a verb of charging accuses of the deed that a noun names ("accused Chile of aggression"), None for other nouns."""
    token = sentence.tokens[noun]
    head = token.head
    if head < 0 or token.deprel not in ("obl", "nmod") or preposition(sentence, noun) not in ("of", "for", "with"):
        return None
    if token.deprel == "nmod":
        above = sentence.tokens[head].head
        charged = (
            above >= 0
            and sentence.tokens[above].lemma in OBJECT_CHARGE
            and sentence.tokens[head].deprel in ("obj", "iobj", "nsubj:pass")
        )
        return head if charged else None
    if sentence.tokens[head].lemma not in OBJECT_CHARGE:
        return None
    objects = [child for child in sentence.children[head] if sentence.tokens[child].deprel in ("obj", "iobj", "nsubj:pass")]
    return objects[0] if objects else None
