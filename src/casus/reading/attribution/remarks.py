"""Participles of saying that add to a speaker's words: ", calling it a breakthrough"."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.attribution.cues import Lexicon
from casus.reading.parse import Sentence


def is_remark(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a token is a participle of saying after a comma, without a subject of its own (", adding that ...")."""
    token = sentence.tokens[index]
    if index == 0 or not token.text.lower().endswith("ing") or token.upos != "VERB" or token.lemma not in lexicon.verbs:
        return False
    if token.deprel.partition(":")[0] not in ("advcl", "acl", "conj", "parataxis", "dep", "ccomp") or token.head > index:
        return False
    left = index - 1
    while left > 0 and (sentence.tokens[left].upos in ("ADV", "CCONJ", "SCONJ") or sentence.tokens[left].text in QUOTE_MARKS):
        left -= 1
    return sentence.tokens[left].text == "," and not sentence.dependents(index, "nsubj")
