"""Between whom an agreement is: from its own phrase, from the verbs that govern it, from its name, from who dealt with whom."""

from collections.abc import Sequence

from casus.reading.events.find import Found
from casus.reading.frames.agreement_standing import status_of
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.phrases import Governor, doers, modifiers, owners
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import oblique, patients, preposition
from casus.world import agreements as facts

_SIGNED = frozenset({"signed", "initialled", "agreed", "ratified"})
_ACTED = _SIGNED | {"in force", "proposed", "negotiated", "terminated", "violated", "suspended"}


def parties_of(scene: Scene, sentence: Sentence, head: int, governors: Sequence[Governor]) -> tuple[str, ...]:
    between = owners(scene, sentence, head, "between", "among")
    if len(between) > 1:
        return scene.states_of(scene.parties(between))
    others = owners(scene, sentence, head, "with")
    own = modifiers(scene, sentence, head)
    if len(own) == 1 and sentence.tokens[head].text[:1].isupper():
        own = ()  # "the Algiers Agreement" is called after where it was made
    signers: tuple[str, ...] = ()
    for above in governors:
        if above.role in ("subject", "by"):
            obliged = _obliged(scene, sentence, above)
            signers = signers or (obliged if len(obliged) > 1 or others else ())
            continue
        if above.role in ("in", "under", "according to"):
            sides = scene.states_of(scene.parties(doers(scene, sentence, above.token)))
            signers = signers or (sides if len(sides) > 1 or others else ())
        for child in oblique(sentence, above.token, frozenset({"with"})):
            others = others or scene.involved(sentence, child)
        if above.lemma in word_set("agreements", "mediating"):
            continue
        if status_of(above) in _ACTED or (above.role in ("patient", "of") and others):
            signers = signers or doers(scene, sentence, above.token)
    if len({*signers, *others, *own}) == 1 and not between:
        others = others or _accuser(scene, sentence, governors)
    binding = any(status_of(above) in _SIGNED for above in governors)
    parties = (*signers, *others, *own) if binding else (*own, *between, *others) if own else (*signers, *others)
    found = scene.states_of(scene.parties(parties))
    return found if len(found) > 1 else _told_beside(scene, sentence, head, governors, found) or found


def _told_beside(
    scene: Scene, sentence: Sentence, head: int, governors: Sequence[Governor], found: tuple[str, ...]
) -> tuple[str, ...]:
    """The two states of a sentence that tells what a treaty lays down, where it tells of two in all ("under the treaty the United
    States is obliged to defend Japan", "the accord sets up a joint force of Chad and Sudan")."""
    laying = word_set("agreements", "provision_verbs")
    tells = any(
        above.role in ("under", "in", "according to") or (above.role == "subject" and above.lemma in laying)
        for above in governors
    )
    below = [c for c in sentence.children[head] if sentence.tokens[c].deprel.startswith("acl")]
    tells = tells or any(
        sentence.tokens[c].lemma in laying
        or any(preposition(sentence, b) in ("under", "in") and sentence.tokens[b].text == "which" for b in sentence.children[c])
        for c in below
    )
    tells = tells or preposition(sentence, head) == "under"
    if not tells:
        return ()
    named = scene.states_of(
        tuple(
            a
            for token in sentence.tokens
            for a in scene.cast.meant(sentence.index, token.index)
            if scene.actor(a).kind == "state"
        )
    )
    return named if len(named) == 2 and set(found) <= set(named) else ()


def _accuser(scene: Scene, sentence: Sentence, governors: Sequence[Governor]) -> tuple[str, ...]:
    """Who accuses the other side of breaking it ("Chad accused Mali of violating the truce")."""
    for above in governors:
        token = sentence.tokens[above.token]
        if (
            status_of(above) == "violated"
            and token.head >= 0
            and sentence.tokens[token.head].lemma in ("accuse", "blame", "charge")
        ):
            return doers(scene, sentence, token.head)
    return ()


def _obliged(scene: Scene, sentence: Sentence, above: Governor) -> tuple[str, ...]:
    """Whom a treaty obliges ("The pact obliges Cyprus and Greece to consult")."""
    if above.lemma not in word_set("agreements", "obliging"):
        return ()
    return scene.states_of(tuple(a for head in patients(sentence, above.token) for a in scene.named(sentence, head)))


def parties_by_name(scene: Scene, phrase: str) -> tuple[str, ...]:
    """The parties, among the cast, of a known agreement that is called by its name ("the Algiers Agreement")."""
    if sum(word[:1].isupper() for word in phrase.split()) < 2:
        return ()
    found = facts.find(title=phrase.removeprefix("the ").removeprefix("The "))
    if not found:
        return ()
    codes = {party.code for party in found[0].parties}
    return tuple(actor.id for actor in scene.cast.actors if actor.kind == "state" and actor.country in codes)


def parties_dealing(scene: Scene, sentence: Sentence, above: Governor | None, events: Sequence[Found]) -> tuple[str, ...]:
    """Who last dealt with each other, at most two sentences before: the parties of an agreement that names none."""
    if above is None or status_of(above) not in ("signed", "agreed", "ratified", "initialled"):
        return ()
    for one in reversed(events):
        if 0 <= sentence.index - one.sentence <= 2 and one.event.type in ("CONSULT", "AGREE", "COOPERATE"):
            parties = scene.states_of((*one.event.actors, *one.event.recipients))
            if len(parties) == 2:
                return parties
    return ()
