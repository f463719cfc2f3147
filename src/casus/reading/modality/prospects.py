"""What is only favoured, feared, planned for, near or held to be so: "supports deploying", "worried about new attacks"."""

from casus.reading.modality.lexicon import operators
from casus.reading.modality.negation import negated
from casus.reading.parse import Sentence
from casus.reading.syntax import is_passive, own_subject, preposition

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def prospect(sentence: Sentence, head: int, child: int) -> str | None:
    """What the word at `head` makes of a deed at `child` that is wished for, feared, part of a plan, coming near or held to be so
    (a kind of operators.yaml); None where none of this is told."""
    words, above, below = operators(), sentence.tokens[head], sentence.tokens[child]
    relation, marker, lemma = below.deprel.partition(":")[0], preposition(sentence, child), above.lemma.lower()
    gerund = below.text.lower().endswith("ing") and relation in _CLAUSES
    if lemma in words.favouring and ((gerund and marker in ("", "of")) or _some(sentence, child, relation)):
        return "possible"  # "supports deploying troops", "backs a ban"
    if lemma in words.worried and marker in ("about", "of", "over", "by") and not _definite(sentence, child):
        return "possible"  # "is worried about new attacks"
    if relation == "nsubj" and lemma in words.nearing:
        return "planned"  # "as the summit approaches"
    if relation == "nsubj" and lemma in words.seeming:
        seemed = (sentence.tokens[one] for one in sentence.children[head] if sentence.tokens[one].deprel in ("xcomp", "advmod"))
        return next((kind for one in seemed if (kind := words.adjectives.get(one.lemma.lower()))), None)
    if lemma in words.holding and marker == "as" and gerund and (is_passive(sentence, head) or sentence.dependents(head, "obj")):
        return "possible"  # "is seen as arming the rebels"
    if lemma in words.comprising and above.upos == "VERB" and (gerund or relation == "obj"):
        subject = own_subject(sentence, head)
        return None if subject is None else words.nouns.get(sentence.tokens[subject].lemma.lower())  # "the plan includes"
    if lemma == "lead" and marker == "to" and above.deprel == "acl" and above.text.lower() == "leading":
        return "possible" if sentence.tokens[above.head].lemma in words.clues else None  # "information leading to his arrest"
    if marker == "for" and relation == "obl" and _rewarded(sentence, head):
        return "possible"  # "a reward was offered for his capture"
    unsure = _there_are(sentence, head) or preposition(sentence, head) in ("despite", "amid")
    if lemma in words.clues and relation in ("acl", "ccomp") and marker == "that" and unsure:
        return "possible"  # "there are signs that"
    return None


def of_some_kind(sentence: Sentence, participle: int) -> bool:
    """Whether a participle after a noun tells of no certain ones ("considered fining marchers blocking roads")."""
    token = sentence.tokens[participle]
    if token.deprel != "acl" or token.upos != "VERB" or preposition(sentence, participle):
        return False
    return sentence.tokens[token.head].upos == "NOUN" and not _definite(sentence, token.head)


def _some(sentence: Sentence, child: int, relation: str) -> bool:
    """Whether an object is "a ..." or a bare plural that nothing tells of as a fact ("backs a ban", "backs new sanctions")."""
    indefinite = any(sentence.tokens[one].text.lower() in ("a", "an", "any", "new") for one in sentence.children[child])
    return relation == "obj" and sentence.tokens[child].upos == "NOUN" and indefinite


def _definite(sentence: Sentence, noun: int) -> bool:
    return any(
        sentence.tokens[one].deprel == "nmod:poss" or sentence.tokens[one].text.lower() in _DEFINITE
        for one in sentence.children[noun]
    )


def _rewarded(sentence: Sentence, verb: int) -> bool:
    subjects = (sentence.tokens[one].lemma.lower() for one in sentence.dependents(verb, "nsubj", "obj"))
    return sentence.tokens[verb].lemma in ("offer", "put", "post", "announce") and any(
        one in ("reward", "bounty") for one in subjects
    )


def _there_are(sentence: Sentence, noun: int) -> bool:
    above = sentence.tokens[noun].head
    near = [*sentence.children[noun], *(sentence.children[above] if above >= 0 else ())]
    there = any(sentence.tokens[one].deprel == "expl" or sentence.tokens[one].text.lower() == "there" for one in near)
    return there and not negated(sentence, noun)
