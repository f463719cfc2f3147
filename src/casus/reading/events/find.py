"""Events: every word of the lexicon that tells of an act between political actors, with its actors, time, place and modality."""

from dataclasses import dataclass, replace

from casus.reading.events.candidates import candidates
from casus.reading.events.casualties import casualties
from casus.reading.events.certainty import certain
from casus.reading.events.lexicon import Entry, predicates
from casus.reading.events.participants import LIGHT_VERBS, noun_sides, verb_sides
from casus.reading.events.travel import EXPECTED, journeys
from casus.reading.frames.goods import to_a_place
from casus.reading.modality import Mood, condition_of
from casus.reading.modality.negation import negated
from casus.reading.model import Event, Root
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import (
    agents,
    by_agents,
    clause_predicate,
    oblique,
    own_subject,
    patients,
)
from casus.sources.report import Span

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TOWARDS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT"})
_FURTHER = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "appos", "parataxis"})
"""Clauses within, which are about others ("probed claims that a firm bribed Peru")."""
_SPEAKING_OF = frozenset({"obj", "ccomp", "xcomp", "obl"})
_LEAVING = frozenset({"leave", "quit", "withdraw", "pull", "exit", "go"})
_CALLING = frozenset({"call", "convene", "summon", "schedule"})
"""Verbs whose time is that of what they set: a session called for Monday is still to come."""
_KEPT_UP = frozenset({"MOBILIZE", "AID", "COOPERATE"})
_ASSENT = frozenset({"accept", "recognise", "recognize", "approve", "support", "endorse", "back", "permit"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event with where it was found, for the passes that link conditions and merge tellings."""

    event: Event
    sentence: int
    token: int
    mood: Mood


def find_events(scene: Scene) -> tuple[Found, ...]:
    """Every event that a word of the lexicon tells, in order of the text, one a telling (see merge.py)."""
    found: list[Found] = []
    for sentence in scene.document.sentences:
        consumed: set[int] = set()
        for index, entry, companions in candidates(sentence):
            if index in consumed:
                continue
            made = _event(scene, sentence, index, entry, companions, len(found))
            if made is not None:
                found.append(made)
                consumed.update(companion for companion in companions if sentence.tokens[companion].lemma.lower() in entry.words)
        for index, visitors, hosts in journeys(scene, sentence):
            journey = found_event(scene, sentence, index, "CONSULT", visitors, hosts, f"e{len(found) + 1}")
            found.append(_ahead(journey) if sentence.tokens[index].lemma in EXPECTED else journey)
    return tuple(found)


def _ahead(journey: Found) -> Found:
    """A journey that is expected or due, not yet made."""
    if journey.event.modality != "actual":
        return journey
    return replace(journey, event=replace(journey.event, modality="planned"), mood=replace(journey.mood, modality="planned"))


def found_event(
    scene: Scene, sentence: Sentence, index: int, root: Root, actors: tuple[str, ...], recipients: tuple[str, ...], claim_id: str
) -> Found:
    """An event told by the word at a token, with its modality, time, place, carrier and casualties."""
    if root == "PROTEST" and _states_alone(scene, sentence, index, actors):
        root = "ACCUSE"
    root, mood = _assented(sentence, index, root, scene.mood(sentence, index))
    when = scene.when(sentence, index)
    if when is None and sentence.tokens[index].lemma in _CALLING:
        when = next((found for thing in patients(sentence, index) if (found := scene.when(sentence, thing))), None)
    token = sentence.tokens[index]
    present = token.upos != "VERB" or token.text.lower() in (token.lemma, f"{token.lemma}s") or token.lemma in _CALLING
    set_for = token.lemma in _CALLING and any(
        not scene.cast.meant(sentence.index, day) for day in oblique(sentence, index, frozenset({"for"}))
    )
    calling_ahead = token.lemma in _CALLING and when and when.first and scene.written and when.first > scene.written
    if mood.modality == "actual" and (scene.ahead(sentence, index, when) or calling_ahead or (when and set_for)):
        mood = replace(mood, modality="planned")
    if present and mood.modality == "actual" and (condition := condition_of(sentence, index)) is not None:
        mood = replace(mood, modality="conditional", condition=condition)  # "in that case it attacks"
    if mood.modality == "actual" and root in _KEPT_UP and mood.ended:
        mood = replace(mood, modality="denied")
    if root == "AID" and mood.modality == "actual":
        mood = replace(mood, modality=predicates().still_to_come.get(token.lemma, "actual"))
    trigger = (sentence.tokens[index].start, sentence.tokens[index].end)
    killed, injured, crowd = casualties(sentence, index) if root in ("ASSAULT", "PROTEST") else (None, None, None)
    actors, each_other = scene.parties(actors), len(actors) > 1 and recipients == actors
    event = Event(
        id=claim_id, spans=(_telling(sentence, index),), by=scene.carrier(trigger), modality=mood.modality, negated=mood.negated,
        when=when, place=scene.place(sentence, index), type=root, actors=actors,
        recipients=tuple(actor for actor in scene.parties(recipients) if actor not in actors or root in _MUTUAL or each_other),
        trigger=trigger, killed=killed, injured=injured, crowd=crowd,
    )  # fmt: skip
    return Found(event, sentence.index, index, mood)


def _states_alone(scene: Scene, sentence: Sentence, index: int, actors: tuple[str, ...]) -> bool:
    """Whether states or bodies protest, by name, and no crowd ("Peru protested", not "thousands of Peruvians protested")."""
    if not actors:
        return False
    named = all(
        sentence.tokens[head].upos == "PROPN" or scene.actor(actors[0]).kind == "organisation" for head in agents(sentence, index)
    )
    return named and all(scene.actor(actor).kind in ("state", "organisation", "bloc") for actor in actors)


def _assented(sentence: Sentence, index: int, root: Root, mood: Mood) -> tuple[Root, Mood]:
    """Not to accept, recognise or allow is to reject: an act of its own, told as a fact, unless it is only not done "yet"."""
    undecided = any(sentence.tokens[child].text.lower() == "yet" for child in sentence.children[index])
    if (
        mood.modality == "denied"
        and negated(sentence, index)
        and not undecided
        and sentence.tokens[index].lemma in _ASSENT
        and root in ("AGREE", "SUPPORT", "YIELD")
    ):
        return "REJECT", Mood("actual")
    return root, mood


def _event(scene: Scene, sentence: Sentence, index: int, entry: Entry, companions: tuple[int, ...], number: int) -> Found | None:
    noun = sentence.tokens[index].upos != "VERB"
    if noun:
        sides = noun_sides(scene, sentence, index, entry)
    else:
        anchor = next((companion for companion in companions if sentence.tokens[companion].upos == "NOUN"), None)
        sides = verb_sides(scene, sentence, index, entry, anchor)
    actors = sides.actors
    recipients = sides.recipients or (_in_clause(scene, sentence, index, entry.root, actors) if not noun else ())
    if entry.root == "ASSAULT" and not recipients and entry.frame.actors != ("all",) and not entry.frame.mutual:
        recipients = _abroad(scene, sentence, index, actors)
    if not noun and actors and not recipients and entry.root in _TOWARDS and not sides.reflexive:
        recipients = _spoken_of(scene, sentence, index, actors)
    if not (actors or recipients) or sides.reflexive:
        return None
    several = len(actors) > 1 or _several(scene, actors)
    if entry.doubtful and not (actors and (recipients or several)) and not certain(sentence, index, entry, sides):
        return None
    if entry.doubtful and entry.root == "AID" and not noun and not recipients:
        return None  # "the troops are training"
    if noun and entry.frame.actors == ("all",) and not (recipients or several):
        return None
    crowd = entry.root == "PROTEST" and any(scene.actor(actor).kind == "group" for actor in actors)
    if not crowd and not any(scene.political(actor) for actor in (*actors, *recipients)):
        return None
    if _says_nothing(sentence, index) or _for_itself(sentence, index):
        return None
    left = entry.root == "YIELD" and sentence.tokens[index].lemma in _LEAVING
    if left and (members := [one for companion in companions for one in _of_members(scene, sentence, companion)]):
        return found_event(scene, sentence, index, "REJECT", actors, tuple(members), f"e{number + 1}")
    mutual = entry.root == "ASSAULT" and (bool(entry.frame.mutual) or entry.frame.actors == ("all",))
    if mutual and len(actors) > 1 and set(recipients) <= set(actors):
        recipients = actors  # who fight each other do so to each other
    hardware = any(sentence.tokens[companion].lemma.lower() in predicates().hardware for companion in companions)
    abroad = any(
        scene.actor(one).kind in ("state", "group") and scene.actor(one).country not in {scene.actor(a).country for a in actors}
        for one in recipients
    )
    given = entry.root == "MOBILIZE" and hardware and abroad and not to_a_place(sentence, (index, *companions))
    root: Root = "AID" if given else entry.root
    return found_event(scene, sentence, index, root, actors, recipients, f"e{number + 1}")


def _of_members(scene: Scene, sentence: Sentence, head: int) -> list[str]:
    """The organisations and blocs that a phrase means: leaving one rejects it and yields nothing."""
    token = sentence.tokens[head]
    if token.deprel == "obj" and token.head >= 0 and sentence.tokens[token.head].lemma in ("withdraw", "pull"):
        return []
    return [actor for actor in scene.named(sentence, head) if scene.actor(actor).kind in ("organisation", "bloc")]


def _spoken_of(scene: Scene, sentence: Sentence, verb: int, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The other state or body that a verb's object or clause names first: whom an accusation, a demand or backing is about."""
    homes = {scene.actor(actor).country for actor in actors} - {None}
    after = [child for child in sentence.children[verb] if child > verb and sentence.tokens[child].deprel in _SPEAKING_OF]
    for index in sorted(below for child in after for below in sentence.subtree(child, _FURTHER)):
        for actor in scene.cast.meant(sentence.index, index):
            known = scene.actor(actor)
            foreign = actor not in actors and (known.country is None or known.country not in homes)
            if foreign and known.kind in ("state", "bloc", "organisation") and scene.political(actor):
                return (actor,)
    return ()


def _abroad(scene: Scene, sentence: Sentence, index: int, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The state in whose land an attack took place, where it is not the attackers' own."""
    homes = {scene.actor(actor).country for actor in actors}
    place = scene.place(sentence, index)
    grounds = oblique(sentence, index, frozenset({"in", "on", "within", "inside", "across"}))
    lands = [place] if place else [one for ground in grounds for one in scene.involved(sentence, ground)]
    if not homes - {None}:
        return ()
    return scene.parties(tuple(land for land in lands if scene.actor(land).country not in homes | {None})[:1])


def _in_clause(scene: Scene, sentence: Sentence, verb: int, root: Root, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Of whom something is demanded, or who is threatened, where only the clause says so ("demanded that Peru withdraw",
    "denounced it as orchestrated by Peru")."""
    if root not in ("REQUEST", "THREATEN", "ACCUSE"):
        return ()
    for clause in sentence.children[verb]:
        if sentence.tokens[clause].deprel not in ("ccomp", "xcomp", "advcl") or sentence.tokens[clause].upos != "VERB":
            continue
        if root == "ACCUSE":
            heads = by_agents(sentence, clause)
        elif root == "REQUEST":
            heads = [subject] if (subject := own_subject(sentence, clause)) is not None else []
        else:
            heads = [*patients(sentence, clause), *oblique(sentence, clause, frozenset({"against", "on", "to", "with"}))]
        for head in heads:
            found = tuple(actor for actor in scene.involved(sentence, head) if actor not in actors)
            if found:
                return found
    return ()


def _says_nothing(sentence: Sentence, index: int) -> bool:
    """Whether the word rejects nothing: "does not rule out", "declined to comment" (a statement, told elsewhere)."""
    lemma = sentence.tokens[index].lemma
    if lemma == "rule":
        return negated(sentence, index)
    clauses = [child for child in sentence.children[index] if sentence.tokens[child].deprel in ("xcomp", "advcl")]
    return lemma in ("decline", "refuse") and any(sentence.tokens[clause].lemma in predicates().silence for clause in clauses)


def _for_itself(sentence: Sentence, index: int) -> bool:
    """Whether somebody wants to do a thing, and asks it of nobody ("wants to seize the town"), or does it for itself ("defended
    itself")."""
    below = [sentence.tokens[child] for child in sentence.children[index]]
    if sentence.tokens[index].lemma in ("defend", "protect", "help", "arm"):
        return any(token.deprel == "obj" and token.lemma in ("itself", "themselves", "himself", "herself") for token in below)
    asked = any(token.deprel in ("obj", "iobj", "ccomp") for token in below)
    return sentence.tokens[index].lemma == "want" and not asked and any(token.deprel == "xcomp" for token in below)


def _several(scene: Scene, actors: tuple[str, ...]) -> bool:
    """Whether one actor alone can hold a meeting or agree: a bloc, a group of states, or a body of several."""
    return any(
        (known := scene.actor(actor)).kind in ("bloc", "group")
        or len(known.countries) > 1
        or (known.kind == "organisation" and not known.country)
        for actor in actors
    )


def _telling(sentence: Sentence, index: int) -> Span:
    """The words that tell an event: its clause for a verb, its noun phrase with what governs it for a noun."""
    token = sentence.tokens[index]
    top = index
    if (
        token.upos != "VERB"
        and token.head >= 0
        and sentence.tokens[token.head].lemma in LIGHT_VERBS
        and token.deprel in ("obj", "nsubj:pass")
    ):
        top = clause_predicate(sentence, index)
    return clause_span(sentence, top)


def clause_span(sentence: Sentence, top: int) -> Span:
    """A clause from its first to its last word, without coordinated clauses, parentheses and outer punctuation."""
    inside = []
    stack = [top]
    while stack:
        current = stack.pop()
        inside.append(current)
        for child in sentence.children[current]:
            token = sentence.tokens[child]
            if token.deprel == "punct" or token.deprel in ("parataxis", "cc", "acl:relcl", "advcl:relcl", "dep", "discourse"):
                continue
            if token.deprel == "conj" and current == top and token.upos in ("VERB", "AUX"):
                continue
            if token.deprel == "advcl" and current == top:
                continue
            stack.append(child)
    return sentence.span_of(inside)
