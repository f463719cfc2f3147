"""Goods on their way and come: "the grain reached Mali", "a plane with medicine landed in Lima", "the wheat goes to Chad"."""

from dataclasses import replace

from casus.reading.frames.goods import goods_class
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import Passing, makers, passing, side, things, within
from casus.reading.frames.phrases import doers
from casus.reading.frames.transfer_sides import wanted_by
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, is_passive, oblique


def arrived(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "X's grain reached Y", "a plane of X with medicine landed in Y's capital". Arms that can move or fly by themselves and are
    no consignment may have come to fight."""
    subject = grammatical_subject(sentence, verb)
    if subject is None or subject[1] or is_passive(sentence, verb):
        return None
    head = subject[0]
    carrier = sentence.tokens[head].lemma in word_set("transfers", "carriers")
    goods: int | None = _load(sentence, head) if carrier else head
    kind = goods_class(sentence, goods, False) if goods is not None else None
    if goods is None or kind is None:
        return None
    if not carrier and sentence.tokens[verb].lemma in ("land", "come", "enter", "leave"):
        return None
    if not carrier and kind in ("vehicles", "aircraft", "missiles", "ammunition"):
        return None
    suppliers = makers(scene, sentence, goods) or within(scene, sentence, goods, ("from",))
    suppliers = suppliers or (makers(scene, sentence, head) if carrier else ()) or side(scene, sentence, [verb, head], ("from",))
    reached = tuple(a for h in things(sentence, verb) for a in scene.involved(sentence, h))
    recipients = side(scene, sentence, [goods], ("for", "to")) or reached or side(scene, sentence, [verb], ("in", "at", "to"))
    if not suppliers or not recipients:
        return None
    return passing(sentence, goods, suppliers, recipients, scene.mood(sentence, verb))


def flows(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "A fifth of X's wheat goes to Y", "the arms that Y gets come from X"."""
    subject = grammatical_subject(sentence, verb)
    goods = subject[0] if subject is not None and not subject[1] else None
    kind = goods_class(sentence, goods, True) if goods is not None else None
    if goods is None or kind in (None, "vehicles", "aircraft", "missiles"):
        return None
    if sentence.tokens[verb].lemma == "come":
        suppliers, recipients = side(scene, sentence, [verb], ("from",)), wanted_by(scene, sentence, goods)
        recipients = recipients or makers(scene, sentence, goods)
    else:
        suppliers, recipients = makers(scene, sentence, goods), side(scene, sentence, [verb], ("to",))
    if not suppliers or not recipients:
        return None
    return passing(sentence, goods, suppliers, recipients, scene.mood(sentence, verb))


def _load(sentence: Sentence, carrier: int) -> int | None:
    """What a ship, plane or convoy carries ("a plane carrying medicine", "a ship with wheat", "a convoy of aid")."""
    loads = [
        head
        for child in sentence.children[carrier]
        if sentence.tokens[child].deprel.startswith("acl")
        for head in (*things(sentence, child), *oblique(sentence, child, frozenset({"with"})))
        if head != carrier
    ]
    loads += oblique(sentence, carrier, frozenset({"with", "of"}))
    return next((head for head in loads if goods_class(sentence, head, True)), None)


def carried(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "The ship was carrying X's ammunition for Y": on its way, as far as is told."""
    for goods in things(sentence, verb):
        if goods_class(sentence, goods, False) is None:
            continue
        recipients = side(scene, sentence, [verb, goods], ("for", "to"))
        suppliers = makers(scene, sentence, goods) or side(scene, sentence, [verb, goods], ("from",))
        if not recipients or not (suppliers or goods_class(sentence, goods, False)):
            continue
        mood = scene.mood(sentence, verb)
        if mood.modality == "actual":
            mood = replace(mood, modality="planned")
        return passing(sentence, goods, suppliers or doers(scene, sentence, verb), recipients, mood)
    return None
