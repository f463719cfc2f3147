"""Whether a negation stands at a token itself."""

from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import preposition

_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})


def negated(sentence: Sentence, index: int) -> bool:
    """Whether not, never or the like stands at a token, or "no" with it or with its subject or object ("no troops were sent")."""
    words = operators()
    participle = sentence.tokens[index].deprel == "acl" and sentence.tokens[index].upos == "VERB"
    if participle and not preposition(sentence, index) and _nobody(sentence, sentence.tokens[index].head):
        return True
    if [token.text.lower() for token in sentence.tokens[max(index - 2, 0) : index]] == ["all", "but"]:
        return True  # "all but declared war"
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        lower = token.text.lower()
        if token.deprel in ("advmod", "cc:preconj", "det", "cc") and lower in words.negations and not _only(sentence, child):
            return True
        if token.deprel == "det" and lower in words.negative_determiners:
            return True
        if lower == "longer" and child > 0 and sentence.tokens[child - 1].text.lower() == "no":
            return True
        if (
            lower == "yet"
            and sentence.tokens[index].lemma != "have"
            and child + 1 < len(sentence.tokens)
            and sentence.tokens[child + 1].text.lower() == "to"
        ):
            return True
        if token.deprel.partition(":")[0] in ("nsubj", "obj", "iobj") and _nobody(sentence, child):
            return True
        if token.deprel.partition(":")[0] in ("obl", "nmod") and _to_nobody(sentence, index, child):
            return True
    return False


def _to_nobody(sentence: Sentence, index: int, child: int) -> bool:
    """Whether a phrase says that nobody was meant, or at no time ("sold to neither", "under no circumstances")."""
    marker, lemma = preposition(sentence, child), sentence.tokens[child].lemma.lower()
    if marker in ("to", "for", "against", "toward", "towards", "by") or (marker == "with" and lemma in _NOBODY):
        return _nobody(sentence, child) and lemma not in ("avail", "effect", "surprise", "reason", "purpose", "mean")
    if marker == "on" and sentence.tokens[index].lemma in ("agree", "decide", "settle"):
        return _nobody(sentence, child)  # "agreed on no sanctions"
    never = lemma in ("circumstance", "condition", "account", "time", "point", "case", "way", "mean")
    return never and marker in ("under", "on", "at", "in", "by") and _nobody(sentence, child)


def _only(sentence: Sentence, child: int) -> bool:
    """ "not only ... but": no negation."""
    following = sentence.tokens[child + 1 : child + 2]
    return bool(following) and following[0].text.lower() in ("only", "just", "merely")


def _nobody(sentence: Sentence, child: int) -> bool:
    """Whether a subject or object is "no ...", "none of ...", "not a single ..."."""
    words = operators()
    if sentence.tokens[child].text.lower() in _NOBODY:
        return True
    if sentence.tokens[child].text.lower() == "one" and child > 0 and sentence.tokens[child - 1].text.lower() == "no":
        return True
    return any(
        (below.deprel == "det" and below.text.lower() in words.negative_determiners)
        or (below.deprel in ("advmod", "det", "cc:preconj") and below.text.lower() in ("not", "neither") and index < child)
        for index in sentence.children[child]
        for below in (sentence.tokens[index],)
    )
