"""Transfers: arms, goods of war, aid and money passing from one to another; whether it happened is the modality."""

from dataclasses import replace

from casus.reading.events import Conditions
from casus.reading.frames.goods import goods_span
from casus.reading.frames.goods_again import by_pronoun, in_return, known_goods, meant_by_pronoun, with_sides
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import Passing
from casus.reading.frames.phrases import phrase_tokens
from casus.reading.frames.transfer_likelihood import likely, without_goods
from casus.reading.frames.transfer_nouns import by_noun, by_request, by_supplier
from casus.reading.frames.transfer_standing import never_came, transfer_mood
from casus.reading.frames.transfer_verbs import by_verb
from casus.reading.model import Transfer
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts


def find_transfers(scene: Scene, conditions: Conditions) -> tuple[Transfer, ...]:
    """Every transfer that a report tells of, in order of the text; `conditions` gives what a conditional one depends on."""
    found: list[tuple[int, str, Transfer]] = []
    for sentence in scene.document.sentences:
        used: set[int] = set()
        for token in sentence.tokens:
            told = _passing(scene, sentence, token.index)
            before = found[-1] if found and 0 <= sentence.index - found[-1][0] <= 1 else None
            meant = None
            if told is None and token.upos == "VERB":
                meant = (before[2].goods_class, before[2].goods) if before else meant_by_pronoun(scene, sentence, token.index)
                told = by_pronoun(scene, sentence, token.index, meant[0]) if meant is not None else None
            if told is None and token.upos == "VERB":
                told = known_goods(scene, sentence, token.index, {lemma for _, lemma, _ in found})
            if told is None or used & {told.goods, token.index}:
                continue
            told = with_sides(scene, sentence, in_return(sentence, token.index, told, before), found)
            told = without_goods(scene, sentence, told)
            loose = token.lemma in word_set("transfers", "loose") and not told.recipients
            if loose or not likely(scene, sentence, token.index, told):
                continue
            used.update((*conjuncts(sentence, told.goods), *phrase_tokens(sentence, told.goods), token.index))
            told = replace(told, mood=transfer_mood(sentence, token.index, told))
            made = _transfer(scene, sentence, token.index, told, f"t{len(found) + 1}", conditions)
            lemma = sentence.tokens[told.goods].lemma
            if meant is not None and sentence.tokens[told.goods].upos == "PRON":
                made, lemma = replace(made, goods=meant[1]), before[1] if before else ""
            found.append((sentence.index, lemma, made))
    return tuple(
        replace(made, modality="planned") if made.modality == "actual" and never_came(scene, number) else made
        for number, _, made in found
    )


def _passing(scene: Scene, sentence: Sentence, index: int) -> Passing | None:
    token = sentence.tokens[index]
    if token.upos in ("VERB", "ADJ"):
        return by_verb(scene, sentence, index)
    if token.upos == "NOUN" and token.lemma in word_set("transfers", "nouns") | word_set("transfers", "goods_nouns"):
        return by_noun(scene, sentence, index)
    if token.upos == "NOUN" and token.lemma in word_set("transfers", "asking_nouns"):
        return by_request(scene, sentence, index)
    if token.upos == "NOUN" and token.lemma in word_set("transfers", "suppliers"):
        return by_supplier(scene, sentence, index)
    return None


def _transfer(scene: Scene, sentence: Sentence, index: int, told: Passing, claim_id: str, conditions: Conditions) -> Transfer:
    token, mood = sentence.tokens[index], told.mood
    span = goods_span(sentence, told.goods) if told.goods != index else (token.start, token.end)
    if mood.modality == "actual" and token.lemma in word_set("transfers", "promising"):
        mood = replace(mood, modality="promised")
    when = scene.when(sentence, index)
    if mood.modality == "actual" and mood.ended:
        mood = replace(mood, modality="denied")
    if mood.modality == "actual" and (token.lemma == "order" or scene.ahead(sentence, index, when)):
        mood = replace(mood, modality="planned")
    return Transfer(
        id=claim_id, spans=((min(span[0], token.start), max(span[1], token.end)),), by=scene.carrier((token.start, token.end)),
        modality=mood.modality,
        negated=mood.negated, condition=conditions.of(sentence, mood), when=when,
        suppliers=scene.states_of(scene.parties(told.suppliers)),
        recipients=scene.states_of(scene.parties(told.recipients)),
        goods=scene.document.words(span), goods_class=told.kind,
    )  # fmt: skip
