"""Terms of an agreement that a report tells of its sides alone, in the sentences after it: "Each must help the other", "Peru will
give up its claim"."""

from collections.abc import Mapping

from casus.reading.frames.agreements import Told
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.provision_kinds import kind_of
from casus.reading.modality.negation import negated
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import is_passive, own_subject

_LEGAL = frozenset({"may", "shall", "must", "cannot", "can"})
_AHEAD = _LEGAL | {"will", "would"}
_SETTLED = frozenset({"signed", "agreed", "ratified", "initialled", "in force"})
"""The standings of an agreement whose terms a report goes on to tell."""


def last_told(sentence: Sentence, agreements: tuple[Told, ...], latest: Mapping[str, int] | None = None) -> Told | None:
    """The agreement that this sentence or the one before speaks of, or tells a term of (`latest`: the last to do so)."""
    here = {sentence.index, sentence.index - 1}
    before = [told for told in agreements if here & _sentences(told)]
    before = before or [told for told in agreements if (latest or {}).get(told.agreement.id) in here]
    return before[-1] if before else None


def _sentences(told: Told) -> set[int]:
    """The sentences that speak of an agreement."""
    return {place[0] for place in told.phrases} | {act[0] for act in told.acts}


def about_the_sides(sentence: Sentence, subject: int) -> bool:
    """Whether a phrase speaks of the sides of an agreement without their names ("either", "the two countries")."""
    about = {sentence.tokens[index].text.lower() for index in (subject, *sentence.children[subject])}
    return sentence.tokens[subject].upos != "PROPN" and not about.isdisjoint(word_set("agreements", "sides"))


def may_or_must(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says what may, shall or must be."""
    return not _auxiliaries(sentence, verb).isdisjoint(_LEGAL)


def of_the_sides(
    scene: Scene, sentence: Sentence, verb: int, agreements: tuple[Told, ...], latest: Mapping[str, int]
) -> Told | None:
    """The agreement whose terms a sentence about its sides goes on to tell ("Each party shall refrain ...", "The two sides
    undertook not to ...", "neither may ...")."""
    token, subject = sentence.tokens[verb], own_subject(sentence, verb)
    if token.upos != "VERB" or subject is None or token.deprel not in ("root", "conj", "parataxis"):
        return None
    other = any(sentence.tokens[index].text.lower() == "other" for index in (subject, *sentence.children[subject]))
    if not about_the_sides(sentence, subject) and not other:
        return None
    modals = _auxiliaries(sentence, verb)
    own_voice = scene.carrier((token.start, token.end)) is None
    binding = "shall" in modals or (own_voice and ("must" in modals or ("may" in modals and _negative(sentence, verb))))
    return last_told(sentence, agreements, latest) if binding or token.lemma == "undertake" else None


def goes_on(scene: Scene, sentence: Sentence, verb: int, agreements: tuple[Told, ...], latest: dict[str, int]) -> Told | None:
    """The agreement whose terms a sentence tells by what its sides, or things of theirs, will, may or are to do ("Chile will free
    its prisoners"), right after it or after another of its terms (`latest`: the sentences of these). What it says must be such
    as agreements lay down, and no more talks."""
    token, subject = sentence.tokens[verb], own_subject(sentence, verb)
    if token.upos == "ADJ" and token.lemma not in ("able", "free", "entitled", "allowed"):
        return None
    if subject is None or token.deprel.partition(":")[0] not in ("root", "conj", "parataxis"):
        return None
    told = _going_on(sentence, agreements, latest)
    if token.lemma in ("bind", "oblige", "commit", "require") and is_passive(sentence, verb):
        told = told or last_told(sentence, agreements)
    if told is None or told.agreement.status not in _SETTLED or len(told.agreement.parties) < 2:
        return None
    if scene.carrier((token.start, token.end)) is not None or token.lemma in word_set("agreements", "no_terms"):
        return None
    kind = kind_of(scene.document.words(sentence.span_of(sentence.subtree(verb, frozenset({"conj", "parataxis"})))))
    if sentence.tokens[subject].lemma.lower() in word_set("agreements", "attacks"):
        return told if kind == "defence" else None
    if not _to_come(sentence, verb) or kind == "other":
        return None
    states = set(scene.states_of(scene.involved(sentence, subject)))
    homes = {scene.actor(party).country for party in told.agreement.parties} - {None}
    of_a_side = bool(states) and all(s in told.agreement.parties or scene.actor(s).country in homes for s in states)
    of_nobody = not states and is_passive(sentence, verb)
    return told if of_a_side or about_the_sides(sentence, subject) or of_nobody else None


def _going_on(sentence: Sentence, agreements: tuple[Told, ...], latest: dict[str, int]) -> Told | None:
    """The agreement that the sentence before told of, or told a term of."""
    named = [told for told in agreements if sentence.index - 1 in _sentences(told)]
    named += [told for told in agreements if latest.get(told.agreement.id) == sentence.index - 1]
    return named[-1] if named else None


def _to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says what will, may, must or is to be, or what a side agreed to."""
    token = sentence.tokens[verb]
    if not _auxiliaries(sentence, verb).isdisjoint(_AHEAD):
        return True
    below = {sentence.tokens[c].text.lower() for c in sentence.children[verb]}
    if token.lemma in ("bind", "oblige", "commit", "require") and is_passive(sentence, verb):
        return True
    is_to = "to" in below and any(sentence.tokens[c].lemma == "be" and c < verb for c in sentence.children[verb])
    clause = any(sentence.tokens[c].deprel in ("xcomp", "advcl", "obj") for c in sentence.children[verb])
    return is_to or (clause and token.lemma in word_set("agreements", "undertaking"))


def _auxiliaries(sentence: Sentence, verb: int) -> set[str]:
    return {sentence.tokens[c].text.lower() for c in sentence.children[verb] if sentence.tokens[c].deprel.startswith("aux")}


def _negative(sentence: Sentence, verb: int) -> bool:
    subject = own_subject(sentence, verb)
    return negated(sentence, verb) or (subject is not None and sentence.tokens[subject].text.lower() == "neither")
