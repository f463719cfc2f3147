"""Measures that a verb tells: "bars its trade", "froze the assets of", "forbids all states to sell it arms"."""

from collections.abc import Sequence

from casus.reading.frames.lexicon import word_set
from casus.reading.frames.measure_standing import PENDING, resolved
from casus.reading.frames.phrases import befallen, doers, lowered, marked, modifiers, phrase_tokens
from casus.reading.frames.prohibitions import Prohibition, prohibitions
from casus.reading.frames.restriction import Restriction, kind_of
from casus.reading.modality import mood_of
from casus.reading.model import Measure, MeasureStatus, Modality
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import conjuncts, grammatical_subject, is_passive, oblique
from casus.sources.report import Span

_WOULD = frozenset({"would", "could", "might", "may", "'d"})
_TOWARD = frozenset({"from", "to", "with", "against", "for"})


def by_verb(scene: Scene, sentence: Sentence, verb: int, before: Measure | None) -> tuple[Restriction, ...]:
    """The restrictions that a verb tells, one for each thing that it forbids. `before` is the last one told: a text that lays
    down several measures names who imposes them and whom they hit once."""
    token = sentence.tokens[verb]
    objects = [conjunct for head in befallen(sentence, verb) for conjunct in conjuncts(sentence, head)]
    aid = oblique(sentence, verb, frozenset({"in"}))
    objects += [c for c in aid if sentence.tokens[c].lemma in ("aid", "assistance", "loan", "fund")]  # "froze $5 billion in aid"
    barred = [
        c for c in oblique(sentence, verb, frozenset({"from"})) if sentence.tokens[c].lemma in word_set("measures", "barred")
    ]
    forbidden: tuple[Prohibition, ...] = ()
    shut_out: tuple[str, ...] = ()
    system = _cut_off(sentence, verb)
    imposers = scene.states_of(scene.parties(doers(scene, sentence, verb) or _owners(scene, sentence, verb, objects)))
    if not imposers and is_passive(sentence, verb) and token.lemma in word_set("measures", "barring"):
        soil = [a for c in oblique(sentence, verb, frozenset({"from"})) for a in scene.named(sentence, c)]
        imposers = tuple(a for a in scene.states_of(tuple(soil)) if scene.actor(a).kind == "state")  # "are barred from Russia"
    if token.lemma in word_set("measures", "ban_verbs"):
        forbidden = prohibitions(scene, sentence, verb)
        shut_out = _shut_out(scene, sentence, verb, objects)
        foreign = _foreign_goods(scene, sentence, verb, objects, imposers)
        if not (barred or forbidden or shut_out or system or foreign or _restricts(sentence, verb, objects)):
            return ()
    elif token.lemma in word_set("measures", "reopening") and word_set("measures", "reopened").isdisjoint(
        sentence.tokens[head].lemma for head in objects
    ):
        return ()
    laid_down = not imposers and _by_document(sentence, verb)
    if not imposers and before is not None and (laid_down or token.deprel == "conj"):
        imposers = before.imposers
    at_hand = () if system or token.lemma in word_set("measures", "verbs") else _TOWARD
    targets = shut_out or _hit(
        scene, _targets(scene, sentence, (verb, *objects), objects, frozenset(at_hand), imposers), imposers
    )
    if not targets and len(imposers) > 1 and any(sentence.tokens[head].lemma in ("border", "frontier") for head in objects):
        targets = imposers  # "the two have closed their border": each to the other
    if not targets and before is not None and (laid_down or set(before.imposers) & set(imposers)):
        targets = before.targets
    if not (imposers or laid_down):
        return ()
    words = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
    words += [*system, token.lemma, *(sentence.tokens[c].lemma for c in barred), *(["entry"] if shut_out else [])]
    ends = [(token.start, token.end), *(sentence.span_of(phrase_tokens(sentence, head)) for head in objects)]
    told = [((min(start for start, _ in ends), max(end for _, end in ends)), words, targets)]
    if forbidden:
        told = [
            (sentence.span_of(one.tokens), list(one.words), _hit(scene, one.targets, imposers) or targets) for one in forbidden
        ]
    return tuple(
        _restriction(scene, sentence, verb, (span, kinds, hit), imposers, laid_down=laid_down) for span, kinds, hit in told if hit
    )


def _restriction(
    scene: Scene,
    sentence: Sentence,
    verb: int,
    told: tuple[Span, list[str], tuple[str, ...]],
    imposers: tuple[str, ...],
    *,
    laid_down: bool,
) -> Restriction:
    """A restriction from (its span, the words of what is restricted, whom it hits)."""
    span, words, targets = told
    token, told_as = sentence.tokens[verb], mood_of(sentence, verb).modality
    if laid_down and _not_yet_law(sentence, verb):
        told_as = told_as if told_as in PENDING else "planned"
    elif (laid_down and told_as in ("demanded", "planned", "supposed")) or (told_as == "planned" and resolved(sentence, verb)):
        told_as = "actual"
    status, modality = _status(told_as, reopened=token.lemma in word_set("measures", "reopening"))
    measure = Measure(
        id="m", spans=(span,), by=scene.carrier((token.start, token.end)), modality=modality, measure=kind_of(words),
        imposers=imposers, targets=targets, status=status,
        when=scene.when(sentence, verb),
    )  # fmt: skip
    return Restriction(measure, sentence.index, verb)


def _not_yet_law(sentence: Sentence, verb: int) -> bool:
    """Whether the document that lays down a restriction would only do so, is a draft, or was voted down."""
    if any(sentence.tokens[child].text.lower() in _WOULD for child in sentence.children[verb]):
        return True
    subject = grammatical_subject(sentence, verb)
    if subject is None:
        return False
    document = sentence.tokens[subject[0]]
    above = sentence.tokens[document.head].lemma.lower() if document.head >= 0 else ""
    drafts = word_set("measures", "drafts")
    return (
        document.lemma.lower() in drafts
        or above in word_set("measures", "voting_down")
        or any(sentence.tokens[child].lemma.lower() in drafts for child in sentence.children[subject[0]])
    )


def _status(modality: Modality, *, reopened: bool) -> tuple[MeasureStatus, Modality]:
    """(status, modality) of a restriction that a verb lays down or, `reopened`, undoes."""
    if reopened:
        if modality in PENDING:
            return "revision sought", "actual"
        return ("in force" if modality == "denied" else "lifted"), "actual"
    return ("in force" if modality == "actual" else "unknown" if modality == "denied" else "proposed"), modality


def _restricts(sentence: Sentence, verb: int, objects: Sequence[int]) -> bool:
    """Whether what a verb bans, freezes or stops is trade, travel, funds or goods, and no measure told of elsewhere."""
    lower = [word for head in objects for word in lowered(sentence, phrase_tokens(sentence, head))]
    named = [sentence.tokens[head].lemma.lower() for head in objects]
    if not word_set("measures", "nouns").isdisjoint(named) or word_set("measures", "restricted").isdisjoint([*lower, *named]):
        return False
    stopping = sentence.tokens[verb].lemma in word_set("measures", "stop_verbs") | word_set("measures", "reopening")
    return not stopping or not word_set("measures", "stopped").isdisjoint(named)


def _owners(scene: Scene, sentence: Sentence, verb: int, objects: Sequence[int]) -> tuple[str, ...]:
    """Whose ports, borders or airspace are closed, where nobody is told who closes them ("Dutch ports were closed to ships")."""
    soil = {"port", "border", "airspace", "frontier", "crossing", "market"}
    if not is_passive(sentence, verb):
        return ()
    return tuple(a for head in objects if sentence.tokens[head].lemma in soil for a in modifiers(scene, sentence, head))


def _cut_off(sentence: Sentence, verb: int) -> list[str]:
    """The words for the system or market that somebody is cut off from ("cut its banks off from the payment system")."""
    if sentence.tokens[verb].lemma not in ("cut", "shut", "bar", "block", "exclude"):
        return []
    for child in marked(sentence, verb, frozenset({"from", "off", "out of"})):
        words = lowered(sentence, phrase_tokens(sentence, child))
        if not word_set("measures", "systems").isdisjoint(words):
            return words
    return []


def _foreign_goods(scene: Scene, sentence: Sentence, verb: int, objects: Sequence[int], imposers: tuple[str, ...]) -> bool:
    """Whether a ban strikes another country's things, whatever they are ("banned 59 Chinese apps"), and no person or party."""
    if sentence.tokens[verb].lemma not in word_set("measures", "banning"):
        return False
    for head in objects:
        if sentence.tokens[head].upos != "NOUN" or scene.cast.meant(sentence.index, head):
            continue
        owners = scene.states_of(modifiers(scene, sentence, head))
        if any(scene.actor(owner).kind == "state" and owner not in imposers for owner in owners):
            return True
    return False


def _shut_out(scene: Scene, sentence: Sentence, verb: int, objects: Sequence[int]) -> tuple[str, ...]:
    """The persons that a verb bans from a country or bloc ("banned the general and his sons from Peru")."""
    if sentence.tokens[verb].lemma not in word_set("measures", "barring"):
        return ()
    named = tuple(actor for head in objects for actor in scene.cast.meant(sentence.index, head))
    if not any(scene.actor(actor).kind in ("person", "group") for actor in named):
        return ()
    for bearer in (verb, *objects):
        for child in oblique(sentence, bearer, frozenset({"from"})):
            known = [scene.actor(actor) for actor in scene.named(sentence, child)]
            soil = sentence.tokens[child].lemma.lower() in word_set("measures", "soil")
            if soil or any(actor.kind in ("state", "bloc", "organisation", "place") for actor in known):
                return tuple(dict.fromkeys(named))
    return ()


def _hit(scene: Scene, actors: tuple[str, ...], imposers: tuple[str, ...]) -> tuple[str, ...]:
    """The states of those whom a restriction hits, without its imposers."""
    return tuple(state for state in scene.states_of(scene.parties(actors)) if state not in imposers)


def _targets(
    scene: Scene,
    sentence: Sentence,
    bearers: Sequence[int],
    objects: Sequence[int],
    toward: frozenset[str],
    imposers: tuple[str, ...],
) -> tuple[str, ...]:
    """Whom a restriction hits: who is named after the prepositions `toward` at the verb or its objects, else in the objects."""
    heads = [child for bearer in bearers for child in oblique(sentence, bearer, toward)]
    for head in (*heads, *objects):
        found = tuple(a for a in scene.involved(sentence, head, anyone=True) if a not in imposers)
        if found:
            return found
    for bearer in bearers:  # "closed the borders between its members and Niger"
        for head in oblique(sentence, bearer, frozenset({"between"})):
            found = tuple(a for a in scene.involved(sentence, head, anyone=True) if a not in imposers)
            if found:
                return found
    return ()


def _by_document(sentence: Sentence, verb: int) -> bool:
    """Whether a resolution or law lays it down: as the verb's subject, or as what a clause stands under."""
    token = sentence.tokens[verb]
    if token.deprel in ("xcomp", "ccomp", "advcl") and sentence.tokens[token.head].lemma in word_set("measures", "obliging"):
        return _by_document(sentence, token.head)
    subject = grammatical_subject(sentence, verb)
    if subject is not None and sentence.tokens[subject[0]].lemma.lower() in word_set("measures", "documents"):
        return True
    return any(
        sentence.tokens[c].lemma.lower() in word_set("measures", "documents")
        for c in oblique(sentence, verb, frozenset({"under"}))
    )
