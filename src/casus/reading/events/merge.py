"""The same act told twice in a report (headline and body, or again further down) is one event with all its spans."""

from dataclasses import replace

from casus.reading.events.find import Found
from casus.reading.model import Event, When
from casus.reading.scene import Scene


def merged(scene: Scene, found: tuple[Found, ...]) -> tuple[tuple[Found, ...], dict[str, str]]:
    """(events one an act, in order; id of every telling to the id of the event that it is now part of).

    Tellings are one act where root, actors, recipients, modality, negation and carrier agree and their times don't differ.
    """
    kept: list[Found] = []
    names: dict[str, str] = {}
    places: dict[tuple[object, ...], list[int]] = {}
    for one in found:
        event = one.event
        key = _key(scene, event)
        for position in places.get(key, []):
            other = kept[position].event
            if _compatible(other, event):
                kept[position] = replace(kept[position], event=_joined(other, event))
                names[event.id] = other.id
                break
        else:
            places.setdefault(key, []).append(len(kept))
            kept.append(one)
            names[event.id] = event.id
    return tuple(kept), names


def _key(scene: Scene, event: Event) -> tuple[object, ...]:
    mutual = event.type in ("AGREE", "CONSULT", "COOPERATE")
    actors, recipients = _sides(scene, event.actors), _sides(scene, event.recipients)
    return event.type, (actors | recipients if mutual else (actors, recipients)), event.modality, event.negated, event.by


def _sides(scene: Scene, actors: tuple[str, ...]) -> frozenset[str]:
    """Whom actors act for: a state's forces and officials count as the state."""
    return frozenset(scene.actor(actor).country or actor for actor in actors)


def _compatible(left: Event, right: Event) -> bool:
    if left.when is None or right.when is None:
        return True
    return not _apart(left.when, right.when)


def _apart(left: When, right: When) -> bool:
    return bool(left.last and right.first and left.last < right.first) or bool(
        right.last and left.first and right.last < left.first
    )


def _joined(left: Event, right: Event) -> Event:
    return replace(
        left,
        spans=tuple(dict.fromkeys((*left.spans, *right.spans))),
        when=left.when or right.when,
        place=left.place or right.place,
        actors=left.actors if len(left.actors) >= len(right.actors) else right.actors,
        recipients=left.recipients or tuple(a for a in right.recipients if a not in left.actors),
        killed=left.killed if left.killed is not None else right.killed,
        injured=left.injured if left.injured is not None else right.injured,
        crowd=left.crowd if left.crowd is not None else right.crowd,
    )
