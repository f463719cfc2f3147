"""What is said to be done, by a sentence or quotation that begins with a bare verb ("Fight them," he urged), or else will be."""

from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject

_BEFORE = frozenset({"please", "now", "then", "first", "just", "always", "never", "do", "not", "n't", "n’t", "so", "and", "but"})


def commanded(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is an imperative: bare, without subject or auxiliary, at the beginning of a quotation or of the sentence."""
    token = sentence.tokens[verb]
    if token.upos != "VERB" or token.text.lower() != token.lemma or sentence.headline:
        return False
    if token.deprel not in ("root", "ccomp", "parataxis", "dep") or own_subject(sentence, verb) is not None:
        return False
    for child in sentence.children[verb]:
        below = sentence.tokens[child]
        if below.deprel == "mark" or (below.deprel.startswith("aux") and below.lemma != "do"):
            return False
    before = verb - 1
    while before >= 0 and sentence.tokens[before].text.lower() in _BEFORE:
        before -= 1
    return before < 0 or sentence.tokens[before].upos == "PUNCT"


def or_else(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what follows where a command is not obeyed ("Withdraw or we attack")."""
    token = sentence.tokens[verb]
    if token.deprel != "conj" or token.head < 0 or not commanded(sentence, token.head):
        return False
    linked = any(sentence.tokens[child].text.lower() == "or" for child in sentence.children[verb])
    return linked and own_subject(sentence, verb) is not None
