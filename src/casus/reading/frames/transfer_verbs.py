"""Transfers that a verb tells: "supplied the rebels with rifles", "the grain reached", "relies on Peru for"."""

from dataclasses import replace

from casus.reading.frames.goods import goods_class, to_a_place
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import TO, Passing, givers, makers, passing, side, things, within
from casus.reading.frames.phrases import doers, marked, modifiers
from casus.reading.frames.transfer_sides import gave, got, ordered_from
from casus.reading.frames.transfer_ways import arrived, carried, flows
from casus.reading.modality import Mood
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, grammatical_subject, is_passive, oblique

_THEM = frozenset({"them", "it", "they"})


def by_verb(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """The goods that pass by what a verb (or an adjective like "bound") tells, None where it tells of none."""
    token = sentence.tokens[verb]
    lemma = token.lemma
    if lemma in word_set("transfers", "bound") or token.text.lower() in word_set("transfers", "bound"):
        return _bound_for(scene, sentence, verb)
    if token.upos != "VERB" or elsewhere(sentence, verb):
        return None
    if lemma in word_set("transfers", "ask"):
        return _asked(scene, sentence, verb)
    if lemma in word_set("transfers", "rely"):
        return _relied_on(scene, sentence, verb)
    told = None
    rented = lemma in word_set("transfers", "renting")
    let = rented and bool(oblique(sentence, verb, frozenset({"to"})))
    if lemma in word_set("transfers", "take") and not let:
        told = _taken(scene, sentence, verb)
    if told is None and rented and not let:
        return None  # whether "the cars, which Peru leases" are given or taken is not told
    if told is None and lemma in word_set("transfers", "give") | word_set("transfers", "give_with"):
        told = _given(scene, sentence, verb)
    if told is None and lemma in word_set("transfers", "arrive"):
        told = arrived(scene, sentence, verb)
    if told is None and lemma in word_set("transfers", "flows"):
        told = flows(scene, sentence, verb)
    if told is None and lemma in word_set("transfers", "carrying"):
        told = carried(scene, sentence, verb)
    if told is None and lemma in word_set("transfers", "deciding") | word_set("transfers", "refusing"):
        told = _decided(scene, sentence, verb)
    return told


def elsewhere(sentence: Sentence, verb: int) -> bool:
    """Whether a particle makes it another verb: "carry out", "take off"."""
    return any(
        sentence.tokens[c].deprel == "compound:prt"
        and sentence.tokens[c].text.lower() in word_set("transfers", "other_particles")
        for c in sentence.children[verb]
    )


def _given(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "X supplied Y with arms", "X sent arms to Y", "Y was offered arms by X"."""
    lemma, given = sentence.tokens[verb].lemma, things(sentence, verb)
    extra = [c for c in sentence.children[verb] if sentence.tokens[c].deprel == "obj" and c not in given]
    if lemma in word_set("transfers", "handing_over"):
        extra += oblique(sentence, verb, frozenset({"over"}))  # "over" taken for a preposition
    instrument = oblique(sentence, verb, frozenset({"with"})) if lemma in word_set("transfers", "give_with") else []
    extra += [c for c in sentence.children[verb] if sentence.tokens[c].deprel == "nsubj:pass" and c not in given and c > verb]
    recipients = side(scene, sentence, [verb, *_in_aid(sentence, verb)], TO)
    goods: int | None = next((head for head in instrument if goods_class(sentence, head, True)), None)
    if goods is None:
        certain = bool(recipients) or len(given) > 1 or bool(extra)
        goods = next(
            (
                head
                for found in (*given, *extra)
                for head in (found, *(c for c in conjuncts(sentence, found) if c > found))
                if goods_class(sentence, head, certain or bool(within(scene, sentence, head, TO)))
            ),
            None,
        )
    if goods is None and lemma == "arm":
        goods = verb
    if goods is None:
        return None
    for head in given:
        if head != goods and not recipients:
            recipients = scene.involved(sentence, head, anyone=True)
    suppliers = givers(scene, sentence, verb)
    if goods != verb:
        named = tuple(
            a for a in modifiers(scene, sentence, goods) if scene.actor(a).kind == "state" and a not in scene.states_of(suppliers)
        )
        recipients = (
            recipients or within(scene, sentence, goods, TO) or (named if lemma in word_set("transfers", "handing") else ())
        )
        recipients = recipients or got(scene, sentence, verb, goods)
        suppliers = suppliers or tuple(a for a in gave(scene, sentence, verb, goods) if a not in recipients)
    suppliers = suppliers or side(scene, sentence, [verb], ("from", "by"))
    kind = "arms" if goods == verb else goods_class(sentence, goods, True) or "other"
    deployed = kind in ("vehicles", "aircraft") and lemma in word_set("transfers", "deploying")
    naval = sentence.tokens[goods].lemma in word_set("transfers", "naval")
    if deployed and (naval or not recipients or to_a_place(sentence, (verb, goods))):
        return None
    return Passing(goods, suppliers, tuple(a for a in recipients if a not in suppliers), scene.mood(sentence, verb), kind)


def _in_aid(sentence: Sentence, verb: int) -> list[int]:
    """ "3 million dollars in aid to Peru", where the aid hangs on the verb."""
    found = []
    for child in sentence.children[verb]:
        before = {token.text.lower() for token in sentence.tokens[max(child - 2, 0) : child]}  # "in" may hang on the sum
        if sentence.tokens[child].deprel == "obl" and "in" in before and goods_class(sentence, child, True):
            found.append(child)
    return found


def _bound_for(scene: Scene, sentence: Sentence, index: int) -> Passing | None:
    """ "The tanks were bound for Chile", "a load of rifles meant for the rebels": they are to pass, as far as is told."""
    token = sentence.tokens[index]
    bound = [c for c in sentence.children[index] if sentence.tokens[c].deprel.startswith("nsubj")]
    if token.deprel == "acl" and not bound:
        bound = [token.head]
    elif not bound and (subject := grammatical_subject(sentence, index)) is not None:
        bound = [subject[0]]
    goods = next((head for head in bound if goods_class(sentence, head, False)), None)
    recipients = side(scene, sentence, [index], ("for",))
    if goods is None or not recipients:
        return None
    mood = scene.mood(sentence, index)
    if mood.modality == "actual":
        mood = replace(mood, modality="planned")
    suppliers = tuple(a for a in makers(scene, sentence, goods) if a not in recipients)
    return passing(sentence, goods, suppliers, recipients, mood)


def _taken(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "Y bought arms from X", "Y took delivery of arms". What is merely taken or got, from nobody that is named, is seized."""
    lemma = sentence.tokens[verb].lemma
    for head in things(sentence, verb):
        goods: int | None = head
        handed = sentence.tokens[head].lemma in word_set("transfers", "nouns")
        if handed:
            beside = [
                c
                for bearer, relation in ((verb, "obj"), (head, "nmod"))
                for c in sentence.children[bearer]
                if sentence.tokens[c].deprel == relation and c > head
            ]
            of = [*oblique(sentence, head, frozenset({"of"})), *marked(sentence, verb, frozenset({"of"})), *beside]
            goods = next((c for c in of if goods_class(sentence, c, True)), None)
        bought = bool(side(scene, sentence, [verb, head], ("from",)) or ordered_from(scene, sentence, head))
        if goods is None or goods_class(sentence, goods, bought) is None:
            continue
        takers = doers(scene, sentence, verb)
        meant = _for_another(scene, sentence, [verb, goods], takers) if takers else ()
        owned = any(sentence.tokens[c].deprel == "nmod:poss" for c in sentence.children[goods])
        if not takers and owned and is_passive(sentence, verb):
            takers = makers(scene, sentence, goods)  # "Israel's jets were bought with American aid"
        named = side(scene, sentence, [verb, head, goods], ("from",)) or within(scene, sentence, goods, ("from",))
        mood = scene.mood(sentence, verb)
        if lemma in word_set("transfers", "grasp") and not handed:
            seized = owned and not named
            if (lemma == "take" and mood.modality == "actual") or seized or (lemma != "take" and not named):
                continue
        if lemma == "import" and not takers:
            continue
        if not named and lemma in ("buy", "purchase", "acquire", "order"):
            bought_in = scene.states_of(side(scene, sentence, [verb], ("in",)))
            named = tuple(a for a in bought_in if scene.actor(a).kind == "state" and a not in scene.states_of(takers))
        named = named or ordered_from(scene, sentence, goods)
        suppliers = named or tuple(a for a in makers(scene, sentence, goods) if a not in takers)
        suppliers = suppliers or _partner(scene, sentence, verb, takers)
        return passing(sentence, goods, suppliers, meant or takers, mood)
    return None


def _for_another(scene: Scene, sentence: Sentence, bearers: list[int], takers: tuple[str, ...]) -> tuple[str, ...]:
    """For which other state something is bought ("will buy tanks for Chad from a Czech firm")."""
    found = scene.states_of(side(scene, sentence, bearers, ("for",)))
    homes = {scene.actor(taker).country for taker in takers}
    return tuple(a for a in found if scene.actor(a).kind == "state" and scene.actor(a).country not in homes)


def _partner(scene: Scene, sentence: Sentence, verb: int, takers: tuple[str, ...]) -> tuple[str, ...]:
    """With whom the one who is to take them talks or contracts about it ("is in talks with Italy to buy two frigates")."""
    above = sentence.tokens[verb].head
    if above < 0 or sentence.tokens[verb].deprel.partition(":")[0] not in ("acl", "advcl", "xcomp"):
        return ()
    found = side(scene, sentence, [above, sentence.tokens[above].head], ("with",))
    return tuple(actor for actor in found if actor not in takers)


def _asked(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "Y asked X for arms", "Y turned to X for arms": demanded; "Y is seeking arms from X": as open as that leaves it."""
    seeking = sentence.tokens[verb].lemma in word_set("transfers", "seek")
    wanted = [*oblique(sentence, verb, frozenset({"for"})), *things(sentence, verb)]
    bearers = (*wanted, *_in_aid(sentence, verb))
    given_to = next((found for head in bearers if (found := within(scene, sentence, head, ("to", "for")))), ())
    goods = next((head for head in wanted if goods_class(sentence, head, bool(given_to))), None)
    if goods is None:
        return None
    suppliers = tuple(a for head in things(sentence, verb) if head != goods for a in scene.named(sentence, head))
    suppliers = suppliers or side(scene, sentence, [verb, goods], ("from", "to") if not seeking else ("from",))
    if seeking and not suppliers:
        return None
    mood = scene.mood(sentence, goods) if seeking else Mood("demanded")
    own = scene.mood(sentence, verb)
    if own.modality == "denied" or mood.modality == "actual":
        mood = own if own.modality != "actual" else Mood("possible")
    asking = doers(scene, sentence, verb)
    recipients = given_to if given_to and suppliers and given_to != suppliers else asking
    return passing(sentence, goods, suppliers, recipients, mood)


def _relied_on(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "Y relies on X for its tanks"."""
    goods = next((c for c in oblique(sentence, verb, frozenset({"for"})) if goods_class(sentence, c, True)), None)
    suppliers = side(scene, sentence, [verb], ("on", "upon"))
    takers = doers(scene, sentence, verb)
    if goods is None or not suppliers or not takers:
        return None
    return passing(sentence, goods, suppliers, takers, scene.mood(sentence, verb))


def _decided(scene: Scene, sentence: Sentence, verb: int) -> Passing | None:
    """ "X approved a loan for Y": planned; "X suspended military aid to Y", "rejected a grant to Y": it does not pass."""
    lemma = sentence.tokens[verb].lemma
    for goods in things(sentence, verb):
        token = sentence.tokens[goods]
        if token.upos not in ("NOUN", "SYM", "NUM") or token.lemma in word_set("transfers", "nouns") | word_set(
            "transfers", "goods_nouns"
        ):
            continue
        recipients = within(scene, sentence, goods, ("to", "for")) or side(
            scene, sentence, [verb, *_in_aid(sentence, verb)], ("to", "for")
        )
        if not recipients or goods_class(sentence, goods, True) is None:
            continue
        decider = doers(scene, sentence, verb)
        suppliers = tuple(a for a in makers(scene, sentence, goods) if a not in recipients) or decider
        mood = scene.mood(sentence, verb)
        refused = lemma in word_set("transfers", "refusing")
        if refused and lemma not in word_set("transfers", "withholding"):
            continue
        if mood.modality == "actual":
            mood = Mood("denied" if refused else "planned")
        elif refused:
            mood = Mood("possible")
        return passing(sentence, goods, suppliers, recipients, mood)
    return None
