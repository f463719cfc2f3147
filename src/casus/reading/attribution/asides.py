"""Asides by their place: "..., he said, ..." told by commas where the parse hangs them on a wrong word."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.parse import Sentence

_LONGEST_NAME = 9
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART"})
_LONGEST_ASIDE = 12
_ASIDE = ("parataxis", "advcl", "dep", "discourse")
_MODALS = frozenset({"will", "would", "may", "might", "can", "could", "should", "must", "shall", "'ll", "’ll", "wo"})
_NEW_CLAUSE = frozenset(
    {"although", "though", "while", "but", "and", "after", "before", "because", "since", "as", "when", "whereas"}
)


def parenthesis(sentence: Sentence, verb: int) -> set[int]:
    """What is said around a cue that stands with a subject between two commas, or between a comma and the end.

    The words before the aside, and those after it unless a new clause starts there; empty where the cue is no such aside.
    """
    tokens = sentence.tokens
    if sentence.dependents(verb, "obj", "ccomp", "xcomp") or tokens[verb].text.lower().endswith("ing"):
        return set()
    if is_modal(sentence, verb):
        return set()
    start = verb
    while start > 0 and tokens[start - 1].upos in ("AUX", "ADV"):
        start -= 1
    name = start
    while name > 0 and tokens[name - 1].upos in _NOMINAL and start - name < _LONGEST_NAME:
        name -= 1
    following = verb + 1
    if name == start or name < 4 or not _parts(tokens[name - 1].text):
        return set()
    if following < len(tokens) and tokens[following].upos != "PUNCT":
        return set()
    first = max((token.index for token in tokens[:name] if token.text == ";"), default=-1) + 1
    content = set(range(first, name - 1))
    after = following + 1
    if after < len(tokens) and _parts(tokens[following].text) and tokens[after].text.lower() not in _NEW_CLAUSE:
        last = next((token.index for token in tokens[after:] if token.text == ";"), len(tokens))
        content.update(range(after, last))
    return content if any(tokens[index].upos in ("VERB", "AUX") for index in content) else set()


def around(sentence: Sentence, verb: int) -> set[int]:
    """The clause into which "he said" is put as an aside, without it."""
    token = sentence.tokens[verb]
    head = token.head
    relation = token.deprel.partition(":")[0]
    loose = relation == "conj" and not sentence.dependents(verb, "cc") and _is_set_off(sentence, verb)
    if head < 0 or not (relation in _ASIDE or loose) or not sentence.dependents(verb, "nsubj") or is_modal(sentence, verb):
        return set()
    if sentence.tokens[head].upos in ("NOUN", "PROPN", "PRON") and relation == "advcl":
        return set()
    marks = [child for child in sentence.children[verb] if sentence.tokens[child].deprel == "mark"]
    if marks and any(sentence.tokens[mark].text.lower() != "as" for mark in marks):
        return set()
    if relation == "advcl" and not marks and not _is_set_off(sentence, verb):
        return set()
    if relation != "advcl" and head > verb and not _comma_near(sentence, verb):
        return set()
    return set(sentence.subtree(head)) - set(sentence.subtree(verb))


def _is_set_off(sentence: Sentence, verb: int) -> bool:
    """Whether a verb and its subject stand between two commas, or between a comma and the end (", she added,")."""
    below = [index for index in sentence.subtree(verb) if sentence.tokens[index].upos != "PUNCT"]
    first, last = below[0], below[-1]
    if first == 0 or last - first > _LONGEST_ASIDE or sentence.tokens[first - 1].text not in (",", "—", "–"):
        return False
    return last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].upos == "PUNCT"


def _comma_near(sentence: Sentence, verb: int) -> bool:
    last = max(sentence.subtree(verb))
    return any(token.text in (",", ":", "—", "–", "-") or token.text in QUOTE_MARKS for token in sentence.tokens[last : last + 2])


def is_modal(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands with "will", "would", "may" and the like, as cues of asides never do."""
    return any(sentence.tokens[child].text.lower() in _MODALS for child in sentence.dependents(verb, "aux"))


def _parts(text: str) -> bool:
    return text in (",", "—", "–") or text in QUOTE_MARKS
