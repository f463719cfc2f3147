"""First-person pronouns get their actors once it is known who speaks: "I" is the speaker, "we" the speaker's side."""

from collections.abc import Mapping
from dataclasses import replace

from casus.reading.actors.lexicon import lexicon
from casus.reading.document import Cast, Document, NounPhrase
from casus.reading.model import Mention

Place = tuple[int, int]
"""A sentence's index and the head token of a mention in it."""


def awaiting_speakers(document: Document, cast: Cast) -> tuple[NounPhrase, ...]:
    """The first-person pronouns of a report that mean nobody yet, in order of the text."""
    pronouns = lexicon().pronouns
    found = []
    for phrase in cast.phrases:
        if phrase.actors or phrase.mention.form != "pronoun":
            continue
        word = document.sentences[phrase.sentence].tokens[phrase.head].text.lower()
        if word in pronouns and pronouns[word].person == 1:
            found.append(phrase)
    return tuple(found)


def first_person(document: Document, cast: Cast, phrase: NounPhrase, speaker: str) -> tuple[str, ...]:
    """Whom a first-person pronoun means in a speaker's mouth: "I" the speaker, "we" the side that the speaker speaks for."""
    word = document.sentences[phrase.sentence].tokens[phrase.head].text.lower()
    if lexicon().pronouns[word].number == "singular":
        return (speaker,)
    return (cast.sides.get(speaker, speaker),)


def with_speakers(cast: Cast, assignments: Mapping[Place, tuple[str, ...]]) -> Cast:
    """The cast with mentions that meant nobody filled in: ids of actors by (sentence, head); actors get the mentions.

    Places without a phrase, and phrases that mean somebody already, are left alone. Raises KeyError for an unknown actor's id.
    """
    added: dict[str, list[Mention]] = {}
    phrases = []
    for phrase in cast.phrases:
        given = assignments.get((phrase.sentence, phrase.head), ())
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
