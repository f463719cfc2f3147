"""Events that the frames imply: imposing a restriction is SANCTION, lifting it YIELD, breaking it REJECT; signing is AGREE,
leaving or breaking an agreement REJECT, and so is leaving a group; passing arms or aid is AID. Where the lexicon has the act
already, what it lacks is filled in."""

from collections.abc import Sequence
from dataclasses import replace

from casus.reading.events.find import Found, found_event
from casus.reading.frames.agreements import Told
from casus.reading.frames.lexicon import word_set
from casus.reading.frames.memberships import departures
from casus.reading.frames.phrases import doers
from casus.reading.frames.restriction import Restriction
from casus.reading.model import Event, Root
from casus.reading.scene import Scene
from casus.reading.syntax import patients

_SIGNING = frozenset({"signed", "ratified", "initialled", "agreed"})
_LEAVING = frozenset({"terminated", "violated", "suspended"})


def with_derived(
    scene: Scene, found: Sequence[Found], restrictions: Sequence[Restriction], agreements: Sequence[Told]
) -> tuple[Found, ...]:
    """The events with those that measures and agreements imply, in order of the text."""
    book = {(one.sentence, one.token): one for one in found}
    for restriction in restrictions:
        if restriction.verb is not None:
            _of_measure(scene, book, _whole(restriction, restrictions))
    for told in agreements:
        for sentence, verb, status in told.acts:
            _of_agreement(scene, book, told, sentence, verb, status)
    for parting, leave, leaving, left in departures(scene):
        if parting.tokens[leave].lemma not in word_set("memberships", "expelling"):
            _put(scene, book, parting.index, leave, "REJECT", leaving, left)
    ordered = [book[place] for place in sorted(book)]
    return tuple(replace(one, event=replace(one.event, id=f"e{number}")) for number, one in enumerate(ordered, 1))


def _whole(restriction: Restriction, restrictions: Sequence[Restriction]) -> Restriction:
    """The telling with imposers from another of a measure on the same targets, where it names none itself ("broke the
    embargo")."""
    measure = restriction.measure
    if measure.imposers or not measure.targets:
        return restriction
    others = (
        one.measure.imposers for one in restrictions if set(one.measure.targets) & set(measure.targets) and one.measure.imposers
    )
    return replace(restriction, measure=replace(measure, imposers=next(others, ())))


def _of_measure(scene: Scene, book: dict[tuple[int, int], Found], restriction: Restriction) -> None:
    sentence = scene.document.sentences[restriction.sentence]
    verb = restriction.verb
    assert verb is not None
    lemma, measure = sentence.tokens[verb].lemma, restriction.measure
    if lemma in ("face", "endure", "suffer"):
        _put(scene, book, restriction.sentence, verb, "SANCTION", measure.imposers, measure.targets)
        _as_its_object(scene, book, restriction.sentence, verb)
    elif lemma in word_set("measures", "bearing"):
        _put(scene, book, restriction.sentence, verb, "REJECT", doers(scene, sentence, verb), measure.imposers)
    elif lemma in word_set("measures", "imposing") | word_set("measures", "verbs") | word_set("measures", "ban_verbs"):
        _put(scene, book, restriction.sentence, verb, "SANCTION", measure.imposers, measure.targets)
        put = book.get((restriction.sentence, verb))
        if put is not None and put.event.type == "SANCTION" and put.event.modality == "actual" and measure.modality != "actual":
            book[restriction.sentence, verb] = replace(put, event=replace(put.event, modality=measure.modality))
    elif lemma in word_set("measures", "lifting"):
        _put(scene, book, restriction.sentence, verb, "YIELD", measure.imposers, measure.targets)


def _as_its_object(scene: Scene, book: dict[tuple[int, int], Found], number: int, verb: int) -> None:
    """Let what is faced be told as its noun is: to face possible sanctions is to have none yet."""
    put, sentence = book.get((number, verb)), scene.document.sentences[number]
    for thing in patients(sentence, verb):
        mood = scene.mood(sentence, thing)
        if put is not None and put.event.modality == "actual" and mood.modality != "actual":
            book[number, verb] = replace(put, event=replace(put.event, modality=mood.modality), mood=mood)


def _of_agreement(scene: Scene, book: dict[tuple[int, int], Found], told: Told, number: int, verb: int, status: str) -> None:
    sentence = scene.document.sentences[number]
    parties = told.agreement.parties
    if status in _SIGNING:
        own = doers(scene, sentence, verb)
        joint = scene.states_of(own)
        actors = (*own, *(party for party in parties if party not in joint)) if len(parties) > 1 else own or parties
        _put(scene, book, number, verb, "AGREE", actors, ())
    elif status in _LEAVING:
        own = doers(scene, sentence, verb)
        _put(scene, book, number, verb, "REJECT", own, tuple(party for party in parties if party not in scene.states_of(own)))


def _put(
    scene: Scene,
    book: dict[tuple[int, int], Found],
    number: int,
    index: int,
    root: Root,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
) -> None:
    """Add an event, or fill in who is missing in the one that stands at the same word."""
    place = (number, index)
    known = book.get(place)
    if known is not None:
        book[place] = replace(known, event=_completed(known.event, root, actors, recipients))
    elif actors or (root == "SANCTION" and recipients):
        sentence = scene.document.sentences[number]
        book[place] = found_event(scene, sentence, index, root, actors, tuple(a for a in recipients if a not in actors), "e")


def _completed(event: Event, root: Root, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Event:
    if event.type != root:
        same = event.type in ("SANCTION", "COERCE", "YIELD", "REQUEST", "SUPPORT") and root in ("SANCTION", "YIELD")
        return (
            replace(event, type=root, actors=actors or event.actors, recipients=recipients or event.recipients) if same else event
        )
    if root == "AGREE":
        return replace(event, actors=tuple(dict.fromkeys((*event.actors, *(a for a in actors if a not in event.recipients)))))
    return replace(
        event,
        actors=event.actors or actors,
        recipients=event.recipients or tuple(a for a in recipients if a not in event.actors),
    )
