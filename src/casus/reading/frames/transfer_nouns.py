"""Transfers that a noun tells: "the sale of arms to Peru", "Peru's purchase of arms", "a shipment reached Peru"."""

from casus.reading.frames.goods import goods_class
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import TO, Passing, makers, passing, side, within
from casus.reading.frames.phrases import doers, modifiers
from casus.reading.frames.transfer_sides import wanted_by
from casus.reading.frames.transfer_standing import seizes
from casus.reading.modality import Mood
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, grammatical_subject, oblique, patients, preposition


def by_noun(scene: Scene, sentence: Sentence, noun: int) -> Passing | None:
    """ "the sale of arms to Y", "Y's purchase of arms", "an arms deal with Y", "a shipment reached Y"."""
    token = sentence.tokens[noun]
    contract = token.lemma in word_set("transfers", "goods_nouns")
    verb = (
        token.head
        if token.head >= 0
        and sentence.tokens[token.head].upos == "VERB"
        and token.deprel in ("obj", "obl", "nsubj", "nsubj:pass")
        else None
    )
    named = [
        *oblique(sentence, noun, frozenset({"of", "for"})),
        *(c for c in sentence.children[noun] if sentence.tokens[c].deprel in ("compound", "amod")),
        *(oblique(sentence, verb, frozenset({"for"})) if contract and verb is not None and token.deprel == "obj" else ()),
    ]
    certain = bool(side(scene, sentence, [noun], ("to", "for", "from")) or within(scene, sentence, noun, ("to",)))
    goods = next((head for head in named if goods_class(sentence, head, certain)), None)
    if goods is None:
        return None
    governor = sentence.tokens[verb].lemma if verb is not None else ""
    if governor in word_set("measures", "ban_verbs") - word_set("measures", "stop_verbs") and token.deprel != "nsubj":
        return None
    subject = doers(scene, sentence, verb) if verb is not None and token.deprel in ("obj", "nsubj:pass") else ()
    if verb is not None and seizes(sentence, verb):
        subject = ()  # who seizes a shipment neither sends nor gets it
    own = tuple(dict.fromkeys((*modifiers(scene, sentence, noun), *makers(scene, sentence, goods))))
    recipients = side(scene, sentence, [noun, goods], TO) or (
        side(scene, sentence, [verb], ("to", "for")) if verb is not None else ()
    )
    themselves = scene.cast.meant(sentence.index, goods)  # "72 fighters", taken for people
    recipients = tuple(a for a in recipients if a not in themselves) or wanted_by(scene, sentence, goods)
    suppliers = side(scene, sentence, [noun], ("by", "from"))
    on_the_way = _on_the_way(scene, sentence, (noun, goods))
    suppliers, recipients = suppliers or on_the_way[0], recipients or on_the_way[1]
    if contract:
        partner = side(scene, sentence, [noun], ("with",))
        buying = bool(partner) and preposition(sentence, goods) == "for" and not makers(scene, sentence, goods)
        firm = _firm(scene, sentence, noun, verb)
        if firm and partner and not subject:
            suppliers, buying = suppliers or firm, False  # a firm that contracts with a state sells to it
        if buying and subject and partner:
            suppliers, recipients = suppliers or partner, recipients or subject
        recipients = partner or recipients if not buying else recipients
        unclear = token.lemma in ("deal", "contract") and bool(modifiers(scene, sentence, noun))
        if not recipients and not suppliers and (len(subject) > 1 or unclear):
            return None  # which of those who signed it sells is not told, nor whether "a Saudi arms deal" is Saudi sale
    if verb is not None and token.deprel == "nsubj" and governor in word_set("transfers", "arrive"):
        recipients = (
            recipients
            or tuple(a for h in patients(sentence, verb) for a in scene.involved(sentence, h))
            or side(scene, sentence, [verb], ("in", "at", "to"))
        )
        suppliers = suppliers or side(scene, sentence, [goods, verb], ("from",))
    if token.lemma in word_set("transfers", "taking_nouns") | {"order"} or governor in word_set("transfers", "take"):
        recipients = recipients or subject or own
        suppliers = suppliers or side(scene, sentence, [goods], ("from",))
        suppliers = suppliers or tuple(a for a in modifiers(scene, sentence, goods) if a not in recipients)
    else:
        suppliers = suppliers or tuple(a for a in own if a not in recipients) or tuple(a for a in subject if a not in recipients)
        suppliers = suppliers or tuple(a for a in _deciders(scene, sentence, noun) if a not in recipients)
    return passing(sentence, goods, suppliers, recipients, _mood(scene, sentence, noun, verb))


def _firm(scene: Scene, sentence: Sentence, noun: int, verb: int | None) -> tuple[str, ...]:
    """The firm that signs, wins or agrees to a contract."""
    if verb is None or sentence.tokens[noun].deprel not in ("obj", "obl"):
        return ()
    named = tuple(a for head in agents(sentence, verb) for a in scene.named(sentence, head))
    return tuple(a for a in named if scene.actor(a).kind == "organisation")


def _on_the_way(scene: Scene, sentence: Sentence, heads: tuple[int, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(who sends, who is to get) what a participle after a noun says is on its way ("a convoy sent from Chad to the rebels")."""
    for child in (child for head in heads for child in sentence.children[head]):
        token = sentence.tokens[child]
        moving = word_set("transfers", "bound") | word_set("transfers", "give")
        if token.deprel == "acl" and not moving.isdisjoint({token.lemma, token.text.lower()}):
            return (
                side(scene, sentence, [child], ("by", "from")),
                side(scene, sentence, [child], TO),
            )
    return (), ()


def _deciders(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """Who decides on the sale that a noun like licence, ban or plan is about ("Peru revoked the licences for arms exports")."""
    token = sentence.tokens[noun]
    if token.head < 0 or token.deprel != "nmod" or preposition(sentence, noun) not in ("for", "on", "of"):
        return ()
    above = sentence.tokens[token.head]
    if above.lemma not in word_set("transfers", "permits") | word_set("transfers", "limits"):
        return ()
    found = modifiers(scene, sentence, above.index)
    if not found and above.head >= 0 and sentence.tokens[above.head].upos == "VERB" and above.deprel in ("obj", "nsubj:pass"):
        found = doers(scene, sentence, above.head)
    return found


def by_request(scene: Scene, sentence: Sentence, noun: int) -> Passing | None:
    """ "Y's request for arms from X": demanded."""
    goods = next((c for c in oblique(sentence, noun, frozenset({"for"})) if goods_class(sentence, c, False)), None)
    if goods is None:
        return None
    recipients = side(scene, sentence, [noun], ("by",)) or modifiers(scene, sentence, noun)
    suppliers = side(scene, sentence, [goods, noun], ("from", "to"))
    if not recipients or not suppliers:
        return None
    own = scene.mood(sentence, noun)
    return passing(sentence, goods, suppliers, recipients, own if own.modality in ("planned", "possible") else Mood("demanded"))


def by_supplier(scene: Scene, sentence: Sentence, noun: int) -> Passing | None:
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
    if token.deprel == "xcomp" and sentence.tokens[token.head].lemma in ("become", "remain"):
        subject = grammatical_subject(sentence, token.head)
        heads += [subject[0]] if subject is not None else []
    suppliers = next((found for head in heads if (found := scene.involved(sentence, head))), ())
    recipients = side(scene, sentence, [noun, goods], ("to", "for")) or modifiers(scene, sentence, noun)
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
    return passing(sentence, goods, suppliers, recipients, scene.mood(sentence, noun))


def _mood(scene: Scene, sentence: Sentence, noun: int, verb: int | None) -> Mood:
    """How a noun tells that goods pass: a delivery happened, a sale is agreed, an offer is made; what is refused did not pass."""
    lemma, mood = sentence.tokens[noun].lemma, scene.mood(sentence, noun)
    governor = sentence.tokens[verb].lemma if verb is not None else ""
    if verb is not None and mood.modality in ("actual", "planned") and _failed(scene, sentence, noun, verb):
        return Mood("denied")
    standing = lemma in word_set("transfers", "goods_nouns") and governor in word_set("transfers", "refusing")
    if verb is not None and standing and scene.mood(sentence, verb).modality in ("threatened", "possible", "planned", "demanded"):
        return Mood("planned")  # "threatened to cancel an order": it stands as yet
    if mood.modality != "actual":
        return mood
    if governor in word_set("transfers", "refusing") | word_set("measures", "stop_verbs"):
        return Mood("denied")
    if preposition(sentence, noun) == "against":
        return Mood("possible")  # "voted against the sale": nobody says that it went ahead
    if lemma == "offer" or governor in word_set("transfers", "promising"):
        return Mood("promised")
    if governor in word_set("transfers", "completing"):
        return mood
    if lemma in word_set("transfers", "sold") | word_set("transfers", "goods_nouns") or governor in word_set(
        "transfers", "deciding"
    ):
        return Mood("planned")
    return mood


def _failed(scene: Scene, sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a sale or delivery came to nothing ("the sale fell through", "was put on hold")."""
    token = sentence.tokens[verb]
    if sentence.tokens[noun].deprel not in ("nsubj", "nsubj:pass", "obj") or scene.mood(sentence, verb).modality != "actual":
        return False
    words = {sentence.tokens[child].text.lower() for child in sentence.children[verb]}
    held = token.lemma in ("put", "place") and bool(words & {"hold", "ice"})
    return held or token.lemma in word_set("transfers", "failing") or (token.lemma == "fall" and "through" in words)
