"""Transfers: arms, goods of war, aid and money passing from one to another; whether it happened is the modality."""

from dataclasses import dataclass, replace

from casus.reading.events import Conditions
from casus.reading.frames.goods import ARMS, goods_class, goods_span, to_a_place
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import doers, modifiers, owners
from casus.reading.modality import Mood
from casus.reading.model import GoodsClass, Transfer
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, grammatical_subject, oblique, patients, preposition

_DECIDING = frozenset({"approve", "announce", "sign", "authorize", "authorise", "order", "clear", "agree", "endorse"})
_PROMISING = frozenset({"promise", "pledge", "offer"})


@dataclass(frozen=True, slots=True)
class Passing:
    """Goods that pass: the token that heads their words, who gives and who gets, and the mood of what tells it."""

    goods: int
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    mood: Mood
    kind: GoodsClass


def find_transfers(scene: Scene, conditions: Conditions) -> tuple[Transfer, ...]:
    """Every transfer that a report tells of, in order of the text; `conditions` gives what a conditional one depends on."""
    found: list[Transfer] = []
    for sentence in scene.document.sentences:
        used: set[int] = set()
        for token in sentence.tokens:
            passing = _passing(scene, sentence, token.index)
            if passing is None or passing.goods in used or not _plausible(scene, passing):
                continue
            used.update(conjuncts(sentence, passing.goods))
            found.append(_transfer(scene, sentence, token.index, passing, f"t{len(found) + 1}", conditions))
    return tuple(found)


def _passing(scene: Scene, sentence: Sentence, index: int) -> Passing | None:
    token = sentence.tokens[index]
    if token.upos in ("VERB", "ADJ") and token.lemma in word_set("transfers", "bound"):
        return _bound_for(scene, sentence, index)
    if token.upos == "VERB":
        if any(
            sentence.tokens[c].deprel == "compound:prt"
            and sentence.tokens[c].text.lower() in word_set("transfers", "other_particles")
            for c in sentence.children[index]
        ):
            return None
        if token.lemma in word_set("transfers", "ask"):
            return _asked(scene, sentence, index)
        if token.lemma in word_set("transfers", "take"):
            return _taken(scene, sentence, index) or (
                _given(scene, sentence, index) if token.lemma in word_set("transfers", "give") else None
            )
        if token.lemma in word_set("transfers", "give") | word_set("transfers", "give_with"):
            return _given(scene, sentence, index)
    elif token.upos == "NOUN" and token.lemma in word_set("transfers", "nouns") | word_set("transfers", "goods_nouns"):
        return _by_noun(scene, sentence, index)
    elif token.upos == "NOUN" and token.lemma in word_set("transfers", "suppliers"):
        return _by_supplier(scene, sentence, index)
    return None


def _given(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "X supplied Y with arms", "X sent arms to Y", "Y was offered arms by X"."""
    lemma, things = sentence.tokens[verb].lemma, patients(sentence, verb)
    extra = [c for c in sentence.children[verb] if sentence.tokens[c].deprel == "obj" and c not in things]
    instrument = oblique(sentence, verb, frozenset({"with"})) if lemma in word_set("transfers", "give_with") else []
    recipients = _first(scene, sentence, [verb], ("to", "for"))
    goods: int | None = next((head for head in instrument if goods_class(sentence, head, True)), None)
    if goods is None:
        certain = bool(recipients) or len(things) > 1 or bool(extra)
        goods = next(
            (head for head in (*things, *extra) if goods_class(sentence, head, certain or bool(_toward(scene, sentence, head)))),
            None,
        )
    if goods is None and lemma == "arm":
        goods = verb
    if goods is None:
        return None
    for head in things:
        if head != goods and not recipients:
            recipients = scene.involved(sentence, head, anyone=True)
    suppliers = doers(scene, sentence, verb)
    if goods != verb:
        named = tuple(
            a for a in modifiers(scene, sentence, goods) if scene.actor(a).kind == "state" and a not in scene.states_of(suppliers)
        )
        recipients = recipients or _toward(scene, sentence, goods) or (named if lemma in word_set("transfers", "handing") else ())
    suppliers = suppliers or _first(scene, sentence, [verb, goods], ("from", "by"))
    kind = "arms" if goods == verb else goods_class(sentence, goods, True) or "other"
    deployed = kind in ("vehicles", "aircraft") and lemma in word_set("transfers", "deploying")
    if deployed and (not recipients or to_a_place(sentence, (verb, goods))):
        return None
    return Passing(goods, suppliers, tuple(a for a in recipients if a not in suppliers), scene.mood(sentence, verb), kind)


def _bound_for(scene: Scene, sentence: Sentence, index: int) -> Passing | None:
    """ "The tanks were bound for Chile", "a load of rifles meant for the rebels": they are to pass, as far as is told."""
    token = sentence.tokens[index]
    things = [c for c in sentence.children[index] if sentence.tokens[c].deprel.startswith("nsubj")]
    if token.deprel == "acl" and not things:
        things = [token.head]
    elif not things and (subject := grammatical_subject(sentence, index)) is not None:
        things = [subject[0]]
    goods = next((head for head in things if goods_class(sentence, head, False)), None)
    recipients = _first(scene, sentence, [index], ("for",))
    if goods is None or not recipients:
        return None
    mood = scene.mood(sentence, index)
    if mood.modality == "actual":
        mood = replace(mood, modality="planned")
    suppliers = tuple(a for a in modifiers(scene, sentence, goods) if a not in recipients)
    return Passing(goods, suppliers, recipients, mood, goods_class(sentence, goods, True) or "other")


def _taken(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "Y bought arms from X", "Y took delivery of arms"."""
    for head in patients(sentence, verb):
        goods: int | None = head
        if sentence.tokens[head].lemma in word_set("transfers", "nouns"):
            goods = next((c for c in oblique(sentence, head, frozenset({"of"})) if goods_class(sentence, c, True)), None)
        if goods is None or goods_class(sentence, goods, False) is None:
            continue
        takers = doers(scene, sentence, verb)
        suppliers = _first(scene, sentence, [verb, head, goods], ("from",)) or tuple(
            a for a in modifiers(scene, sentence, goods) if a not in takers
        )
        return Passing(goods, suppliers, takers, scene.mood(sentence, verb), goods_class(sentence, goods, True) or "other")
    return None


def _asked(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "Y asked X for arms": demanded."""
    wanted = [*oblique(sentence, verb, frozenset({"for"})), *patients(sentence, verb)]
    goods = next((head for head in wanted if goods_class(sentence, head, False)), None)
    if goods is None:
        return None
    suppliers = tuple(a for head in patients(sentence, verb) if head != goods for a in scene.named(sentence, head))
    suppliers = suppliers or _first(scene, sentence, [verb, goods], ("from",))
    return Passing(
        goods, suppliers, doers(scene, sentence, verb), Mood("demanded"), goods_class(sentence, goods, True) or "other"
    )


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> Passing | None:
    """ "the sale of arms to Y", "Y's purchase of arms", "an arms deal with Y", "a shipment reached Y"."""
    token = sentence.tokens[noun]
    named = [
        *oblique(sentence, noun, frozenset({"of", "for"})),
        *(c for c in sentence.children[noun] if sentence.tokens[c].deprel in ("compound", "amod")),
    ]
    goods = next((head for head in named if goods_class(sentence, head, False)), None)
    if goods is None:
        return None
    verb = (
        token.head
        if token.head >= 0
        and sentence.tokens[token.head].upos == "VERB"
        and token.deprel in ("obj", "obl", "nsubj", "nsubj:pass")
        else None
    )
    governor = sentence.tokens[verb].lemma if verb is not None else ""
    if governor in word_set("measures", "ban_verbs") - word_set("measures", "stop_verbs") and token.deprel != "nsubj":
        return None
    subject = doers(scene, sentence, verb) if verb is not None and token.deprel in ("obj", "nsubj:pass") else ()
    own = tuple(dict.fromkeys((*modifiers(scene, sentence, noun), *modifiers(scene, sentence, goods))))
    recipients = _first(scene, sentence, [noun, goods], ("to", "for")) or (
        _first(scene, sentence, [verb], ("to",)) if verb is not None else ()
    )
    suppliers = _first(scene, sentence, [noun], ("by", "from"))
    if token.lemma in word_set("transfers", "goods_nouns"):
        recipients = _first(scene, sentence, [noun], ("with",)) or recipients
    if verb is not None and token.deprel == "nsubj" and governor in word_set("transfers", "arrive"):
        recipients = (
            recipients
            or tuple(a for h in patients(sentence, verb) for a in scene.involved(sentence, h))
            or _first(scene, sentence, [verb], ("in", "at", "to"))
        )
    if token.lemma in word_set("transfers", "taking_nouns") or governor in word_set("transfers", "take"):
        recipients = recipients or subject or own
        suppliers = suppliers or tuple(a for a in modifiers(scene, sentence, goods) if a not in recipients)
    else:
        suppliers = suppliers or tuple(a for a in own if a not in recipients) or tuple(a for a in subject if a not in recipients)
    mood = _noun_mood(scene, sentence, noun, verb)
    return Passing(
        goods, suppliers, tuple(a for a in recipients if a not in suppliers), mood, goods_class(sentence, goods, True) or "other"
    )


def _by_supplier(scene: Scene, sentence: Sentence, noun: int) -> Passing | None:
    """ "X is Y's main supplier of arms", "X, the biggest arms supplier of Y"."""
    below = sentence.children[noun]
    named = [
        *oblique(sentence, noun, frozenset({"of"})),
        *(c for c in below if sentence.tokens[c].deprel in ("compound", "amod")),
    ]
    goods = next((head for head in named if goods_class(sentence, head, False)), None)
    if goods is None:
        return None
    token = sentence.tokens[noun]
    heads = [c for c in below if sentence.tokens[c].deprel == "nsubj"]
    if token.deprel == "appos":
        heads.append(token.head)
    suppliers = next((found for head in heads if (found := scene.involved(sentence, head))), ())
    recipients = _first(scene, sentence, [noun, goods], ("to", "for")) or modifiers(scene, sentence, noun)
    recipients = recipients or next(
        (
            found
            for head in oblique(sentence, noun, frozenset({"of"}))
            if head != goods and (found := scene.involved(sentence, head))
        ),
        (),
    )
    if not suppliers or not recipients:
        return None
    kind = goods_class(sentence, goods, True) or "other"
    return Passing(goods, suppliers, tuple(a for a in recipients if a not in suppliers), scene.mood(sentence, noun), kind)


def _noun_mood(scene: Scene, sentence: Sentence, noun: int, verb: int | None) -> Mood:
    """How a noun tells that goods pass: a delivery happened, a sale is agreed, an offer is made; what is refused did not pass."""
    lemma, mood = sentence.tokens[noun].lemma, scene.mood(sentence, noun)
    governor = sentence.tokens[verb].lemma if verb is not None else ""
    if mood.modality != "actual":
        return mood
    if governor in word_set("transfers", "refusing") | word_set("measures", "stop_verbs"):
        return Mood("denied")
    if preposition(sentence, noun) == "against":
        return Mood("possible")  # "voted against the sale": nobody says that it went ahead
    if lemma == "offer" or governor in _PROMISING:
        return Mood("promised")
    if lemma in word_set("transfers", "sold") | word_set("transfers", "goods_nouns") or governor in _DECIDING:
        return Mood("planned")
    return mood


def _first(scene: Scene, sentence: Sentence, bearers: list[int], prepositions: tuple[str, ...]) -> tuple[str, ...]:
    for bearer in bearers:
        found = owners(scene, sentence, bearer, *prepositions)
        if found:
            return scene.parties(found)
    return ()


def _toward(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Whom "to" or "for" names anywhere in the phrase of the goods ("20 million euros in aid to Nepal")."""
    for index in sentence.subtree(head):
        found = owners(scene, sentence, index, "to", "for")
        if found:
            return found
    return ()


def _plausible(scene: Scene, passing: Passing) -> bool:
    """Whether something of state passes: arms with a known side, other goods only between two, and from one country to
    another."""
    sides = [[scene.actor(actor) for actor in side] for side in (passing.suppliers, passing.recipients)]
    if not any(scene.political(actor) for actor in (*passing.suppliers, *passing.recipients)):
        return False
    homes = [{actor.country for actor in side if actor.kind != "group"} - {None} for side in sides]
    if homes[0] and homes[1] and homes[0] == homes[1]:
        return False
    if passing.kind in ARMS:
        return any(actor.kind in ("state", "bloc", "group") or actor.country for side in sides for actor in side)
    return all(any(actor.kind in ("state", "bloc", "group") or actor.world for actor in side) for side in sides)


def _transfer(scene: Scene, sentence: Sentence, index: int, passing: Passing, claim_id: str, conditions: Conditions) -> Transfer:
    token, mood = sentence.tokens[index], passing.mood
    span = goods_span(sentence, passing.goods) if passing.goods != index else (token.start, token.end)
    if mood.modality == "actual" and token.lemma in _PROMISING:
        mood = replace(mood, modality="promised")
    elif mood.modality == "actual" and token.lemma == "order":
        mood = replace(mood, modality="planned")
    return Transfer(
        id=claim_id, spans=((min(span[0], token.start), max(span[1], token.end)),), by=scene.carrier((token.start, token.end)),
        modality=mood.modality,
        negated=mood.negated, condition=conditions.of(sentence, mood), when=scene.when(sentence, index),
        suppliers=scene.states_of(scene.parties(passing.suppliers)),
        recipients=scene.states_of(scene.parties(passing.recipients)),
        goods=scene.document.words(span), goods_class=passing.kind,
    )  # fmt: skip
