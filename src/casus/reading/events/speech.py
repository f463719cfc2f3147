"""Acts that are done by saying: what a speaker says of another may be a demand, an accusation or a threat.

Where the cue itself is such a verb (accuse, urge, threaten) the lexicon of predicates has the act; these are the acts that only
the content shows: "said that Lima must withdraw" (REQUEST), "called the raid a crime" (ACCUSE), "warned that it would strike"
(THREATEN).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from casus.lexicons import load_lexicon
from casus.reading.attribution import Utterance
from casus.reading.events.find import Found
from casus.reading.modality import Mood
from casus.reading.model import Event, Root
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, patients

_WARNING = frozenset({"warn", "threaten", "say", "announce", "promise"})
_PENDING = frozenset({"planned", "promised", "conditional", "threatened"})


@cache
def _words() -> dict[str, Any]:
    return {key: frozenset(value) for key, value in load_lexicon(Path(__file__).with_name("speech.yaml")).items()}


def speech_acts(scene: Scene, found: Sequence[Found]) -> tuple[Found, ...]:
    """The acts that statements perform, beside the events that `found` already has; their `by` is the statement's own."""
    made: list[Found] = []
    for utterance in scene.utterances:
        if utterance.cue is None:
            continue
        sentence = scene.document.sentences[utterance.sentence]
        here = [one for one in found if one.sentence == utterance.sentence and one.token == utterance.cue]
        if any(one.event.type in ("REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT") for one in here):
            continue
        for root, targets in _acts(scene, sentence, utterance, found):
            made.append(_made(sentence, utterance, root, targets, f"q{len(made) + 1}"))
            break
    return tuple(made)


def _acts(
    scene: Scene, sentence: Sentence, utterance: Utterance, found: Sequence[Found]
) -> Iterator[tuple[Root, tuple[str, ...]]]:
    if not scene.political(utterance.statement.speaker):
        return
    side = _side(scene, utterance)
    threatened = _threatened(scene, utterance, found, side)
    if threatened is not None:
        yield "THREATEN", threatened
    named = _named_badly(scene, sentence, utterance)
    if named is not None:
        yield "ACCUSE", tuple(actor for actor in named if not _same_side(scene, actor, side))
    urged = tuple(actor for actor in _urged(scene, utterance) if not _same_side(scene, actor, side))
    if urged:
        yield "REQUEST", urged
    blamed = _blamed(scene, utterance, found, side)
    if blamed or utterance.statement.act in ("accuse", "condemn"):
        yield "ACCUSE", blamed or statement_targets(scene, utterance)


def _side(scene: Scene, utterance: Utterance) -> frozenset[str]:
    return frozenset((*utterance.side, *scene.states_of(utterance.side)))


def _same_side(scene: Scene, actor: str, side: frozenset[str]) -> bool:
    country = scene.actor(actor).country
    return actor in side or (country is not None and any(scene.actor(one).country == country for one in side))


def _inside(utterance: Utterance, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if one.event.by == utterance.statement.id]


def _threatened(scene: Scene, utterance: Utterance, found: Sequence[Found], side: frozenset[str]) -> tuple[str, ...] | None:
    """Whom the speaker threatens: harm by the speaker's own side that is to come; None where the words threaten nobody."""
    statement = utterance.statement
    if statement.act not in _WARNING:
        return None
    warned = statement.act in ("warn", "threaten")
    for one in _inside(utterance, found):
        event = one.event
        if event.type not in _words()["harm"] or event.modality not in _PENDING or not event.actors:
            continue
        sentence = scene.document.sentences[one.sentence]
        if any(sentence.tokens[helper].lemma == "have" for helper in sentence.dependents(one.token, "aux")):
            continue  # "would have struck": it did not
        on_condition = event.condition is not None or event.modality in ("conditional", "threatened")
        if (warned or (on_condition and event.type in _words()["force"])) and all(
            _same_side(scene, a, side) for a in event.actors
        ):
            provoking = next((other.event.actors for other in found if other.event.id == event.condition), ())
            targets = tuple(
                dict.fromkeys(a for a in (*statement.addressees, *event.recipients, *provoking) if not _same_side(scene, a, side))
            )
            if targets or warned:
                return targets
    text = " ".join(scene.document.words(span) for span in statement.content).lower()
    if any(phrase in text for phrase in _words()["menaces"]) and (
        statement.act in ("warn", "threaten") or statement.addressees or _ahead(scene, utterance)
    ):
        return (
            tuple(a for a in (*statement.addressees, *statement_targets(scene, utterance)) if not _same_side(scene, a, side))[:2]
            or None
        )
    return None


def _ahead(scene: Scene, utterance: Utterance) -> bool:
    """Whether what is said speaks of what will or would be."""
    return any(
        scene.document.sentences[number].tokens[index].text.lower() in ("will", "would", "shall", "if", "should")
        for number, index in utterance.content
    )


def _named_badly(scene: Scene, sentence: Sentence, utterance: Utterance) -> tuple[str, ...] | None:
    """Whom the speaker gives a bad name ("called the raid a crime"): the actors in what is so called; None for no bad name."""
    cue = utterance.cue
    assert cue is not None
    if sentence.tokens[cue].lemma not in _words()["naming"] or scene.mood(sentence, cue).modality == "denied":
        return None  # "refused to call it a crime"
    complements = [
        c
        for c in sentence.children[cue]
        if sentence.tokens[c].deprel.partition(":")[0] in ("xcomp", "obl", "ccomp", "advcl", "obj", "acl")
    ]
    words = {sentence.tokens[i].text.lower() for c in complements for i in sentence.subtree(c)}
    if not words & _words()["bad"]:
        return None
    for head in patients(sentence, cue):
        targets = scene.involved(sentence, head)
        if targets:
            return targets
    return statement_targets(scene, utterance)


def statement_targets(scene: Scene, utterance: Utterance) -> tuple[str, ...]:
    """The other states named in what is said, at most two: whom it is about where its grammar does not say."""
    found: dict[str, None] = {}
    side = _side(scene, utterance)
    for number, token in utterance.content:
        for actor in scene.cast.meant(number, token):
            if scene.actor(actor).kind in ("state", "bloc") and not _same_side(scene, actor, side):
                found[actor] = None
    return tuple(found)[:2]


def _urged(scene: Scene, utterance: Utterance) -> tuple[str, ...]:
    """Whom the speaker says must or should do something."""
    for number, index in utterance.content:
        sentence = scene.document.sentences[number]
        token = sentence.tokens[index]
        if token.deprel != "aux" or token.lemma.lower() not in _words()["urging"] or token.head < 0:
            continue
        subject = grammatical_subject(sentence, token.head)
        if subject is not None and not subject[1] and subject[0] < index:
            urged = scene.named(sentence, subject[0]) or scene.involved(sentence, subject[0], depth=1)
            if urged:
                return tuple(actor for actor in urged if scene.political(actor))
    return ()


def _blamed(scene: Scene, utterance: Utterance, found: Sequence[Found], side: frozenset[str]) -> tuple[str, ...]:
    """Whom the speaker says to have harmed the speaker's own side."""
    for one in _inside(utterance, found):
        event = one.event
        if (
            event.type in ("ASSAULT", "COERCE", "SANCTION", "THREATEN")
            and event.modality in ("actual", "possible")
            and event.actors
            and any(_same_side(scene, a, side) for a in event.recipients)
            and not any(_same_side(scene, a, side) for a in event.actors)
        ):
            return event.actors
    return ()


def _made(sentence: Sentence, utterance: Utterance, root: Root, targets: tuple[str, ...], claim_id: str) -> Found:
    statement = utterance.statement
    cue = utterance.cue
    assert cue is not None
    event = Event(
        id=claim_id, spans=statement.spans, by=statement.by,
        modality=statement.modality, type=root,
        actors=(statement.speaker, *statement.co_speakers), recipients=tuple(a for a in targets if a != statement.speaker),
        when=statement.when,
        trigger=(sentence.tokens[cue].start, sentence.tokens[cue].end),
    )  # fmt: skip
    return Found(event, sentence.index, cue, Mood(event.modality))
