"""First-person pronouns get their actors once it is known who speaks: "I" is the speaker, "we" the speaker's side."""

from collections.abc import Mapping
from dataclasses import replace

from casus.reading.actors.lexicon import lexicon
from casus.reading.document import Cast, Document, NounPhrase
from casus.reading.model import Mention

Place = tuple[int, int]
"""A sentence's index and the head token of a mention in it."""


def awaiting_speakers(document: Document, cast: Cast) -> tuple[NounPhrase, ...]:
    """First-person pronouns, and what belongs to a first person ("our country"), that mean nobody yet, in order of the text."""
    return tuple(phrase for phrase in cast.phrases if not phrase.actors and _first_person(document, phrase) is not None)


def first_person(document: Document, cast: Cast, phrase: NounPhrase, speaker: str) -> tuple[str, ...]:
    """Whom a first person means in a speaker's mouth: "I" the speaker, "we" and "our country" the side the speaker speaks for.

    () for a phrase that is no first person.
    """
    number = _first_person(document, phrase)
    if number is None:
        return ()
    return (speaker,) if number == "singular" else (cast.sides.get(speaker, speaker),)


def _first_person(document: Document, phrase: NounPhrase) -> str | None:
    """The number of a first-person pronoun, "plural" for what belongs to a first person, else None."""
    sentence, pronouns = document.sentences[phrase.sentence], lexicon().pronouns
    if phrase.mention.form == "pronoun":
        pronoun = pronouns.get(sentence.tokens[phrase.head].text.lower())
        return pronoun.number if pronoun is not None and pronoun.person == 1 else None
    owners = (pronouns.get(sentence.tokens[head].text.lower()) for head in sentence.dependents(phrase.head, "nmod"))
    return "plural" if any(owner is not None and owner.person == 1 for owner in owners) else None


def with_speakers(cast: Cast, assignments: Mapping[Place, tuple[str, ...]]) -> Cast:
    """The cast with mentions that meant nobody filled in: ids of actors by (sentence, head); actors get the mentions.

    What belongs to a first person ("our country") means the same as its pronoun, where it has no assignment of its own. Places
    without a phrase, and phrases that mean somebody already, are left alone. Raises KeyError for an unknown actor's id.
    """
    added: dict[str, list[Mention]] = {}
    phrases = []
    for phrase in cast.phrases:
        given = assignments.get((phrase.sentence, phrase.head)) or _by_owner(phrase, assignments)
        if phrase.actors or not given:
            phrases.append(phrase)
            continue
        for actor in given:
            added.setdefault(cast.by_id[actor].id, []).append(phrase.mention)
        phrases.append(replace(phrase, actors=given))
    actors = tuple(
        replace(actor, mentions=tuple(sorted((*actor.mentions, *added[actor.id]), key=lambda mention: mention.span)))
        if actor.id in added
        else actor
        for actor in cast.actors
    )
    return replace(cast, actors=actors, phrases=tuple(phrases))


def _by_owner(phrase: NounPhrase, assignments: Mapping[Place, tuple[str, ...]]) -> tuple[str, ...]:
    """What is assigned to a pronoun inside a nominal."""
    if phrase.mention.form == "pronoun":
        return ()
    inside = (assignments.get((phrase.sentence, token)) for token in range(phrase.first, phrase.head))
    return next((given for given in inside if given), ())
