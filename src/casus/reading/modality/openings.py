"""Clauses that leave open what they tell, by the word that opens them: "towards recognising", "worse than talking"."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject, preposition

_CLAUSES = frozenset({"advcl", "ccomp", "acl", "xcomp", "csubj"})
_ABOUT = frozenset({"in", "on", "about", "toward", "towards"})


def left_open(sentence: Sentence, clause: int, marker: str) -> bool:
    """Whether a clause, which `marker` opens ("" for none), tells nobody that what it names was done."""
    words, token = operators(), sentence.tokens[clause]
    relation, above = token.deprel.partition(":")[0], sentence.tokens[token.head]
    if relation not in _CLAUSES or token.head < 0:
        return False
    if relation == "csubj":
        general = marker == "to" or (marker == "" and token.text.lower().endswith("ing"))
        that = above.deprel == "ccomp" and preposition(sentence, token.head) == "that"  # "told them that attacking was unwise"
        return general and (that or not _past(sentence, token.head))  # "it is wrong to attack", "attacking them would be folly"
    if marker in words.open_questions or marker == "than":
        return True
    if marker == "if":
        return relation == "xcomp" or above.lemma in words.asking  # "it remains to be seen if"
    if not token.text.endswith("ing"):
        return False
    if relation == "acl" and marker == "":
        return above.lemma.lower() in words.drafts and not _adopted(sentence, token.head)
    if relation == "acl" and marker == "for":
        return above.upos == "NOUN" and above.lemma.lower() not in words.deserved  # "the case for bombing"
    if relation == "acl" and marker in _ABOUT:
        return own_subject(sentence, token.head) is None
    return marker in ("against", "toward", "towards") or (marker == "from" and (relation == "acl" or above.upos == "ADJ"))


def still_ahead(sentence: Sentence, noun: int, marker: str) -> bool:
    """Whether a deed that a noun names is only looked forward to, guarded against or laid down ("ahead of talks", "shelters
    against an attack", "the treaty covers an attack")."""
    words, token = operators(), sentence.tokens[noun]
    if token.upos != "NOUN" or token.head < 0:
        return False
    if marker in words.forward:
        return True
    below = {sentence.tokens[child].text.lower() for child in sentence.children[noun]}
    verb = sentence.tokens[token.head].lemma
    if below.isdisjoint(("a", "an", "any")):
        return False
    return verb in words.defining or (marker == "against" and verb not in words.voicing | words.presupposing)


def _adopted(sentence: Sentence, draft: int) -> bool:
    """Whether a motion or a bill has passed: what it says is said."""
    verb = sentence.tokens[draft].head
    return verb >= 0 and sentence.tokens[verb].lemma in operators().adopting


def _past(sentence: Sentence, predicate: int) -> bool:
    token, below = sentence.tokens[predicate], {sentence.tokens[child].text.lower() for child in sentence.children[predicate]}
    if token.upos != "VERB":
        return not below.isdisjoint(("was", "were"))
    present = token.text.lower() in (token.lemma, f"{token.lemma}s", f"{token.lemma}es", f"{token.lemma[:-1]}ies")
    return not present and below.isdisjoint(operators().auxiliaries)


def asked(sentence: Sentence) -> bool:
    """Whether a sentence ends in a question mark, within quotation marks too."""
    return next((token.text for token in reversed(sentence.tokens) if token.text not in QUOTE_MARKS), "") == "?"


def on_any(sentence: Sentence, noun: int) -> bool:
    """Whether a deed is one that befalls anyone ("attacks on any ship")."""
    met = (
        child for child in sentence.dependents(noun, "nmod") if preposition(sentence, child) in ("on", "against", "upon", "of")
    )
    return any(sentence.tokens[below].text.lower() == "any" for child in met for below in (child, *sentence.children[child]))
