"""Whether what seems to pass from one to another is a transfer at all: not within one state, not along with its own troops."""

from dataclasses import replace

from casus.reading.frames.goods import ARMS, goods_class
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import Passing
from casus.reading.model import Actor
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, oblique

_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})


def without_goods(scene: Scene, sentence: Sentence, told: Passing) -> Passing:
    """A passing without the goods themselves among its sides ("72 fighters", taken for people)."""
    goods = scene.cast.meant(sentence.index, told.goods) if sentence.tokens[told.goods].upos == "NOUN" else ()
    return replace(
        told,
        suppliers=tuple(a for a in told.suppliers if a not in goods),
        recipients=tuple(a for a in told.recipients if a not in goods),
    )


def likely(scene: Scene, sentence: Sentence, index: int, told: Passing) -> bool:
    """Whether something of state passes by what the word at a token tells: arms with a known side, other goods only between two,
    from one country to another, and neither the price of arms nor what troops bring along."""
    sides = [[scene.actor(actor) for actor in side] for side in (told.suppliers, told.recipients)]
    if not any(scene.political(actor) for actor in (*told.suppliers, *told.recipients)):
        return False
    if _within_a_state(scene, told, sides) or _brought_along(sentence, index, told.goods) or _price(sentence, index, told):
        return False
    if told.kind in ARMS:
        return any(actor.kind in ("state", "bloc", "group") or actor.country for side in sides for actor in side)
    return all(any(_of_state(scene, actor) for actor in side) for side in sides)


def _within_a_state(scene: Scene, told: Passing, sides: list[list[Actor]]) -> bool:
    """Whether both sides are of one state, or are ministries and forces of which one has no state that is told."""
    homes = [{actor.country for actor in side if actor.kind != "group"} - {None} for side in sides]
    if homes[0] and homes[0] == homes[1]:
        return True
    if told.suppliers and set(scene.states_of(told.suppliers)) == set(scene.states_of(told.recipients)):
        return True
    bodies = [all(actor.kind == "organisation" and actor.sector in _OF_STATE for actor in side) for side in sides if side]
    unplaced = any(actor.country is None and not actor.world for side in sides for actor in side)
    return len(bodies) == 2 and all(bodies) and unplaced


def _brought_along(sentence: Sentence, index: int, goods: int) -> bool:
    """Whether troops take their gear with them ("brought their own tanks", "flew its troops and vehicles")."""
    if sentence.tokens[index].lemma not in word_set("transfers", "deploying") | {"bring", "take", "transport"}:
        return False
    if any(sentence.tokens[child].text.lower() == "own" for child in sentence.children[goods]):
        return True
    token = sentence.tokens[goods]
    first = token.head if token.deprel == "conj" else goods
    return any(sentence.tokens[head].lemma.lower() in word_set("transfers", "people") for head in conjuncts(sentence, first))


def _price(sentence: Sentence, index: int, told: Passing) -> bool:
    """Whether money is what is paid for goods ("paid 90 million dollars for jets")."""
    if told.kind != "financial" or sentence.tokens[index].lemma not in ("pay", "spend", "wire", "transfer", "remit"):
        return False
    things = (head for bearer in (index, told.goods) for head in oblique(sentence, bearer, frozenset({"for"})))
    return any(goods_class(sentence, thing, True) not in (None, "financial", "humanitarian") for thing in things)


def _of_state(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is a state or body of the world, one of its towns, or a country's army, ministry or party."""
    if actor.kind in ("state", "bloc", "group") or actor.world:
        return True
    return actor.kind in ("organisation", "place") and actor.country is not None and scene.political(actor.id)
