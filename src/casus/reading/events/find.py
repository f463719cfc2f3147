"""Events: every word of the lexicon that tells of an act between political actors, with its actors, time, place and modality."""

from collections.abc import Iterator
from dataclasses import dataclass

from casus.reading.events.casualties import casualties
from casus.reading.events.lexicon import Entry, predicates
from casus.reading.events.participants import LIGHT_VERBS, noun_participants, verb_participants
from casus.reading.frames.lexicon import is_agreement_noun
from casus.reading.modality import Mood, mood_of
from casus.reading.model import Event
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import clause_predicate, patients
from casus.sources.report import Span

_MODIFIER = frozenset({"compound", "nmod:poss", "amod", "flat", "appos"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event with where it was found, for the passes that link conditions and merge tellings."""

    event: Event
    sentence: int
    token: int
    mood: Mood


def find_events(scene: Scene) -> tuple[Found, ...]:
    """Every event of a report, in order of the text, one a telling (see merge.py)."""
    found: list[Found] = []
    for sentence in scene.document.sentences:
        consumed: set[int] = set()
        for index, entry, companion in _candidates(sentence):
            if index in consumed:
                continue
            made = _event(scene, sentence, index, entry, companion, len(found))
            if made is not None:
                found.append(made)
                if companion is not None:
                    consumed.add(companion)
    return tuple(found)


def _candidates(sentence: Sentence) -> Iterator[tuple[int, Entry, int | None]]:
    """Tokens that a lexicon entry fits, verbs first so that "hold talks" is one event."""
    lexicon = predicates()
    for token in sentence.tokens:
        if token.upos == "VERB" and token.deprel != "amod":
            match = _matched(sentence, token.index, lexicon.verbs.get(token.lemma, ()))
            if match is not None:
                yield token.index, *match
    for token in sentence.tokens:
        if token.upos in ("NOUN", "PROPN") and token.deprel not in _MODIFIER:
            for entry in lexicon.nouns.get(token.lemma.lower(), ()):
                if entry.companion is None or _modified_by(sentence, token.index, entry.companion):
                    yield token.index, entry, None
                    break


def _matched(sentence: Sentence, verb: int, entries: tuple[Entry, ...]) -> tuple[Entry, int | None] | None:
    for entry in entries:
        if entry.companion is None:
            if entry.needs_agreement and not _signs_agreement(sentence, verb):
                continue
            return entry, None
        companion = _companion(sentence, verb, entry.companion)
        if companion is not None:
            return entry, companion if sentence.tokens[companion].upos == "NOUN" else None
    return None


def _signs_agreement(sentence: Sentence, verb: int) -> bool:
    objects = patients(sentence, verb)
    return any(is_agreement_noun(sentence.tokens[head].lemma) for head in objects) or (not objects and sentence.tokens[verb].lemma == "accede")


def _companion(sentence: Sentence, verb: int, words: str) -> int | None:
    """The dependent that the companion words name: a particle, an object, an oblique, or the preposition of one."""
    wanted = words.split()
    last = wanted[-1]
    heads = list(sentence.children[verb]) + [h for h in patients(sentence, verb) if h not in sentence.children[verb]]
    for child in heads:
        token = sentence.tokens[child]
        if token.lemma.lower() == last or token.text.lower() == last:
            if len(wanted) == 1 or all(any(sentence.tokens[b].lemma.lower() == w for b in (*sentence.children[child], *sentence.children[verb])) for w in wanted[:-1]):
                return child
        if len(wanted) == 1 and token.deprel.partition(":")[0] in ("obl", "advcl", "obj"):
            for below in sentence.children[child]:
                if sentence.tokens[below].deprel in ("case", "mark") and sentence.tokens[below].text.lower() == last:
                    return child
    return None


def _modified_by(sentence: Sentence, noun: int, word: str) -> bool:
    return any(
        sentence.tokens[child].lemma.lower() == word
        for child in sentence.children[noun]
        if sentence.tokens[child].deprel in ("compound", "amod", "nmod", "flat", "nmod:poss") or sentence.tokens[child].deprel.startswith("nmod")
    )


def _event(scene: Scene, sentence: Sentence, index: int, entry: Entry, companion: int | None, number: int) -> Found | None:
    noun = sentence.tokens[index].upos != "VERB"
    if noun:
        actors, recipients = noun_participants(scene, sentence, index, entry.frame)
    else:
        actors, recipients = verb_participants(scene, sentence, index, entry.frame, companion)
    if not actors and not recipients:
        return None
    if entry.doubtful and not (actors and (recipients or len(actors) > 1)):
        return None
    if noun and entry.frame.actors == ("all",) and not (len(actors) > 1 or _group(scene, actors)):
        return None
    if not any(scene.political(actor) for actor in (*actors, *recipients)):
        return None
    mood = mood_of(sentence, companion if companion is not None and mood_of(sentence, companion).modality != "actual" and not noun else index)
    trigger = (sentence.tokens[index].start, sentence.tokens[index].end)
    killed, injured, crowd = casualties(sentence, index) if entry.root in ("ASSAULT", "PROTEST") else (None, None, None)
    return Found(
        Event(
            id=f"e{number + 1}",
            spans=(_telling(sentence, index),),
            by=scene.carrier(trigger),
            modality=mood.modality,
            negated=mood.negated,
            when=scene.when(sentence, index),
            place=scene.place(sentence, index),
            type=entry.root,
            actors=actors,
            recipients=recipients,
            trigger=trigger,
            killed=killed,
            injured=injured,
            crowd=crowd,
        ),
        sentence.index,
        index,
        mood,
    )


def _group(scene: Scene, actors: tuple[str, ...]) -> bool:
    """Whether one actor alone can hold a meeting: a bloc, a group of states, or a body."""
    return any(scene.actor(actor).kind in ("bloc", "organisation", "group") or len(scene.actor(actor).countries) > 1 for actor in actors)


def _telling(sentence: Sentence, index: int) -> Span:
    """The words that tell an event: its clause for a verb, its noun phrase with what governs it for a noun."""
    token = sentence.tokens[index]
    top = index
    if token.upos != "VERB" and token.head >= 0 and sentence.tokens[token.head].lemma in LIGHT_VERBS and token.deprel in ("obj", "nsubj:pass"):
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
