"""Who takes part in an event: the actors and recipients that a frame's places hold around a verb or a noun."""

from casus.reading.events.lexicon import Frame
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, by_agents, grammatical_subject, oblique, patients, preposition

LIGHT_VERBS = frozenset(
    {
        "launch", "carry", "make", "hold", "conduct", "stage", "have", "begin", "start", "open", "resume", "continue", "end", "conclude", "order", "mount",
        "pay", "give", "issue", "announce", "express", "voice", "commit", "perform", "undertake", "do", "lead", "attend", "join", "complete", "plan",
        "suspend", "cancel", "renew", "repeat", "reject", "face", "accept", "wage", "step", "provide", "offer", "send", "halt", "finish",
    }
)  # fmt: skip
"""Verbs whose subject does what their object noun tells ("Moscow launched an attack")."""

_OWN = frozenset({"poss", "by"})
_OCCASIONS = frozenset({"visit", "trip", "tour", "meeting", "talk", "negotiation", "summit", "consultation", "discussion", "conversation", "conference"})


def verb_participants(
    scene: Scene, sentence: Sentence, verb: int, frame: Frame, anchor: int | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of a verb. `anchor` is the companion noun ("sanctions" in "impose sanctions on"), None for none."""
    actors: tuple[str, ...] = ()
    for head in agents(sentence, verb):
        actors = scene.involved(sentence, head, depth=2)
        if actors:
            break
    recipients = _placed(
        scene, sentence, [verb, *([anchor] if anchor is not None else [])], frame.recipients, actors, skip=anchor
    )
    mutual = _placed(scene, sentence, [verb, *([anchor] if anchor is not None else [])], frame.mutual, actors, skip=anchor)
    return _joined(actors, mutual), tuple(a for a in recipients if a not in actors)


def noun_participants(scene: Scene, sentence: Sentence, noun: int, frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of an event noun, from its own dependents and from the light verb that it is the object of."""
    if frame.actors == ("all",):
        found = _around(scene, sentence, noun)
        subject = _light_subject(scene, sentence, noun) or _circumstance(scene, sentence, noun)
        return _joined(subject, found), _placed(scene, sentence, [noun], frame.recipients, subject, skip=None)
    actors: tuple[str, ...] = ()
    for place in frame.actors:
        actors = _place(scene, sentence, noun, place, ())
        if actors:
            break
    actors = actors or _light_subject(scene, sentence, noun)
    recipients = _placed(scene, sentence, [noun], frame.recipients, actors, skip=None)
    if not actors and recipients:
        actors = tuple(actor for actor in _circumstance(scene, sentence, noun) if actor not in recipients)
    if not recipients and _light_verb(sentence, noun) is not None:
        recipients = _placed(scene, sentence, [sentence.tokens[noun].head], frame.recipients, actors, skip=noun)
    return actors, tuple(a for a in recipients if a not in actors)


def _placed(
    scene: Scene, sentence: Sentence, bearers: list[int], places: tuple[str, ...], taken: tuple[str, ...], skip: int | None
) -> tuple[str, ...]:
    for place in places:
        for bearer in bearers:
            found = tuple(a for a in _place(scene, sentence, bearer, place, taken, skip) if a not in taken)
            if found:
                return found
    return ()


def _place(
    scene: Scene, sentence: Sentence, bearer: int, place: str, taken: tuple[str, ...], skip: int | None = None
) -> tuple[str, ...]:
    if place == "obj":
        heads = [head for head in patients(sentence, bearer) if head != skip]
    elif place == "poss":
        heads = [
            child
            for child in sentence.children[bearer]
            if sentence.tokens[child].deprel in ("nmod:poss", "amod", "compound", "nmod")
            and (sentence.tokens[child].deprel != "nmod" or child < bearer)
        ]
    elif place == "by":
        heads = by_agents(sentence, bearer)
    else:
        heads = oblique(sentence, bearer, frozenset({place}))
    for head in heads:
        found = tuple(a for a in scene.involved(sentence, head, anyone=place not in _OWN) if a not in taken)
        if found:
            return found
    return ()


def _around(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for child in sentence.children[noun]:
        relation = sentence.tokens[child].deprel
        if relation in ("nmod:poss", "amod", "compound") or (
            relation.partition(":")[0] in ("nmod", "obl")
            and child in oblique(sentence, noun, frozenset({"between", "with", "of", "among", "by"}))
        ):
            found.update(dict.fromkeys(scene.involved(sentence, child)))
    head = sentence.tokens[noun].head
    if head >= 0 and _light_verb(sentence, noun) is not None:
        for child in oblique(sentence, head, frozenset({"with", "between"})):
            found.update(dict.fromkeys(scene.involved(sentence, child)))
    return tuple(found)


def _light_verb(sentence: Sentence, noun: int) -> int | None:
    token = sentence.tokens[noun]
    if token.head < 0 or token.deprel not in ("obj", "nsubj:pass"):
        return None
    return token.head if sentence.tokens[token.head].lemma in LIGHT_VERBS else None


def _light_subject(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    verb = _light_verb(sentence, noun)
    if verb is not None:
        for head in agents(sentence, verb):
            return scene.involved(sentence, head)
    token = sentence.tokens[noun]
    if (
        token.head >= 0
        and token.deprel in ("obl", "nmod")
        and sentence.tokens[token.head].lemma in ("engage", "participate", "take", "involve", "embroil", "lock", "mire")
    ):
        subject = grammatical_subject(sentence, token.head)
        if subject:
            return scene.involved(sentence, subject[0])
    return ()


def _circumstance(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """Who is away on a visit or in talks while doing something else ("announced during a visit to Chile", "came for talks with")."""
    token = sentence.tokens[noun]
    if token.deprel != "obl" or token.head < 0 or token.lemma not in _OCCASIONS:
        return ()
    if preposition(sentence, noun) not in ("during", "after", "before", "for", "on", "following", "at", "in", "ahead of"):
        return ()
    subject = grammatical_subject(sentence, token.head)
    return scene.involved(sentence, subject[0]) if subject else ()


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
