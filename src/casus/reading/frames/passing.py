"""Goods that pass from one to another in one telling: what a transfer is made of, and where a sentence names its sides."""

from dataclasses import dataclass

from casus.reading.frames.goods import goods_class
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import doers, modifiers, owners
from casus.reading.modality import Mood
from casus.reading.model import GoodsClass
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import RELATIVE_PRONOUNS, agents, oblique, patients, preposition

TO = ("to", "for", "into")
"""The prepositions before who gets something, in the order in which they are asked for."""


@dataclass(frozen=True, slots=True)
class Passing:
    """Goods that pass: the token that heads their words, who gives and who gets, the mood of what tells it, and the token of a
    noun that tells it in place of a verb ("the delivery")."""

    goods: int
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    mood: Mood
    kind: GoodsClass


def passing(sentence: Sentence, goods: int, suppliers: tuple[str, ...], recipients: tuple[str, ...], mood: Mood) -> Passing:
    """A passing of the goods at a token; nobody stands on both sides."""
    kind = goods_class(sentence, goods, True) or "other"
    return Passing(goods, suppliers, tuple(actor for actor in recipients if actor not in suppliers), mood, kind)


def side(scene: Scene, sentence: Sentence, bearers: list[int], prepositions: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the first of the prepositions names at the first of the tokens that has one."""
    for bearer in bearers:
        found = owners(scene, sentence, bearer, *prepositions)
        if found:
            return scene.parties(found)
    return ()


def within(scene: Scene, sentence: Sentence, head: int, prepositions: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the prepositions name anywhere in the phrase of the goods ("20 million euros in aid to Nepal")."""
    return side(scene, sentence, sentence.subtree(head, frozenset({"acl:relcl", "acl", "parataxis"})), prepositions)


def makers(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """The actors named before the goods, or before what they are a measure of ("40 tonnes of Ukrainian wheat")."""
    owned = any(sentence.tokens[child].deprel == "nmod:poss" for child in sentence.children[head])
    made = {
        a
        for child in sentence.children[head]
        if [token.text.lower() for token in sentence.tokens[child + 1 : child + 2]] == ["-"]
        and not {sentence.tokens[c].text.lower() for c in range(child, head)}.isdisjoint(word_set("transfers", "making"))
        for a in scene.involved(sentence, child)
    }
    named = tuple(a for a in modifiers(scene, sentence, head) if a not in made)
    found = tuple(a for a in named if owned or scene.actor(a).kind != "person")
    for child in oblique(sentence, head, frozenset({"of", "in"})):
        found = found or (makers(scene, sentence, child) if goods_class(sentence, child, True) else ())
    return found


def things(sentence: Sentence, verb: int) -> list[int]:
    """What a verb's deed befalls, a relative pronoun as the noun that it stands for ("the tanks that Peru promised Chile"); also
    a sum of money that stands beside who gets it ("offered Chile 9 million euros")."""
    token = sentence.tokens[verb]
    found = [c for c in sentence.children[verb] if sentence.tokens[c].deprel == "obl:unmarked" and _is_money(sentence, c)]
    for head in patients(sentence, verb):
        relative = token.deprel == "acl:relcl" and sentence.tokens[head].text.lower() in RELATIVE_PRONOUNS
        found.append(token.head if relative else head)
    return found


def _is_money(sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].lemma.lower() in word_set("transfers", "currencies")


def givers(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Who gives: who does what the verb tells, also a firm, or whom another verb keeps from doing it ("stops Peru from supplying
    arms")."""
    found = doers(scene, sentence, verb) or next(
        (firm for head in agents(sentence, verb) if (firm := scene.involved(sentence, head, depth=0, anyone=True))), ()
    )
    above = sentence.tokens[verb].head
    if found or above < 0 or preposition(sentence, verb) != "from":
        return found
    kept = [c for c in sentence.children[above] if sentence.tokens[c].deprel in ("obj", "iobj")]
    return next((named for head in kept if (named := scene.involved(sentence, head))), ())
