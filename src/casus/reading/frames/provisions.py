"""Provisions: what a report says that an agreement lays down."""

from dataclasses import replace

from casus.reading.frames.agreement_phrases import spheres_of
from casus.reading.frames.agreements import Told
from casus.reading.frames.lexicon import word_set, words
from casus.reading.frames.phrases import lowered, phrase_span
from casus.reading.frames.provision_kinds import kind_of
from casus.reading.frames.terms import Term, find_terms, laid_down, subject_agreement
from casus.reading.frames.terms_of_sides import may_or_must
from casus.reading.modality import condition_marker, mood_of
from casus.reading.modality.negation import negated
from casus.reading.model import Agreement, Modality, Provision
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, own_subject

_PENDING = frozenset({"proposed", "negotiated"})
_MUTUAL = frozenset({"defence", "non-aggression", "consultation", "non-assistance", "neutrality"})


def find_provisions(scene: Scene, agreements: tuple[Told, ...]) -> tuple[Provision, ...]:
    """Every provision told of an agreement, in order of the text; bound are the agreement's parties."""
    found: list[Provision] = []
    for sentence, term in find_terms(scene, agreements):
        found.append(_provision(scene, sentence, term, f"p{len(found) + 1}"))
    return tuple(found)


def with_spheres(scene: Scene, agreements: tuple[Told, ...]) -> tuple[Told, ...]:
    """The agreements with the spheres that sentences about them name ("It will serve as a roadmap, from trade to security")."""
    places = {place: told for told in agreements for place in told.phrases}
    widened = {told.agreement.id: told for told in agreements}
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            if token.upos != "VERB" or token.lemma not in word_set("agreements", "laying_down"):
                continue
            told = subject_agreement(sentence, token.index, places, agreements)
            if told is not None:
                known = widened[told.agreement.id]
                spheres = dict.fromkeys((*known.agreement.spheres, *spheres_of(lowered(sentence, sentence.subtree(token.index)))))
                widened[told.agreement.id] = replace(known, agreement=replace(known.agreement, spheres=tuple(spheres)))
    return tuple(widened.values())


def _forbidden(sentence: Sentence, verb: int) -> bool:
    """Whether a term is that something may not be ("neither may", "forbids any transfer")."""
    if sentence.tokens[verb].lemma in word_set("agreements", "forbidding") | word_set("agreements", "limiting"):
        return not negated(sentence, verb)
    return may_or_must(sentence, verb) and negated(sentence, verb)


def _provision(scene: Scene, sentence: Sentence, term: Term, claim_id: str) -> Provision:
    verb, content, told = term.verb, term.content, term.told
    clausal = sentence.tokens[content].upos == "VERB"
    inside = _clause(sentence, content) if clausal else []
    if clausal and (subject := own_subject(sentence, content)) is not None and _means(sentence, subject, told):
        inside = [index for index in inside if index not in set(sentence.subtree(subject))] or inside
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
    if provides == "other":
        clause = sentence.subtree(verb, frozenset({"parataxis", "conj", "cc"}))
        provides = kind_of(scene.document.words(sentence.span_of(clause))) if content in clause else provides
    if forbidden and provides in ("relief", "cooperation", "other"):
        provides = "limitation"
    denied = mood_of(sentence, verb).modality == "denied" and not (verb == content and laid_down(sentence, verb))
    denied = denied or _binds_nobody(sentence, verb, content)
    bound, others = _bound(scene, sentence, content, told.agreement.parties)
    return Provision(
        id=claim_id, spans=(span,), by=scene.carrier(span), modality=_modality(told.agreement, denied=denied),
        agreement=told.agreement.id,
        provides=provides, bound=bound, beneficiaries=others or (bound if provides in _MUTUAL else ()), trigger=condition,
        obligation=obligation,
    )  # fmt: skip


def _binds_nobody(sentence: Sentence, verb: int, content: int) -> bool:
    """ "obliges neither to fight": the one who is bound stands before the infinitive, and is nobody."""
    after = sentence.tokens[verb + 1 : verb + 3]
    nobody = any(token.text.lower() in ("neither", "nobody", "none") for token in after) or [t.text.lower() for t in after] == [
        "no",
        "one",
    ]
    return nobody and verb + 1 < content


def _clause(sentence: Sentence, verb: int) -> list[int]:
    """The tokens of a term told by a clause, up to where another clause goes on."""
    inside = sentence.subtree(verb, frozenset({"parataxis", "conj", "cc"}))
    beyond = min((i for i in range(verb, max(inside)) if i not in inside), default=max(inside) + 1)
    kept = [index for index in inside if index < beyond]
    while len(kept) > 1 and sentence.tokens[kept[-1]].upos == "PUNCT" and sentence.tokens[kept[-1]].text not in ('"', "”"):
        kept.pop()
    return [i for i in kept if i >= verb or sentence.tokens[i].upos != "PUNCT" or i > kept[0]] or kept


def _means(sentence: Sentence, subject: int, told: Told) -> bool:
    """Whether a subject means the agreement itself."""
    return (sentence.index, subject) in told.phrases or sentence.tokens[subject].text.lower() in ("it", "this", "which", "that")


def _modality(agreement: Agreement, *, denied: bool) -> Modality:
    """A term of an agreement that is only proposed or negotiated is as open as the agreement is."""
    if denied:
        return "denied"
    if agreement.status not in _PENDING:
        return "actual"
    return agreement.modality if agreement.modality not in ("actual", "denied") else "planned"


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
