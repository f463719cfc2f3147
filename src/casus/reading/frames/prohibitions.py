"""Restrictions told by what nobody may do: "bars all states from supplying arms to Chad", "stopped selling weapons to Chad"."""

from dataclasses import dataclass

from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import lowered, phrase_tokens
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import oblique, patients

_SIDES = frozenset({"to", "from", "with", "against", "in", "for"})


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What is forbidden: its tokens from the forbidding verb on, its words in lower case, and the actors it is not to pass to or
    from."""

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    targets: tuple[str, ...]


def prohibited(scene: Scene, sentence: Sentence, verb: int) -> Prohibition | None:
    """The trade or travel that the clause under a forbidding verb names, None where it names none or nobody it is meant for."""
    bearers = (verb, *patients(sentence, verb))
    clauses = [
        child
        for bearer in bearers
        for child in sentence.children[bearer]
        if sentence.tokens[child].deprel.partition(":")[0] in ("xcomp", "ccomp", "advcl", "acl")
        and sentence.tokens[child].upos == "VERB"
        and sentence.tokens[child].lemma in word_set("measures", "dealing")
    ]
    for clause in clauses:
        objects = patients(sentence, clause)
        targets: tuple[str, ...] = ()
        for bearer in (clause, *objects):
            for head in oblique(sentence, bearer, _SIDES):
                targets = targets or scene.involved(sentence, head, anyone=True)
        for head in objects:
            targets = targets or scene.involved(sentence, head, anyone=True)
        if targets:
            named = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
            inside = [verb, clause, *(index for head in objects for index in phrase_tokens(sentence, head))]
            return Prohibition(tuple(inside), (*named, sentence.tokens[clause].lemma), targets)
    return None
