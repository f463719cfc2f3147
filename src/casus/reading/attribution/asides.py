"""Asides by their place: "..., he said, ..." told by commas where the parse hangs them on a wrong word."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.parse import Sentence

_LONGEST_NAME = 9
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART"})
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


def is_modal(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands with "will", "would", "may" and the like, as cues of asides never do."""
    return any(sentence.tokens[child].text.lower() in _MODALS for child in sentence.dependents(verb, "aux"))


def _parts(text: str) -> bool:
    return text in (",", "—", "–") or text in QUOTE_MARKS
