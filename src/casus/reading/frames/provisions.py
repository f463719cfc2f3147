"""Provisions: what a report says that an agreement lays down."""

from casus.reading.frames.agreements import Told
from casus.reading.frames.lexicon import word_set, words
from casus.reading.frames.phrases import lowered, phrase_span
from casus.reading.modality import condition_marker
from casus.reading.model import Provision, Provides
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import own_subject, preposition

_CONTENT = frozenset({"obj", "obl", "xcomp", "ccomp"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "as", "", "that", "from"})


def find_provisions(scene: Scene, agreements: tuple[Told, ...]) -> tuple[Provision, ...]:
    """Every provision told of an agreement, in order of the text; bound are the agreement's parties."""
    found: list[Provision] = []
    by_phrase = {place: told for told in agreements for place in told.phrases}
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            if token.upos != "VERB" or token.lemma not in word_set("agreements", "provision_verbs"):
                continue
            told = _subject_agreement(sentence, token.index, by_phrase, agreements)
            if told is None:
                continue
            for content in _contents(sentence, token.index):
                found.append(_provision(scene, sentence, token.index, content, told, f"p{len(found) + 1}"))
    return tuple(found)


def _subject_agreement(
    sentence: Sentence, verb: int, by_phrase: dict[tuple[int, int], Told], agreements: tuple[Told, ...]
) -> Told | None:
    subject = own_subject(sentence, verb)
    if subject is None:
        relation = sentence.tokens[verb].deprel
        if (
            relation == "acl"
            and (sentence.index, sentence.tokens[verb].head) in by_phrase
            and sentence.tokens[verb].text.endswith("ing")
        ):
            return by_phrase[(sentence.index, sentence.tokens[verb].head)]
        if relation == "conj" and sentence.tokens[sentence.tokens[verb].head].upos == "VERB":
            return _subject_agreement(sentence, sentence.tokens[verb].head, by_phrase, agreements)
        return None
    if (sentence.index, subject) in by_phrase:
        return by_phrase[(sentence.index, subject)]
    if sentence.tokens[subject].text.lower() in ("it", "this", "which") and sentence.tokens[verb].lemma in (
        "provide",
        "cover",
        "include",
        "stipulate",
        "oblige",
        "commit",
        "serve",
        "envisage",
        "call",
    ):
        before = [told for told in agreements if any(place[0] in (sentence.index, sentence.index - 1) for place in told.phrases)]
        return before[-1] if before else None
    return None


def _contents(sentence: Sentence, verb: int) -> list[int]:
    lemma = sentence.tokens[verb].lemma
    found = []
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation not in _CONTENT or condition_marker(sentence, child):
            continue
        marker = preposition(sentence, child)
        if relation == "obl" and (marker not in ("for", "as") or (lemma in ("provide", "call") and marker != "for")):
            continue
        if marker not in _CONTENT_PREPOSITIONS or sentence.tokens[child].upos == "PRON":
            continue
        found.append(child)
        found.extend(c for c in sentence.children[child] if sentence.tokens[c].deprel == "conj" and relation in ("obj", "obl"))
    if any(sentence.tokens[c].deprel.partition(":")[0] in ("xcomp", "ccomp") for c in found):
        found = [c for c in found if sentence.tokens[c].deprel.partition(":")[0] in ("xcomp", "ccomp")]
    return found


def _provision(scene: Scene, sentence: Sentence, verb: int, content: int, told: Told, claim_id: str) -> Provision:
    clausal = sentence.tokens[content].upos == "VERB"
    inside = sentence.subtree(content, frozenset({"acl:relcl", "parataxis", "conj", "cc"})) if clausal else []
    span = sentence.span_of(inside) if clausal else phrase_span(sentence, content)
    trigger = _trigger(sentence, verb) or _trigger(sentence, content)
    trigger_text = scene.document.words(sentence.span_of(sentence.subtree(trigger))) if trigger is not None else None
    obligation = scene.document.words(span)
    if trigger_text and trigger_text in obligation:
        obligation = obligation.replace(trigger_text, "").strip(" ,") or obligation
    whole = f"{obligation} {trigger_text or ''}"
    spans = [span]
    if trigger is not None and sentence.span_of(sentence.subtree(trigger))[1] > span[1]:
        spans = [(span[0], sentence.span_of(sentence.subtree(trigger))[1])]
    return Provision(
        id=claim_id, spans=tuple(spans), by=scene.carrier(span), agreement=told.agreement.id, provides=kind_of(whole), bound=told.agreement.parties,
        beneficiaries=told.agreement.parties if kind_of(whole) in ("defence", "non-aggression", "consultation") else (),
        trigger=trigger_text, obligation=obligation, when=None,
    )  # fmt: skip


def _trigger(sentence: Sentence, index: int) -> int | None:
    for child in sentence.children[index]:
        if sentence.tokens[child].deprel.partition(":")[0] in ("obl", "nmod", "advcl") and condition_marker(sentence, child):
            return child
        if preposition(sentence, child) == "in" and sentence.tokens[child].lemma in ("case", "event"):
            return child
    return None


def kind_of(text: str) -> Provides:
    """The kind of a provision, from its words: the first line of the lexicon with a phrase that stands in them."""
    lower = f" {text.lower()} "
    for kind, phrases in words("agreements")["provides"].items():
        if any(f" {phrase}" in lower for phrase in phrases):
            return kind  # type: ignore[no-any-return]
    return "other"


def phrase_words(sentence: Sentence, head: int) -> list[str]:
    """The lower-case words of all that hangs on a token."""
    return lowered(sentence, sentence.subtree(head))
