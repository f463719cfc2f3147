"""Conditions: the clause or phrase on which a predicate depends, and how it is marked."""

from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject, preposition


def condition_of(sentence: Sentence, index: int) -> int | None:
    """The head of the condition that stands at a predicate ("if X attacks", "in case of attack", "should that happen")."""
    for child in sentence.children[index]:
        if sentence.tokens[child].deprel.partition(":")[0] in ("advcl", "obl", "nmod", "ccomp") and condition_marker(
            sentence, child
        ):
            return child
    return None


def inverted_condition(sentence: Sentence) -> tuple[int, int] | None:
    """(head, last token) of a condition that opens a sentence by word order: "Should X attack, ...", "Had X known, ..."."""
    opener = sentence.tokens[0]
    if opener.text not in ("Should", "Were", "Had") or sentence.tokens[-1].text == "?":
        return None
    heads = [
        token.index for token in sentence.tokens if token.upos in ("VERB", "ADJ", "NOUN") and 0 in sentence.children[token.index]
    ]
    comma = next((token.index for token in sentence.tokens if token.text == "," and heads and token.index > heads[0]), None)
    return (heads[0], comma) if heads and comma is not None else None


def condition_marker(sentence: Sentence, index: int) -> bool:
    """Whether a clause or phrase is marked as a condition, inverted "should that happen" included."""
    token, marker = sentence.tokens[index], preposition(sentence, index)
    if token.lemma.lower() in ("case", "event") and marker.startswith("in"):
        return True
    marks = {sentence.tokens[child].text.lower() for child in sentence.children[index] if sentence.tokens[child].deprel == "mark"}
    if marker in operators().conditions or ("as" not in marks and not marks.isdisjoint(("if", "unless"))):
        return token.deprel != "ccomp" or sentence.tokens[token.head].lemma not in operators().asking
    if token.deprel != "advcl":
        return False
    if marker == "as" and _so_long(sentence, index):
        return True
    first = min([index, *sentence.children[index]])
    opener, subject = sentence.tokens[first], own_subject(sentence, index)
    return (
        opener.text.lower() in ("should", "were", "had")
        and opener.deprel.startswith(("aux", "cop", "mark"))
        and subject is not None
        and first < subject
    )


def _so_long(sentence: Sentence, clause: int) -> bool:
    """ "as long as", "so long as"."""
    mark = min(child for child in sentence.children[clause] if sentence.tokens[child].text.lower() == "as")
    return (
        mark > 1 and sentence.tokens[mark - 1].text.lower() == "long" and sentence.tokens[mark - 2].text.lower() in ("as", "so")
    )


def questioned(sentence: Sentence, clause: int) -> bool:
    """Whether a clause within a sentence is put as a question: a question mark ends it ("Has X attacked? he asked")."""
    last = max(index for index in sentence.subtree(clause) if sentence.tokens[index].upos != "PUNCT")
    for token in sentence.tokens[last + 1 : last + 3]:
        if token.text == "?":
            return True
        if token.upos != "PUNCT":
            break
    return False


def undecided(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says how, when or where something is to be done that is not decided yet ("must decide how it attacks")."""
    asked = any(sentence.tokens[child].text.lower() in ("how", "when", "where") for child in sentence.children[clause])
    return asked and sentence.tokens[sentence.tokens[clause].head].lemma in (
        "decide",
        "choose",
        "determine",
        "consider",
        "plan",
        "agree",
    )
