"""Numbers of killed, injured and of crowds that stand at an event."""

import re

from casus.reading.parse import Sentence

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_KILL = frozenset({"kill", "die", "murder", "slay", "dead", "massacre", "execute", "behead"})
_INJURE = frozenset({"injure", "wound", "hurt", "maim"})


def number_of(words: list[str]) -> int | None:
    """The integer that number words tell ("1,200", "two thousand", "twenty-one"), None where they tell none."""
    total, current, seen = 0, 0, False
    for word in words:
        lower = word.lower().rstrip(".")
        if re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", lower):
            current, seen = current + int(lower.replace(",", "")), True
        elif lower in _WORDS:
            current, seen = current + _WORDS[lower], True
        elif "-" in lower and all(part in _WORDS for part in lower.split("-")):
            current, seen = current + sum(_WORDS[part] for part in lower.split("-")), True
        elif lower in _SCALES and seen:
            current *= _SCALES[lower]
            if _SCALES[lower] >= 1000:
                total, current = total + current, 0
        elif seen:
            break
    return total + current if seen else None


def casualties(sentence: Sentence, index: int) -> tuple[int | None, int | None, int | None]:
    """(killed, injured, crowd) told in the clause of an event at a token; None where the clause gives no number."""
    killed = injured = crowd = None
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if lemma in _KILL or lemma in _INJURE:
            if not _near(sentence, token.index, index):
                continue
            counted = _counted(sentence, token.index)
            if lemma in _KILL:
                killed = killed if counted is None else counted
            else:
                injured = injured if counted is None else counted
    if sentence.tokens[index].lemma in ("protest", "demonstrate", "rally", "march", "demonstration", "riot"):
        crowd = _counted(sentence, index)
    return killed, injured, crowd


def _near(sentence: Sentence, left: int, right: int) -> bool:
    """Whether one of two tokens is at or above the other, within three steps: the same act."""
    for start, goal in ((left, right), (right, left)):
        current, steps = start, 0
        while current >= 0 and steps < 4:
            if current == goal:
                return True
            current, steps = sentence.tokens[current].head, steps + 1
    return False


def _counted(sentence: Sentence, verb: int) -> int | None:
    heads = [
        child for child in sentence.children[verb] if sentence.tokens[child].deprel in ("obj", "nsubj:pass", "nsubj", "nummod")
    ]
    heads = [
        h
        for h in heads
        if sentence.tokens[h].deprel != "nsubj"
        or sentence.tokens[verb].lemma in ("die", "protest", "demonstrate", "rally", "march")
    ]
    for head in heads:
        inside = sentence.subtree(head, frozenset({"acl", "acl:relcl", "nmod", "conj", "appos"}))
        found = number_of([sentence.tokens[i].text for i in inside])
        if found is not None:
            return found
    return None
