"""Gerunds after a preposition: which came about ("admitted to bombing") and which are left open ("asked about buying")."""

from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import OBJECT_CHARGE, OBJECT_PUNISHED

_OPENING = frozenset({"about", "on", "over", "into", "at", "to"})
"""Prepositions after which a gerund says what something is about or heads for, unless the word above takes it for a fact."""


def only_spoken_of(sentence: Sentence, gerund: int, marker: str) -> bool:
    """Whether a gerund only says what is asked, thought or disputed about ("inquired about buying", "sceptical about sending").

    "On arriving, they ..." before its verb is a time, and what somebody owns up to, resorts to or is blamed over came about.
    """
    token = sentence.tokens[gerund]
    if marker not in _OPENING or not token.text.lower().endswith("ing") or token.upos not in ("VERB", "AUX") or token.head < 0:
        return False
    above = sentence.tokens[token.head]
    if token.deprel.partition(":")[0] not in ("advcl", "obl", "xcomp", "ccomp", "acl") or token.head > gerund:
        return False
    words = operators()
    own = words.owning if marker in ("to", "into") else words.dwelling
    return above.lemma.lower() not in own | words.presupposing | words.implicatives | OBJECT_CHARGE | OBJECT_PUNISHED
