"""Casualties told by a verb of their own ("Peru attacked Ecuador, killing 30 soldiers") belong to the attack that caused them."""

from dataclasses import replace

from casus.reading.events.find import Found
from casus.reading.events.merge import distinct
from casus.reading.model import Event
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import own_subject

_TOLLS = frozenset({"kill", "wound", "injure", "die", "hurt", "maim"})


def with_tolls(scene: Scene, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The events with each toll joined to the assault of its sentence that it hangs on or that hangs on it."""
    kept = list(found)
    for toll in found:
        if toll.event.type != "ASSAULT" or not _is_toll(scene, toll):
            continue
        sentence = scene.document.sentences[toll.sentence]
        causes = [
            one
            for one in kept
            if one is not toll and one.sentence == toll.sentence and one.event.type == "ASSAULT" and one in kept
        ]
        cause = next((one for one in causes if _caused(sentence, one.token, toll.token)), None)
        if cause is None or toll not in kept:
            continue
        kept[kept.index(cause)] = replace(cause, event=_joined(scene, cause, toll))
        kept.remove(toll)
    return tuple(kept)


def _is_toll(scene: Scene, one: Found) -> bool:
    return scene.document.sentences[one.sentence].tokens[one.token].lemma in _TOLLS


def _caused(sentence: Sentence, cause: int, toll: int) -> bool:
    """Whether one hangs on the other, or the assault is what the verb of the toll has as subject ("the attack killed 30")."""
    if own_subject(sentence, toll) == cause:
        return True
    for start, goal in ((cause, toll), (toll, cause)):
        current = sentence.tokens[start].head
        for _ in range(3):
            if current == goal:
                return True
            if current < 0:
                break
            current = sentence.tokens[current].head
    return False


def _joined(scene: Scene, cause: Found, toll: Found) -> Event:
    main, other = cause.event, toll.event
    homes = {scene.actor(actor).country for actor in main.actors} - {None}
    struck = tuple(one for one in other.recipients if one not in main.actors and scene.actor(one).country not in homes)
    return replace(
        main,
        actors=main.actors or other.actors,
        recipients=main.recipients or struck,
        killed=main.killed if main.killed is not None else other.killed,
        injured=main.injured if main.injured is not None else other.injured,
        when=main.when or other.when,
        place=main.place or other.place,
        spans=distinct((*main.spans, *other.spans)),
    )
