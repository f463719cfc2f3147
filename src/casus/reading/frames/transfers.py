"""Transfers: arms, goods of war, aid and money passing from one to another; whether it happened is the modality."""

from dataclasses import replace
from typing import cast

from casus.reading.events import Conditions
from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import doers, lowered, modifiers, owners, phrase_span, phrase_tokens
from casus.reading.modality import Mood, mood_of
from casus.reading.model import GoodsClass, Modality, Transfer
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, is_passive, oblique, patients


def find_transfers(scene: Scene, conditions: Conditions) -> tuple[Transfer, ...]:
    """Every transfer that a report tells of, in order of the text; `conditions` gives what a conditional one depends on."""
    found: list[Transfer] = []
    used: set[tuple[int, int]] = set()
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            made = None
            if token.upos == "VERB" and token.lemma in word_set("transfers", "give") | word_set(
                "transfers", "give_with"
            ) | word_set("transfers", "take"):
                made = _by_verb(scene, sentence, token.index, f"t{len(found) + 1}", used)
            elif token.upos == "NOUN" and token.lemma in word_set("transfers", "nouns") | word_set("transfers", "goods_nouns"):
                made = _by_noun(scene, sentence, token.index, f"t{len(found) + 1}", used)
            if made is not None:
                transfer, mood = made
                condition = conditions.of(sentence, mood)
                found.append(replace(transfer, condition=condition))
    return tuple(found)


def goods_class(sentence: Sentence, head: int, certain: bool) -> GoodsClass | None:
    """The class of the goods that a noun phrase names, None where it names none. Words like "system" count only with a
    military or relief word beside them, or where the rest makes it `certain` that something passes to a state."""
    inside = lowered(sentence, phrase_tokens(sentence, head))
    table = inverted("transfers", "goods")
    own = [sentence.tokens[head].text.lower(), sentence.tokens[head].lemma.lower()]
    for word in (*own, *reversed(inside)):
        if word not in table:
            continue
        if word in word_set("transfers", "qualified") and not certain and word_set("transfers", "qualifiers").isdisjoint(inside):
            continue
        return cast(GoodsClass, table[word])
    money = not word_set("transfers", "currencies").isdisjoint(inside) and word_set("transfers", "priced").isdisjoint(inside)
    return "financial" if money and certain else None


def _by_verb(
    scene: Scene, sentence: Sentence, verb: int, claim_id: str, used: set[tuple[int, int]]
) -> tuple[Transfer, Mood] | None:
    lemma = sentence.tokens[verb].lemma
    objects = patients(sentence, verb)
    taking = lemma in word_set("transfers", "take")
    subjects = doers(scene, sentence, verb)
    recipients: tuple[str, ...] = ()
    goods: int | None = None
    with_goods = oblique(sentence, verb, frozenset({"with"})) if lemma in word_set("transfers", "give_with") else []
    if with_goods and goods_class(sentence, with_goods[0], True):
        goods = with_goods[0]
        for head in objects:
            recipients = recipients or scene.involved(sentence, head)
    else:
        to = [found for child in oblique(sentence, verb, frozenset({"to", "for"})) if (found := scene.involved(sentence, child))]
        recipients = to[0] if to else ()
        for head in objects:
            if goods is None and goods_class(sentence, head, bool(recipients)) is not None:
                goods = head
            elif not recipients and not taking:
                recipients = scene.named(sentence, head)
    if goods is None and is_passive(sentence, verb) and not taking:
        given = [c for c in sentence.children[verb] if sentence.tokens[c].deprel == "obj" and goods_class(sentence, c, True)]
        if given:
            goods, recipients = given[0], recipients or tuple(a for head in objects for a in scene.named(sentence, head))
            subjects = subjects or _from(scene, sentence, verb)
    if goods is None and lemma == "arm" and recipients:
        goods = verb
    if goods is None or (sentence.index, goods) in used:
        return None
    klass: GoodsClass | None = "arms" if goods == verb else goods_class(sentence, goods, True)
    if not recipients:
        recipients = owners(scene, sentence, goods, "to", "for")
    suppliers = subjects
    if taking:
        suppliers = _from(scene, sentence, verb) or tuple(a for a in modifiers(scene, sentence, goods) if a not in subjects)
        recipients = subjects
    elif not subjects and is_passive(sentence, verb):
        suppliers = ()
    recipients = tuple(a for a in recipients if a not in suppliers)
    if not _plausible(scene, suppliers, recipients, klass):
        return None
    used.add((sentence.index, goods))
    mood = mood_of(sentence, verb)
    return _transfer(scene, sentence, verb, goods, suppliers, recipients, mood, claim_id, klass)


def _by_noun(
    scene: Scene, sentence: Sentence, noun: int, claim_id: str, used: set[tuple[int, int]]
) -> tuple[Transfer, Mood] | None:
    token = sentence.tokens[noun]
    goods = None
    for child in (
        *oblique(sentence, noun, frozenset({"of", "for"})),
        *(c for c in sentence.children[noun] if sentence.tokens[c].deprel in ("compound", "amod")),
    ):
        if goods_class(sentence, child, False) is not None:
            goods = child
            break
    if goods is None and token.lemma in ("supply", "sale", "delivery", "shipment"):
        return None
    if goods is None or (sentence.index, goods) in used:
        return None
    recipients = owners(scene, sentence, noun, "to", "for") or owners(scene, sentence, goods, "to", "for")
    suppliers = owners(scene, sentence, noun, "by", "from") or tuple(
        a for a in modifiers(scene, sentence, noun) if a not in recipients
    )
    suppliers = suppliers or tuple(a for a in modifiers(scene, sentence, goods) if a not in recipients)
    taking = token.lemma in ("purchase", "import", "procurement", "acquisition")
    above = token.head
    governed = above >= 0 and sentence.tokens[above].upos == "VERB" and token.deprel in ("obj", "obl", "nsubj:pass")
    if governed and not suppliers:
        subject = doers(scene, sentence, above)
        if taking:
            recipients = recipients or subject
        else:
            suppliers = tuple(a for a in subject if a not in recipients)
    if taking and not recipients:
        recipients, suppliers = suppliers, _from(scene, sentence, noun)
    if token.lemma in word_set("transfers", "goods_nouns"):
        recipients = owners(scene, sentence, noun, "with") or recipients
        if not suppliers and above >= 0 and sentence.tokens[above].upos == "VERB":
            suppliers = tuple(a for a in doers(scene, sentence, above) if a not in recipients)
    recipients = tuple(a for a in recipients if a not in suppliers)
    klass = goods_class(sentence, goods, True)
    if not _plausible(scene, suppliers, recipients, klass):
        return None
    used.add((sentence.index, goods))
    mood = mood_of(sentence, noun)
    if mood.modality == "actual" and governed:
        mood = mood_of(sentence, above)
        if (
            sentence.tokens[above].lemma in ("approve", "announce", "sign", "authorize", "authorise", "order", "clear", "agree")
            and mood.modality == "actual"
        ):
            mood = Mood("planned")
    return _transfer(scene, sentence, noun, goods, suppliers, recipients, mood, claim_id, klass)


def _from(scene: Scene, sentence: Sentence, index: int) -> tuple[str, ...]:
    for child in oblique(sentence, index, frozenset({"from"})):
        found = scene.involved(sentence, child)
        if found:
            return found
    return ()


def _plausible(scene: Scene, suppliers: tuple[str, ...], recipients: tuple[str, ...], klass: GoodsClass | None) -> bool:
    """Whether something of state passes: arms with a known side, other goods only between two known sides."""
    arms = klass in ("arms", "ammunition", "vehicles", "aircraft", "missiles")
    both = bool(suppliers) and bool(recipients)
    return both or (arms and bool(suppliers or recipients) and any(scene.political(a) for a in (*suppliers, *recipients)))


def _transfer(
    scene: Scene, sentence: Sentence, index: int, goods: int, suppliers: tuple[str, ...], recipients: tuple[str, ...], mood: Mood, claim_id: str,
    klass: GoodsClass | None,
) -> tuple[Transfer, Mood]:  # fmt: skip
    token = sentence.tokens[index]
    span = phrase_span(sentence, goods) if goods != index else (token.start, token.end)
    modality: Modality = mood.modality
    if token.lemma in ("promise", "pledge", "offer") and modality == "actual":
        modality = "promised"
    if token.lemma in ("order", "approve", "sale") and modality == "actual" and agents(sentence, index):
        modality = "planned"
    transfer = Transfer(
        id=claim_id, spans=((min(span[0], token.start), max(span[1], token.end)),), by=scene.carrier((token.start, token.end)), modality=modality,
        negated=mood.negated, when=scene.when(sentence, index), suppliers=scene.states_of(scene.parties(suppliers)), recipients=scene.states_of(scene.parties(recipients)),
        goods=scene.document.words(span), goods_class=klass or "other",
    )  # fmt: skip
    return transfer, mood
