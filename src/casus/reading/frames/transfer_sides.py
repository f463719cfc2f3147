"""The sides of a transfer that stand apart from the verb or noun that tells it: in a relative clause, beside the goods, further
down in the phrase."""

from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import makers, side
from casus.reading.frames.phrases import doers
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import is_passive, oblique, preposition

_CLAUSES = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "ccomp", "conj"})


def gave(scene: Scene, sentence: Sentence, verb: int, goods: int) -> tuple[str, ...]:
    """Who gives goods where the verb has no doer: "by" or "from" somebody, further down ("to the army by Peru"), by a cleft ("it
    was Peru that sent"), by what the goods are called ("a gift of Peru", "Peruvian grain")."""
    found = side(scene, sentence, [verb, goods], ("from", "by"))
    if not found and is_passive(sentence, verb):
        found = _deeper(scene, sentence, verb, "by")
    return found or _cleft(scene, sentence, verb) or _gift_of(scene, sentence, goods) or makers(scene, sentence, goods)


def got(scene: Scene, sentence: Sentence, verb: int, goods: int) -> tuple[str, ...]:
    """Who gets goods where the verb names nobody: who ordered or gets them by a relative clause, or holds and shows them."""
    return wanted_by(scene, sentence, goods) or _held_by(scene, sentence, goods) or _deeper(scene, sentence, verb, "to")


def wanted_by(scene: Scene, sentence: Sentence, goods: int) -> tuple[str, ...]:
    """Who ordered, bought or gets the goods of a phrase ("the drones that Chad ordered last year")."""
    for index in sentence.subtree(goods):
        token = sentence.tokens[index]
        if token.deprel in ("acl:relcl", "acl") and token.lemma in word_set("transfers", "take"):
            found = doers(scene, sentence, index)
            if found:
                return found
    return ()


def ordered_from(scene: Scene, sentence: Sentence, goods: int) -> tuple[str, ...]:
    """From whom goods were bought that are now got ("the first of 36 jets that it ordered from China")."""
    for index in sentence.subtree(goods):
        token = sentence.tokens[index]
        if token.deprel in ("acl:relcl", "acl") and token.lemma in word_set("transfers", "take"):
            return side(scene, sentence, [index], ("from",))
    return ()


def _held_by(scene: Scene, sentence: Sentence, goods: int) -> tuple[str, ...]:
    """Who shows, uses or has the goods ("Mali showed off five jets delivered by Russia")."""
    token = sentence.tokens[goods]
    while token.deprel == "conj":
        token = sentence.tokens[token.head]
    if token.head < 0 or token.deprel != "obj" or sentence.tokens[token.head].lemma not in word_set("transfers", "using"):
        return ()
    return doers(scene, sentence, token.head)


def _gift_of(scene: Scene, sentence: Sentence, goods: int) -> tuple[str, ...]:
    for child in sentence.children[goods]:
        token = sentence.tokens[child]
        if token.deprel == "appos" and token.lemma in word_set("transfers", "gifts"):
            return side(scene, sentence, [child], ("of", "from", "by"))
    return ()


def _cleft(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """ "It was Peru that sent the jets"."""
    token = sentence.tokens[verb]
    if not token.deprel.endswith(":relcl") or token.head < 0:
        return ()
    relative = any(sentence.tokens[c].deprel == "nsubj" and sentence.tokens[c].upos == "PRON" for c in sentence.children[verb])
    copula = any(sentence.tokens[c].deprel == "cop" for c in sentence.children[token.head])
    return scene.involved(sentence, token.head, depth=0) if relative and copula else ()


def _deeper(scene: Scene, sentence: Sentence, verb: int, word: str) -> tuple[str, ...]:
    """Whom a preposition names anywhere in the clause of a verb."""
    for index in sentence.subtree(verb, _CLAUSES):
        for child in oblique(sentence, index, frozenset({word})):
            found = scene.involved(sentence, child)
            if found and preposition(sentence, child) == word:
                return scene.parties(found)
    return ()
