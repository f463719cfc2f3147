"""What the words around a clause say is not so: "it was untrue, he said, that", "the tape that showed it was a fake"."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.modality.lexicon import operators
from casus.reading.modality.negation import negated
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject

_HIGHEST = 12
_SPOKEN = frozenset({"ccomp", "csubj", "acl", "advcl", "xcomp"})
_WITHIN = frozenset({"nmod", "acl", "acl:relcl", "ccomp", "obj", "xcomp", "conj"})


def belied(sentence: Sentence, index: int) -> bool:
    """Whether a predicate is told only to be called untrue, apart from the words that govern it: across who says so ("it was
    untrue, he said, that"), or by what the thing that tells it turns out to be ("the alarm over an attack was false")."""
    current, bearer = index, True
    for _ in range(_HIGHEST):
        token = sentence.tokens[current]
        above = token.head
        if above < 0:
            return False
        relation = token.deprel.partition(":")[0]
        if relation in _SPOKEN and (_across_a_speaker(sentence, above) or _dismissed_claim(sentence, above)):
            return True
        if sentence.tokens[above].lemma == "lie" and token.deprel == "advcl" and not negated(sentence, above):
            return sentence.tokens[above].upos == "VERB"  # "lied when it said that it had"
        if token.deprel.startswith("nsubj"):
            told_by = current != index and bearer and token.lemma.lower() in operators().bearers
            return told_by and _untrue(sentence, above, own=True)
        bearer = bearer and (token.deprel in _WITHIN or current == index)
        current = above
    return False


def _across_a_speaker(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of saying stands in the middle of "it was untrue that" or "it was not true that"."""
    token = sentence.tokens[verb]
    if token.deprel != "parataxis" or token.head < 0 or token.head > verb:
        return False
    subject = own_subject(sentence, token.head)
    empty = subject is not None and sentence.tokens[subject].text.lower() in ("it", "that")
    return empty and _untrue(sentence, token.head, own=False)


def _dismissed_claim(sentence: Sentence, claim: int) -> bool:
    """Whether a claim that the parse takes for a verb is dismissed ("dismissed as a fantasy reports that")."""
    token = sentence.tokens[claim]
    if token.upos != "VERB" or token.head < 0 or token.head > claim or own_subject(sentence, claim) is not None:
        return False
    dismissing = sentence.tokens[token.head].lemma in operators().dismissals and not negated(sentence, token.head)
    return dismissing and token.lemma.lower() in operators().claims and token.text.lower().endswith("s")


def _untrue(sentence: Sentence, predicate: int, *, own: bool) -> bool:
    """Whether a predicate calls its subject false; `own`: also a mere test or drill."""
    words, lemma = operators(), sentence.tokens[predicate].lemma.lower()
    if sentence.tokens[predicate].upos == "VERB":
        return False
    if lemma in words.truths:
        return negated(sentence, predicate)
    return (lemma in words.untruths or (own and lemma in words.trials)) and not negated(sentence, predicate)


def in_scare_quotes(sentence: Sentence, index: int) -> bool:
    """Whether a headline puts a verb into quotation marks: it is told on somebody's word ("Mali 'expels' envoy")."""
    before = [token.text for token in sentence.tokens[max(index - 1, 0) : index]]
    after = [token.text for token in sentence.tokens[index + 1 :]]
    return sentence.headline and not QUOTE_MARKS.isdisjoint(before) and not QUOTE_MARKS.isdisjoint(after)
