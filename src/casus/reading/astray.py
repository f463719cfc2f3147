"""What a parse leaves astray: subjects that it hangs on the wrong word, and whom "which" relates to."""

from casus.reading.parse import Sentence

_STATES = frozenset({"visiting", "acting", "outgoing", "ruling", "leading", "retiring"})
"""Participles before a title that a parse may take for a clause of its own ("Visiting President Ruiz warned")."""


def antecedent(sentence: Sentence, verb: int, pronoun: int) -> int:
    """The noun that a relative pronoun relates to: what its clause hangs on, or the name right before "which" inside of that
    ("support for Poland, which has sealed its border")."""
    head = sentence.tokens[verb].head
    if sentence.tokens[pronoun].text.lower() != "which":
        return head
    last = pronoun - 2 if pronoun > 1 and sentence.tokens[pronoun - 1].text == "," else pronoun - 1
    while last > head and sentence.tokens[last].deprel in ("flat", "compound"):
        last = sentence.tokens[last].head
    inside = last > head and sentence.tokens[last].upos == "PROPN" and sentence.tokens[last].deprel in ("nmod", "obl", "obj")
    if any(sentence.tokens[child].text.lower() == "of" for child in sentence.children[last]):
        return head  # "enemies of the West, which": the enemies
    return last if inside and last in sentence.subtree(head) else head


def stray_subject(sentence: Sentence, verb: int) -> int | None:
    """A noun before a finite verb that the parse calls an agent without "by", or hangs on the verb's object across the verb."""
    if sentence.tokens[verb].deprel not in ("root", "ccomp", "parataxis") or sentence.tokens[verb].upos != "VERB":
        return None
    for token in sentence.tokens[:verb]:
        if (
            token.deprel == "obj"
            and sentence.tokens[token.head].text.lower() in _STATES
            and sentence.tokens[token.head].head == verb
        ):
            return token.index
        if token.upos not in ("NOUN", "PROPN") or _marked(sentence, token.index):
            continue
        if token.head == verb and token.deprel == "obl:agent":
            return token.index
        across = token.head > verb and sentence.tokens[token.head].head == verb and sentence.tokens[token.head].deprel == "obj"
        if across and token.deprel in ("compound", "nmod"):
            return token.index
    return None


def _marked(sentence: Sentence, index: int) -> bool:
    """Whether a preposition or a subordinator stands at a token."""
    return any(
        sentence.tokens[child].deprel in ("case", "mark") and sentence.tokens[child].text not in ("'s", "’s", "'", "’")
        for child in sentence.children[index]
    )
