"""Provisions: what a report says that an agreement lays down."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from casus.reading.frames.agreements import Told, spheres_of
from casus.reading.frames.lexicon import word_set, words
from casus.reading.frames.phrases import lowered, phrase_span
from casus.reading.modality import condition_marker, mood_of
from casus.reading.modality.negation import negated
from casus.reading.model import Provides, Provision
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, own_subject, preposition

_CONTENT = frozenset({"obj", "obl", "xcomp", "ccomp", "acl", "advcl"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "as", "", "that", "from"})
_BINDING = frozenset({"oblige", "commit", "bind", "require", "allow", "permit", "forbid"})
_LEGAL = frozenset({"may", "shall", "must", "cannot", "can"})
_SIDES = frozenset({"neither", "either", "each", "both", "none", "all", "sides", "parties", "they", "side", "party"})
_MUTUAL = frozenset({"defence", "non-aggression", "consultation", "non-assistance", "neutrality"})


def find_provisions(scene: Scene, agreements: tuple[Told, ...]) -> tuple[Provision, ...]:
    """Every provision told of an agreement, in order of the text; bound are the agreement's parties."""
    found: list[Provision] = []
    places = {place: told for told in agreements for place in told.phrases}
    for sentence in scene.document.sentences:
        for verb, content, told in _told(scene, sentence, places, agreements):
            found.append(_provision(scene, sentence, verb, content, told, f"p{len(found) + 1}"))
    return tuple(found)


def with_spheres(scene: Scene, agreements: tuple[Told, ...]) -> tuple[Told, ...]:
    """The agreements with the spheres that sentences about them name ("It will serve as a roadmap, from trade to security")."""
    places = {place: told for told in agreements for place in told.phrases}
    widened = {told.agreement.id: told for told in agreements}
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            if token.upos != "VERB" or token.lemma not in word_set("agreements", "laying_down"):
                continue
            told = _subject_agreement(sentence, token.index, places, agreements)
            if told is not None:
                known = widened[told.agreement.id]
                spheres = dict.fromkeys((*known.agreement.spheres, *spheres_of(lowered(sentence, sentence.subtree(token.index)))))
                widened[told.agreement.id] = replace(known, agreement=replace(known.agreement, spheres=tuple(spheres)))
    return tuple(widened.values())


def _told(
    scene: Scene, sentence: Sentence, places: dict[tuple[int, int], Told], agreements: tuple[Told, ...]
) -> Iterator[tuple[int, int, Told]]:
    """(verb, token that heads what is laid down, agreement) for each provision of a sentence."""
    for token in sentence.tokens:
        under = (
            _under(sentence, token.index, places, agreements)
            or _beside(sentence, token.index, places, agreements)
            or _of_the_sides(scene, sentence, token.index, agreements)
        )
        if under is not None and _laid_down(sentence, token.index):
            yield (token.index, token.index, under)
        elif token.upos == "VERB" and token.lemma in word_set("agreements", "provision_verbs"):
            told = _subject_agreement(sentence, token.index, places, agreements)
            if told is not None:
                for content in _contents(sentence, token.index):
                    yield token.index, content, told


def _under(sentence: Sentence, verb: int, places: dict[tuple[int, int], Told], agreements: tuple[Told, ...]) -> Told | None:
    """The agreement under which a clause holds ("under the treaty a withdrawal takes effect ...", "under which they
    undertook")."""
    if sentence.tokens[verb].upos not in ("VERB", "ADJ", "NOUN"):
        return None
    for child in sentence.children[verb]:
        if sentence.tokens[child].deprel.partition(":")[0] != "obl" or preposition(sentence, child) not in ("under", "in"):
            continue
        if preposition(sentence, child) == "under":
            if (sentence.index, child) in places:
                return places[(sentence.index, child)]
            if sentence.tokens[child].lemma.lower() in word_set("agreements", "own_words"):
                return _last_told(sentence, agreements)
        if sentence.tokens[child].text.lower() == "which" and sentence.tokens[verb].deprel == "acl:relcl":
            return places.get((sentence.index, sentence.tokens[verb].head))
    token = sentence.tokens[verb]
    if token.deprel == "conj" and token.upos == "VERB" and own_subject(sentence, verb) is None:
        return _under(sentence, token.head, places, agreements)
    return None


def _last_told(sentence: Sentence, agreements: tuple[Told, ...]) -> Told | None:
    """The agreement that this sentence or the one before last speaks of."""
    before = [told for told in agreements if any(place[0] in (sentence.index, sentence.index - 1) for place in told.phrases)]
    return before[-1] if before else None


def _of_the_sides(scene: Scene, sentence: Sentence, verb: int, agreements: tuple[Told, ...]) -> Told | None:
    """The agreement whose terms a sentence about its sides goes on to tell ("Each party shall refrain ...", "The two sides
    undertook not to ...", "neither may ...")."""
    token, subject = sentence.tokens[verb], own_subject(sentence, verb)
    if token.upos != "VERB" or subject is None or token.deprel not in ("root", "conj", "parataxis"):
        return None
    about = {sentence.tokens[index].text.lower() for index in (subject, *sentence.children[subject])}
    if about.isdisjoint(_SIDES | {"other"}) or sentence.tokens[subject].upos == "PROPN":
        return None
    modals = {sentence.tokens[child].text.lower() for child in sentence.children[verb] if sentence.tokens[child].deprel == "aux"}
    own_voice = scene.carrier((token.start, token.end)) is None
    binding = "shall" in modals or (own_voice and ("must" in modals or ("may" in modals and _negative(sentence, verb))))
    return _last_told(sentence, agreements) if binding or token.lemma == "undertake" else None


def _negative(sentence: Sentence, verb: int) -> bool:
    subject = own_subject(sentence, verb)
    return negated(sentence, verb) or (subject is not None and sentence.tokens[subject].text.lower() == "neither")


def _beside(sentence: Sentence, verb: int, places: dict[tuple[int, int], Told], agreements: tuple[Told, ...]) -> Told | None:
    """The agreement whose terms go on in a clause about its sides ("it obliges both to ..., and neither may ...")."""
    token, subject = sentence.tokens[verb], own_subject(sentence, verb)
    if token.deprel != "conj" or token.upos != "VERB" or subject is None or not _permission(sentence, verb):
        return None
    words_of = {sentence.tokens[index].text.lower() for index in (subject, *sentence.children[subject])}
    above = sentence.tokens[token.head]
    if words_of.isdisjoint(_SIDES) or above.lemma not in word_set("agreements", "provision_verbs"):
        return None
    return _subject_agreement(sentence, token.head, places, agreements)


def _permission(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says what may, shall or must be."""
    return any(
        sentence.tokens[child].deprel.startswith("aux") and sentence.tokens[child].text.lower() in _LEGAL
        for child in sentence.children[verb]
    )


def _laid_down(sentence: Sentence, verb: int) -> bool:
    """Whether what stands under an agreement is its term: told as so or as to be, or as what the sides may or may not do."""
    to_be = any(sentence.tokens[child].text.lower() in ("will", "would") for child in sentence.children[verb])
    return to_be or _permission(sentence, verb) or mood_of(sentence, verb).modality not in ("denied", "possible")


def _forbidden(sentence: Sentence, verb: int) -> bool:
    """Whether a term is that something may not be ("neither may", "forbids any transfer")."""
    if sentence.tokens[verb].lemma in word_set("agreements", "forbidding"):
        return not negated(sentence, verb)
    return _permission(sentence, verb) and negated(sentence, verb)


def _subject_agreement(
    sentence: Sentence, verb: int, places: dict[tuple[int, int], Told], agreements: tuple[Told, ...]
) -> Told | None:
    subject, token = own_subject(sentence, verb), sentence.tokens[verb]
    if subject is None:
        above = token.head
        if token.deprel == "acl" and token.text.endswith("ing"):
            return places.get((sentence.index, above))
        if token.deprel == "conj" and sentence.tokens[above].upos == "VERB":
            return _subject_agreement(sentence, above, places, agreements)
        return None
    if (sentence.index, subject) in places:
        return places[(sentence.index, subject)]
    if sentence.tokens[subject].text.lower() in ("it", "this", "which") and token.lemma in word_set("agreements", "laying_down"):
        return _last_told(sentence, agreements)
    if sentence.tokens[subject].lemma.lower() in word_set("agreements", "own_words"):
        return _last_told(sentence, agreements)
    return None


def _contents(sentence: Sentence, verb: int) -> list[int]:
    """What a verb of laying down has as content: its clauses, or else its objects and "for" phrases."""
    lemma, clauses, things = sentence.tokens[verb].lemma, [], []
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        relation, marker = token.deprel.partition(":")[0], preposition(sentence, child)
        if relation not in _CONTENT or condition_marker(sentence, child) or marker not in _CONTENT_PREPOSITIONS:
            continue
        if relation in ("xcomp", "ccomp") or (relation == "advcl" and marker == "to" and lemma in _BINDING):
            clauses.append(child)
        elif relation == "obj":
            clauses.extend(c for c in sentence.children[child] if sentence.tokens[c].deprel == "acl" and lemma in _BINDING)
            if token.upos != "PRON":
                things.append(child)
        elif relation == "obl" and marker == "for" and lemma in ("provide", "call"):
            things.append(child)
    if clauses:
        return clauses + [c for clause in clauses for c in sentence.children[clause] if sentence.tokens[c].deprel == "conj"]
    return things + [c for thing in things for c in sentence.children[thing] if sentence.tokens[c].deprel == "conj"]


def _provision(scene: Scene, sentence: Sentence, verb: int, content: int, told: Told, claim_id: str) -> Provision:
    clausal = sentence.tokens[content].upos == "VERB"
    inside = sentence.subtree(content, frozenset({"parataxis", "conj", "cc"})) if clausal else []
    span = sentence.span_of(inside) if clausal else phrase_span(sentence, content)
    obligation, condition = scene.document.words(span), None
    trigger = _trigger(sentence, verb) or _trigger(sentence, content)
    if trigger is not None:
        place = sentence.span_of(sentence.subtree(trigger))
        condition = scene.document.words(place)
        span = min(span[0], place[0]), max(span[1], place[1])
        obligation = obligation.replace(condition, "").strip(" ,") or obligation
    else:
        obligation, condition = _parted(obligation)
    provides, forbidden = kind_of(f"{obligation} {condition or ''}"), _forbidden(sentence, verb)
    if forbidden and provides in ("relief", "cooperation", "other"):
        provides = "limitation"
    denied = mood_of(sentence, verb).modality == "denied" and not (verb == content and _laid_down(sentence, verb))
    bound, others = _bound(scene, sentence, content, told.agreement.parties)
    return Provision(
        id=claim_id, spans=(span,), by=scene.carrier(span), modality="denied" if denied else "actual",
        agreement=told.agreement.id,
        provides=provides, bound=bound, beneficiaries=others or (bound if provides in _MUTUAL else ()), trigger=condition,
        obligation=obligation,
    )  # fmt: skip


def _bound(scene: Scene, sentence: Sentence, content: int, parties: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a provision binds, and whom that leaves: all parties, or the one of them that alone undertakes it ("under which Peru
    undertook to ...")."""
    doer = grammatical_subject(sentence, content) if sentence.tokens[content].upos == "VERB" else None
    named = scene.states_of(scene.named(sentence, doer[0])) if doer is not None and not doer[1] else ()
    bound = tuple(party for party in parties if party in named)
    return (bound, tuple(party for party in parties if party not in named)) if bound else (parties, ())


def _parted(obligation: str) -> tuple[str, str | None]:
    """An obligation and the condition that its words end in ("mutual aid in case of aggression"), None where they hold none."""
    lower = obligation.lower()
    places = [lower.find(f" {phrase} ") for phrase in words("agreements")["triggers"]]
    place = min((at for at in places if at > 0), default=None)
    return (obligation, None) if place is None else (obligation[:place].strip(" ,"), obligation[place:].strip())


def _trigger(sentence: Sentence, index: int) -> int | None:
    """The condition at a token or in its phrase ("mutual aid in case of an attack on either")."""
    for place in (
        index,
        *(
            child
            for child in sentence.children[index]
            if sentence.tokens[child].deprel in ("nmod", "obj", "obl", "conj", "xcomp")
        ),
    ):
        for child in sentence.children[place]:
            if sentence.tokens[child].deprel.partition(":")[0] in ("obl", "nmod", "advcl") and condition_marker(sentence, child):
                return child
    return None


def kind_of(text: str) -> Provides:
    """The kind of a provision, from its words: the first line of the lexicon with a phrase that stands in them."""
    lower = f" {text.lower()} ".replace('"', " ").replace("“", " ")
    for kind, phrases in words("agreements")["provides"].items():
        if any(f" {phrase}" in lower for phrase in phrases):
            return cast(Provides, kind)
    return "other"
