"""The voice of cue verbs and who is quoted by whom, read with more doubt than the parse has."""

from casus.reading import syntax
from casus.reading.parse import Sentence
from casus.reading.syntax import preposition


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a cue verb stands in the passive.

    Outside headings a finite passive has its auxiliary: a passive subject without one is taken for a slip of the parse.
    """
    if not syntax.is_passive(sentence, verb):
        return False
    relations = {sentence.tokens[child].deprel for child in sentence.children[verb]}
    return "aux:pass" in relations or sentence.headline or not relations & {"nsubj:pass", "csubj:pass"}


def quoter(sentence: Sentence, verb: int) -> int | None:
    """The verb that governs "as saying" ("was quoted as saying", "cited him as saying"), None where there is none."""
    token = sentence.tokens[verb]
    if token.head < 0 or not token.text.lower().endswith("ing"):
        return None
    head = sentence.tokens[token.head]
    governor = token.head if head.upos == "VERB" else head.head
    if governor >= 0 and sentence.tokens[governor].lemma in ("quote", "cite", "report") and preposition(sentence, verb) == "as":
        return governor
    return None
