"""What a cue holds, and the parts of a sentence that frames of every kind ask for."""

from dataclasses import dataclass

from casus.reading.attribution.voice import is_passive
from casus.reading.parse import Sentence
from casus.reading.syntax import oblique, preposition


@dataclass(frozen=True, slots=True)
class Held:
    """Words that a cue holds: `content` as token indices, heads of those spoken to, and words that belong to the cue."""

    content: frozenset[int]
    addressees: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    noun: int | None = None


def persons(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of the noun phrases that a verb's speech is directed at: indirect object, object, or passive subject."""
    if is_passive(sentence, verb):
        return tuple(sentence.dependents(verb, "nsubj"))
    objects = sentence.dependents(verb, "iobj") or sentence.dependents(verb, "obj")
    return tuple(child for child in objects if sentence.tokens[child].text.lower() not in ("what", "that", "it", "this", "so"))


def to_whom(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of "to ..." at a verb of saying ("said to reporters")."""
    return tuple(
        child
        for child in oblique(sentence, verb, frozenset({"to"}))
        if sentence.tokens[child].upos in ("NOUN", "PROPN", "PRON")
        and sentence.tokens[child].deprel.startswith(("obl", "nmod", "iobj"))
    )


def marked(sentence: Sentence, verb: int, prepositions: frozenset[str]) -> list[int]:
    """Phrases and clauses at a verb that one of the prepositions opens ("of lying", "for the attack")."""
    if not prepositions:
        return []
    return [
        child
        for child in sentence.dependents(verb, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp", "iobj")
        if preposition(sentence, child) in prepositions
    ]


def infinitives(sentence: Sentence, verb: int) -> set[int]:
    """Tokens of the infinitives with "to" at a verb: one that completes it, or those that follow an object."""
    content: set[int] = set()
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation in ("xcomp", "advcl", "ccomp") and child > verb and preposition(sentence, child) == "to":
            content.update(sentence.subtree(child))
            if relation == "xcomp":
                break
    return content
