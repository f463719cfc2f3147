"""Positions: where a state, body or person stands on something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set, words
from casus.reading.frames.phrases import doers
from casus.reading.modality import Mood
from casus.reading.modality.negation import negated
from casus.reading.model import Position, Stance
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, is_passive, oblique, patients, preposition

_BESIDE = frozenset({"with", "along", "along with", "together with", "alongside"})
_OPPOSITE: dict[Stance, Stance] = {"supports": "opposes", "recognises": "rejects"}


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Every position that a report tells of, one for each holder, in order of the text."""
    found: list[Position] = []
    for sentence in scene.document.sentences:
        for index, stance, holders, thing in _told(scene, sentence):
            if not holders:
                continue
            token = sentence.tokens[index]
            mood = scene.mood(sentence, index)
            dropped = _dropping(sentence, index)
            if dropped is not None:
                held = scene.mood(sentence, dropped).modality != "actual"
                if not held and stance != "recognises":
                    continue
                mood, stance = Mood("actual"), stance if held else "rejects"
            if mood.modality == "denied" and any(
                sentence.tokens[child].text.lower() == "yet" for child in sentence.children[index]
            ):
                continue
            if mood.modality == "denied":
                stance, mood = _OPPOSITE.get(stance, stance), Mood("actual") if stance in _OPPOSITE else mood
            elif mood.modality != "actual" and not _kept_up(sentence, index):
                continue
            text_span = sentence.span_of(thing)
            spans = ((min(token.start, text_span[0]), max(token.end, text_span[1])),)
            for holder in scene.states_of(holders):
                again = _told_before(found, holder, stance, scene.document.words(text_span))
                if again is not None:
                    found[again] = replace(found[again], spans=tuple(dict.fromkeys((*found[again].spans, *spans))))
                    continue
                found.append(
                    Position(
                        id=f"o{len(found) + 1}", spans=spans, by=scene.carrier((token.start, token.end)), modality="actual",
                        holder=holder, stance=stance, object=scene.document.words(text_span),
                        toward=tuple(a for a in _toward(scene, sentence, thing) if a != holder),
                        when=scene.when(sentence, index, climb=False),
                    )
                )  # fmt: skip
    return tuple(found)


def _dropping(sentence: Sentence, noun: int) -> int | None:
    """The verb by which somebody drops the stance that a noun names ("lifted its objection to"), None where nobody does."""
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head] if token.head >= 0 else None
    if token.upos != "NOUN" or above is None or token.deprel not in ("obj", "nsubj:pass"):
        return None
    return above.index if above.lemma in word_set("positions", "dropping") else None


def _told_before(found: Sequence[Position], holder: str, stance: Stance, thing: str) -> int | None:
    """The place of a position of the report's own voice that is told again, None for a new one: headline and body."""
    words_of = _weighty(thing)
    for place, known in enumerate(found):
        if (known.holder, known.stance, known.by) == (holder, stance, None) and words_of & _weighty(known.object):
            return place
    return None


def _weighty(thing: str) -> set[str]:
    return {word for word in thing.lower().split() if len(word) > 3} or {thing.lower()}


def _told(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    """(trigger token, stance, holders, token indices of the object) for each position that a sentence tells."""
    for token in sentence.tokens:
        if token.upos == "VERB":
            yield from _by_verb(scene, sentence, token.index)
        elif token.upos == "ADJ":
            yield from _by_adjective(scene, sentence, token.index)
        elif token.upos == "NOUN":
            yield from _by_noun(scene, sentence, token.index)


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    lemma = sentence.tokens[verb].lemma
    if lemma == "abstain":
        beside = tuple(a for c in oblique(sentence, verb, _BESIDE) for a in scene.involved(sentence, c))
        yield verb, "neutral", (*doers(scene, sentence, verb), *beside), _vote(sentence, verb)
        return
    if lemma == "vote" and (voted := _vote_to(sentence, verb)) is not None:
        clause, no = voted
        thing = [i for i in _thing(sentence, clause) if not (i < clause and sentence.tokens[i].text.lower() in ("not", "to"))]
        yield verb, "opposes" if no else "supports", doers(scene, sentence, verb), thing
        return
    if lemma in ("throw", "put", "lend") and any(
        sentence.tokens[head].lemma in word_set("positions", "weight") for head in patients(sentence, verb)
    ):
        for child in oblique(sentence, verb, frozenset({"behind", "to"})):
            yield verb, "supports", doers(scene, sentence, verb), _thing(sentence, child)
            return
    if lemma == "have":
        yield from _grants_right(scene, sentence, verb)
        return
    if lemma == "oppose" and is_passive(sentence, verb):
        subject = grammatical_subject(sentence, verb)
        for child in oblique(sentence, verb, frozenset({"to"})):
            yield verb, "opposes", scene.involved(sentence, subject[0]) if subject else (), _thing(sentence, child)
            return
    stance = inverted("positions", "verbs").get(lemma)
    if stance is not None:
        for head in patients(sentence, verb)[:1]:
            yield verb, cast(Stance, stance), doers(scene, sentence, verb), _thing(sentence, head)
        if not patients(sentence, verb):
            for child in sentence.children[verb]:
                if sentence.tokens[child].deprel in ("xcomp", "ccomp"):
                    yield verb, cast(Stance, stance), doers(scene, sentence, verb), _thing(sentence, child)
        return
    for value, phrases in words("positions")["particle_verbs"].items():
        for phrase in phrases:
            first, _, last = phrase.partition(" ")
            called = lemma == "call" and bool(patients(sentence, verb))
            if first == lemma and last != "responsible" and not called:
                for child in oblique(sentence, verb, frozenset({last.split()[-1]})):
                    yield verb, cast(Stance, value), doers(scene, sentence, verb), _thing(sentence, child)
                    return
    if lemma in ("consider", "hold", "deem"):
        for child in sentence.children[verb]:
            if sentence.tokens[child].lemma in word_set("positions", "responsible"):
                objects = patients(sentence, verb)
                blamed = [i for head in objects for i in sentence.subtree(head) if i not in sentence.subtree(child)]
                yield verb, "blames", doers(scene, sentence, verb), blamed or sentence.subtree(child)
                return


def _vote_to(sentence: Sentence, verb: int) -> tuple[int, bool] | None:
    """(the clause that says what was voted, whether it was not to be) of "voted to extend the mission"."""
    for child in sentence.children[verb]:
        if sentence.tokens[child].deprel in ("xcomp", "advcl", "ccomp") and preposition(sentence, child) == "to":
            return child, negated(sentence, child)
    return None


def _grants_right(scene: Scene, sentence: Sentence, verb: int) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    """ "Peru has the right to defend itself": whoever says so of another stands by that right."""
    rights = [head for head in patients(sentence, verb) if sentence.tokens[head].lemma == "right"]
    speaker = scene.speaker((sentence.tokens[verb].start, sentence.tokens[verb].end))
    bearers = doers(scene, sentence, verb)
    if rights and speaker is not None and bearers and speaker not in bearers and scene.state_of(speaker) not in bearers:
        yield verb, "supports", (speaker,), sentence.subtree(verb, frozenset({"acl:relcl", "parataxis", "punct"}))


def _kept_up(sentence: Sentence, index: int) -> bool:
    """ "will continue to oppose", "would always oppose": a stance that is held already."""
    head = sentence.tokens[index].head
    always = any(sentence.tokens[child].text.lower() == "always" for child in sentence.children[index])
    return always or (head >= 0 and sentence.tokens[head].lemma in word_set("positions", "keeping"))


def _by_adjective(scene: Scene, sentence: Sentence, index: int) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    token = sentence.tokens[index]
    stance = inverted("positions", "adjectives").get(token.lemma.lower()) or inverted("positions", "adjectives").get(
        token.text.lower()
    )
    if stance is None:
        return
    subject = grammatical_subject(sentence, index)
    if subject is None:
        return
    for child in sentence.children[index]:
        if sentence.tokens[child].deprel.partition(":")[0] in ("obl", "advcl", "xcomp", "ccomp") and preposition(
            sentence, child
        ) in ("to", "of", "toward", "towards", "on", "over", "in"):
            yield index, cast(Stance, stance), scene.involved(sentence, subject[0]), _thing(sentence, child)
            return


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    token = sentence.tokens[noun]
    if token.lemma in word_set("positions", "attitude_nouns"):
        yield from _attitude(scene, sentence, noun)
        return
    if (sided := _sided(sentence, noun)) is not None:
        value, holder, thing = sided
        yield noun, value, scene.involved(sentence, holder), thing
        return
    stance = inverted("positions", "nouns").get(token.lemma)
    if stance is None:
        return
    holders: tuple[str, ...] = ()
    person = token.lemma in word_set("positions", "persons")
    for child in sentence.children[noun]:
        if sentence.tokens[child].deprel in ("nmod:poss", "amod") and child < noun and not person:
            holders = holders or scene.involved(sentence, child)
    if person and any(sentence.tokens[c].deprel == "cop" for c in sentence.children[noun]):
        subject = grammatical_subject(sentence, noun)
        holders = scene.involved(sentence, subject[0]) if subject else ()
    elif person and token.deprel == "appos":
        holders = scene.involved(sentence, token.head)
    if not holders and token.deprel == "obj" and sentence.tokens[token.head].lemma in word_set("positions", "voicing"):
        holders = doers(scene, sentence, token.head)
    held = ("of",) if person else ("to", "for", "over", "of")
    for child in sentence.children[noun]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if (relation == "nmod" and preposition(sentence, child) in held) or (
            relation == "acl" and preposition(sentence, child) == "to"
        ):
            yield (
                noun,
                cast(Stance, stance),
                holders or (_backers(scene, sentence, child) if preposition(sentence, child) == "of" else ()),
                _thing(sentence, child),
            )
            return


def _sided(sentence: Sentence, noun: int) -> tuple[Stance, int, list[int]] | None:
    """(stance, holder, object) of "is against the plan", "is for the plan", "is or votes in favour of the plan"."""
    token, marker = sentence.tokens[noun], preposition(sentence, noun)
    copula = any(sentence.tokens[child].deprel == "cop" for child in sentence.children[noun])
    voting = token.deprel == "obl" and sentence.tokens[token.head].lemma == "vote"
    subject = grammatical_subject(sentence, noun if copula else token.head) if copula or voting else None
    if subject is None:
        return None
    if marker == "in" and token.lemma in word_set("positions", "favour"):
        of = oblique(sentence, noun, frozenset({"of"}))
        return ("supports", subject[0], _thing(sentence, of[0])) if of else None
    if copula and marker in ("against", "behind"):
        inside = [i for i in _thing(sentence, noun) if i not in sentence.subtree(subject[0]) and i >= noun - 8]
        below = {c for c in sentence.children[noun] if sentence.tokens[c].deprel in ("cop", "nsubj", "aux", "advmod")}
        inside = [i for i in inside if i not in below]
        return ("opposes" if marker == "against" else "supports"), subject[0], inside
    return None


def _attitude(scene: Scene, sentence: Sentence, noun: int) -> Iterator[tuple[int, Stance, tuple[str, ...], list[int]]]:
    """ "has a balanced stance on the war", "Lima's hostile attitude to the pact"."""
    described = {
        sentence.tokens[c].lemma.lower() for c in sentence.subtree(noun) if sentence.tokens[c].upos == "ADJ" and c < noun
    }
    stance = next((value for value, listed in words("positions")["attitudes"].items() if described & set(listed)), None)
    holders = tuple(
        a for c in sentence.children[noun] if sentence.tokens[c].deprel == "nmod:poss" for a in scene.involved(sentence, c)
    )
    if not holders and sentence.tokens[noun].deprel == "obj":
        holders = doers(scene, sentence, sentence.tokens[noun].head)
    for child in oblique(sentence, noun, frozenset({"on", "to", "towards", "toward", "over", "regarding"})):
        if stance is not None:
            yield noun, cast(Stance, stance), holders, _thing(sentence, child)
            return


def _backers(scene: Scene, sentence: Sentence, child: int) -> tuple[str, ...]:
    """ "has the backing of Samoa": whoever "of" names holds the position."""
    return scene.named(sentence, child)


def _vote(sentence: Sentence, verb: int) -> list[int]:
    """What was voted on: what "from" or "on" names at the verb, or else the word for the vote in its sentence, or the verb."""
    for child in oblique(sentence, verb, frozenset({"from", "on", "in"})):
        return _thing(sentence, child)
    named = [
        token.index
        for token in sentence.tokens
        if token.lemma in ("resolution", "vote", "motion", "draft", "measure", "amendment")
    ]
    return named[:1] or [verb]


def _thing(sentence: Sentence, head: int) -> list[int]:
    inside = sentence.subtree(head, frozenset({"acl:relcl", "parataxis", "punct", "advcl"}))
    return [
        index
        for index in inside
        if not (index < head and sentence.tokens[index].deprel in ("case", "mark") and sentence.tokens[index].head == head)
    ] or inside


def _toward(scene: Scene, sentence: Sentence, thing: list[int]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for index in thing:
        found.update(
            dict.fromkeys(
                a for a in scene.cast.meant(sentence.index, index) if scene.actor(a).kind in ("state", "bloc", "organisation")
            )
        )
    return tuple(found)
