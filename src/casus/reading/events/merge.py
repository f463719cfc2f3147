"""The same act told twice in a report (headline and body, or again further down) is one event with all its spans."""

from dataclasses import replace

from casus.reading.events.find import Found
from casus.reading.model import Event, When
from casus.reading.scene import Scene
from casus.sources.report import Span

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def merged(scene: Scene, found: tuple[Found, ...]) -> tuple[tuple[Found, ...], dict[str, str]]:
    """(events one an act, in order; id of every telling to the id of the event that it is now part of).

    Tellings are one act where root, sides, modality, negation and carrier agree and their times don't differ. A headline tells on
    nobody's word what the body tells on somebody's: it joins the body's event.
    """
    kept: list[Found] = []
    names: dict[str, str] = {}
    places: dict[tuple[object, ...], list[int]] = {}
    for one in found:
        key = _key(scene, one.event)
        position = next((place for place in places.get(key, []) if _one_act(scene, kept[place], one)), None)
        if position is None:
            position = next((place for place, known in enumerate(kept) if _announced(scene, known, one)), None)
        if position is None:
            places.setdefault(key, []).append(len(kept))
            kept.append(one)
            names[one.event.id] = one.event.id
            continue
        known = kept[position].event
        joined = _joined(known, one.event)
        if _in_headline(scene, kept[position]) and not _in_headline(scene, one):
            joined = replace(joined, by=one.event.by)
        kept[position] = replace(kept[position], event=joined)
        names[one.event.id] = known.id
    return tuple(kept), names


def _in_headline(scene: Scene, one: Found) -> bool:
    return scene.document.sentences[one.sentence].headline


def _announced(scene: Scene, known: Found, new: Found) -> bool:
    """Whether a headline told of a mutual act of which the body names one side ("X, Y sign deal" / "X signed a deal")."""
    if (
        not _in_headline(scene, known)
        or _in_headline(scene, new)
        or known.event.type != new.event.type
        or known.event.type not in _MUTUAL
    ):
        return False
    wide, narrow = (_sides(scene, (*one.event.actors, *one.event.recipients)) for one in (known, new))
    return bool(narrow) and narrow < wide and known.event.modality == new.event.modality and _compatible(known.event, new.event)


def _one_act(scene: Scene, known: Found, new: Found) -> bool:
    if known.event.by != new.event.by and not (_in_headline(scene, known) or _in_headline(scene, new)):
        return False
    return _compatible(known.event, new.event)


def _key(scene: Scene, event: Event) -> tuple[object, ...]:
    mutual = event.type in _MUTUAL
    actors, recipients = _sides(scene, event.actors), _sides(scene, event.recipients)
    return event.type, (actors | recipients if mutual else (actors, recipients)), event.modality, event.negated


def _sides(scene: Scene, actors: tuple[str, ...]) -> frozenset[str]:
    """Whom actors act for: a state's forces and officials count as the state."""
    return frozenset(scene.actor(actor).country or actor for actor in actors)


def _compatible(left: Event, right: Event) -> bool:
    if left.when is None or right.when is None:
        return True
    return not _apart(left.when, right.when)


def distinct(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans without those that lie inside another, each once, in the order given."""
    once = tuple(dict.fromkeys(spans))
    return tuple(one for one in once if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in once))


def _apart(left: When, right: When) -> bool:
    return bool(left.last and right.first and left.last < right.first) or bool(
        right.last and left.first and right.last < left.first
    )


def _joined(left: Event, right: Event) -> Event:
    return replace(
        left,
        spans=distinct((*left.spans, *right.spans)),
        when=left.when or right.when,
        place=left.place or right.place,
        actors=left.actors if len(left.actors) >= len(right.actors) else right.actors,
        recipients=left.recipients or tuple(a for a in right.recipients if a not in left.actors),
        killed=left.killed if left.killed is not None else right.killed,
        injured=left.injured if left.injured is not None else right.injured,
        crowd=left.crowd if left.crowd is not None else right.crowd,
    )
