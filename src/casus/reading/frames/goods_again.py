"""Goods that a report has told of before: meant by a pronoun, by the same noun, or given in return; with their sides."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from casus.reading.frames.goods import ARMS, goods_class, goods_span
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import TO, Passing, givers, passing, side, things
from casus.reading.frames.phrases import doers
from casus.reading.frames.transfer_verbs import elsewhere
from casus.reading.model import GoodsClass, Transfer
from casus.reading.parse import Sentence
from casus.reading.scene import Scene

_THEM = frozenset({"them", "it", "they"})


def known_goods(scene: Scene, sentence: Sentence, verb: int, lemmas: Collection[str]) -> Passing | None:
    """Goods that a report has told of before by the same noun, and that pass again ("shipped the first battery")."""
    lemma = sentence.tokens[verb].lemma
    if lemma not in word_set("transfers", "give") | word_set("transfers", "take") - word_set("transfers", "grasp"):
        return None
    for head in things(sentence, verb):
        words = {sentence.tokens[c].text.lower() for c in sentence.children[head]}
        if sentence.tokens[head].lemma not in lemmas or not words & word_set("transfers", "again") or elsewhere(sentence, verb):
            continue
        mood, doing = scene.mood(sentence, verb), givers(scene, sentence, verb)
        if lemma in word_set("transfers", "give"):
            return passing(sentence, head, doing, side(scene, sentence, [verb, head], TO), mood)
        return passing(sentence, head, side(scene, sentence, [verb, head], ("from",)), doing, mood)
    return None


def by_pronoun(scene: Scene, sentence: Sentence, verb: int, kind: GoodsClass) -> Passing | None:
    """ "sold them to Y", "had bought them from X": the goods of a class told of before, None where no pronoun stands for
    them."""
    goods = next((head for head in things(sentence, verb) if sentence.tokens[head].text.lower() in _THEM), None)
    lemma = sentence.tokens[verb].lemma
    if goods is None or elsewhere(sentence, verb):
        return None
    mood = scene.mood(sentence, verb)
    if lemma in word_set("transfers", "take") - word_set("transfers", "grasp"):
        return Passing(goods, side(scene, sentence, [verb], ("from",)), doers(scene, sentence, verb), mood, kind)
    if lemma not in word_set("transfers", "give"):
        return None
    recipients = side(scene, sentence, [verb], TO)
    return Passing(goods, givers(scene, sentence, verb), recipients, mood, kind) if recipients else None


def in_return(sentence: Sentence, index: int, told: Passing, before: tuple[int, str, Transfer] | None) -> Passing:
    """A passing told "in return" for the one before it in the sentence has its sides the other way round, as far as they are not
    told."""
    words = {sentence.tokens[child].lemma for child in sentence.children[index]}
    if before is None or before[0] != sentence.index or not words & word_set("transfers", "in_return"):
        return told
    _, _, made = before
    return replace(told, suppliers=told.suppliers or made.recipients, recipients=told.recipients or made.suppliers)


def with_sides(scene: Scene, sentence: Sentence, told: Passing, found: Sequence[tuple[int, str, Transfer]]) -> Passing:
    """A passing with its missing sides from the last one told of the same goods ("The first jets will arrive in May"), as far as
    the side that it has is the same there; goods that have no side at all must be told of as known."""
    if told.suppliers and told.recipients:
        return told
    known = {sentence.tokens[c].text.lower() for c in sentence.subtree(told.goods)} & word_set("transfers", "again")
    if not (told.suppliers or told.recipients or known):
        return told
    own = [set(scene.states_of(scene.parties(side))) for side in (told.suppliers, told.recipients)]
    for _, lemma, made in reversed(found):
        theirs = [set(made.suppliers), set(made.recipients)]
        same = lemma == sentence.tokens[told.goods].lemma
        if same and all(theirs) and all(not mine or mine == other for mine, other in zip(own, theirs, strict=True)):
            return replace(told, suppliers=told.suppliers or made.suppliers, recipients=told.recipients or made.recipients)
    return told


def meant_by_pronoun(scene: Scene, sentence: Sentence, verb: int) -> tuple[GoodsClass, str] | None:
    """(class, words) of the arms last named before a verb, in its sentence or the one before: what "them" may mean."""
    before = scene.document.sentences[sentence.index - 1] if sentence.index else None
    for place, last in ((sentence, verb), (before, None)):
        for token in reversed(place.tokens[:last] if place is not None else ()):
            if place is None or token.upos != "NOUN" or token.deprel in ("compound", "amod"):
                continue
            kind = goods_class(place, token.index, False)
            if kind in ARMS and token.text.lower() != token.lemma:
                return kind, scene.document.words(goods_span(place, token.index))
    return None
