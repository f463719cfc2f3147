"""Who takes part in an event: the actors and recipients that a frame's places hold around a verb or a noun."""

from dataclasses import dataclass

from casus.reading.events.charges import charged_object
from casus.reading.events.lexicon import Entry, Frame, predicates
from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import agents, by_agents, grammatical_subject, oblique, patients, preposition

LIGHT_VERBS = frozenset(
    {
        "launch", "carry", "make", "hold", "conduct", "stage", "have", "begin", "start", "open", "resume", "continue", "end",
        "conclude", "order", "mount",
        "pay", "give", "issue", "announce", "express", "voice", "commit", "perform", "undertake", "do", "lead", "attend", "join",
        "complete", "plan",
        "renew", "repeat", "host", "chair", "convene", "broker", "sponsor", "facilitate", "mediate",
        "wage", "step", "provide", "offer", "send", "halt", "finish", "rule", "threaten", "consider",
        "postpone", "deny", "suspend", "cancel",
    }
)  # fmt: skip
"""Verbs whose subject does what their object noun tells ("Moscow launched an attack")."""

_PHASES = frozenset({
    "development", "expansion", "strengthening", "deepening", "resumption", "start", "beginning", "opening", "round", "series",
    "continuation", "extension",
})  # fmt: skip
"""Nouns that only say at what stage the deed is ("the resumption of talks")."""
_OWNING_UP = frozenset({"claim", "admit", "accept", "acknowledge", "assume", "take", "deny", "disclaim", "bear"})
"""Verbs whose subject did, or did not do, what it has "responsibility for"."""
_SHARE = frozenset({"involvement", "part", "role", "hand", "complicity", "participation"})
"""Nouns of having a share "in" a deed, which are claimed and denied as responsibility is."""
_DRAWING = frozenset({"draw", "prompt", "provoke", "trigger", "spark", "earn", "elicit", "arouse", "attract"})
"""Verbs whose subject is whom the protest or praise is for ("the raid drew a protest from Lima")."""
_OWN = frozenset({"poss"})
_BY_ANYONE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Roots of deeds that crowds and gunmen do as well as states."""
_BY_SPEAKING = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
_BEARING = frozenset({"carry", "transport", "bring", "ferry", "hold", "shelter", "house", "belong", "protect", "bear"})
"""Participles after a thing that name whose it is or who is on it ("a boat carrying migrants")."""
_OCCASIONS = frozenset({
    "visit", "trip", "tour", "meeting", "talk", "negotiation", "summit", "consultation", "discussion", "conversation",
    "conference",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sides:
    """Who does and whom it befalls. `reflexive`: the words of both sides mean the same actors, so one of them is misread."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reflexive: bool = False


def verb_sides(scene: Scene, sentence: Sentence, verb: int, entry: Entry, anchor: int | None) -> Sides:
    """The sides of a verb. `anchor` is the companion noun ("sanctions" in "impose sanctions on"), None for none."""
    frame, depth = entry.frame, 0 if entry.direct else 2
    bearers = [verb] if anchor is None else [verb, anchor]
    if frame.recipients == ("subj",):
        return _suffered(scene, sentence, verb, bearers, frame)
    actors: tuple[str, ...] = ()
    for head in agents(sentence, verb):
        actors = scene.involved(sentence, head) or (scene.named(sentence, head) if entry.root in _BY_ANYONE else ())
        if actors:
            break
    actors = actors or _first(scene, sentence, bearers, tuple(place for place in frame.actors if place != "subj"), skip=anchor)
    actors = actors or _adopters(scene, sentence, verb)
    inside, own = entry.root in _BY_ANYONE | {"SANCTION"}, actors if entry.root in _BY_SPEAKING else ()
    places = ("obj",) if entry.direct else frame.recipients
    befallen = _first(scene, sentence, bearers, places, skip=None if inside else anchor, depth=depth, own=own)
    mutual = _first(scene, sentence, bearers, frame.mutual, skip=anchor, depth=depth)
    recipients = _without(scene, befallen, actors)
    reflexive = (
        entry.root not in ("PROTEST", "MOBILIZE")
        and bool(befallen)
        and not recipients
        and set(befallen) <= set(actors)
        and not mutual
    )
    return Sides(_joined(actors, mutual), recipients, reflexive)


def _adopters(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Who adopted the text that says a thing ("the council passed a motion condemning Chile")."""
    words, token = operators(), sentence.tokens[verb]
    if token.deprel != "acl" or sentence.tokens[token.head].lemma.lower() not in words.drafts:
        return ()
    above = sentence.tokens[token.head].head
    if above < 0 or sentence.tokens[above].lemma not in words.adopting:
        return ()
    return tuple(actor for head in agents(sentence, above) for actor in scene.involved(sentence, head))


def _suffered(scene: Scene, sentence: Sentence, verb: int, bearers: list[int], frame: Frame) -> Sides:
    """The sides of a verb whose subject suffers the deed ("the convoy came under attack from rebels")."""
    actors = _first(scene, sentence, bearers, frame.actors)
    befallen = tuple(one for head in agents(sentence, verb) for one in scene.involved(sentence, head, anyone=True))
    return Sides(actors, tuple(one for one in befallen if one not in actors))


def noun_sides(scene: Scene, sentence: Sentence, noun: int, entry: Entry) -> Sides:
    """The sides of an event noun, from its own dependents and from the light verb that it is the object of."""
    frame, crowds = entry.frame, entry.root in _BY_ANYONE
    if frame.actors == ("all",):
        subject = _light_subject(scene, sentence, noun) or _circumstance(scene, sentence, noun)
        recipients = _first(scene, sentence, [noun], frame.recipients)
        return Sides(_joined(subject, _around(scene, sentence, noun, anyone=crowds)), _without(scene, recipients, subject))
    befallen = _first(scene, sentence, [noun], frame.recipients)
    undergone = sentence.tokens[noun].lemma in predicates().undergone and not oblique(sentence, noun, frozenset({"of"}))
    owners = [child for child in sentence.children[noun] if sentence.tokens[child].deprel == "nmod:poss"] if undergone else []
    if owners:
        befallen = tuple(one for owner in owners for one in scene.involved(sentence, owner, anyone=True))
    actors = _first(scene, sentence, [noun], tuple(place for place in frame.actors if not owners or place not in _OWN))
    actors = actors or _light_subject(scene, sentence, noun)
    if not befallen and _light_verb(sentence, noun) is not None:
        befallen = _first(scene, sentence, [sentence.tokens[noun].head], frame.recipients, skip=noun)
    if not befallen and sentence.tokens[noun].deprel == "obj" and sentence.tokens[sentence.tokens[noun].head].lemma in _DRAWING:
        verb = sentence.tokens[noun].head
        drawn = grammatical_subject(sentence, verb)
        befallen = scene.involved(sentence, drawn[0]) if drawn and not drawn[1] else ()
        actors = actors or _first(scene, sentence, [verb], ("from", "by"))
    charged = charged_object(sentence, noun)
    if charged is not None and not actors:
        accusers = [one for head in agents(sentence, sentence.tokens[charged].head) for one in scene.involved(sentence, head)]
        actors = tuple(one for one in scene.involved(sentence, charged, anyone=True) if one not in accusers)
    if not actors and befallen:
        actors = _circumstance(scene, sentence, noun)
    return Sides(actors, _without(scene, befallen, actors))


def _without(scene: Scene, befallen: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Recipients that are not actors too, and no places but those of another state."""
    own = {scene.actor(actor).country for actor in actors}
    return tuple(
        one
        for one in befallen
        if one not in actors and not ((known := scene.actor(one)).kind == "place" and known.country in own | {None})
    )


def _first(
    scene: Scene,
    sentence: Sentence,
    bearers: list[int],
    places: tuple[str, ...],
    *,
    skip: int | None = None,
    depth: int = 2,
    own: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The actors at the first of the places, around the first of the bearers, that holds any; inside `skip` none is looked for.
    `own` are those who do the deed."""
    for place in places:
        for bearer in bearers:
            for head in _heads(sentence, bearer, place):
                if place == "obj" and bearers[0] == bearer and (owners := _own_thing(sentence, head)):
                    found = _foreign(scene, sentence, head, owners, own)
                else:
                    found = (
                        scene.named(sentence, head)
                        if head == skip
                        else scene.involved(sentence, head, depth, anyone=place not in _OWN)
                    )
                    found = found or (() if place in _OWN else _borne(scene, sentence, head))
                if found:
                    return found
    return ()


def _borne(scene: Scene, sentence: Sentence, thing: int) -> tuple[str, ...]:
    """Who is on or in a thing that suffers a deed ("a boat carrying migrants", "a tanker owned by Chile")."""
    for clause in sentence.children[thing]:
        if sentence.tokens[clause].deprel.startswith("acl") and sentence.tokens[clause].lemma in _BEARING:
            heads = [child for child in sentence.children[clause] if sentence.tokens[child].deprel == "obj"]
            for head in (*heads, *oblique(sentence, clause, frozenset({"to"}))):
                if found := scene.involved(sentence, head, anyone=True):
                    return found
    return ()


def _own_thing(sentence: Sentence, head: int) -> list[int]:
    """The possessive by which a thing is the doer's own ("withdrew its troops"): nobody that the deed befalls."""
    return [
        child
        for child in sentence.children[head]
        if sentence.tokens[child].deprel == "nmod:poss"
        and sentence.tokens[child].text.lower() in ("its", "their", "his", "her", "our", "my")
    ]


def _foreign(scene: Scene, sentence: Sentence, head: int, owners: list[int], own: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a phrase with a possessive means when it is of another state ("accused its Peruvian counterpart"), or whose it is
    where that isn't the doer ("they backed our position")."""
    holders = tuple(actor for owner in owners for actor in scene.cast.meant(sentence.index, owner))
    homes = {scene.actor(actor).country for actor in holders}
    if own and holders and homes.isdisjoint({scene.actor(actor).country for actor in own}) and not set(holders) & set(own):
        return scene.named(sentence, head) or holders
    return tuple(one for one in scene.named(sentence, head) if scene.actor(one).country not in homes | {None})


def _heads(sentence: Sentence, bearer: int, place: str) -> list[int]:
    if place == "obj":
        return patients(sentence, bearer)
    if place == "by":
        return by_agents(sentence, bearer)
    if place == "poss":
        return [
            child
            for child in sentence.children[bearer]
            if sentence.tokens[child].deprel in ("nmod:poss", "amod", "compound")
            or (sentence.tokens[child].deprel == "nmod" and child < bearer)
        ]
    return oblique(sentence, bearer, frozenset({place}))


def _around(scene: Scene, sentence: Sentence, noun: int, *, anyone: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for child in sentence.children[noun]:
        relation = sentence.tokens[child].deprel
        second = relation == "nmod" and (_coordinated(sentence, child) or _first_of_two(sentence, noun, child))
        between = child in oblique(sentence, noun, frozenset({"between", "among"})) or second
        if relation in ("nmod:poss", "amod", "compound") or (
            relation.partition(":")[0] in ("nmod", "obl")
            and (second or child in oblique(sentence, noun, frozenset({"between", "with", "of", "among", "by"})))
        ):
            found.update(dict.fromkeys(scene.involved(sentence, child, anyone=anyone and between)))
    head = sentence.tokens[noun].head
    if head >= 0 and _light_verb(sentence, noun) is not None:
        for child in oblique(sentence, head, frozenset({"with", "between"})):
            found.update(dict.fromkeys(scene.involved(sentence, child)))
    return tuple(found)


def _coordinated(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[below].deprel == "cc" for below in sentence.children[index])


def _first_of_two(sentence: Sentence, noun: int, child: int) -> bool:
    """Whether a bare phrase is the first of two after "between" that the parse hung side by side."""
    return not preposition(sentence, child) and any(
        other > child > noun and _coordinated(sentence, other)
        for other in oblique(sentence, noun, frozenset({"between", "among"}))
    )


def _light_verb(sentence: Sentence, noun: int) -> int | None:
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head].lemma if token.head >= 0 else ""
    owned = (above, preposition(sentence, noun)) == ("responsibility", "for")
    if token.deprel == "nmod" and (owned or (above in _SHARE and preposition(sentence, noun) == "in")):
        verb = sentence.tokens[token.head].head
        return verb if verb >= 0 and sentence.tokens[verb].lemma in _OWNING_UP else None
    if token.deprel == "nmod" and preposition(sentence, noun) == "of" and above in _PHASES:
        return _light_verb(sentence, token.head)
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
    """Who is away on a visit or in talks while doing something else ("announced during a visit to Chile", "came for talks
    with")."""
    token = sentence.tokens[noun]
    if token.deprel != "obl" or token.head < 0 or token.lemma not in _OCCASIONS:
        return ()
    if preposition(sentence, noun) not in ("during", "after", "before", "for", "on", "following", "at", "in", "ahead of"):
        return ()
    subject = grammatical_subject(sentence, token.head)
    return scene.involved(sentence, subject[0]) if subject else ()


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
