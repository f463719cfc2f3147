"""Restrictions told by what nobody may do: "bars all states from supplying arms to Chad", "stopped selling weapons to Chad"."""

from dataclasses import dataclass

from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import lowered, phrase_tokens
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, oblique, patients

_SIDES = frozenset({"to", "from", "with", "against", "in", "for"})


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What is forbidden: its tokens from the forbidding verb on, its words in lower case, and the actors it is not to pass to or
    from."""

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    targets: tuple[str, ...]


def prohibitions(scene: Scene, sentence: Sentence, verb: int) -> tuple[Prohibition, ...]:
    """The trade or travel that the clauses under a forbidding verb name, none where they name nobody it is meant for."""
    clauses = [
        clause
        for bearer in (verb, *patients(sentence, verb))
        for child in sentence.children[bearer]
        if sentence.tokens[child].deprel.partition(":")[0] in ("xcomp", "ccomp", "advcl", "acl")
        for clause in conjuncts(sentence, child)
        if sentence.tokens[clause].upos == "VERB"
    ]
    made = (_prohibition(scene, sentence, verb, clause) for clause in clauses)
    return tuple(one for one in made if one is not None)


def _prohibition(scene: Scene, sentence: Sentence, verb: int, clause: int) -> Prohibition | None:
    objects = patients(sentence, clause)
    available = [c for c in sentence.children[clause] if sentence.tokens[c].lemma == "available"]
    if sentence.tokens[clause].lemma not in word_set("measures", "dealing") and not available:
        return None
    heads = [head for bearer in (clause, *objects, *available) for head in oblique(sentence, bearer, _SIDES)]
    targets = next((found for head in (*heads, *objects) if (found := scene.involved(sentence, head, anyone=True))), ())
    kept = [actor for head in patients(sentence, verb) for actor in scene.named(sentence, head)]
    targets = targets or tuple(actor for actor in kept if scene.actor(actor).kind in ("state", "group", "bloc"))
    if not targets:
        return None
    named = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
    first = verb if sentence.tokens[clause].deprel != "conj" else clause
    inside = [first, clause, *(index for head in objects for index in phrase_tokens(sentence, head))]
    return Prohibition(tuple(inside), (*named, sentence.tokens[clause].lemma), targets)
