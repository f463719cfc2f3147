"""Conditions: what would have to happen for another claim to follow, as a supposed event that the claim points to."""

from dataclasses import replace

from casus.reading.events.candidates import candidates
from casus.reading.events.find import Found, clause_span
from casus.reading.modality import Mood
from casus.reading.model import Event, Root
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, patients

_POINTING = frozenset({"that", "this", "so", "it", "these"})
_HAPPENING = frozenset({"happen", "occur", "case", "so", "materialize", "materialise", "come"})


class Conditions:
    """The supposed events of one report, found or made once each. Guards the growing list that claims point into."""

    def __init__(self, scene: Scene, found: tuple[Found, ...]) -> None:
        self._scene = scene
        self._found = {(one.sentence, one.token): one.event.id for one in found}
        self._by_sentence: dict[int, list[Found]] = {}
        for one in found:
            self._by_sentence.setdefault(one.sentence, []).append(one)
        self._made: dict[tuple[int, int], Event] = {}

    @property
    def made(self) -> tuple[Event, ...]:
        """The supposed events that were made because the lexicon knew none for a condition."""
        return tuple(self._made.values())

    def of(self, sentence: Sentence, mood: Mood) -> str | None:
        """The id of the supposed event on which a mood depends, None where it depends on nothing."""
        if mood.condition is None:
            return None
        inside = sentence.subtree(mood.condition)
        for index in inside:
            if (sentence.index, index) in self._found:
                return self._found[(sentence.index, index)]
        key = (sentence.index, mood.condition)
        if key not in self._made:
            self._made[key] = self._supposed(sentence, mood.condition)
        return self._made[key].id

    def _supposed(self, sentence: Sentence, head: int) -> Event:
        scene = self._scene
        span = clause_span(sentence, head)
        subject = grammatical_subject(sentence, head)
        actors = scene.involved(sentence, subject[0]) if subject else scene.involved(sentence, head)
        recipients: tuple[str, ...] = ()
        for patient in patients(sentence, head):
            recipients = tuple(a for a in scene.involved(sentence, patient) if a not in actors)
        event = Event(
            id=f"c{len(self._made) + 1}", spans=(span,), by=scene.carrier((sentence.tokens[head].start,
            sentence.tokens[head].end)), modality="supposed",
            type=_root(sentence, head),
            actors=actors, recipients=recipients, trigger=(sentence.tokens[head].start, sentence.tokens[head].end),
        )  # fmt: skip
        if subject and sentence.tokens[subject[0]].text.lower() in _POINTING and sentence.tokens[head].lemma in _HAPPENING:
            told = self._pointed_at(sentence)
            if told is not None:
                return replace(
                    event,
                    type=told.type,
                    actors=told.actors,
                    recipients=told.recipients,
                    spans=(span, *told.spans),
                    place=told.place,
                )
        return event

    def _pointed_at(self, sentence: Sentence) -> Event | None:
        """What "that" means in "should that happen": the last thing told before that has not happened."""
        for index in (sentence.index, sentence.index - 1, sentence.index - 2):
            earlier = [one for one in self._by_sentence.get(index, []) if index < sentence.index]
            pending = [
                one
                for one in earlier
                if one.event.modality in ("possible", "planned", "threatened", "promised", "conditional", "demanded")
            ]
            if pending:
                return pending[-1].event
            if earlier and index < sentence.index:
                return earlier[-1].event
        return None


def _root(sentence: Sentence, head: int) -> Root:
    """What the lexicon calls the deed of a condition, however few take part in it; OTHER where it knows none."""
    return next((entry.root for index, entry, _ in candidates(sentence) if index == head), "OTHER")


def with_conditions(scene: Scene, found: tuple[Found, ...]) -> tuple[tuple[Found, ...], Conditions]:
    """The events with their conditions set, and the conditions for other passes to use."""
    conditions = Conditions(scene, found)
    linked = []
    for one in found:
        sentence = scene.document.sentences[one.sentence]
        condition = conditions.of(sentence, one.mood)
        linked.append(
            replace(one, event=replace(one.event, condition=condition)) if condition and condition != one.event.id else one
        )
    return tuple(linked), conditions
